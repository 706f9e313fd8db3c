"""Plain text: the decoded file, unchanged, and the facts that its first lines state."""

from collections.abc import Iterator
from typing import BinaryIO

from reportedly.errors import UnreadableSource
from reportedly.read.dateline import read_dateline
from reportedly.read.encoding import check_text, decode
from reportedly.read.limits import Limits
from reportedly.read.naming import report_name
from reportedly.read.streams import read_all
from reportedly.records import Failure, Received, receive


class TextReader:
    name = "text"

    def __init__(self, limits: Limits = Limits()) -> None:  # noqa: B008 (frozen)
        self.limits = limits

    def read(
        self, name: str, data: BinaryIO, *, url: str | None, charset: str | None = None
    ) -> Iterator[Received | Failure]:
        """One report. Only the byte-order mark is left out of the text; line ends stay."""
        raw = read_all(data, self.limits.document)
        text = decode(raw, charset)
        if not text.strip():
            raise UnreadableSource("is empty" if not raw else "holds nothing but white space")
        check_text(text)
        stated = read_dateline(text)
        yield receive(
            raw,
            "text/plain",
            name=report_name(name),
            text=text,
            title=stated.title,
            publisher=stated.publisher,
            published=stated.published,
            url=url,
        )

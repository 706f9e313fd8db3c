"""Sources, as a person names them, to reports: the one way into the program.

A source is a file, a folder, an http(s) address, or ``-`` for standard input. One that cannot be
read becomes a Failure with its reason, and the others are read all the same. Nothing is held but
the report at hand.

What the person says about a source (day, title, publisher) wins over what is found in it where it
names one document: a file, an address or standard input that holds a text, a page or a PDF. Over
many (a folder, rows, the entries of a feed) it only fills what they do not state, and a title,
which can be that of one report alone, is not given to any of them.
"""

import io
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from reportedly.errors import UnreadableSource
from reportedly.plugins import Reader, find, names
from reportedly.read import READERS
from reportedly.read.folder import files
from reportedly.read.limits import Limits
from reportedly.read.naming import STDIN, endings, is_address, printable
from reportedly.read.sniff import PLAIN, choose
from reportedly.read.streams import unpacked, with_head
from reportedly.records import Failure, Received, restate

DOCUMENTS = frozenset({"text", "html", "pdf"})  # readers of one report a source


@dataclass(frozen=True, slots=True)
class Said:
    """What the person says about the sources."""

    published: date | None = None
    title: str | None = None
    publisher: str | None = None

    def about(self, received: Received, *, alone: bool) -> Received:
        """The report with these facts: over its own if it stands ``alone``, else in their gaps."""
        report = received.report
        if alone:
            title = self.title or report.title
            publisher = self.publisher or report.publisher
            published = self.published or report.published
        else:
            title = report.title
            publisher = report.publisher or self.publisher
            published = report.published or self.published
        if (title, publisher, published) == (report.title, report.publisher, report.published):
            return received
        return restate(received, title=title, publisher=publisher, published=published)


def read_sources(
    sources: Sequence[str],
    *,
    published: date | None = None,
    title: str | None = None,
    publisher: str | None = None,
    limits: Limits = Limits(),  # noqa: B008 (frozen)
) -> Iterator[Received | Failure]:
    """Every report in the sources, in their order, and a failure for whatever cannot be read."""
    said = Said(published, title, publisher)
    for source in sources:
        if source == STDIN:
            yield from _read(STDIN, _Opened(sys.stdin.buffer), said, limits, alone=True)
        elif is_address(source):
            yield from _read_address(source, said, limits)
        elif Path(source).is_dir():
            for found in files(Path(source)):
                if isinstance(found, Failure):
                    yield found
                else:
                    yield from _read_file(found, said, limits, alone=False)
        else:
            yield from _read_file(Path(source), said, limits, alone=True)


@dataclass(frozen=True, slots=True)
class _Opened:
    stream: BinaryIO
    url: str | None = None
    media_type: str | None = None
    charset: str | None = None


def _read_file(
    path: Path, said: Said, limits: Limits, *, alone: bool
) -> Iterator[Received | Failure]:
    try:
        stream = path.open("rb")
    except (OSError, ValueError) as error:
        reason = "no such file or folder" if isinstance(error, FileNotFoundError) else str(error)
        yield Failure(printable(str(path)), "read", reason)
        return
    with stream:
        yield from _read(str(path), _Opened(stream), said, limits, alone=alone)


def _read_address(url: str, said: Said, limits: Limits) -> Iterator[Received | Failure]:
    from reportedly.read.fetch import fetch  # with TLS, slow to import

    try:
        fetched = fetch(url, limits)
    except UnreadableSource as error:
        yield Failure(printable(url), "read", str(error))
        return
    opened = _Opened(io.BytesIO(fetched.data), fetched.url, fetched.media_type, fetched.charset)
    yield from _read(fetched.url, opened, said, limits, alone=True)


def _read(
    source: str, opened: _Opened, said: Said, limits: Limits, *, alone: bool
) -> Iterator[Received | Failure]:
    name = printable(source)
    try:
        kind, stream = _prepared(source, opened, limits)
        reader: Reader = find("readers", kind, READERS)(limits)
        with closing(stream):
            for item in reader.read(name, stream, url=opened.url, charset=opened.charset):
                if isinstance(item, Received):
                    item = said.about(item, alone=alone and kind in DOCUMENTS)
                yield item
    except UnreadableSource as error:
        yield Failure(name, "read", str(error))
    except Exception as error:  # whatever a foreign format breaks, the next source is still read
        yield Failure(name, "read", f"could not be read: {type(error).__name__}: {error}"[:500])


def _prepared(source: str, opened: _Opened, limits: Limits) -> tuple[str, BinaryIO]:
    """The reader's name, and the stream as that reader takes it."""
    ending, packed = endings(source)
    stream = opened.stream
    # a server may have unpacked the .gz that the address ends in
    head, stream = with_head(stream)
    if head.startswith(b"\x1f\x8b") and (packed or source == STDIN):
        head, stream = with_head(unpacked(stream, limits.unpacked))
    others = [name for name in names("readers", READERS) if name not in READERS]
    if is_address(source) and opened.media_type:
        ending = ending if opened.media_type in PLAIN else ""
    return choose(head, ending, opened.media_type, others), stream

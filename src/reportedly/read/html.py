"""HTML pages: the main text, one paragraph a line, and what the page states about itself."""

import logging
import re
from collections.abc import Iterator
from typing import BinaryIO

from reportedly.errors import UnreadableSource
from reportedly.read.encoding import check_text, decode
from reportedly.read.limits import Limits
from reportedly.read.markup import Tree, declared_charset, drop_unseen, parse_html
from reportedly.read.naming import report_name
from reportedly.read.page_facts import page_facts
from reportedly.read.streams import read_all
from reportedly.records import Failure, Received, receive

# without a handler, Python would print the library's warnings over the progress bar
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

_LINE_ENDS = re.compile(r"[ \t]*\n\s*")


class HtmlReader:
    name = "html"

    def __init__(self, limits: Limits = Limits()) -> None:  # noqa: B008 (frozen)
        self.limits = limits

    def read(
        self, name: str, data: BinaryIO, *, url: str | None, charset: str | None = None
    ) -> Iterator[Received | Failure]:
        """One report. What extraction leaves is its text from then on, and never changes."""
        raw = read_all(data, self.limits.page)
        if not raw.strip():
            raise UnreadableSource("is empty")
        source, damage = _decoded(raw, charset or declared_charset(raw))
        check_text(source, "the page")
        tree = parse_html(source)
        facts = page_facts(tree, url)
        drop_unseen(tree)
        text = main_text(tree, facts.title)
        check_text(text)
        if damage and "\ufffd" in text:
            raise damage
        yield receive(
            raw,
            "text/html",
            name=report_name(name),
            text=text,
            title=facts.title,
            publisher=facts.publisher,
            published=facts.published,
            language=facts.language,
            url=facts.url,
        )


def _decoded(raw: bytes, charset: str | None) -> tuple[str, UnreadableSource | None]:
    """The page's source, and what was wrong with it: stray bytes harm only where the text is."""
    try:
        return decode(raw, charset), None
    except UnreadableSource as error:
        if b"\0" in raw:
            raise
        return raw.decode("utf-8", "replace"), error


def main_text(tree: Tree, title: str | None) -> str:
    """The article's paragraphs, without comments, and without the headline if it is the title.

    Raises UnreadableSource if the page has none.
    """
    import trafilatura

    found = trafilatura.extract(tree, include_comments=False, deduplicate=False)
    text = _LINE_ENDS.sub("\n", found or "").strip()
    first, _, rest = text.partition("\n")
    if title and rest and " ".join(first.split()) == title:
        text = rest
    if not text:
        raise UnreadableSource(
            "no main text was found on the page; if it has one, copy it into a .txt file"
        )
    return text

"""RSS and Atom: each entry is a report, made of what the feed itself holds.

The pages that the entries link to are not fetched; give their addresses to read them in full.
"""

import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from reportedly.errors import UnreadableSource
from reportedly.read.dates import EXPECTED, parse_published
from reportedly.read.encoding import check_text
from reportedly.read.languages import stated_language
from reportedly.read.limits import Limits
from reportedly.read.markup import plain_text
from reportedly.read.naming import report_name
from reportedly.read.streams import read_all
from reportedly.records import Failure, Received, receive

MAX_TAGS = 200_000  # parsing takes seconds for as many

_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


class FeedReader:
    name = "feed"

    def __init__(self, limits: Limits = Limits()) -> None:  # noqa: B008 (frozen)
        self.limits = limits

    def read(
        self, name: str, data: BinaryIO, *, url: str | None, charset: str | None = None
    ) -> Iterator[Received | Failure]:
        """One report an entry. An entry without text is a failure that gives its address."""
        raw = read_all(data, self.limits.feed)
        feed = _parsed(raw, charset)
        if not feed.version and not feed.entries:
            raise UnreadableSource("is XML, but neither RSS nor Atom")
        publisher = plain_text(feed.feed.get("title") or "") or None
        language = stated_language(feed.feed.get("language"))
        for number, entry in enumerate(feed.entries, start=1):
            source = f"{name} entry {number}"
            try:
                yield _entry(entry, name, number, publisher, language)
                unread = _unread_day(entry)
                if unread:
                    # the report itself is kept: whoever reads a feed cannot mend its dates
                    yield Failure(source, "read", unread)
            except UnreadableSource as error:
                yield Failure(source, "read", str(error))
        if feed.bozo and _cut_short(raw):
            yield Failure(name, "read", "is cut short: entries after its end are missing")
        elif not feed.entries:
            raise UnreadableSource("is a feed without entries")


def _parsed(raw: bytes, charset: str | None) -> Any:
    # also in UTF-16, where every other byte is zero
    if _ENTITY.search(raw.replace(b"\0", b"")):
        raise UnreadableSource("declares XML entities, which feeds do not need and bombs do")
    if not raw.strip():
        raise UnreadableSource("is empty")
    if raw.count(b"<") > MAX_TAGS:
        raise UnreadableSource(f"has more than {MAX_TAGS:,} tags")
    import feedparser

    kind = f"application/xml; charset={charset}" if charset else "application/xml"
    return feedparser.parse(
        io.BytesIO(raw),
        response_headers={"content-type": kind},
        sanitize_html=False,  # tags are stripped here, so nothing is left to sanitise
        resolve_relative_uris=False,
    )


def _entry(
    entry: Any, name: str, number: int, publisher: str | None, language: str | None
) -> Received:
    bodies = [c for c in entry.get("content", []) if c.get("value")]
    if entry.get("summary"):
        bodies.append(entry.get("summary_detail") or {"value": entry.summary})
    # the longest: feeds put a teaser beside the text, in either order
    body: dict[str, Any] = max(bodies, key=lambda b: len(b.get("value") or ""), default={})
    source: str = body.get("value") or ""
    plain = body.get("type") == "text/plain"
    text = source.strip() if plain else plain_text(source)
    link = entry.get("link") or None
    if not text:
        raise UnreadableSource(f"has no text; its page is {link}" if link else "has no text")
    check_text(text)
    title = _SPACE.sub(" ", plain_text(entry.get("title") or "")).strip() or None
    check_text(f"{title} {link}", "the title or link")
    identity = entry.get("id") or None
    stated = entry.get("published")
    return receive(
        source.encode("utf-8"),
        "text/plain" if plain else "text/html",
        name=identity or link or f"{report_name(name)}-{number}",
        text=text,
        title=title,
        publisher=publisher,
        published=parse_published(stated) if stated else None,
        language=stated_language(body.get("language")) or language,
        url=link,
        row=identity,
    )


def _unread_day(entry: Any) -> str | None:
    stated = entry.get("published")
    if not stated or parse_published(stated):
        return None
    return (
        f"published {stated[:60]!r} is not a day, so it was read without one; expected {EXPECTED}"
    )


def _cut_short(raw: bytes) -> bool:
    """True if the last tag is not that of the whole feed."""
    return (
        re.search(
            rb"</\s*(?:\w+:)?(?:rss|feed|rdf)\s*>\s*(?:<!--.*?-->\s*)?\Z", raw[-2000:], re.I | re.S
        )
        is None
    )

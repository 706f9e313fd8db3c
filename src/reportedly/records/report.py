"""One published report, as read. Its text never changes; every offset counts into it."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256

from reportedly.records.ids import content_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was published. ``None`` means the source does not say; nothing is filled in."""

    id: str
    name: str  # the row's id in .jsonl and .csv, else the file's name without its ending
    text: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    language: str | None = None  # ISO 639-1, as stated by the source or as found in the text
    url: str | None = None
    original: str | None = None  # sha256 of the bytes it was read from


@dataclass(frozen=True, slots=True)
class Received:
    """A report together with the bytes it came from."""

    report: Report
    data: bytes
    media_type: str
    row: str | None = None  # the id that the row or feed entry states for itself


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that could not be read, and why. Kept, because a gap would read as peace."""

    source: str  # the file, row or address
    stage: str  # read | language | annotate | extract | resolve | store
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """What is left of a report that was erased for good: nothing of what it said."""

    report: str  # its id
    digest: str  # SHA-256 of its text, by which it is known again
    reviewer: str
    reason: str
    forgotten_at: datetime  # UTC
    numbers: tuple[int, ...] = ()  # of its accounts; no other account ever gets one of them


def receive(
    data: bytes,
    media_type: str,
    *,
    name: str,
    text: str,
    title: str | None = None,
    publisher: str | None = None,
    published: date | None = None,
    language: str | None = None,
    url: str | None = None,
    row: str | None = None,
) -> Received:
    """Make a report with an id from its content: reading the same thing twice gives one report.

    ``row`` is the id that a ``.jsonl`` or ``.csv`` row states for itself: two rows with the same
    text but ids of their own stay two reports (a wire copy printed twice is evidence of copying).
    """
    identity = content_id("report", text, title, publisher, published, url, row)
    report = Report(
        id=identity,
        name=name,
        text=text,
        title=title,
        publisher=publisher,
        published=published,
        language=language,
        url=url,
        original=sha256(data).hexdigest(),
    )
    return Received(report, data, media_type, row)


def restate(
    received: Received,
    *,
    title: str | None,
    publisher: str | None,
    published: date | None,
) -> Received:
    """The same report with other facts around its text, and the id that goes with them."""
    report = received.report
    identity = content_id(
        "report", report.text, title, publisher, published, report.url, received.row
    )
    report = replace(report, id=identity, title=title, publisher=publisher, published=published)
    return replace(received, report=report)

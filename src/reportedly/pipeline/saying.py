"""What a person says of words in a report: that they are a statement, whose, and what it denies."""

import re
from collections.abc import Iterable

from reportedly.errors import UnknownRecord
from reportedly.pipeline.deciding import Matter, cited
from reportedly.pipeline.released import Release
from reportedly.records import Evidence, Reading, Statement
from reportedly.records.evidence import Part
from reportedly.review import spoken

_PLACE = re.compile(r"(\d+)-(\d+)")
_LISTED = 6  # places of words that stand in a report more than once
_PARTS: tuple[Part, ...] = ("text", "title")


def on_spoken(
    release: Release,
    words: Evidence | Statement,
    speaker: Evidence | None = None,
    denies: Iterable[str] = (),
) -> Matter:
    """A statement, or words: the statement that is read on them, else a new one. ``speaker``:
    whom the report names for it; ``denies``: ids of statements of the same report.

    Raises UnknownRecord, or ValueError where parts do not go together.
    """
    reading = release.readings[words.report]
    if speaker is not None and speaker.report != words.report:
        raise ValueError("who says it is named in the same report")
    known = {one.id: one for one in reading.statements}
    for id in (wanted := list(denies)):
        if id not in known:
            raise UnknownRecord(f"that report has no statement {id!r}")
    anchors = spoken(reading, words, speaker, [known[id] for id in wanted])
    if anchors[0].id in wanted:
        raise ValueError("no statement denies itself")
    return Matter((anchors[0].id,), anchors)


def on_statement(release: Release, words: Evidence | Statement) -> Matter:
    """A statement, or the one that is read on these words, as such: it may be none.

    Raises UnknownRecord where nothing is read as said there.
    """
    matter = on_spoken(release, words)
    if release.statement(matter.subject[0]) is None:
        raise UnknownRecord("nothing is read as said on these words")
    return matter


def reading_of(release: Release, report: str) -> Reading:
    """By the id or the name of a report. UnknownRecord; ValueError where several have the name."""
    found = release.readings.of([report]) or release.readings.named(report)
    if len(found) > 1:
        raise ValueError(f"{len(found)} reports are called {report!r}; write an id: {_ids(found)}")
    if not found:
        raise UnknownRecord(f"no statement and no report {report!r}")
    return next(iter(found.values()))


def words_in(release: Release, reading: Reading, words: str) -> Evidence:
    """Words of a report by their place (``120-180``, code points of its text), or as they stand.

    Raises UnknownRecord where they do not, ValueError where they do more than once.
    """
    report = reading.report
    if place := _PLACE.fullmatch(words.strip()):
        return cited(release, report.id, "text", int(place[1]), int(place[2]))
    for part in _PARTS:
        source = report.text if part == "text" else report.title or ""
        starts = [found.start() for found in re.finditer(f"(?={re.escape(words)})", source)]
        if words and len(starts) > 1:
            places = ", ".join(f"{n}-{n + len(words)}" for n in starts[:_LISTED])
            more = " and more" if len(starts) > _LISTED else ""
            raise ValueError(f"{words!r} stands there {len(starts)} times; which? {places}{more}")
        if words and starts:
            return cited(release, report.id, part, starts[0], starts[0] + len(words))
    raise UnknownRecord(f"{report.name} has no words {words!r}")


def speaker_in(release: Release, reading: Reading, words: str) -> Evidence:
    """Whom the report names for something else that is said, else words of it."""
    named = (one.speaker for one in reading.statements if one.speaker.evidence)
    known = (one.evidence[0] for one in named if (one.name or "").casefold() == words.casefold())
    return next(known, None) or words_in(release, reading, words)


def _ids(found: Iterable[str]) -> str:
    return ", ".join(list(found)[:_LISTED])

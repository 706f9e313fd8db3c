"""What reports say as people left it: the tables of the store hold what the machine read.

Statements that people made or set right come before all others of a list, and numbers of their own
say where a page of it goes on.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Any

from reportedly.pipeline import Release
from reportedly.records import Decision, Evidence, Reading, Report, Statement, When
from reportedly.store.found import Denied
from reportedly.store.lists import Lists
from reportedly.store.sides import AROUND, Side, Source
from reportedly.web.plots.contradictions import Position, position, says, speaker
from reportedly.wording import decided

FIRST = 2**52  # more than any table has rows, and a browser still counts on
_EACH = 2**20  # statements or disputes of one report


@dataclass(frozen=True, slots=True)
class Utterance:
    """A statement as the card shows it, and as a person may set it right."""

    id: str
    position: Position
    act: str
    speaker: Evidence | None  # words that name whoever says it
    on: str  # when, as a person writes it; empty: not stated
    denies: tuple[str, ...]
    made: str  # who made it or set it right, when and why; empty: it stands as it was read
    machine: str  # what was read there, where somebody says something else
    rejected: bool = False  # it is none, as who ``made`` that says


def utterances(release: Release, reading: Reading) -> list[Utterance]:
    """Who says what in a report, in the order of its words; then what people say is no statement,
    of what was read.
    """
    known = sides_of(reading)
    made = release.verdicts.said().get(reading.report.id, {})
    before = release.readings.as_read([reading.report.id]) if made else []
    read = {id: side for one in before for id, side in sides_of(one).items()}
    found = [
        _utterance(one, known[one.id], made.get(one.id), read.get(one.id))
        for one in reading.statements
    ]
    rejected = (said for one in before for said in one.statements if said.id not in known)
    return found + [
        replace(_utterance(one, read[one.id], made.get(one.id), None), rejected=True)
        for one in rejected
    ]


def sides(release: Release, lists: Lists, ids: Collection[str]) -> dict[str, Side]:
    """Each of these claims and statements with its source; unknown ids are left out, and those of
    what people say is no statement.
    """
    found = lists.sides.of(ids)
    reports = set(release.verdicts.reports_of_made(set(ids) - found.keys()).values())
    reports |= {one.report.id for one in found.values()} & release.verdicts.said().keys()
    found = {id: one for id, one in found.items() if one.report.id not in reports}
    for reading in release.readings.of(reports).values():
        found |= {id: side for id, side in sides_of(reading).items() if id in ids}
    return found


def statements(release: Release, before: int | None) -> Iterator[Side]:
    """Those of the reports in which people made or set right any, the last such report first."""
    for first, reading in _amended(release, before):
        found = list(sides_of(reading, first).values())
        said = [side for side in found if side.act and (before is None or side.n < before)]
        yield from reversed(said)


def denials(release: Release, before: int | None) -> Iterator[Denied]:
    """As of ``statements``: those that another statement of their report denies."""
    for first, reading in _amended(release, before):
        pairs = [one for one in reading.disputes if one.kind == "proposition"]
        found = [Denied(n, one.left, one.right) for n, one in enumerate(pairs, first)]
        yield from reversed([one for one in found if before is None or one.n < before])


def _amended(release: Release, before: int | None) -> Iterator[tuple[int, Reading]]:
    """The last first, as far as they are asked for, each with its first number."""
    for place, report in reversed(list(enumerate(release.verdicts.said()))):
        first = FIRST + place * _EACH
        if before is None or first < before:
            yield from ((first, one) for one in release.readings.of([report]).values())


def sides_of(reading: Reading, first: int = 0) -> dict[str, Side]:
    """Every claim and statement of a report; ``first``: the number of its first statement."""
    source = _source(reading.report)
    found: dict[str, Side] = {}
    for n, said in enumerate(reading.statements, first):
        who = said.speaker
        found[said.id] = Side(
            id=said.id,
            report=source,
            who=who.name,
            role=who.role,
            body=who.affiliation,
            act=said.act,
            horizon=said.horizon,
            said=said.date,
            by=said.by,
            n=n,
            **_words(reading.report, said.content),
        )
    for account in reading.accounts:
        for claim in account.claims:
            found[claim.id] = Side(
                id=claim.id,
                report=source,
                who=claim.voice,
                field=claim.field,
                value=claim.value,
                group=claim.group,
                account=account.id,
                by=claim.by,
                **_words(reading.report, claim.evidence[0]),
            )
    return found


def _utterance(said: Statement, side: Side, made: Decision | None, read: Side | None) -> Utterance:
    return Utterance(
        id=said.id,
        position=position(side),
        act=said.act,
        speaker=next(iter(said.speaker.evidence), None),
        on=_typed(said.date) if said.date else "",
        denies=said.rebuts,
        made=decided.signed(made) if made else "",
        machine=f"the machine reads: {speaker(read)} {says(read)}" if made and read else "",
    )


def _typed(when: When) -> str:
    days = (when.earliest.isoformat(), when.latest.isoformat())
    return "..".join(dict.fromkeys(days))


def _source(report: Report) -> Source:
    return Source(
        id=report.id,
        name=report.name,
        title=report.title,
        publisher=report.publisher,
        published=report.published,
        language=report.language,
    )


def _words(report: Report, cited: Evidence) -> dict[str, Any]:
    found: dict[str, Any] = {
        "quote": cited.quote,
        "start": cited.start,
        "end": cited.end,
        "part": cited.part,
    }
    if cited.part == "text":
        found["before"] = report.text[max(0, cited.start - AROUND) : cited.start]
        found["after"] = report.text[cited.end : cited.end + AROUND]
    return found

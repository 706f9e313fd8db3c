"""Whose words tell of an incident, and which of the places that they name are its own."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from reportedly.extract.incidents.phrases import phrase
from reportedly.records import (
    ActorMark,
    Annotated,
    CountMark,
    Evidence,
    PlaceMark,
    Statement,
    TimeMark,
)

_MOST_PLACES = 5  # more are a list: of people's homes, or of many incidents
_DATELINE = 60  # characters in which a dateline begins, and in which it then ends
_MOVED = 60  # from "taken to" to the place
_OFFICE = 30  # from "mayor of" to the place

Mark = TypeVar("Mark", TimeMark, PlaceMark, CountMark, ActorMark)
Span = tuple[int, int]


def within(marks: Sequence[Mark], start: int, end: int) -> list[Mark]:
    """The marks, given in text order, that begin in a stretch of text."""
    first = bisect_left(marks, start, key=lambda mark: mark.start)
    last = bisect_left(marks, end, key=lambda mark: mark.start)
    return list(marks[first:last])


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose words tell of the incident in a clause: those of a statement, or the report's own."""

    start: int
    end: int
    around: tuple[
        Statement, ...
    ]  # statements whose content the telling words are in, outermost first
    excluded: tuple[Evidence, ...]  # contents of others, whose times and places are not its own
    counting: bool  # the clause gives a toll, which belongs to whatever is said around it

    @property
    def inner(self) -> Statement | None:
        return self.around[-1] if self.around else None

    def holds(self, mark: TimeMark | PlaceMark) -> bool:
        """True for a time or place that is named in these words."""
        if not (self.start <= mark.start and mark.end <= self.end):
            return False
        return self.counting or not any(e.start <= mark.start < e.end for e in self.excluded)


def _claimed_aside(statement: Statement) -> bool:
    """ "Two bombings claimed by the group killed 12": the rest is told in another voice."""
    cue = statement.cue
    claims = statement.act == "claim_responsibility"
    return claims and cue is not None and statement.content.start < cue.start


def scope(
    statements: Sequence[Statement], start: int, end: int, anchor: int, *, counting: bool
) -> Scope:
    """The scope of a clause in which the words at ``anchor`` tell that something happened."""
    around = [
        s for s in statements
        if s.content.part == "text" and s.content.start <= anchor < s.content.end
        and not _claimed_aside(s)
    ]  # fmt: skip
    around.sort(key=lambda s: s.content.start - s.content.end)
    if around:
        content = around[-1].content
        start, end = max(start, content.start), min(end, content.end)
        return Scope(start, end, tuple(around), (), counting)
    excluded = [
        s.content for s in statements
        if s.act != "claim_responsibility" and s.content.start < end and start < s.content.end
        and not s.content.start <= anchor < s.content.end
    ]  # fmt: skip
    return Scope(start, end, (), tuple(excluded), counting)


def dateline_end(annotated: Annotated, start: int, end: int) -> int:
    """Where the dateline of a sentence ends: its day is the day of filing, not the incident's."""
    for mark in within(annotated.places, start, min(end, start + _DATELINE)):
        if mark.use == "dateline":
            stop = min(end, mark.end + _DATELINE)
            found = phrase("frames.dateline_end").search(annotated.report.text, mark.end, stop)
            return found.end() if found else mark.end
    return start


def moved_to(text: str, start: int, mark: PlaceMark) -> bool:
    """True for where somebody was taken, fled or is from, as the clause from ``start`` says."""
    return bool(
        phrase("frames.elsewhere").search(text, max(start, mark.start - _MOVED), mark.start)
    )


def places(annotated: Annotated, start: int, end: int, around: Scope) -> tuple[PlaceMark, ...]:
    """The places of a clause where the incident may have been, in text order; none of too many."""
    text = annotated.report.text
    found = tuple(
        p for p in within(annotated.places, start, end)
        if p.use == "location" and around.holds(p) and not moved_to(text, start, p)
    )  # fmt: skip
    if not found:  # "the mayor of X was shot": where he is mayor
        office = phrase("frames.office")
        found = tuple(
            p for p in within(annotated.places, start, end)
            if p.use == "base" and around.holds(p)
            and office.search(text, max(start, p.start - _OFFICE), p.start)
        )  # fmt: skip
    return found if len({p.place.name for p in found}) <= _MOST_PLACES else ()

"""Several incidents told in one breath: their numbers belong to none of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.extract.incidents.agreement import alike
from reportedly.extract.incidents.frames import Frame, width
from reportedly.extract.incidents.outcomes import Toll
from reportedly.extract.incidents.phrases import lowered, lowered_phrase, phrase
from reportedly.records import PlaceMark, TimeMark

_WAR = 1000  # killed: hardly one incident has so many
_MANY = 10  # killed in a month or more, without a town: hardly at once
_MONTH = 27  # days, from the first to the last of the shortest month
_WIDE = ("country", "area", "admin1")
_TOGETHER = 40  # characters from "together" to the toll of several incidents
_LISTED = 25  # between two places of a list


def is_aggregate(clause: str, plural: bool, *, counted: bool, lead: bool) -> bool:
    """True for several incidents in one breath, or for a toll of a stretch of time.

    ``counted`` is True for a clause whose toll nothing ties to one incident, or that counts up to
    today ("has killed"); ``lead`` for one with a toll where the news is told: "a series of blasts
    killed five" is one incident there.
    """
    clause = lowered(clause)
    spanning = bool(lowered_phrase("frames.span").search(phrase("frames.beside").sub(" ", clause)))
    if lowered_phrase("frames.several").search(clause):
        return spanning or not lead
    return (plural or counted) and spanning


def of_a_war(numbers: Sequence[Toll]) -> bool:
    """True for the dead of years, where no day is told: "thousands were killed"."""
    return any(t.outcome == "killed" and t.mark.count.figure >= _WAR for t in numbers)


def of_a_year(
    when: Sequence[TimeMark], where: Sequence[PlaceMark], numbers: Sequence[Toll], event: bool
) -> bool:
    """True for the dead of a month or year, where no town and no ``event`` is named with them."""
    if event or not when or min(width(time) for time in when) < _MONTH:
        return False
    if any(mark.place.precision not in _WIDE for mark in where):
        return False
    return any(t.outcome == "killed" and t.mark.count.figure >= _MANY for t in numbers)


def together(text: str, start: int, numbers: Sequence[Toll]) -> bool:
    """True for a toll that is said to be one of several incidents: "together they killed 9"."""
    return any(
        phrase("frames.together").search(text, max(start, toll.start - _TOGETHER), toll.start)
        for toll in numbers
    )


def one_for_each(text: str, found: Sequence[Frame]) -> Iterator[Frame]:
    """Frames, those of bombings "in X and Y" split by place, and their sum where they have a toll.

    Only where the report also speaks of one of the places by itself.
    """
    for frame in found:
        groups = _listed(text, frame.places) if frame.told else []
        if len(groups) < 2 or not _each(text, frame, groups, found):
            yield frame
            continue
        if frame.tolls:
            yield replace(frame, aggregate=True)
        for group in groups:
            yield replace(frame, places=group, tolls=(), aggregate=False, part=True)


def _each(
    text: str, frame: Frame, groups: Sequence[Sequence[PlaceMark]], found: Sequence[Frame]
) -> bool:
    """True for several incidents, one of them told again by its place alone."""
    plural = any(phrase("frames.many").search(text, t.start, t.end) for t in frame.told)
    pair = len(groups) == 2 and phrase("frames.pair").search(text, frame.start, frame.end)
    return (
        plural
        and (not frame.aggregate or bool(pair))
        and any(sum(_in(other, group) for group in groups) == 1 for other in found if other.places)
    )


def _in(frame: Frame, group: Sequence[PlaceMark]) -> bool:
    return any(alike(a.place, b.place) is not None for a in frame.places for b in group)


def _listed(text: str, marks: Sequence[PlaceMark]) -> list[tuple[PlaceMark, ...]]:
    """The places of a list, each with the region it lies in: "X, Kenya, and Y, Tanzania"."""
    groups: list[tuple[PlaceMark, ...]] = []
    for mark in marks:
        if groups and all(alike(mark.place, other.place) is not None for other in groups[-1]):
            groups[-1] += (mark,)
            continue
        gap = text[groups[-1][-1].end : mark.start] if groups else ""
        if len(gap) > _LISTED or not phrase("frames.list_gap").fullmatch(gap):
            if len(groups) > 1:
                break
            groups = []  # it began no list
        groups.append((mark,))
    return groups

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
_OF_WAR = ("airstrike_shelling", "battle")  # "strikes in X and Y" may go on for months
_LISTED = 25  # between two places of a list


def is_aggregate(clause: str, plural: bool, *, counted: bool, lead: bool) -> bool:
    """True for several incidents in one breath, or for a toll of a stretch of time.

    ``counted`` is True for a clause whose toll nothing ties to one incident, or that counts up to
    today ("has killed"); ``lead`` for one with a toll where the news is told: "a series of blasts
    killed five" is one incident there.
    """
    clause = lowered(clause)
    spanning = _spans(clause)
    if lowered_phrase("frames.several").search(clause):
        return spanning or not lead
    return (plural or counted) and spanning


def _spans(clause: str) -> bool:
    """True for "since May", "in 2024 alone" in a clause of small letters."""
    return bool(lowered_phrase("frames.span").search(phrase("frames.beside").sub(" ", clause)))


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

    Only where the report also speaks of one of the places by itself, or they lie in two countries.
    "The bombings" are from then on those of all these places.
    """
    spoken: list[tuple[PlaceMark, ...]] = []
    for frame in found:
        groups = _places_of_each(text, frame)
        if len(groups) > 1 and _each(text, frame, groups, found):
            spoken = groups
        elif not (spoken and _is_of_all(text, frame)):
            yield frame
            continue
        own = [_of_place(text, frame, group) for group in spoken]
        told = own if all(own) else [()] * len(own)
        if frame.tolls and not all(own):
            yield replace(frame, aggregate=True)
        for group, tolls in zip(spoken, told, strict=True):
            yield replace(frame, places=group, tolls=tolls, aggregate=False, part=True)


def _of_place(text: str, frame: Frame, group: Sequence[PlaceMark]) -> tuple[Toll, ...]:
    """The tolls right before a place: "killed 247 people in X and ten in Y"."""
    place = group[0].start
    return tuple(
        toll for toll in frame.tolls
        if toll.mark.end < place
        and phrase("frames.toll_in").fullmatch(text[toll.mark.end : place][:_LISTED])
    )  # fmt: skip


def _places_of_each(text: str, frame: Frame) -> list[tuple[PlaceMark, ...]]:
    """The list of places in a clause that tells of several: the one after the word for them."""
    said = [t.start for t in frame.told if phrase("frames.many").search(text, t.start, t.end)]
    after = [mark for mark in frame.places if said and mark.start > said[0]]
    groups = _listed(text, after)
    return groups if len(groups) > 1 or not frame.told else _listed(text, frame.places)


def _is_of_all(text: str, frame: Frame) -> bool:
    """True for "the bombings killed 224": no place, and no word but for several."""
    told = frame.told and all(
        phrase("frames.many").search(text, t.start, t.end) for t in frame.told
    )
    return bool(told) and not frame.places and not frame.another


def _each(
    text: str, frame: Frame, groups: Sequence[Sequence[PlaceMark]], found: Sequence[Frame]
) -> bool:
    """True for several incidents, one of them told again by its place alone, or set abroad."""
    plural = any(phrase("frames.many").search(text, t.start, t.end) for t in frame.told)
    if not plural:
        return False
    of_war = any(trigger.type in _OF_WAR for trigger in frame.told)
    if _are_apart(groups) and not of_war and not _spans(lowered(text[frame.start : frame.end])):
        return True
    pair = len(groups) == 2 and phrase("frames.pair").search(text, frame.start, frame.end)
    located = [other for other in found if other.places]
    alone = any(sum(_in(other, group) for group in groups) == 1 for other in located)
    return alone and (not frame.aggregate or bool(pair))


def _are_apart(groups: Sequence[Sequence[PlaceMark]]) -> bool:
    """True for places that each lie in another country."""
    codes = [{mark.place.country_code for mark in group} - {None} for group in groups]
    return all(codes) and len(set().union(*codes)) == sum(map(len, codes))


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

"""Which places and times of a text are those of its news: what the gold knows, over our own marks.

The marks are those that ``reportedly`` makes when it reads, so that the network learns to choose
among what it will be offered. Where the gold cannot tell, a mark stays without a label.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from train.documents import Marked

from reportedly.annotate import annotate
from reportedly.gazetteer import Gazetteer, open_names
from reportedly.records import Annotated, Place, When, receive
from reportedly.records.nearness import SAME_TOWN_KM, distance_km
from reportedly.resolve import resolve

_LONGEST = timedelta(days=2)  # a wider time is right, but no answer
_WIDE = ("country", "area", "admin1")
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Scene:
    """Where and when, of one incident that the report is news of. None: the gold does not say."""

    place: Place | None
    when: When | None


def judged(
    name: str, text: str, published: date | None, scenes: Sequence[Scene]
) -> Iterator[Marked]:
    """Every place and time of the text that is known to be of one of the scenes, or of none."""
    marks = _annotated(name, text, published)
    for mark in marks.places:
        if mark.use != "demonym" and mark.place.precision not in _WIDE:
            answers = [_at(mark.place, scene.place) for scene in scenes]
            yield from _marked(mark.start, mark.end, "place", answers)
    for time in marks.times:
        if time.when:
            answers = [_on(time.when, scene.when) for scene in scenes]
            yield from _marked(time.start, time.end, "time", answers)


@cache
def _names() -> Gazetteer:
    return open_names()


def _annotated(name: str, text: str, published: date | None) -> Annotated:
    report = receive(
        text.encode(), "text/plain", name=name, text=text, published=published, language="en"
    ).report
    return resolve(annotate(report, _names()), _names())


def _marked(start: int, end: int, tag: str, answers: Sequence[bool | None]) -> Iterator[Marked]:
    if any(answers):
        yield Marked(start, end, tag, classes={"scene": "here"})
    elif answers and None not in answers:
        yield Marked(start, end, tag, classes={"scene": "elsewhere"})


def _at(named: Place, place: Place | None) -> bool | None:
    if place is None:
        return None
    if named.name.casefold() == place.name.casefold():
        return True
    apart = distance_km(named, place)
    return None if apart is None else apart <= SAME_TOWN_KM


def _on(told: When, when: When | None) -> bool | None:
    if when is None:
        return None
    if told.overlaps(when):
        return True if told.latest - told.earliest <= _LONGEST else None
    near = told.earliest - _DAY <= when.latest and when.earliest <= told.latest + _DAY
    return None if near else False

"""Where and when the news is set: which of a report's places and times the network takes them for.

It fills what the rules leave open of the incident that the report is news of.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from reportedly.extract.trained.heads import Heads, Sheet, tag_number
from reportedly.extract.trained.labels import CLASSES
from reportedly.records import (
    Account,
    Annotated,
    Claim,
    Place,
    PlaceMark,
    TimeMark,
    Value,
    When,
    cite,
    content_id,
)
from reportedly.records.nearness import is_point, other_country

_SURE = 0.6  # least probability of a place or a time that is filled in
_LONGEST = 2  # days; a wider time leaves the day open
_HERE = CLASSES["scene"].index("here")

Mark = TypeVar("Mark", PlaceMark, TimeMark)


@dataclass(frozen=True, slots=True)
class Scenes:
    """The towns and short times of a text, each with the probability that the news is there."""

    places: tuple[tuple[PlaceMark, float], ...]
    times: tuple[tuple[TimeMark, float], ...]


def scenes(annotated: Annotated, sheet: Sheet, heads: Heads) -> Scenes:
    """What the network says of every mark that could be an answer."""
    return Scenes(
        _judged([m for m in annotated.places if _is_site(m)], "place", sheet, heads),
        _judged([m for m in annotated.times if m.when and _is_short(m.when)], "time", sheet, heads),
    )


def settled(
    told: Sequence[Account], annotated: Annotated, seen: Scenes, *, by: str
) -> tuple[Account, ...]:
    """The accounts, the first that is news with the place and the day that it lacked."""
    news = next((one for one in told if one.role == "main"), None)
    if news is None:
        return tuple(told)
    added = tuple(_missing(news, annotated, seen, by))
    return tuple(replace(one, claims=(*one.claims, *added)) if one is news else one for one in told)


def _missing(news: Account, annotated: Annotated, seen: Scenes, by: str) -> Iterator[Claim]:
    known = [c.value for c in news.of("place") if isinstance(c.value, Place)]
    if not any(is_point(place) for place in known):
        inside = [
            (mark, likely) for mark, likely in seen.places
            if not any(other_country(mark.place, place) for place in known)
        ]  # fmt: skip
        yield from _claim("place", inside, lambda mark: mark.place, annotated, by)
    if not any(isinstance(c.value, When) and _is_short(c.value) for c in news.of("date")):
        yield from _claim("date", seen.times, lambda mark: mark.when, annotated, by)


def _claim(
    field: str,
    judged: Sequence[tuple[Mark, float]],
    value: Callable[[Mark], Value | None],
    annotated: Annotated,
    by: str,
) -> Iterator[Claim]:
    mark, likely = max(judged, key=lambda one: one[1], default=(None, 0.0))
    if mark is None or likely < _SURE or (found := value(mark)) is None:
        return
    report = annotated.report
    span = (mark.start, mark.end)
    yield Claim(
        id=content_id("claim", report.id, field, [span], str(found)),
        field=field,
        value=found,
        evidence=(cite(report, *span),),
        said_on=report.published,
        score=round(likely, 3),
        by=by,
    )


def _judged(
    marks: Sequence[Mark], tag: str, sheet: Sheet, heads: Heads
) -> tuple[tuple[Mark, float], ...]:
    found = [(mark, at) for mark in marks if (at := sheet.tokens.within(mark.start, mark.end))]
    if not found:
        return ()
    first, last = zip(*(at for _, at in found), strict=True)
    vectors = heads.spans(sheet, first, last, [tag_number(tag)] * len(found))
    likely = heads.classes("scene", vectors)[:, _HERE]
    return tuple((mark, float(p)) for (mark, _), p in zip(found, likely, strict=True))


def _is_site(mark: PlaceMark) -> bool:
    return mark.use != "demonym" and is_point(mark.place)


def _is_short(when: When) -> bool:
    return (when.latest - when.earliest).days <= _LONGEST

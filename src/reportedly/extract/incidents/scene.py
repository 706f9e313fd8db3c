"""The country that a report is set in: the one in which nearly every place that it names lies."""

from collections import Counter
from dataclasses import replace

from reportedly.records import Annotated, Place, PlaceMark

_SETTING = frozenset({"location", "dateline"})
_ALL = 0.85  # the share of its places that makes it the report's only scene
_ENOUGH = 3  # places; fewer show nothing


def country_around(annotated: Annotated, position: int) -> PlaceMark | None:
    """The mark, of that country, named last before a position of the text; else the first one.

    Its place is the country only: where in it is not said.
    """
    marks = [m for m in annotated.places if m.use in _SETTING and m.place.country_code]
    if len(marks) < _ENOUGH:
        return None
    code, told = Counter(mark.place.country_code for mark in marks).most_common(1)[0]
    if told < _ALL * len(marks):
        return None
    inside = [mark for mark in marks if mark.place.country_code == code]
    mark = max((m for m in inside if m.start < position), default=inside[0], key=lambda m: m.start)
    return replace(mark, place=_country_of(mark.place))


def _country_of(place: Place) -> Place:
    if place.precision == "country":
        return place
    name = place.country or place.name
    return Place(name, "country", country=place.country, country_code=place.country_code)

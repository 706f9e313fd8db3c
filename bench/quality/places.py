"""Places in the shape of a benchmark's gold: toponyms with an id and coordinates."""

from collections.abc import Sequence
from typing import Any

from reportedly.annotate.place_given import given_places
from reportedly.annotate.places import places
from reportedly.annotate.sentences import sentences
from reportedly.plugins import Names
from reportedly.records import Annotated, Place, PlaceMark, receive
from reportedly.resolve.places import places as resolved

_GEONAMES = "geonames:"


def toponyms(
    text: str, names: Names, spans: Sequence[tuple[int, int]] | None = None
) -> list[dict[str, Any]]:
    """What the package takes for places, or what it takes the given spans to be."""
    report = receive(text.encode(), "text/plain", name="benchmark", text=text).report
    page = Annotated(report=report, sentences=sentences(text))
    marks = places(page, names) if spans is None else given_places(page, names, spans)
    page = Annotated(report=report, sentences=page.sentences, places=marks)
    asked = None if spans is None else set(spans)
    return [
        _toponym(text, mark, given=asked is not None)
        for mark in resolved(page, names)
        if asked is None or (mark.start, mark.end) in asked
    ]


def _toponym(text: str, mark: PlaceMark, *, given: bool) -> dict[str, Any]:
    """A given span is a place, so its likeliest candidate stands where nothing settles it."""
    place = mark.place
    if given and place.lat is None and mark.candidates:
        place = mark.candidates[0]
    return {
        "start": mark.start,
        "end": mark.end,
        "surface": text[mark.start : mark.end],
        "geonameid": _number(place),
        "lat": place.lat,
        "lon": place.lon,
        "cc": place.country_code,
    }


def _number(place: Place) -> str | None:
    ref = place.ref or ""
    return ref.removeprefix(_GEONAMES) if ref.startswith(_GEONAMES) else None

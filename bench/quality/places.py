"""Places in the shape of a benchmark's gold: toponyms with an id and coordinates."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from reportedly.annotate.place_given import given_places
from reportedly.annotate.places import places
from reportedly.annotate.sentences import sentences
from reportedly.plugins import Names
from reportedly.records import Annotated, Place, PlaceMark, receive
from reportedly.resolve.place_given import believed
from reportedly.resolve.places import places as resolved

_GEONAMES = "geonames:"


def toponyms(
    text: str, names: Names, spans: Sequence[tuple[int, int]] | None = None
) -> list[dict[str, Any]]:
    """What the package takes for places, or what it takes the given spans to be."""
    report = receive(text.encode(), "text/plain", name="benchmark", text=text).report
    page = Annotated(report=report, sentences=sentences(text))
    marks = places(page, names) if spans is None else given_places(page, names, spans)
    found = resolved(replace(page, places=marks), names)
    if spans is not None:
        found = believed(found, frozenset(spans))
    return [_toponym(text, mark) for mark in found]


def _toponym(text: str, mark: PlaceMark) -> dict[str, Any]:
    place = mark.place
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

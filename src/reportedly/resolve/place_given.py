"""What spans mean that somebody says are places: then the likeliest reading holds, however small.

A name that no list has is put beside the place named closest to it, and its precision says so.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from reportedly.records import PlaceMark

_POINTS = frozenset({"city", "admin2", "site", "near"})


def believed(
    marks: Sequence[PlaceMark], spans: Collection[tuple[int, int]]
) -> tuple[PlaceMark, ...]:
    """The settled marks at these spans, each with coordinates if the report gives any ground."""
    settled = [m for m in marks if m.place.lat is not None]
    known = [_likeliest(m) for m in marks if (m.start, m.end) in spans]
    return tuple(m if m.place.lat is not None else _beside(m, settled) for m in known)


def _likeliest(mark: PlaceMark) -> PlaceMark:
    if mark.place.lat is not None or not mark.candidates:
        return mark
    return replace(mark, place=mark.candidates[0], reason="the likeliest of its name")


def _beside(mark: PlaceMark, settled: Sequence[PlaceMark]) -> PlaceMark:
    """An unlisted name: near the closest town in the text, else in the closest region."""
    code = mark.place.country_code
    around = [m for m in settled if code in (None, m.place.country_code) and m.use != "demonym"]
    points = [m for m in around if m.place.precision in _POINTS]
    regions = [m for m in around if m.place.precision == "admin1"]
    for close in (points, regions, around):
        if close:
            nearest = min(close, key=lambda m: abs(m.start - mark.start))
            break
    else:
        return mark
    place = replace(nearest.place, name=mark.place.name, precision="near", ref=None)
    return replace(mark, place=place, reason=f"not listed; named beside {nearest.place.name}")

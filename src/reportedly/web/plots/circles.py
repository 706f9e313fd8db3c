"""Where incidents are reported, drawn as wide as the place is uncertain. Never a pin.

A town is a small circle, a district or province a wide one, a country its outline; what is named
but not located is listed beside the map and drawn nowhere.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reportedly.records import Place
from reportedly.records.precision import radius_km
from reportedly.web.plots.tally import Tally


class Located(NamedTuple):
    """The incidents of one reported place; None: without a place."""

    place: Place | None
    tally: Tally


@dataclass(frozen=True, slots=True)
class Circle:
    place: Place
    km: float  # radius
    tally: Tally

    @property
    def outline(self) -> str | None:
        """Two letters of the country whose outline says it better than a circle."""
        return self.place.country_code if self.place.precision == "country" else None

    @property
    def precision(self) -> str:
        """How well the place is known, in words."""
        return _WORDS[self.place.precision].format(round(self.km))


_WORDS = {
    "site": "a site, put at its town (within about {} km)",
    "city": "a town (within about {} km)",
    "near": "near a town (within about {} km)",
    "admin2": "a district (somewhere within about {} km)",
    "admin1": "a province (somewhere within about {} km)",
    "area": "a region (somewhere within about {} km)",
    "country": "a country: somewhere in it",
}


@dataclass(frozen=True, slots=True)
class Places:
    circles: Sequence[Circle]  # the widest first, so that small ones are drawn over them
    unlocated: Sequence[Located]  # named, but not found
    unplaced: Tally  # no place reported


def places(rows: Iterable[Located]) -> Places:
    circles: list[Circle] = []
    unlocated: list[Located] = []
    unplaced = Tally()
    for place, tally in rows:
        if place is None:
            unplaced += tally
        elif (km := radius_km(place)) is None:
            unlocated.append(Located(place, tally))
        else:
            circles.append(Circle(place, km, tally))
    return Places(
        circles=sorted(circles, key=lambda c: (-c.km, -c.tally.incidents, c.place.name)),
        unlocated=sorted(unlocated, key=lambda one: -one.tally.incidents),
        unplaced=unplaced,
    )

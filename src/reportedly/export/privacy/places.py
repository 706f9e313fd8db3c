"""Places made coarser, by rule: nothing finer than a profile allows is named or drawn."""

from dataclasses import replace

from reportedly.export.privacy.profile import Finest
from reportedly.records import Place
from reportedly.records.values import PlacePrecision

PLACE = "(place withheld)"
# From the finest. A place that is only named may be anything, so it counts as the finest.
_FINENESS: dict[PlacePrecision, int] = {
    "name": 0, "site": 0, "city": 1, "near": 1, "admin2": 2, "admin1": 3, "area": 4, "country": 4,
}  # fmt: skip


def coarser(place: Place, finest: Finest) -> Place:
    """The place, or the division or country that it lies in; without coordinates of the place.

    A site made a city keeps its coordinates, which are those of its city.
    """
    if _FINENESS[place.precision] >= _FINENESS[finest]:
        return place
    if finest == "city" and place.precision == "site":
        return replace(place, name=PLACE, precision="city", ref=None)
    bare = replace(place, lat=None, lon=None, ref=None)
    if place.admin1 and finest != "country":
        return replace(bare, name=place.admin1, precision="admin1")
    bare = replace(bare, admin1=None)
    if place.country:
        return replace(bare, name=place.country, precision="country")
    return replace(bare, name=PLACE, precision="name")

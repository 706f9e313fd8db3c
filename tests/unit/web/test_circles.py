"""Places are drawn as wide as they are uncertain."""

import pytest

from reportedly.records import Place, PlacePrecision
from reportedly.records.precision import radius_km
from reportedly.web.plots.circles import Located, places
from reportedly.web.plots.tally import Tally

ONE = Tally(incidents=1)


def _place(precision: PlacePrecision, name: str = "Dulmeck") -> Place:
    return Place(name, precision, "Ilvane", "Quessara", "XA", -30.5, -20.25)


def test_the_less_is_known_the_wider() -> None:
    finest_first: list[PlacePrecision] = ["city", "near", "admin2", "admin1", "country", "area"]
    radii = [radius_km(_place(one)) or 0 for one in finest_first]
    assert radii == sorted(radii)
    assert radius_km(Place("Dulmeck", "name")) is None
    assert radius_km(Place("Dulmeck", "city")) is None


def test_what_is_not_located_is_drawn_nowhere() -> None:
    made = places(
        [
            Located(_place("city"), ONE),
            Located(_place("admin1", "Ilvane"), ONE),
            Located(_place("country", "Quessara"), ONE),
            Located(Place("Lowmere", "name"), ONE),
            Located(None, ONE),
        ]
    )
    assert [circle.place.name for circle in made.circles] == ["Quessara", "Ilvane", "Dulmeck"]
    assert [circle.outline for circle in made.circles] == ["XA", None, None]
    assert [one.place.name for one in made.unlocated if one.place] == ["Lowmere"]
    assert made.unplaced == ONE


@pytest.mark.parametrize(
    "precision", ["site", "city", "near", "admin2", "admin1", "area", "country"]
)
def test_every_precision_is_said_in_words(precision: PlacePrecision) -> None:
    (circle,) = places([Located(_place(precision), ONE)]).circles
    assert circle.precision
    assert "{}" not in circle.precision

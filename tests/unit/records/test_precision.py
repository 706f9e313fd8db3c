"""The precision codes of other data sets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.records import Place, PlacePrecision
from reportedly.records.precision import codes


def mapped(name: str, precision: PlacePrecision) -> Place:
    return Place(name, precision, lat=1.0, lon=2.0, country="Arda", country_code="XB")


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (mapped("Kolo", "city"), (1, 1, 1)),
        (mapped("Kolo bridge", "site"), (2, 1, 1)),
        (mapped("Kolo", "near"), (2, 2, 2)),
        (mapped("Kolo", "admin2"), (3, 2, 3)),
        (mapped("Kolo", "admin1"), (4, 3, 4)),
        (Place("Arda", "country", country_code="XB"), (6, None, 5)),
        (Place("Reed Sea", "area", lat=1.0, lon=2.0), (7, None, 5)),
        (Place("Gulf of Arda", "area", lat=1.0, lon=2.0), (7, None, 5)),
        (Place("Reed Forest", "area", lat=1.0, lon=2.0), (5, 3, 4)),
        (Place("Kolo", "name", admin1="Reeds", country_code="XB"), (4, 3, 4)),
        (Place("Kolo", "name", country_code="XB"), (6, None, 5)),
        (Place("Kolo", "admin2", admin1="Reeds", country_code="XB"), (4, 3, 4)),
    ],
)  # fmt: skip
def test_codes(place: Place, expected: tuple[int, int | None, int]) -> None:
    assert codes(place) == expected


@given(
    st.sampled_from(["site", "city", "near", "admin2", "admin1", "country", "area", "name"]),
    st.one_of(st.none(), st.floats(-90, 90)),
)
def test_every_place_has_codes_of_the_lists(precision: str, lat: float | None) -> None:
    ged, acled, gtd = codes(Place("Kolo", precision, lat=lat, lon=lat))  # type: ignore[arg-type]
    assert 1 <= ged <= 7
    assert acled in (None, 1, 2, 3)
    assert 1 <= gtd <= 5

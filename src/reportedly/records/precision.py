"""How fine a place or a date is in the codes of other data sets. Pure tables.

UCDP GED ``where_prec``: 1 exact, 2 within about 25 km of a known point, 3 second-level division,
4 first-level division, 5 line or vague area, 6 country, 7 international waters or airspace.
ACLED ``geo_precision``: 1 town, 2 near a town or part of a region, 3 region.
GTD ``specificity``: 1 at the town's coordinates, 2 at a point of a smaller division whose town is
not found, 3 at the centre of the smallest division, 4 division not certain, 5 unknown.

UCDP GED ``date_prec``: 1 a day, 2 two to six days, 3 a week, 4 up to a month, 5 up to a year.
ACLED ``time_precision``: 1 a day, 2 a week, 3 a month.
"""

from typing import NamedTuple

from reportedly.records.values import Place, PlacePrecision, When


class Codes(NamedTuple):
    """None: the data set has no such place; it would not hold the event."""

    ged: int
    acled: int | None
    gtd: int


# A named site is put at its town, so its own point is not known exactly.
_CODES: dict[PlacePrecision, Codes] = {
    "site": Codes(2, 1, 1),
    "city": Codes(1, 1, 1),
    "near": Codes(2, 2, 2),
    "admin2": Codes(3, 2, 3),
    "admin1": Codes(4, 3, 4),
    "area": Codes(5, 3, 4),
    "country": Codes(6, None, 5),
}
_AT_SEA = Codes(7, None, 5)
_UNKNOWN = Codes(6, None, 5)
_SEAS = ("Sea", "Ocean", "Gulf", "Strait", "Channel", "Bay")


def codes(place: Place) -> Codes:
    """The codes of a place; one without coordinates is as fine as what it is known to lie in."""
    if place.precision == "area" and not place.country_code and is_sea(place.name):
        return _AT_SEA
    if place.precision != "country" and place.lat is None:
        return _CODES["admin1"] if place.admin1 else _UNKNOWN
    return _CODES.get(place.precision, _UNKNOWN)


class DateCodes(NamedTuple):
    """None: coarser than the data set allows."""

    ged: int | None
    acled: int | None


# The most days that a code allows.
_DAYS = (
    (1, DateCodes(1, 1)), (6, DateCodes(2, 2)), (7, DateCodes(3, 2)), (31, DateCodes(4, 3)),
    (366, DateCodes(5, None)),
)  # fmt: skip


def date_codes(when: When) -> DateCodes:
    """The codes of a date by the number of days that it leaves open."""
    days = (when.latest - when.earliest).days + 1
    return next((found for most, found in _DAYS if days <= most), DateCodes(None, None))


def is_sea(name: str) -> bool:
    """True for waters of no one country by their name: "Red Sea", "Gulf of Aden"."""
    words = name.split()
    return bool(words) and (
        words[-1] in _SEAS or " ".join(words[:2]) in {f"{kind} of" for kind in _SEAS}
    )


# Conventions, not measurements: UCDP's 25 km for "near"; a town, an ordinary district, province
# and region of several countries.
_RADIUS_KM: dict[PlacePrecision, float] = {
    "site": 10,
    "city": 5,
    "near": 25,
    "admin2": 50,
    "admin1": 150,
    "area": 500,
    "country": 400,
}


def radius_km(place: Place) -> float | None:
    """How far from the point given the incident may lie, in km; None where no point is given."""
    if place.lat is None or place.lon is None:
        return None
    return _RADIUS_KM.get(place.precision)

"""When two places, as reported, may be the same place. Pure arithmetic, no gazetteer."""

from math import asin, cos, radians, sin, sqrt

from reportedly.records.values import Place, PlacePrecision

# From finest to coarsest; "name" stands for a place that is named, with its country, not located.
FINENESS: tuple[PlacePrecision, ...] = (
    "site", "city", "near", "admin2", "name", "admin1", "country", "area",
)  # fmt: skip
_POINTS: frozenset[PlacePrecision] = frozenset({"site", "city", "near"})
SAME_TOWN_KM = 30.0  # suburbs and villages are often reported under their town
_EARTH_KM = 6371.0


def distance_km(left: Place, right: Place) -> float | None:
    """Great-circle distance in kilometres, or None where a place has no coordinates."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    lat1, lon1, lat2, lon2 = map(radians, (left.lat, left.lon, right.lat, right.lon))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))


def is_unlisted(place: Place) -> bool:
    """True for a village or quarter that the gazetteer lacks, named with what it lies in."""
    known = place.ref is not None or not (place.country_code or place.admin1)
    return not known and place.precision in ("name", "near", "admin2")


def coarseness(place: Place) -> int:
    """0 for the finest. A site that is on no map, or a name without a country, says least."""
    if is_unlisted(place):
        return FINENESS.index("city")
    if place.lat is not None or place.precision in ("country", "area"):
        return FINENESS.index(place.precision)
    return FINENESS.index("name") if place.country_code or place.admin1 else len(FINENESS)


def is_point(place: Place) -> bool:
    """True for a place as fine as a town or finer."""
    return place.precision in _POINTS


def same_place(left: Place, right: Place) -> bool:
    """The same gazetteer entry or the same name in the same country."""
    if left.ref is not None and left.ref == right.ref:
        return True
    return _folded(left.name) == _folded(right.name) and not other_country(left, right)


def other_country(left: Place, right: Place) -> bool:
    """True if both are in a known country and these differ."""
    return bool(
        left.country_code and right.country_code and left.country_code != right.country_code
    )


def contains(outer: Place, inner: Place) -> bool:
    """True if a region or country, as named, is the one that the other place lies in."""
    name = _folded(outer.name)
    if outer.precision == "country":
        named = name == _folded(inner.country)
        coded = bool(outer.country_code) and outer.country_code == inner.country_code
        return inner.precision != "country" and (named or coded)
    if outer.precision == "admin1":
        within = name == _folded(inner.admin1) and not other_country(outer, inner)
        return inner.precision not in ("admin1", "country") and within
    return False


def may_be_same(left: Place, right: Place) -> bool:
    """False only where both are located and the locations exclude each other."""
    if same_place(left, right) or contains(left, right) or contains(right, left):
        return True
    if other_country(left, right):
        return False
    apart = distance_km(left, right)
    if is_point(left) and is_point(right) and apart is not None:
        return apart <= SAME_TOWN_KM
    return True


def _folded(name: str | None) -> str:
    return (name or "").casefold().removeprefix("the ").strip()

"""Whether the places of two accounts agree."""

from collections.abc import Mapping
from functools import lru_cache
from itertools import product

from reportedly.link.levels import REMEMBERED, Found, closest, step
from reportedly.link.profile import Profile
from reportedly.link.rarity import rarity
from reportedly.link.words import tokens
from reportedly.records import Place
from reportedly.records.nearness import (
    contains,
    distance_km,
    is_point,
    other_country,
    same_place,
)

NEAR_KM, SUBURB_KM = 10.0, 30.0
RARE_PLACE, COMMON_PLACE = 9.0, 7.0  # bits of the rarest word of its name


def places(left: Profile, right: Profile, families: Mapping[str, str]) -> Found | None:
    """Whether the places agree: the same, near each other, one in the other, or different."""
    found = closest("places", _where, left.places, right.places)
    if found is None or found[0] not in ("same_rare", "same_site", "same_common"):
        return found
    spots = [sorted(p.name for p in side.places if _is_spot(p)) for side in (left, right)]
    shared = [(a, b) for a, b in product(*spots) if _same_name(a, b)]
    if shared and found[0] != "same_rare":
        return "same_spot", f"both at {shared[0][0]}"
    if all(spots) and found[0] != "same_rare":  # a village is one spot under several names
        return "other_spot", f"{found[1]}, but at {spots[0][0]} and {spots[1][0]}"
    return found


def _is_spot(place: Place) -> bool:
    """Finer than a town: a square, a street, a building."""
    return place.precision in ("site", "name")


def _same_name(left: str, right: str) -> bool:
    """The same name, or two names of a spot that share a rare word."""
    shared = {*tokens(left)} & {*tokens(right)}
    return left.casefold() == right.casefold() or any(rarity(w) >= COMMON_PLACE for w in shared)


@lru_cache(maxsize=REMEMBERED)
def _where(left: Place, right: Place) -> Found:
    if same_place(left, right):
        return _same_place(left), f"both in {left.name}"
    if other_country(left, right):
        return "other_countries", f"{left.country or left.name}, not {right.country or right.name}"
    apart = distance_km(left, right)
    if is_point(left) and is_point(right) and apart is not None:
        level = step(apart, ((NEAR_KM, "near"), (SUBURB_KM, "suburb")), "other_towns")
        return level, f"{left.name} and {right.name}, {apart:.0f} km apart"
    for outer, inner in ((left, right), (right, left)):
        if contains(outer, inner):
            country = outer.precision == "country"
            return (
                "same_country" if country else "within_region"
            ), f"{inner.name} is in {outer.name}"
    wide = "area" in (left.precision, right.precision)  # and lies across borders
    return ("unclear" if wide else "other_names"), f"{left.name}, and {right.name}"


def _same_place(place: Place) -> str:
    if is_point(place) or place.precision == "name":
        rarest = max(map(rarity, tokens(place.name)), default=0.0)
        steps = ((RARE_PLACE, "same_rare"), (COMMON_PLACE, "same_site"))
        return next((level for least, level in steps if rarest >= least), "same_common")
    coarse = {"country": "same_country", "admin2": "same_county"}
    return coarse.get(place.precision, "same_region")

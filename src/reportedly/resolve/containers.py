"""Places named with what they lie in; what sites and unlisted villages take from there."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.plugins import Names
from reportedly.records import Annotated, Place, PlaceMark, PlacePrecision
from reportedly.records.nearness import distance_km, other_country

_MAIN_COUNTRY = 0.5  # the share of the report's country evidence that makes it the report's country
_AS_WRITTEN = ("site", "near", "name")
_WELL_KNOWN = 300_000  # people: meant wherever it is named
_FAR_KM = 150.0  # no town lies in, or at, another one so far away
# Between a place and the larger one that it lies in.
INSIDE = re.compile(
    r",\s+(?:in\s+)?(?:the\s+)?(?:[\w-]+ern\s+|[\w-]+\s+)?(?:(?:province|state|region|district|city)"
    r"\s+of\s+)?|\s+(?:district|county|area|town|village|city)?,?\s*(?:in|of)\s+"
    r"(?:(?:the|[\w’'-]+ern|north|south|east|west|central|restive|neighbou?ring|nearby)[\s-]+){0,3}"
    r"(?:(?:province|state|region|district|country|governorate|county|department)\s+of\s+)?"
    r"|\s+\(|\s*-\s*"
)
# Between a demonym or owner and a place in that country.
OWNER = re.compile(
    r"(?:[’']s?)?\s+(?:[\w-]+\s+){0,3}(?:city|town|village|province|region|state|capital|district|"
    r"port|island|area|governorate|county|resort|enclave|stronghold|suburb|"
    r"neighbou?rhood)?\s*(?:of\s+)?(?:the\s+)?|[’']s?\s+(?:[\w-]+\s+){0,3}"
)


def located(annotated: Annotated, marks: Sequence[PlaceMark], names: Names) -> list[PlaceMark]:
    """Sites and names that mean no place of the gazetteer take what their container gives.

    The container outweighs a namesake far from it: "the Aksu quarter in Kolo".
    """
    text = annotated.report.text
    found = list(marks)
    for index in range(len(found) - 1, -1, -1):
        mark = found[index]
        if mark.use == "demonym" or mark.place.precision in ("country", "area"):
            continue
        around = _container(text, found, index)
        if around is None:
            continue
        outer, inside = around
        if is_resolved(mark) and not (inside and _is_namesake(mark.place, outer, names)):
            continue
        found[index] = replace(
            mark, place=_inside(mark.place, outer), reason=f"{mark.reason}; in {outer.name}"
        )
    return found


def _inside(place: Place, outer: Place) -> Place:
    """The place with what lies around it; a name is on the map where that town or district is.

    Its precision then says what the coordinates stand for. A site is told with its town beside it.
    """
    site = place.precision == "site"
    town = outer.precision in ("city", "site", "near")
    on_map = outer.lat is not None and not site and (town or outer.precision == "admin2")
    stands_for: PlacePrecision = "near" if town else "admin2"
    unmapped: PlacePrecision = place.precision if place.precision in _AS_WRITTEN else "name"
    return Place(
        place.name,
        stands_for if on_map else unmapped,
        outer.admin1,
        outer.country,
        outer.country_code,
        outer.lat if on_map else None,
        outer.lon if on_map else None,
    )


def _is_namesake(place: Place, outer: Place, names: Names) -> bool:
    """True for a small place that lies far from what the text puts around it."""
    background = names.background(place.ref or "")
    fine = outer.precision in ("city", "near", "admin2")
    known = not fine and (background.population or 0) >= _WELL_KNOWN
    if background.capital or background.own or known:
        return False
    if other_country(place, outer):
        return True
    apart = distance_km(place, outer)
    return fine and apart is not None and apart > _FAR_KM


def is_resolved(mark: PlaceMark) -> bool:
    """True for a name that was found to mean a place of the gazetteer."""
    return mark.place.ref is not None or mark.place.country_code is not None


def in_the_one_country(marks: Sequence[PlaceMark], weights: Mapping[str, float]) -> list[PlaceMark]:
    """Unlisted places lie in the country that most of the report is about, if there is one."""
    code = max(weights, key=lambda c: weights[c], default="")
    if weights.get(code, 0.0) < _MAIN_COUNTRY:
        return list(marks)
    name = next((m.place.country for m in marks if m.place.country_code == code), None)
    if name is None:
        return list(marks)
    return [
        replace(
            mark,
            place=replace(mark.place, country=name, country_code=code),
            reason=f"{mark.reason}; the report speaks of {name}",
        )
        if not is_resolved(mark) and not mark.place.country and mark.use == "location"
        else mark
        for mark in marks
    ]


def _container(text: str, marks: Sequence[PlaceMark], index: int) -> tuple[Place, bool] | None:
    """What a place lies in, and whether the words leave no doubt of it."""
    mark = marks[index]
    if index + 1 < len(marks):
        after = marks[index + 1]
        gap = text[mark.end : after.start]
        if (
            len(gap) <= 70
            and after.use != "demonym"
            and INSIDE.fullmatch(gap)
            and after.place.country
        ):
            wide = after.place.precision in ("country", "admin1")
            sure = after.use == "location" and (wide or " in " in gap)
            return after.place, sure
    if index:
        left = marks[index - 1]
        gap = text[left.end : mark.start]
        owner = left.use == "demonym" or gap[:1] in ("’", "'")
        if owner and len(gap) <= 70 and OWNER.fullmatch(gap) and left.place.country:
            return left.place, False
    return None

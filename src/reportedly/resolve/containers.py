"""Places named with what they lie in; what sites and unlisted villages take from there."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.records import Annotated, Place, PlaceMark

_MAIN_COUNTRY = 0.6  # the share of the report's country evidence that makes it the report's country
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


def located(annotated: Annotated, marks: Sequence[PlaceMark]) -> list[PlaceMark]:
    """Sites and unlisted names take what the container that is named with them gives."""
    text = annotated.report.text
    found = list(marks)
    for index in range(len(found) - 1, -1, -1):
        mark = found[index]
        if mark.place.country_code or mark.use == "demonym" or mark.candidates:
            continue
        outer = _container(text, found, index)
        if outer is None:
            continue
        site = mark.place.precision == "site" and outer.precision in ("city", "site", "near")
        place = replace(
            mark.place,
            admin1=outer.admin1,
            country=outer.country,
            country_code=outer.country_code,
            lat=outer.lat if site else None,
            lon=outer.lon if site else None,
            ref=outer.ref if site else None,
        )
        found[index] = replace(mark, place=place, reason=f"{mark.reason}; in {outer.name}")
    return found


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
        if not mark.candidates and not mark.place.country and mark.use == "location"
        else mark
        for mark in marks
    ]


def _container(text: str, marks: Sequence[PlaceMark], index: int) -> Place | None:
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
            return after.place
    if index:
        left = marks[index - 1]
        gap = text[left.end : mark.start]
        owner = left.use == "demonym" or gap[:1] in ("’", "'")
        if owner and len(gap) <= 70 and OWNER.fullmatch(gap) and left.place.country:
            return left.place
    return None

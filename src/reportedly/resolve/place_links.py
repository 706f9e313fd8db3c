"""Names that stand with what they lie in: "X, Y province", "the Iranian city of X"."""

import math
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from reportedly.plugins import Names
from reportedly.records import Annotated, Place, PlaceMark
from reportedly.records.nearness import distance_km
from reportedly.resolve.containers import INSIDE, OWNER
from reportedly.resolve.place_senses import Key, Sense

_NO_SENTENCE_END = re.compile(r"[^.!?\n]*(?:\b[A-Z][a-z]?\.[^.!?\n]*)*")
_LIST = re.compile(r",? (?:and|or|&) |, ")
_KINDS = "suburb|village|town|city|hamlet|settlement|neighbou?rhood|quarter|district|community|camp"
_NEAR = re.compile(
    rf",?\s+(?:(?:a|an|the)\s+(?:[\w-]+\s+){{0,3}}(?:{_KINDS})\s+)?"
    r"(?:near|outside|of|in|on the (?:\w+\s)?outskirts of|just outside|close to|not far from|"
    r"(?:about |some |around )?[\d.,]+\s?(?:km|kilomet(?:er|re)s|miles)\s(?:\([^)]*\)\s)?"
    r"(?:(?:to the )?(?:north|south|east|west)[\w-]*\s)?(?:of|from))\s+(?:the\s)?"
    rf"(?:(?:capital|{_KINDS})(?:\sof)?,?\s+)?"
)
_NEAR_KM = 120.0
_BESIDE = 4.0
_LONGEST_GAP = 70
_AREA_KM, _DISTRICT_KM = 300.0, 60.0  # from the middle, where nothing else is known
_HELD = 5.0  # what the container adds to what lies in it, in orders of magnitude
_HOLDS = 3.0  # and what that adds to the container
_OWNED = 2.5
_LISTED = 1.0
_TWIN = 3.0  # the same name with its container elsewhere in the report
_DIVIDED = frozenset({"admin1", "admin2", "area", "country"})


class Link(NamedTuple):
    inner: Key
    outer: Key
    # "owner": "Iranian city", the outer comes first and need not hold; "list": "X, Y and Z";
    # "near": "X, a village outside Y"
    kind: Literal["inside", "owner", "list", "near"]


def beside(annotated: Annotated, names: Names) -> dict[int, int]:
    """Which mark says what another lies in, where the next one does."""
    text, marks = annotated.report.text, annotated.places
    found = {}
    for index, (left, right) in enumerate(pairwise(marks)):
        gap = text[left.end : right.start]
        if len(gap) > _LONGEST_GAP or not _NO_SENTENCE_END.fullmatch(gap):
            continue
        if right.use == "demonym" or not INSIDE.fullmatch(gap):
            continue
        if _alike(left, right, text[right.start : right.end]):
            continue
        within = [names.background(place.ref or "").within for place in left.candidates]
        if pairs(left.candidates, within, right.candidates):
            found[index] = index + 1
    return found


def links(annotated: Annotated, keys: Sequence[Key], inside: Mapping[int, int]) -> list[Link]:
    """Every pair of names of which one may hold the other."""
    text, marks = annotated.report.text, annotated.places
    found = [Link(keys[inner], keys[outer], "inside") for inner, outer in inside.items()]
    for index, (left, right) in enumerate(pairwise(marks)):
        gap = text[left.end : right.start]
        if len(gap) > _LONGEST_GAP or not _NO_SENTENCE_END.fullmatch(gap):
            continue
        owner = left.use == "demonym" or gap[:1] in ("’", "'")
        if owner and right.candidates and OWNER.fullmatch(gap):
            found.append(Link(keys[index + 1], keys[index], "owner"))
        elif _NEAR.fullmatch(gap) and index not in inside and right.use != "demonym":
            found.append(Link(keys[index], keys[index + 1], "near"))
        elif _LIST.fullmatch(gap) and index not in inside and left.candidates and right.candidates:
            found.append(Link(keys[index + 1], keys[index], "list"))
    return found


def _alike(left: PlaceMark, right: PlaceMark, written: str) -> bool:
    """True for "Ohio, Indiana": two states in a list, not the one in the other ("Indiana, Pa.")."""
    if not left.candidates or not right.candidates:
        return False
    first, second = left.candidates[0], right.candidates[0]
    short = "." in written or written.isupper()
    return first.precision == second.precision == "admin1" and first != second and not short


def pairs(
    inner: Sequence[Place], within: Sequence[Sequence[str]], outer: Sequence[Place]
) -> list[tuple[int, int]]:
    """Which candidates of the one lie in which of the other."""
    if not inner or not outer:
        return []
    # "Turkey, the United States": a list of countries
    both = inner[0].precision == "country"
    return [
        (i, o)
        for o, container in enumerate(outer)
        if container.precision in _DIVIDED and not (both and container.precision == "country")
        for i, place in enumerate(inner)
        if place.ref != container.ref and lies_in(place, within[i], container)
    ]


def lies_in(inner: Place, within: Sequence[str], outer: Place) -> bool:
    """``within``: what the gazetteer says that the inner place lies in, by reference."""
    if outer.precision == "country":
        return inner.country_code == outer.country_code and inner.precision != "country"
    if outer.country_code is not None and inner.country_code != outer.country_code:
        return False
    if inner.precision == "country":
        return False
    if outer.precision == "admin1":
        return inner.precision != "admin1" and inner.admin1 in (outer.name, outer.admin1)
    if outer.precision == "admin2" and within:
        return outer.ref in within
    apart = distance_km(inner, outer)
    return apart is not None and apart < (_AREA_KM if outer.precision == "area" else _DISTRICT_KM)


def bonuses(found: Sequence[Link], senses: Mapping[Key, Sense]) -> dict[Key, list[float]]:
    """What its links add to each candidate of each name, as far as the other end is believed."""
    added = {key: [0.0] * len(sense.candidates) for key, sense in senses.items()}
    for link in set(found):
        if link.inner == link.outer:
            continue
        inner, outer = senses[link.inner], senses[link.outer]
        if link.kind == "list":
            _add(added[link.inner], _same_kind(inner, outer), _LISTED)
            _add(added[link.outer], _same_kind(outer, inner), _LISTED)
            continue
        held, holds = [0.0] * len(inner.candidates), [0.0] * len(outer.candidates)
        if link.kind == "near":
            for i, o in _close(inner.candidates, outer.candidates):
                held[i] += outer.share[o]
                holds[o] += inner.share[i]
            _add(added[link.inner], held, _BESIDE)
            _add(added[link.outer], holds, _BESIDE)
            continue
        for i, o in pairs(inner.candidates, inner.within, outer.candidates):
            held[i] += outer.share[o]
            if outer.candidates[o].precision != "country":
                holds[o] += inner.share[i]
        _add(added[link.inner], held, _OWNED if link.kind == "owner" else _HELD)
        if link.kind == "inside":
            _add(added[link.outer], holds, _HOLDS)
    for key in senses:
        for other, twin in senses.items():
            if other[:3] == key[:3] and other[3] and not key[3]:
                _add(added[key], twin.share, _TWIN)
    return added


def _close(left: Sequence[Place], right: Sequence[Place]) -> list[tuple[int, int]]:
    """Which candidates of two names lie near each other."""
    return [
        (i, o)
        for o, there in enumerate(right)
        if there.precision in ("city", "admin2", "admin1")
        for i, here in enumerate(left)
        if here.country_code == there.country_code
        and (distance_km(here, there) or math.inf) < _NEAR_KM
    ]


def _same_kind(sense: Sense, other: Sense) -> list[float]:
    """How far the other name is believed to be of each candidate's kind and country."""
    kinds: dict[tuple[str, str | None], float] = {}
    for place, share in zip(other.candidates, other.share, strict=True):
        key = place.precision, None if place.precision == "country" else place.country_code
        kinds[key] = kinds.get(key, 0.0) + share
    return [
        kinds.get((p.precision, None if p.precision == "country" else p.country_code), 0.0)
        for p in sense.candidates
    ]


def _add(points: list[float], believed: Sequence[float], worth: float) -> None:
    """A link that is surely meant is ``worth`` so many orders of magnitude."""
    for number, share in enumerate(believed):
        points[number] = max(points[number], math.log10(1.0 + share * 10.0**worth))

"""Names that stand with what they lie in: "X, Y province", "the Iranian city of X"."""

import math
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from reportedly.records import Annotated, Place, PlaceMark
from reportedly.records.nearness import distance_km
from reportedly.resolve.containers import INSIDE, OWNER
from reportedly.resolve.place_senses import Key, Sense

_NO_SENTENCE_END = re.compile(r"[^.!?\n]*(?:\b[A-Z][a-z]?\.[^.!?\n]*)*")
_LONGEST_GAP = 70
_WITHIN_KM = 300.0  # of the middle of a district or area
_HELD = 5.0  # what the container adds to what lies in it, in orders of magnitude
_HOLDS = 3.0  # and what that adds to the container
_OWNED = 2.5
_TWIN = 3.0  # the same name with its container elsewhere in the report
_DIVIDED = frozenset({"admin1", "admin2", "area", "country"})


class Link(NamedTuple):
    inner: Key
    outer: Key
    owner: bool  # "Iranian city": the outer comes first and need not hold


def beside(annotated: Annotated) -> dict[int, int]:
    """Which mark says what another lies in, where the next one does."""
    text, marks = annotated.report.text, annotated.places
    found = {}
    for index, (left, right) in enumerate(pairwise(marks)):
        gap = text[left.end : right.start]
        if len(gap) > _LONGEST_GAP or not _NO_SENTENCE_END.fullmatch(gap):
            continue
        if (
            left.candidates
            and right.use != "demonym"
            and INSIDE.fullmatch(gap)
            and _any(left, right)
        ):
            found[index] = index + 1
    return found


def links(annotated: Annotated, keys: Sequence[Key], inside: Mapping[int, int]) -> list[Link]:
    """Every pair of names of which one may hold the other."""
    text, marks = annotated.report.text, annotated.places
    found = [Link(keys[inner], keys[outer], False) for inner, outer in inside.items()]
    for index, (left, right) in enumerate(pairwise(marks)):
        gap = text[left.end : right.start]
        if len(gap) > _LONGEST_GAP or not _NO_SENTENCE_END.fullmatch(gap):
            continue
        owner = left.use == "demonym" or gap[:1] in ("’", "'")
        if owner and right.candidates and OWNER.fullmatch(gap):
            found.append(Link(keys[index + 1], keys[index], True))
    return found


def _any(left: PlaceMark, right: PlaceMark) -> bool:
    return any(True for _ in _pairs(left.candidates, right.candidates))


def _pairs(inner: Sequence[Place], outer: Sequence[Place]) -> list[tuple[int, int]]:
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
        if place.ref != container.ref and lies_in(place, container)
    ]


def lies_in(inner: Place, outer: Place) -> bool:
    if outer.precision == "country":
        return inner.country_code == outer.country_code and inner.precision != "country"
    if inner.country_code != outer.country_code or inner.precision == "country":
        return False
    if outer.precision == "admin1":
        return inner.precision != "admin1" and inner.admin1 in (outer.name, outer.admin1)
    apart = distance_km(inner, outer)
    return apart is not None and apart < _WITHIN_KM


def bonuses(found: Sequence[Link], senses: Mapping[Key, Sense]) -> dict[Key, list[float]]:
    """What its links add to each candidate of each name, as far as the other end is believed."""
    added = {key: [0.0] * len(sense.candidates) for key, sense in senses.items()}
    for link in set(found):
        if link.inner == link.outer:
            continue
        inner, outer = senses[link.inner], senses[link.outer]
        held, holds = [0.0] * len(inner.candidates), [0.0] * len(outer.candidates)
        for i, o in _pairs(inner.candidates, outer.candidates):
            held[i] += outer.share[o]
            if outer.candidates[o].precision != "country":
                holds[o] += inner.share[i]
        _add(added[link.inner], held, _OWNED if link.owner else _HELD)
        if not link.owner:
            _add(added[link.outer], holds, _HOLDS)
    for key in senses:
        for other, twin in senses.items():
            if other[:3] == key[:3] and other[3] and not key[3]:
                _add(added[key], twin.share, _TWIN)
    return added


def _add(points: list[float], believed: Sequence[float], worth: float) -> None:
    """A link that is surely meant is ``worth`` so many orders of magnitude."""
    for number, share in enumerate(believed):
        points[number] = max(points[number], math.log10(1.0 + share * 10.0**worth))

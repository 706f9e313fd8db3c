"""Chooses which place each name means: containment first, then countries, then population.

Order: (1) countries, areas and demonyms mean themselves; (2) a name with its container ("X, Y
province", "the Iranian city of X") means what lies there; (3) names left are judged by the
countries the report speaks of and by what is settled already; (4) population decides among what is
left. One name means one place throughout a report. A small place in a country the report never
mentions is not believed: the mark then keeps its words and its candidates, without coordinates.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from reportedly.plugins import Names
from reportedly.records import Annotated, Place, PlaceMark
from reportedly.records.nearness import distance_km
from reportedly.resolve.containers import INSIDE, OWNER, in_the_one_country, located

_WELL_KNOWN = 300_000  # people: believed with no other word of its country
_EVIDENCE = {"location": 1.0, "dateline": 2.0, "demonym": 0.7, "metonym": 0.7, "base": 0.4,
             "other": 0.6}  # fmt: skip
_FIRST_CHARACTERS = 600  # a country named in the opening counts double
_COUNTRY_WEIGHT = 4.0  # the report's one country outweighs ten thousand times the people
_NOTED = 100_000  # people: believed against the report's countries if it has no namesake
_OWN = 10.0  # a person's own entry is meant before any namesake
_NEAR_KM = 300.0
# A county is named with its kind: without, its town is meant.
_KNOWN = {"country": 3.0, "area": 1.5, "admin1": 0.5, "city": 0.3, "admin2": -0.7}
_TITLED = 2.0  # a region in the title, as much as a dateline
_ROUNDS = 2  # the first settles each name by those before it, the second by all others
_REACHES = ((60.0, 2.5), (150.0, 2.0), (_NEAR_KM, 1.5))  # km, and what such nearness adds
_SAME_REGION = 2.0
_FAR_LARGER = 3  # times the people of any namesake abroad
_DIVIDED = frozenset({"admin1", "admin2", "area", "country"})
_REGION = re.compile(r"(?<=, )(?P<letters>[A-Z]{2})\b|[A-Z][a-z]+(?: [A-Z][a-z]+)?")
_NO_SENTENCE_END = re.compile(r"[^.!?\n]*")


@dataclass(slots=True)
class _Sense:
    """One name throughout the report."""

    candidates: tuple[Place, ...]
    marks: list[int] = field(default_factory=list)
    chosen: Place | None = None
    reason: str = ""


def places(annotated: Annotated, names: Names) -> tuple[PlaceMark, ...]:
    """The marks with ``place`` settled where the report gives grounds, and the grounds in words."""
    marks = annotated.places
    senses = _senses(marks)
    for sense in senses.values():
        _settle_plain(sense)
    _settle_contained(annotated, senses, names)
    titled = _titled(annotated.report.title or "", names)
    weights = _countries(marks, senses, names, titled)
    unsettled = [s for s in senses.values() if s.chosen is None and s.candidates]
    for _ in range(_ROUNDS):
        for sense in sorted(unsettled, key=lambda s: len(s.candidates)):
            sense.chosen, sense.reason = None, ""
            _settle_weighed(sense, senses, weights, names, titled)
    resolved = [_resolved(mark, senses[_key(mark)]) for mark in marks]
    return tuple(in_the_one_country(located(annotated, resolved, names), weights))


def _titled(title: str, names: Names) -> list[Place]:
    """The regions that a title names: in full, or in letters after a comma ("Kolo, GA")."""
    found = []
    for match in _REGION.finditer(title):
        regions = [p for p in names.places(match.group()) if p.precision == "admin1"]
        first = names.places(match.group())[:1]
        if regions and (match["letters"] or first[0] == regions[0]):
            found.append(regions[0])
    return found


def _key(mark: PlaceMark) -> tuple[str, tuple[Place, ...]]:
    return mark.place.name.casefold(), mark.candidates


def _senses(marks: Sequence[PlaceMark]) -> dict[tuple[str, tuple[Place, ...]], _Sense]:
    senses: dict[tuple[str, tuple[Place, ...]], _Sense] = {}
    for index, mark in enumerate(marks):
        senses.setdefault(_key(mark), _Sense(mark.candidates)).marks.append(index)
    return senses


def _settle_plain(sense: _Sense) -> None:
    """Countries and areas, unless a division of the same name is about as likely."""
    if not sense.candidates:
        return
    top = sense.candidates[0]
    wide = [p for p in sense.candidates if p.precision == "country"]
    rivals = [p for p in sense.candidates if p.precision == "admin1" and p.country_code == "US"]
    if wide and not rivals:
        sense.chosen, sense.reason = wide[0], "the country of that name"
    elif top.precision == "area" and not wide:
        sense.chosen, sense.reason = top, "the area of that name"


def _settle_contained(
    annotated: Annotated, senses: Mapping[tuple[str, tuple[Place, ...]], _Sense], names: Names
) -> None:
    """Names that stand with their container, or with its demonym."""
    text, marks = annotated.report.text, annotated.places
    votes: dict[tuple[str, tuple[Place, ...]], list[tuple[Place, str]]] = defaultdict(list)
    for left, right in pairwise(marks):
        gap = text[left.end : right.start]
        if len(gap) > 70 or not _NO_SENTENCE_END.fullmatch(gap):
            continue
        if left.candidates and right.use != "demonym" and INSIDE.fullmatch(gap):
            for inner, outer in _pairs(left, right, names):
                votes[_key(left)].append((_town(inner, left.candidates), f"in {outer.name}"))
                if outer.precision != "country" and senses[_key(right)].chosen is None:
                    votes[_key(right)].append((outer, f"contains {left.place.name}"))
                break
        owner = left.use == "demonym" or gap[:1] in "’'"
        if owner and right.candidates and OWNER.fullmatch(gap):
            codes = {p.country_code for p in left.candidates if p.precision == "country"}
            inside = [p for p in right.candidates if p.country_code in codes]
            if inside:
                votes[_key(right)].append(
                    (_town(inside[0], inside), f"named as of {inside[0].country}")
                )
    for key, found in votes.items():
        best = Counter(found).most_common(1)[0][0]
        known = senses[key].chosen
        # "Lebanon, Pennsylvania": the container says that it is not the country
        if known is None or (known.precision == "country" and best[0].admin1):
            senses[key].chosen, senses[key].reason = best


def _pairs(left: PlaceMark, right: PlaceMark, names: Names) -> list[tuple[Place, Place]]:
    """The readings under which the left lies in the right, likeliest first."""
    pairs = [
        (inner, outer)
        for outer in right.candidates
        if outer.precision in _DIVIDED
        for inner in left.candidates
        if _lies_in(inner, outer)
        and inner.ref != outer.ref
        # "Turkey, the United States": a list of countries
        and not (outer.precision == left.candidates[0].precision == "country")
    ]
    pairs.sort(key=lambda pair: -_standing(pair[0], names) - 0.5 * _standing(pair[1], names))
    return pairs


def _lies_in(inner: Place, outer: Place) -> bool:
    if outer.precision == "country":
        return inner.country_code == outer.country_code and inner.precision != "country"
    if inner.country_code != outer.country_code or inner.precision == "country":
        return False
    if outer.precision == "admin1":
        return inner.admin1 == outer.name or inner.admin1 == outer.admin1
    return _km(inner, outer) < _NEAR_KM


def _town(place: Place, candidates: Sequence[Place]) -> Place:
    """The town rather than the division named after it: "province" would have been said."""
    if place.precision not in ("admin1", "admin2"):
        return place
    towns = (
        p
        for p in candidates
        if p.precision == "city" and p.country_code == place.country_code
        and _km(p, place) < _NEAR_KM
    )  # fmt: skip
    return next(towns, place)


def _countries(
    marks: Sequence[PlaceMark],
    senses: Mapping[tuple[str, tuple[Place, ...]], _Sense],
    names: Names,
    titled: Sequence[Place],
) -> dict[str, float]:
    """How much of the report speaks of each country: shares that sum to one, or none at all."""
    weights: defaultdict[str, float] = defaultdict(float)
    for region in titled:
        weights[region.country_code or ""] += _TITLED
    for mark in marks:
        sense = senses[_key(mark)]
        place, weight = sense.chosen, _EVIDENCE[mark.use]
        if place is None and mark.candidates:
            top = mark.candidates[0]
            if _people(top, names) < _WELL_KNOWN and not _capital(top, names):
                continue
            if _people(top, names) < _FAR_LARGER * _abroad(top, mark.candidates, names):
                continue
            place, weight = top, weight * 0.5
        if place is None or place.country_code is None:
            continue
        if mark.start < _FIRST_CHARACTERS:
            weight *= 2
        weights[place.country_code] += weight
    total = sum(weights.values())
    return {code: weight / total for code, weight in weights.items()}


def _settle_weighed(
    sense: _Sense,
    senses: Mapping[tuple[str, tuple[Place, ...]], _Sense],
    weights: Mapping[str, float],
    names: Names,
    titled: Sequence[Place],
) -> None:
    settled = [*titled, *(s.chosen for s in senses.values() if s.chosen)]
    scored = []
    for place in sense.candidates:
        share = weights.get(place.country_code or "", 0.0)
        near = max((_nearness(place, other) for other in settled), default=0.0)
        score = _standing(place, names) + _COUNTRY_WEIGHT * math.sqrt(share) + near
        scored.append((score, place, share, near))
    scored.sort(key=lambda row: -row[0])
    _, place, share, near = scored[0]
    place = _town(place, [p for _, p, _, _ in scored])
    own = names.background(place.ref or "").own
    known = own or _people(place, names) >= _WELL_KNOWN or _capital(place, names)
    only = len(sense.candidates) == 1
    abroad = _abroad(place, sense.candidates, names)
    if not weights and _people(place, names) > _FAR_LARGER * abroad:
        only = True  # no other country's town would be named without its country
    alone = only and (not weights or place.precision == "admin1" or _people(place, names) >= _NOTED)
    if not (share or near or known or alone or place.precision in ("country", "area")):
        return
    grounds = (
        f"the report speaks of {place.country}" if share
        else "near other places of the report" if near
        else "in the person's own list" if own
        else "the largest of its name" if not only
        else ""
    )  # fmt: skip
    sense.chosen = place
    sense.reason = "; ".join(filter(None, ("the only one of its name" if only else "", grounds)))


def _nearness(place: Place, other: Place) -> float:
    """What another settled place of the report adds: most where it is close by or around."""
    if other.precision == "admin1":
        inside = place.country_code == other.country_code and place.admin1 == other.admin1
        return _SAME_REGION if inside else 0.0
    if other.precision in ("country", "area"):
        return 0.0
    apart = _km(place, other)
    return next((points for reach, points in _REACHES if apart < reach), 0.0)


def _standing(place: Place, names: Names) -> float:
    """How likely a place is named in news before the report is read: orders of magnitude."""
    bonus = _KNOWN.get(place.precision, 0.0)
    if _capital(place, names):
        bonus += 1.5
    if names.background(place.ref or "").own:
        bonus += _OWN
    return math.log10(_people(place, names) + 300) + bonus


def _abroad(place: Place, namesakes: Sequence[Place], names: Names) -> int:
    """The people of the largest namesake in another country."""
    others = (p for p in namesakes if p.country_code != place.country_code)
    return max((_people(p, names) for p in others), default=0)


def _people(place: Place, names: Names) -> int:
    return names.background(place.ref or "").population or 0


def _capital(place: Place, names: Names) -> bool:
    return names.background(place.ref or "").capital


def _resolved(mark: PlaceMark, sense: _Sense) -> PlaceMark:
    chosen = sense.chosen
    if chosen is None:
        return replace(
            mark, reason=f"{mark.reason}; not resolved" if mark.candidates else mark.reason
        )
    kept = mark.place.precision if mark.place.precision in ("near", "site") else chosen.precision
    wide = chosen.precision in ("country", "area")
    name = chosen.name if chosen.precision == "country" else mark.place.name
    place = replace(chosen, name=name, precision=chosen.precision if wide else kept)
    others = tuple(p for p in mark.candidates if p != chosen)
    reason = "; ".join(filter(None, (mark.reason, sense.reason)))
    return replace(mark, place=place, candidates=(chosen, *others), reason=reason)


def _km(left: Place, right: Place) -> float:
    """The distance, endless where a place has no coordinates."""
    distance = distance_km(left, right)
    return math.inf if distance is None else distance

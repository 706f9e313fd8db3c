"""Chooses which place each name means: what the text puts around it, where the other names lie,
then the largest.

Every name starts with its candidates as likely as they are large and known. Then each candidate
gains where the text says what it lies in ("X, Y province", "the Iranian city of X"), where the
report's other names speak of its country, and where they lie near it; the others are judged in the
same way, so this goes round a few times. One name means one place throughout a report, unless it
stands with another container. A small place in a country the report never mentions is not
believed: the mark then keeps its words and its candidates, likeliest first, without coordinates.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.plugins import Names
from reportedly.records import Annotated, Place, PlaceMark
from reportedly.records.nearness import distance_km
from reportedly.resolve.containers import in_the_one_country, located
from reportedly.resolve.place_evidence import Evidence, Judged
from reportedly.resolve.place_links import Link, beside, bonuses, lies_in, links
from reportedly.resolve.place_senses import Key, Sense, key_of, senses

_WELL_KNOWN = 300_000  # people: believed with no other word of its country
_REGION_FOR_CITY = 10  # times as many people make a region as well known as a city
_NOTED = 100_000  # people: believed against the report's countries if it has no namesake
_EVIDENCE = {"location": 1.0, "dateline": 2.0, "demonym": 0.7, "metonym": 0.7, "base": 0.4,
             "other": 0.6}  # fmt: skip
_FIRST_CHARACTERS = 600  # a country named in the opening counts double
_TITLED = 2.0  # a region in the title, as much as a dateline
_ROUNDS = 4
_FAR_LARGER = 3  # times the people of any namesake abroad
_SPOKEN_OF = 0.08  # the share of the other names from which a country counts as mentioned
_NEARBY = 0.4  # the weight of the names around from which a place counts as near them
_SAME_TOWN_KM = 300.0
_SEAT = 20  # a division named after its town has no more than so many times its people
_BY_LINK = 2.0
_REGION = re.compile(r"(?<=, )(?P<letters>[A-Z]{2})\b|[A-Z][a-z]+(?: [A-Z][a-z]+)?")


def places(annotated: Annotated, names: Names) -> tuple[PlaceMark, ...]:
    """The marks with ``place`` settled where the report gives grounds, and the grounds in words."""
    marks = annotated.places
    inside = beside(annotated, names)
    within = {index: marks[outer].place.name.casefold() for index, outer in inside.items()}
    keys = [key_of(mark, within.get(index, "")) for index, mark in enumerate(marks)]
    found = senses(marks, within, names)
    for sense in found.values():
        sense.weight = sum(_told(marks[index]) for index in sense.marks)
    given = {p.country_code or "": _TITLED for p in _titled(annotated.report.title or "", names)}
    linked = links(annotated, keys, inside)
    evidence = Evidence(found.values(), given)
    added: Mapping[Key, Sequence[float]] = {}
    for _ in range(_ROUNDS):
        added = bonuses(linked, found)
        for key, sense in found.items():
            if sense.candidates:
                around = evidence.without(sense)
                scores = [
                    prior + more + around.score(place, outshone=outshone)
                    for place, prior, more, outshone in zip(
                        sense.candidates, sense.prior, added[key], sense.outshone, strict=True
                    )
                ]
                evidence.add(sense, -1.0)
                sense.weigh(scores, around.home)
                evidence.add(sense, 1.0)
    for key, sense in found.items():
        if sense.candidates:
            _settle(sense, added[key], evidence.without(sense), names)
            _explain(key, sense, linked, found, names)
    resolved = [_resolved(mark, found[key]) for mark, key in zip(marks, keys, strict=True)]
    return tuple(in_the_one_country(located(annotated, resolved, names), evidence.shares()))


def _told(mark: PlaceMark) -> float:
    """How much a mark tells of where the report is set."""
    return _EVIDENCE[mark.use] * (2 if mark.start < _FIRST_CHARACTERS else 1)


def _titled(title: str, names: Names) -> list[Place]:
    """The regions that a title names: in full, or in letters after a comma ("Kolo, GA")."""
    found = []
    for match in _REGION.finditer(title):
        regions = [p for p in names.places(match.group()) if p.precision == "admin1"]
        first = names.places(match.group())[:1]
        if regions and (match["letters"] or first[0] == regions[0]):
            found.append(regions[0])
    return found


def _settle(sense: Sense, added: Sequence[float], around: Judged, names: Names) -> None:
    """Choose the likeliest candidate if anything but its likelihood speaks for it."""
    order = sorted(range(len(sense.candidates)), key=lambda n: -sense.share[n])
    best = _town(order, sense)
    place, people = sense.candidates[best], sense.people[best]
    known = names.background(place.ref or "")
    abroad = _abroad(place, sense)
    large = 1 if place.precision == "city" else _REGION_FOR_CITY
    only = len(sense.candidates) == 1
    spoken = around.country(place) >= _SPOKEN_OF
    near = around.near(place) >= _NEARBY
    silent = around.silent
    if silent and people > _FAR_LARGER * abroad:
        only = True  # no other country's town would be named without its country
    region = place.precision == "admin1" and sense.led
    noted = place.precision == "city" and people >= _NOTED
    alone = only and (silent or region or noted)
    grounds = [
        (added[best] >= _BY_LINK, "named with what it lies in"),
        (place.precision == "country", "the country of that name"),
        (place.precision == "area", "the area of that name"),
        (near, "near other places of the report"),
        (spoken, f"the report speaks of {place.country}"),
        (known.own, "in the person's own list"),
        (known.capital or people >= _WELL_KNOWN * large, "the best known of its name"),
        (alone, "the only one of its name"),
    ]
    sense.candidates = (place, *(sense.candidates[n] for n in order if n != best))
    reasons = [words for holds, words in grounds if holds]
    if reasons:
        sense.chosen, sense.reason = place, reasons[0]


def _explain(
    key: Key, sense: Sense, linked: Sequence[Link], found: Mapping[Key, Sense], names: Names
) -> None:
    """Name the container where the text does."""
    if sense.chosen is None or sense.reason != "named with what it lies in":
        return
    for link in linked:
        other = found[link.outer if link.inner == key else link.inner]
        if key not in (link.inner, link.outer) or not other.candidates:
            continue
        there = other.chosen or other.candidates[0]
        if link.kind == "owner" and link.inner == key:
            sense.reason = f"named as of {there.name}"
        elif link.kind == "near":
            sense.reason = f"near {there.name}"
        elif link.inner == key and _lies_in(sense.chosen, there, names):
            sense.reason = f"in {there.name}"
        elif link.outer == key and _lies_in(there, sense.chosen, names):
            sense.reason = f"contains {there.name}"
        else:
            continue
        return
    sense.reason = "as elsewhere in the report"


def _lies_in(inner: Place, outer: Place, names: Names) -> bool:
    return lies_in(inner, names.background(inner.ref or "").within, outer)


def _town(order: Sequence[int], sense: Sense) -> int:
    """The town rather than the division named after it: "province" would have been said."""
    first = order[0]
    place = sense.candidates[first]
    island = place.precision == "area" and place.country_code is not None
    if place.precision not in ("admin1", "admin2") and not island:
        return first
    for number in order:
        town = sense.candidates[number]
        named = town.name.casefold() in sense.name.casefold() or place.name == town.name
        if town.precision == "city" and town.country_code == place.country_code and named:
            apart = distance_km(town, place)
            large = island or sense.people[number] * _SEAT >= sense.people[first]
            if large and apart is not None and apart < _SAME_TOWN_KM:
                return number
    return first


def _abroad(place: Place, sense: Sense) -> int:
    """The people of the largest namesake in another country."""
    others = (
        people
        for other, people in zip(sense.candidates, sense.people, strict=True)
        if other.country_code != place.country_code
    )
    return max(others, default=0)


def _resolved(mark: PlaceMark, sense: Sense) -> PlaceMark:
    chosen = sense.chosen
    if chosen is None:
        if not mark.candidates:
            return mark
        reason = f"{mark.reason}; not resolved: small, and the report speaks of other countries"
        return replace(mark, candidates=sense.candidates, reason=reason)
    kept = mark.place.precision if mark.place.precision in ("near", "site") else chosen.precision
    wide = chosen.precision in ("country", "area")
    shouted = mark.place.name.isupper() and mark.place.name.casefold() == chosen.name.casefold()
    name = chosen.name if shouted or chosen.precision == "country" else mark.place.name
    place = replace(chosen, name=name, precision=chosen.precision if wide else kept)
    reason = "; ".join(filter(None, (mark.reason, sense.reason)))
    return replace(mark, place=place, candidates=sense.candidates, reason=reason)

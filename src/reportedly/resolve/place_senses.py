"""What one name means throughout a report, and how likely each reading is before it is read."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.plugins import Names
from reportedly.records import Place, PlaceMark

LARGE = "large city"  # the reason of a mark that nothing but its size supports
_OWN = 10.0  # a person's own entry is meant before any namesake
_CAPITAL = 1.5
_ALTERNATE = -1.0  # another name of the place than its own, often a foreign spelling
# A county is named with its kind: without, its town is meant.
_KNOWN = {"country": 3.0, "area": 1.5, "admin1": 0.5, "city": 0.3, "admin2": -1.0}
_AREA = 5_000_000  # an area across borders is named as often as a city of so many people
_FEWEST = 300  # people; what nobody has counted is no larger
_UNLISTED = 2.5  # as a village of a thousand people
_SHARPNESS = math.log(10)  # a score counts orders of magnitude, so ten times the people is one
_NEGLIGIBLE = 0.002
_WORLD_CITY = 1_000_000  # people of a capital that the whole world calls by its bare name
_OUTSHINES = 30  # times the people of a namesake

Key = tuple[str, str, int, str]


@dataclass(slots=True)
class Sense:
    """One name throughout the report, apart from where it stands with another container."""

    name: str
    candidates: tuple[Place, ...]
    people: list[int]
    prior: list[float]
    within: list[tuple[str, ...]]  # what each candidate lies in, by reference
    outshone: list[bool]  # small towns with the name of a great capital
    marks: list[int] = field(default_factory=list)
    led: bool = False  # the words around it say that it is a place
    weight: float = 0.0  # how much it tells of where the report is set
    share: list[float] = field(default_factory=list)  # of belief, for each candidate
    chosen: Place | None = None
    reason: str = ""

    def weigh(self, scores: Iterable[float], home: float = 0.0) -> None:
        """Share the belief out among the candidates by their scores, and a place no list has.

        Such a place would lie in the report's country: ``home`` is what that adds.
        """
        known = list(scores)
        top = max(known, default=0.0)
        raw = [math.exp(_SHARPNESS * (score - top)) for score in known]
        total = sum(raw)
        if any(place.precision == "city" for place in self.candidates):
            total += math.exp(_SHARPNESS * (_UNLISTED + home - top))
        self.share = [part / (total or 1.0) for part in raw]

    def likely(self) -> list[tuple[int, Place, float]]:
        """The candidates that are worth counting: index, place, share."""
        return [
            (number, place, share)
            for number, (place, share) in enumerate(zip(self.candidates, self.share, strict=True))
            if share > _NEGLIGIBLE
        ]


def senses(marks: Sequence[PlaceMark], beside: Mapping[int, str], names: Names) -> dict[Key, Sense]:
    """The names of the report; ``beside``: what a mark says it lies in, in words."""
    found: dict[Key, Sense] = {}
    for index, mark in enumerate(marks):
        key = key_of(mark, beside.get(index, ""))
        if key not in found:
            people = [_people(place, names) for place in mark.candidates]
            prior = [
                _standing(mark.place.name, place, count, names)
                for place, count in zip(mark.candidates, people, strict=True)
            ]
            within = [names.background(place.ref or "").within for place in mark.candidates]
            outshone = _outshone(mark.candidates, people, names)
            found[key] = Sense(mark.place.name, mark.candidates, people, prior, within, outshone)
            found[key].weigh(prior)
        found[key].marks.append(index)
        found[key].led |= mark.reason != LARGE
    return found


def key_of(mark: PlaceMark, container: str) -> Key:
    first = mark.candidates[0].ref if mark.candidates else None
    return mark.place.name.casefold(), first or "", len(mark.candidates), container


def _standing(name: str, place: Place, people: int, names: Names) -> float:
    """How likely a place is named in news before the report is read: orders of magnitude."""
    known = names.background(place.ref or "")
    score = math.log10(people + _FEWEST) + _KNOWN.get(place.precision, 0.0)
    if known.capital:
        score += _CAPITAL
    if known.own:
        score += _OWN
    here, there = name.casefold(), place.name.casefold()
    if place.precision == "city" and here not in there and there not in here:
        score += _ALTERNATE
    return score


def _outshone(places: Sequence[Place], people: Sequence[int], names: Names) -> list[bool]:
    """Which candidates are towns abroad that a great capital's name does not mean by itself."""
    great = [
        (count, place.country_code)
        for place, count in zip(places, people, strict=True)
        if count >= _WORLD_CITY and names.background(place.ref or "").capital
    ]
    most, country = max(great, default=(0, None), key=lambda one: one[0])
    return [
        place.precision == "city" and place.country_code != country and count * _OUTSHINES < most
        for place, count in zip(places, people, strict=True)
    ]


def _people(place: Place, names: Names) -> int:
    if place.precision == "area":
        return _AREA
    return names.background(place.ref or "").population or 0

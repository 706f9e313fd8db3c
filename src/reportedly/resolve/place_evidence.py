"""Where the names of a report say it is set: its countries, their regions, and squares of the map.

Every name gives its weight to the candidates that it may mean, by how much each is believed. A
name is judged by what all others gave, so none confirms itself.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping

from reportedly.records import Place
from reportedly.resolve.place_senses import Sense

_AROUND = tuple((north, east) for north in (-1, 0, 1) for east in (-1, 0, 1))
_FINE, _COARSE = 4, 1  # squares to a degree: some 28 km, and 111 km
_CLOSE, _WITHIN_REACH = 0.7, 0.4  # in the same fine square or one beside it; likewise coarse
_NAMED_REGION = 1.2  # "Ohio" for what lies in Ohio
_SAME_REGION = 0.25  # a town for another of its region, however far
_ONE = 1.0  # what one name can tell at most of a square
_NEAR = 2.2  # what the first near neighbour adds, in orders of magnitude
_ENOUGH = 3.0  # more neighbours add nothing
_NEIGHBOURS = 1.0  # from which a small town may be meant by the name of a great capital
_COUNTRY = 4.0  # the report's one country outweighs ten thousand times the people
_TOWN = 300_000  # people; up to here a name tells that the report is set nearby
_FAME = 1.0
_SILENT = 0.3
_LITTLE = 0.3  # with evidence of so little weight, half of it is believed

Square = tuple[int, int, int]  # with its size
Region = tuple[str, str]


class Evidence:
    """Weights of countries, regions and squares, from names and from what else speaks of them."""

    def __init__(self, senses: Iterable[Sense], given: Mapping[str, float]) -> None:
        self.countries: defaultdict[str, float] = defaultdict(float, given)
        self.regions: defaultdict[Region, float] = defaultdict(float)
        self.squares: defaultdict[Square, float] = defaultdict(float)
        for sense in senses:
            self.add(sense, 1.0)
        self.total = sum(self.countries.values())

    def add(self, sense: Sense, sign: float) -> None:
        """Count a name in, or out again with ``sign`` -1."""
        weight = sign * sense.weight
        told = sign * min(_ONE, sense.weight)
        for number, place, share in sense.likely():
            code = place.country_code
            if code is not None:
                self.countries[code] += weight * share
            if place.precision == "admin1" and code is not None:
                self.regions[code, place.admin1 or place.name] += told * share * _NAMED_REGION
            elif place.precision in ("city", "admin2", "site", "near") and place.lat is not None:
                local = told * share * _locality(sense.people[number])
                for size in (_FINE, _COARSE):
                    self.squares[square(place, size)] += local
                if code is not None and place.admin1:
                    self.regions[code, place.admin1] += local * _SAME_REGION

    def without(self, sense: Sense) -> "Judged":
        return Judged(self, sense)

    def shares(self) -> dict[str, float]:
        """How much of the report speaks of each country: they sum to one, or there are none."""
        total = sum(self.countries.values())
        return {code: weight / total for code, weight in self.countries.items()} if total else {}


class Judged:
    """The evidence as one name finds it: without its own part."""

    def __init__(self, evidence: Evidence, sense: Sense) -> None:
        self._evidence = evidence
        self._own: defaultdict[str, float] = defaultdict(float)
        self._regions: defaultdict[Region, float] = defaultdict(float)
        self._squares: defaultdict[Square, float] = defaultdict(float)
        own = Evidence((), {})
        own.add(sense, 1.0)
        self._own, self._regions, self._squares = own.countries, own.regions, own.squares
        self._total = sum(evidence.countries.values()) - sum(self._own.values())

    def country(self, place: Place) -> float:
        """The share of the other names that speak of the place's country."""
        code = place.country_code
        if code is None or self._total < 1e-6:
            return 0.0
        weight = self._evidence.countries.get(code, 0.0) - self._own.get(code, 0.0)
        return max(0.0, weight) / self._total

    def near(self, place: Place) -> float:
        """How many other names lie around the place, each by how much it is believed to."""
        if place.precision in ("country", "area") or place.lat is None:
            return 0.0
        key = place.country_code or "", place.admin1 or place.name
        regions = self._evidence.regions.get(key, 0.0) - self._regions.get(key, 0.0)
        if place.precision == "admin1":
            return max(0.0, regions)
        return max(0.0, self._beside(place) + regions)

    def _beside(self, place: Place) -> float:
        """How many other names lie in its square of the map, and those next to it."""
        around = 0.0
        for size, worth in ((_FINE, _CLOSE), (_COARSE, _WITHIN_REACH)):
            _, y, x = square(place, size)
            for north, east in _AROUND:
                at = (size, y + north, x + east)
                weight = self._evidence.squares.get(at)
                if weight is not None:
                    around += worth * (weight - self._squares.get(at, 0.0))
        return max(0.0, around)

    @property
    def silent(self) -> bool:
        """True if nothing else speaks of any country."""
        return self._total < _SILENT

    @property
    def home(self) -> float:
        """What lying in the report's main country adds."""
        top = max(
            (
                weight - self._own.get(code, 0.0)
                for code, weight in self._evidence.countries.items()
            ),
            default=0.0,
        )
        return self._country(max(0.0, top) / self._total) if self._total > 1e-6 else 0.0

    def _country(self, share: float) -> float:
        return _COUNTRY * math.sqrt(share) * self._total / (self._total + _LITTLE)

    def score(self, place: Place, *, outshone: bool = False) -> float:
        """What the others add to a reading, in orders of magnitude. ``outshone``: nothing, unless
        names near it do, as the rest of its country means the great city by that name too.
        """
        if outshone and (place.lat is None or self._beside(place) < _NEIGHBOURS):
            return 0.0
        country = self._country(self.country(place))
        return country + _NEAR * math.log2(1.0 + min(_ENOUGH, self.near(place)))


def _locality(people: int) -> float:
    """A town is named by its neighbours, a great city by the whole world."""
    return 1.0 / (1.0 + _FAME * math.log10(max(people, _TOWN) / _TOWN))


def square(place: Place, size: int) -> Square:
    return size, math.floor((place.lat or 0.0) * size), math.floor((place.lon or 0.0) * size)

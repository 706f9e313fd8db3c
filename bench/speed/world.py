"""An invented world to report from: as unevenly peopled as the real one, and the same for a seed.

Countries, towns, actors, outlets and officials are drawn by Zipf's law: a few are named every day,
most hardly ever. Common words are those of the invented reports in ``train/corpus``, as often as
they stand there; the names are made of syllables.
"""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Generic, TypeVar

from reportedly.records import Actor, Place

CORPUS = Path(__file__).parents[2] / "train" / "corpus"
COUNTRIES, TOWNS, ACTORS, OUTLETS, OFFICIALS, STRAY_NAMES = 24, 150, 6, 80, 40, 60_000
_ONSETS = "b br c d dr f g gr h j k kh l m n p q r s sh st t tr v w y z".split()
_VOWELS = "a e i o u aa ai ei ou".split()
_CODAS = ["", "", "", "n", "r", "l", "m", "sh", "k", "th", "nd", "st"]
_CODES = [f"Q{letter}" for letter in "MNOPQRSTUVWXYZ"] + [f"X{n}" for n in "ABCDEFGHIJ"]
Drawn = TypeVar("Drawn")


class Skewed(Generic[Drawn]):
    """Things drawn in proportion to weights; by Zipf's law (the first most often) unless given."""

    def __init__(
        self, things: Sequence[Drawn], weights: Sequence[float] | None = None, *, zipf: float = 1.0
    ) -> None:
        self.things = things
        given = weights or [1 / rank**zipf for rank in range(1, len(things) + 1)]
        self._sums = list(accumulate(given))

    def draw(self, rng: Random) -> Drawn:
        return self.things[
            bisect(self._sums, rng.random() * self._sums[-1], hi=len(self._sums) - 1)
        ]

    def draws(self, rng: Random, times: int) -> list[Drawn]:
        return rng.choices(self.things, cum_weights=self._sums, k=times)


@dataclass(frozen=True, slots=True)
class Country:
    name: str
    code: str
    towns: Skewed[Place]
    actors: Skewed[Actor]
    officials: Skewed[str]  # persons in the news there


@dataclass(frozen=True, slots=True)
class World:
    countries: Skewed[Country]
    outlets: Skewed[str]
    words: Skewed[str]
    stray_names: Skewed[str]  # of anybody and anything else that reports name


def invented_name(rng: Random) -> str:
    syllables = rng.choice((2, 2, 2, 3, 3))
    parts = (
        rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_CODAS) for _ in range(syllables)
    )
    return "".join(parts).capitalize()


def world(seed: int) -> World:
    rng = Random(f"world {seed}")
    return World(
        countries=Skewed([_country(rng, code) for code in _CODES[:COUNTRIES]]),
        outlets=Skewed([f"{invented_name(rng)} {kind}" for kind in _papers(OUTLETS)], zipf=0.7),
        words=_words(),
        stray_names=Skewed([invented_name(rng) for _ in range(STRAY_NAMES)], zipf=0.9),
    )


def _papers(times: int) -> list[str]:
    kinds = ("Courier", "Times", "Wire", "Herald", "Post", "News", "Observer", "Tribune")
    return [kinds[n % len(kinds)] for n in range(times)]


def _country(rng: Random, code: str) -> Country:
    name = invented_name(rng)
    lat, lon = rng.uniform(-30, 40), rng.uniform(-100, 130)
    provinces = [invented_name(rng) for _ in range(8)]
    towns = [
        Place(
            invented_name(rng),
            "city",
            admin1=rng.choice(provinces),
            country=name,
            country_code=code,
            lat=round(lat + rng.gauss(0, 2), 4),
            lon=round(lon + rng.gauss(0, 2), 4),
            ref=f"invented:{code}:{n}",
        )
        for n in range(TOWNS)
    ]
    kinds = ("Front", "Brigade", "Army", "Movement", "Council", "Guard")
    actors = [
        Actor(f"{invented_name(rng)} {kinds[n % len(kinds)]}", f"invented:{code}:a{n}")
        for n in range(ACTORS)
    ]
    officials = [f"{invented_name(rng)} {invented_name(rng)}" for _ in range(OFFICIALS)]
    return Country(name, code, Skewed(towns), Skewed(actors, zipf=1.3), Skewed(officials))


@cache
def _words() -> Skewed[str]:
    """Words in small letters of the invented reports, as often as they stand there."""
    from train.annotated import read_corpus

    counted = Counter(
        word for report in read_corpus(CORPUS) for word in re.findall(r"\b[a-z]+\b", report.text)
    )
    words = sorted(counted, key=lambda word: (-counted[word], word))
    return Skewed(words, [float(counted[word]) for word in words])

"""What happens in the invented world, and which reports speak of it when."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from heapq import heappop, heappush
from math import exp, sqrt
from random import Random

from bench.speed.draft import Draft
from bench.speed.world import Country, Skewed, World, invented_name
from reportedly.records import Actor, Place

FIRST_DAY = date(2031, 1, 1)
BIG_DAYS, BIGGER = 0.03, 5.0  # one day in thirty has five times as many incidents
MOST_REPORTS = 400  # on one incident
REMEMBERED = 0.15  # mentions in passing, months later, for each report when it was news
KINDS: Skewed[str] = Skewed(
    ["bombing", "armed_assault", "airstrike_shelling", "battle", "kidnapping", "suicide_bombing",
     "mob_violence", "assassination", "arson", "vehicle_ramming", "hijacking", "other"]
)  # fmt: skip
# Accounts of one incident, of which half have one: a power law, as in collections of real news.
_FAME = Skewed(list(range(1, MOST_REPORTS + 1)), zipf=2.0)
MEAN_ACCOUNTS = 4.0  # of one incident, mentions in passing counted


@dataclass(slots=True)
class Happened:
    """One incident as it was. ``printed`` are the last texts about it, to be copied."""

    number: int
    day: date
    country: Country
    town: Place
    kind: str
    actor: Actor | None
    killed: int
    injured: int
    names: tuple[str, ...]  # whom and what only its reports name
    topic: tuple[str, ...]  # words that its reports use more often
    printed: list[Draft] = field(default_factory=list)

    def killed_by(self, days: int) -> int:
        """The toll as known so many days after: it rises, and is full within a week."""
        return round(self.killed * (1 - 0.5 * exp(-max(days, 0) / 2)))


@dataclass(frozen=True, slots=True)
class Coverage:
    """One incident that one report will speak of, as news or in passing."""

    of: Happened
    news: bool


def days(world: World, seed: int, incidents_a_day: float) -> Iterator[tuple[date, list[Coverage]]]:
    """Each day with what its reports speak of, for ever; only what is still to come is kept."""
    rng = Random(f"happening {seed}")
    ahead: list[tuple[date, int, Coverage]] = []
    number, serial, day = 0, 0, FIRST_DAY
    while True:
        mean = incidents_a_day * (BIGGER if rng.random() < BIG_DAYS else 1)
        for _ in range(max(0, round(rng.gauss(mean, sqrt(mean))))):
            happened = _incident(world, rng, number, day)
            number += 1
            for when, news in _spoken_of(rng):
                heappush(ahead, (day + timedelta(when), serial, Coverage(happened, news)))
                serial += 1
        today = []
        while ahead and ahead[0][0] == day:
            today.append(heappop(ahead)[2])
        rng.shuffle(today)
        yield day, today
        day += timedelta(1)


def _spoken_of(rng: Random) -> Iterator[tuple[int, bool]]:
    """Days after the incident, and whether it is news then."""
    fame = _FAME.draw(rng)
    for _ in range(fame):
        yield int(rng.expovariate(1 / (0.8 + 0.4 * sqrt(fame)))), True
        if rng.random() < REMEMBERED:
            yield 20 + int(rng.lognormvariate(4.5, 1)), False


def _incident(world: World, rng: Random, number: int, day: date) -> Happened:
    country = world.countries.draw(rng)
    killed = int(rng.paretovariate(0.9)) - 1 if rng.random() < 0.8 else 0
    return Happened(
        number=number,
        day=day,
        country=country,
        town=country.towns.draw(rng),
        kind=KINDS.draw(rng),
        actor=country.actors.draw(rng) if rng.random() < 0.6 else None,
        killed=min(killed, 600),
        injured=min(int(rng.paretovariate(0.8)) - 1, 2000),
        names=tuple(invented_name(rng) for _ in range(4)),
        topic=tuple(world.words.things[rng.randrange(300, 4000)] for _ in range(10)),
    )

"""A stream of invented readings, in the order of publication, with the truth beside them.

The same for the same seed. Reports of one day come together; some copy an earlier text of a wire,
wholly or its beginning; some tell of several incidents; old incidents are mentioned in passing.

More accounts mean a longer time: about sixty accounts a day, and a mildly denser day in a larger
collection (a tenth power: twice as many a day for a thousand times as many accounts).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from bench.speed.draft import Draft
from bench.speed.happening import MEAN_ACCOUNTS, Coverage, days
from bench.speed.telling import published, write
from bench.speed.world import World, world
from reportedly.records import Reading, Received

ACCOUNTS_A_DAY, AT = 60.0, 10_000  # in a collection of so many accounts
DENSER = 0.1  # power of the size
COPIES, CUT = 0.25, 0.3  # share of reports that copy, and of these the shortened ones
ROUNDUPS = 0.08  # share of reports that tell of several incidents
UNDATED_REPORTS = 0.02
_REMEMBERED = 3  # texts of one incident that can be copied


@dataclass(frozen=True, slots=True)
class Told:
    """One report, its reading, and for each account the number of the incident it tells of."""

    received: Received
    reading: Reading
    truth: tuple[int, ...]


def reports(accounts: int, seed: int = 1) -> Iterator[Told]:
    """Reports without end, as dense as a collection of so many accounts is."""
    there = world(seed)
    rng = Random(f"telling {seed}")
    a_day = ACCOUNTS_A_DAY * (accounts / AT) ** DENSER
    number = 0
    for day, covered in days(there, seed, a_day / MEAN_ACCOUNTS):
        for told in _reports_of(covered, rng):
            draft = _text(there, rng, day, told)
            yield _told(there, rng, day, draft, f"r{number}")
            number += 1


def _reports_of(covered: Sequence[Coverage], rng: Random) -> Iterator[list[Coverage]]:
    """Which incidents go into one report: mentions in passing into the news of their country."""
    news = [one for one in covered if one.news]
    passing = [one for one in covered if not one.news]
    at: dict[str, list[list[Coverage]]] = {}
    for one in news:
        code = one.of.country.code
        open_reports = at.setdefault(code, [])
        last = open_reports[-1] if open_reports else None
        fits = last is not None and all(other.of is not one.of for other in last)
        if last is not None and fits and len(last) < 4 and rng.random() < ROUNDUPS:
            last.append(one)
        else:
            open_reports.append([one])
    for one in passing:
        near = at.setdefault(one.of.country.code, [])
        host = rng.choice(near) if near else None
        if host and all(other.of is not one.of for other in host):
            host.append(one)
        else:
            near.append([one])
    for some in at.values():
        yield from some


def _text(there: World, rng: Random, day: date, told: list[Coverage]) -> Draft:
    first = told[0].of
    if len(told) == 1 and first.printed and rng.random() < COPIES:
        copied = rng.choice(first.printed)
        return _shortened(copied) if rng.random() < CUT else copied
    draft = write(there, rng, day, told)
    if len(told) == 1:
        first.printed[:] = [draft, *first.printed][:_REMEMBERED]
    return draft


def _shortened(draft: Draft) -> Draft:
    end = draft.text.find(". ", int(len(draft.text) * 0.7)) + 1
    (passage,) = draft.passages
    return Draft(draft.text[: end or None], [passage])


def _told(there: World, rng: Random, day: date, draft: Draft, name: str) -> Told:
    when = None if rng.random() < UNDATED_REPORTS else day
    title = " ".join(there.words.draws(rng, 6)).capitalize()
    received, reading = published(draft, name, there.outlets.draw(rng), when, title)
    return Told(received, reading, tuple(passage.of.number for passage in draft.passages))

"""The bulk of linking's work, in shares that can be spread over processes.

Loads what counts in large numbers, and so is itself loaded when there is something to link.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import lru_cache

import numpy as np

from reportedly.link import hashed, keys, packed, profiles, unpacked
from reportedly.link.candidates import Rank
from reportedly.link.every import Places, every_pair
from reportedly.link.keys import Keys
from reportedly.link.layout import Laid, laid_out
from reportedly.link.many import likely
from reportedly.records import Report
from reportedly.store.derived import Head, Held
from reportedly.store.store import Store

_ROWS = 100_000  # made at once
_KEPT = 150_000  # accounts that a process keeps laid out, about five kilobytes each
RECORDED_FROM = 0.1  # probability from which a pair is kept

Edge = tuple[Rank, Rank]
Share = tuple[Places, Places, list[str]]  # pairs by the places of their accounts, packed profiles
Scores = list[tuple[int, int, float]]  # the same places


def profiled(store: Store, reports: Collection[str]) -> list[tuple[Head, str, Keys]]:
    """The accounts that these reports tell of: each with its profile, packed, and its keys."""
    received = store.index.received_on(reports)
    numbers = store.index.numbers(reports)
    found = []
    for reading in store.readings(reports=reports):
        day = known_on(reading.report, received).toordinal()
        places = {account.id: account.index for account in reading.accounts}
        for profile in profiles(reading):
            id = profile.account
            head = Head(numbers[id], id, day, reading.report.id, places[id])
            found.append((head, packed(profile), hashed(keys(profile))))
    return found


def everything(fresh: Mapping[Rank, Keys]) -> Iterator[tuple[list[Rank], Places, Places]]:
    """Every pair of new accounts, in the shape of ``placed``."""
    ranks = sorted(fresh)
    for earlier, later in every_pair(ranks, (fresh[rank] for rank in ranks)):
        some, places = np.unique(np.concatenate([earlier, later]), return_inverse=True)
        middle = len(earlier)
        yield [ranks[place] for place in some], places[:middle], places[middle:]


def in_order(keys: Mapping[tuple[int, int], Keys]) -> Iterator[Held]:
    """Keys with day and number, sorted, from the keys of each account by its day and number."""
    held = [np.asarray(some) for some in keys.values()]
    key = np.concatenate([np.array([], dtype=np.int64), *held])
    accounts = np.array([*keys], dtype=np.int64).reshape(-1, 2)
    day, number = np.repeat(accounts, [len(some) for some in held], axis=0).T
    for some in np.array_split(np.lexsort((number, day, key)), len(key) // _ROWS + 1):
        rows = key[some].tolist(), day[some].tolist(), number[some].tolist()
        yield from zip(*rows, strict=True)


def pairs_in_order(
    scores: Mapping[Edge, float], numbers: Mapping[Rank, int]
) -> Iterator[tuple[int, int, float]]:
    """The numbers of both accounts, the lower first, and the probability; sorted."""
    left = np.fromiter((numbers[one] for one, _ in scores), np.int64, len(scores))
    right = np.fromiter((numbers[other] for _, other in scores), np.int64, len(scores))
    score = np.fromiter(scores.values(), float, len(scores))
    low, high = np.minimum(left, right), np.maximum(left, right)
    for some in np.array_split(np.lexsort((high, low)), len(score) // _ROWS + 1):
        rows = low[some].tolist(), high[some].tolist(), score[some].tolist()
        yield from zip(*rows, strict=True)


def placed(edges: Collection[Edge]) -> tuple[list[Rank], Places, Places]:
    """The accounts of some pairs, and the places of both of each pair among them."""
    places: dict[Rank, int] = {}
    left = [places.setdefault(one, len(places)) for one, _ in edges]
    right = [places.setdefault(other, len(places)) for _, other in edges]
    return list(places), np.array(left), np.array(right)


def scored(families: Mapping[str, str], store: Store, share: Share) -> Scores:
    """The pairs that may tell of one incident, with their probabilities."""
    left, right, bodies = share
    return likely(list(map(_laid, bodies)), left, right, families, RECORDED_FROM)


@lru_cache(maxsize=_KEPT)
def _laid(body: str) -> Laid:
    return laid_out(unpacked(body))


def known_on(report: Report, received: Mapping[str, date]) -> date:
    """The day on which a report was known: of its publication, else on which it was received."""
    return report.published or received[report.id]

"""Which pairs of accounts are worth comparing: those that share enough keys.

Accounts have a rank, by the day on which they were known. A key compares an account with the
first ``CAP`` that hold it: whoever comes later adds no work to those after. So the pairs are
bounded by the accounts, those of any past day are the pairs of a store that ends there, and one
more account touches only its own pairs and those of the accounts that it moves across the bound.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reportedly.link.keys import NEEDED, Keys

CAP = 50  # holders of a key that those after them are compared with
_AT_ONCE = 2_000_000  # shared keys that are counted together

Places = NDArray[np.int64]  # in a list of accounts


class Rank(NamedTuple):
    """Where an account stands among all: no two accounts share it, and no store decides it."""

    day: int  # ordinal of the day of publication, else of receiving
    report: str
    place: int  # among the accounts of its report


Blocks = Mapping[int, Sequence[Rank]]  # key -> its holders, sorted


def partners(
    rank: Rank, keys: Iterable[int], blocks: Blocks, *, later: bool = False
) -> Iterator[Rank]:
    """The accounts that one is compared with: those before it, with ``later`` those after it too.

    Never one of the same report. ``keys`` are the account's own, ``blocks`` has all of these.
    """
    shared: Counter[Rank] = Counter()
    for key in keys:
        holders = blocks[key]
        at = bisect_left(holders, rank)
        end = len(holders) if later and at < CAP else min(at, CAP)
        for _ in range(weight(key)):
            shared.update(holders[:end])
    for other, weighs in shared.items():
        if weighs >= NEEDED and other.report != rank.report:
            yield other


def weight(key: int) -> int:
    """What sharing a key says."""
    return 1 + (key & 1)


def moved(before: Sequence[Rank], after: Sequence[Rank]) -> set[Rank]:
    """The holders of a key that were, or are now, among its first, and not the other way round."""
    return set(before[:CAP]) ^ set(after[:CAP])


def every_pair(ranks: Sequence[Rank], keys: Iterable[Keys]) -> Iterator[tuple[Places, Places]]:
    """Every pair of a whole store, in shares: the places of the earlier accounts, and of the later.

    ``ranks`` are sorted, ``keys`` are those of each. These are the pairs that ``partners`` finds.
    """
    held = [*keys]
    account = np.repeat(np.arange(len(held)), [len(some) for some in held])
    key = np.concatenate([np.array([], dtype=np.int64), *held])
    order = np.argsort(key, kind="stable")  # the holders of each key together, by rank
    account, key = account[order], key[order]
    first = np.flatnonzero(np.diff(key, prepend=key[:1] - 1))
    start = np.repeat(first, np.diff(first, append=len(key)))
    before = np.minimum(np.arange(len(key)) - start, CAP)  # so many it is compared with
    weighs = 1 + (key & 1)
    report = _numbered(rank.report for rank in ranks)
    turn = np.argsort(account, kind="stable")
    share = np.cumsum(before[turn]) // _AT_ONCE
    share = share[np.searchsorted(account[turn], account[turn])]  # no account in two shares
    for some in np.split(turn, np.flatnonzero(np.diff(share)) + 1):
        many = before[some]
        nth = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many)
        earlier = account[np.repeat(start[some], many) + nth]
        later = np.repeat(account[some], many)
        pair, which = np.unique(later * len(ranks) + earlier, return_inverse=True)
        shared = np.bincount(which, np.repeat(weighs[some], many), len(pair))
        later, earlier = np.divmod(pair[shared >= NEEDED], max(1, len(ranks)))
        apart = report[later] != report[earlier]
        yield earlier[apart], later[apart]


def _numbered(values: Iterable[str]) -> Places:
    known: dict[str, int] = {}
    return np.array([known.setdefault(value, len(known)) for value in values], dtype=np.int64)

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

from reportedly.link.keys import NEEDED

CAP = 50  # holders of a key that those after them are compared with


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

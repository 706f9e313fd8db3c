"""Every pair of a whole store that is worth comparing: those that ``candidates.partners`` finds."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from reportedly.link import candidates
from reportedly.link.candidates import Rank
from reportedly.link.keys import NEEDED, Keys

_AT_ONCE = 2_000_000  # shared keys that are counted together

Places = NDArray[np.int64]  # in a list of accounts


def every_pair(ranks: Sequence[Rank], keys: Iterable[Keys]) -> Iterator[tuple[Places, Places]]:
    """Every pair of a whole store, in shares: the places of the earlier accounts, and of the later.

    ``ranks`` are sorted, ``keys`` are those of each.
    """
    held = [*keys]
    account = np.repeat(np.arange(len(held)), [len(some) for some in held])
    key = np.concatenate([np.array([], dtype=np.int64), *held])
    order = np.argsort(key, kind="stable")  # the holders of each key together, by rank
    account, key = account[order], key[order]
    first = np.flatnonzero(np.diff(key, prepend=key[:1] - 1))
    start = np.repeat(first, np.diff(first, append=len(key)))
    before = np.minimum(np.arange(len(key)) - start, candidates.CAP)  # so many it is compared with
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

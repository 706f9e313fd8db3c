"""The words, names and numbers of many accounts laid out in rows, to see what accounts share.

A row has an account's items as numbers from 1 on, filled up with 0. To see what one account shares
with others, its items are marked on a sheet that has a place for every item there is, and what the
sheet says of the others' rows is read off. 0 is never marked.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reportedly.link.features import COMMON_NAME, MOST_NAMES
from reportedly.link.profile import UNIT, Profile
from reportedly.link.rarity import rarity

Items = Sequence[Collection[Any]]  # of each account
Rows = NDArray[Any]  # a row for each account


class _Vocabulary:
    """Items with numbers from 1 on."""

    def __init__(self) -> None:
        self._numbers: dict[Any, int] = {}

    def rows(self, items: Items) -> Rows:
        numbers = self._numbers
        return _filled([numbers.setdefault(i, len(numbers) + 1) for i in one] for one in items)

    def sheet(self, of: Callable[[Any], float] | None = None) -> Rows:
        """A place for each item, with 0 or what a function says of it."""
        return np.array([0.0, *(of(item) if of else 0.0 for item in self._numbers)])


def _filled(rows: Iterable[Sequence[Any]]) -> Rows:
    held = list(rows)
    filled = np.zeros((len(held), max((1, *map(len, held)))), dtype=np.int64)
    for row, values in zip(filled, held, strict=True):
        row[: len(values)] = values
    return filled


class Sets:
    """Sets of items, each item with its worth: 1 where none is given."""

    def __init__(self, items: Items, worth: Callable[[Any], float] = lambda item: 1.0) -> None:
        known = _Vocabulary()
        self._rows = known.rows(items)
        self._worth = known.sheet(worth)
        self._sheet = known.sheet()

    def shared(self, one: int, others: Rows) -> Rows:
        """A row for each of the others: the worth of the items it shares, and 0 for the rest."""
        mine = self._rows[one]
        self._sheet[mine] = self._worth[mine]
        found = self._sheet[self._rows[others]]
        self._sheet[mine] = 0
        return np.asarray(found)


class Texts:
    """Weighted words, and names, but for the words that two accounts both have of their places and
    actors: these are compared as such.
    """

    def __init__(self, profiles: Sequence[Profile]) -> None:
        known = _Vocabulary()
        rarest = [sorted(p.names, key=lambda name: (-rarity(name), name)) for p in profiles]
        self._words = known.rows([p.words for p in profiles])
        self._names = known.rows(rarest)
        self._own = known.rows([p.own for p in profiles])
        self._weights = _filled([list(p.words.values()) for p in profiles])
        # Of each word and name whether it is of the account's own places and actors.
        self._own_word = _filled([[w in p.own for w in p.words] for p in profiles]) > 0
        self._own_name = (
            _filled(
                [[w in p.own for w in names] for p, names in zip(profiles, rarest, strict=True)]
            )
            > 0
        )
        self._bits = known.sheet(lambda word: rarity(word) - COMMON_NAME)
        self._weight, self._square = known.sheet(), known.sheet()
        self._named, self._owned = known.sheet() > 0, known.sheet() > 0

    def shared(self, one: int, others: Rows) -> tuple[Rows, Rows]:
        """How alike the words of the others are to those of one account, from 0 to 1, and the bits
        of the rarest names that each shares.
        """
        words, names, own = self._words[one], self._names[one], self._own[one]
        self._weight[words] = self._weights[one]
        self._square[words] = self._weights[one] ** 2 * self._own_word[one]
        self._named[names], self._owned[own] = names > 0, own > 0
        found = self._alike(others), self._rare(others)
        for sheet, marked in (
            (self._weight, words),
            (self._square, words),
            (self._named, names),
            (self._owned, own),
        ):
            sheet[marked] = 0
        return found

    def _alike(self, others: Rows) -> Rows:
        words, weights = self._words[others], self._weights[others]
        compared_otherwise = self._own_word[others] & self._owned[words]
        together = (self._weight[words] * weights * ~compared_otherwise).sum(axis=1)
        rest = UNIT**2 - (weights**2 * compared_otherwise).sum(axis=1)
        my_rest = UNIT**2 - self._square[self._own[others]].sum(axis=1)
        return np.asarray(together / np.sqrt(np.maximum(1, rest) * np.maximum(1, my_rest)))

    def _rare(self, others: Rows) -> Rows:
        names = self._names[others]
        shared = self._named[names] & ~(self._own_name[others] & self._owned[names])
        rarest = shared & (shared.cumsum(axis=1) <= MOST_NAMES)
        return np.asarray((self._bits[names] * rarest).sum(axis=1))

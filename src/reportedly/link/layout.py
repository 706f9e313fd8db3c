"""The words, names and numbers of accounts laid out in rows, to see what many accounts share.

A row has an account's items as numbers from 1 on; rows are filled up with 0 to one length. To see
what one account shares with others, its items are marked on a sheet that has a place for every item
there is, and what the sheet says of the others' rows is read off. 0 is never marked.
"""

from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reportedly.link.features import COMMON_NAME, MOST_NAMES
from reportedly.link.profile import UNIT, Profile
from reportedly.link.rarity import rarity

Rows = NDArray[Any]  # a row for each account

_numbers: dict[Hashable, int] = {}  # of every item that this process has seen


@dataclass(frozen=True, slots=True)
class Row:
    """The items of one set, each with its worth."""

    items: Rows
    worth: Rows
    own: Rows  # whether it is a word of the account's own places and actors


@dataclass(frozen=True, slots=True)
class Laid:
    """An account laid out: worth keeping, as it takes longer to lay out than to compare."""

    facts: Profile  # without what stands in the rows
    words: Row  # by weight
    names: Row  # the rarest first, with the bits that they add
    own: Row
    things: Row  # with their rarity
    ages: Row
    numbers: Row


def laid_out(profile: Profile) -> Laid:
    own, none = profile.own, frozenset[Any]()
    names = sorted(profile.names, key=lambda name: (-rarity(name), name))
    return Laid(
        replace(profile, words={}, names=none, own=none, things=none, ages=none, numbers=none),
        _row(profile.words, profile.words.values(), own),
        _row(names, (rarity(name) - COMMON_NAME for name in names), own),
        _row(own),
        _row(profile.things, map(rarity, profile.things)),
        _row(profile.ages),
        _row(profile.numbers),
    )


def _row(
    items: Collection[Hashable], worth: Iterable[float] | None = None, own: Collection[str] = ()
) -> Row:
    many = len(items)
    numbers = (_numbers.setdefault(item, len(_numbers) + 1) for item in items)
    return Row(
        np.fromiter(numbers, np.int32, many),
        np.ones(many, np.float32) if worth is None else np.fromiter(worth, np.float32, many),
        np.fromiter((item in own for item in items), bool, many) if own else np.zeros(many, bool),
    )


def _filled(rows: Sequence[Rows], lengths: Rows) -> Rows:
    filled = np.zeros((len(rows), max(1, lengths.max(initial=0))), dtype=rows[0].dtype)
    filled[np.arange(filled.shape[1]) < lengths[:, None]] = np.concatenate(rows)
    return filled


class Rack:
    """The rows of many accounts, filled up."""

    def __init__(self, rows: Sequence[Row]) -> None:
        lengths = np.array([len(row.items) for row in rows])
        self.has = lengths > 0
        self.items = _filled([row.items for row in rows], lengths)
        self.worth = _filled([row.worth for row in rows], lengths)
        self.own = _filled([row.own for row in rows], lengths)


class Sets:
    """Sets of items, each item with its worth."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rack = Rack(rows)
        self.has = self._rack.has
        self._marked = np.zeros(len(_numbers) + 1, dtype=bool)

    def shared(self, one: int, others: Rows) -> Rows:
        """A row for each of the others: the worth of the items it shares, and 0 for the rest."""
        mine = self._rack.items[one]
        self._marked[mine] = mine > 0
        found = self._rack.worth[others] * self._marked[self._rack.items[others]]
        self._marked[mine] = False
        return np.asarray(found)


class Texts:
    """Weighted words, and names, but for the words that two accounts both have of their places and
    actors: these are compared as such.
    """

    def __init__(self, accounts: Sequence[Laid]) -> None:
        self.words = Rack([one.words for one in accounts])
        self.names = Rack([one.names for one in accounts])
        self._own = Rack([one.own for one in accounts])
        every = len(_numbers) + 1
        self._weight, self._square = np.zeros(every), np.zeros(every)
        self._named, self._owned = np.zeros(every, dtype=bool), np.zeros(every, dtype=bool)

    def shared(self, one: int, others: Rows) -> tuple[Rows, Rows]:
        """How alike the words of the others are to those of one account, from 0 to 1, and the bits
        of the rarest names that each shares.
        """
        words, names, own = self.words.items[one], self.names.items[one], self._own.items[one]
        self._weight[words] = self.words.worth[one]
        self._square[words] = self.words.worth[one] ** 2 * self.words.own[one]
        self._named[names], self._owned[own] = names > 0, own > 0
        found = self._alike(others), self._rare(others)
        self._weight[words] = self._square[words] = 0
        self._named[names] = self._owned[own] = False
        return found

    def _alike(self, others: Rows) -> Rows:
        words, weights = self.words.items[others], self.words.worth[others].astype(float)
        compared_otherwise = self.words.own[others] & self._owned[words]
        together = (self._weight[words] * weights * ~compared_otherwise).sum(axis=1)
        rest = UNIT**2 - (weights**2 * compared_otherwise).sum(axis=1)
        my_rest = UNIT**2 - self._square[self._own.items[others]].sum(axis=1)
        return np.asarray(together / np.sqrt(np.maximum(1, rest) * np.maximum(1, my_rest)))

    def _rare(self, others: Rows) -> Rows:
        names = self.names.items[others]
        shared = self._named[names] & ~(self.names.own[others] & self._owned[names])
        rarest = shared & (shared.cumsum(axis=1) <= MOST_NAMES)
        return np.asarray((self.names.worth[others] * rarest).sum(axis=1))

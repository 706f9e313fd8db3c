"""The accounts that linking has in hand: rank, number and id of each, and what it sees of them.

Linking knows accounts by their rank, which no store decides, the store by their number.
"""

from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from reportedly.link import hashed, keys, unpacked
from reportedly.link.candidates import Rank
from reportedly.link.keys import Keys
from reportedly.store.derived import Derived, Head

if TYPE_CHECKING:
    from reportedly.link.profile import Profile


class InHand:
    def __init__(self, derived: Derived) -> None:
        self._derived = derived
        self._bodies: dict[Rank, str] = {}
        self.heads: dict[Rank, Head] = {}
        self.ranks: dict[int, Rank] = {}  # by number
        self._dropped: set[int] = set()  # numbers that are stored still, and stand for nothing

    def take(self, head: Head, body: str | None = None) -> Rank:
        """An account, in place of one that had its number; ``body``: its profile, packed."""
        rank = Rank(head.day, head.report, head.place)
        self.heads[rank] = head
        self.ranks[head.number] = rank
        self._dropped.discard(head.number)
        if body is not None:
            self._bodies[rank] = body
        return rank

    def drop(self, rank: Rank) -> None:
        number = self.heads.pop(rank).number
        del self.ranks[number]
        self._dropped.add(number)
        self._bodies.pop(rank, None)

    def find(self, numbers: Iterable[int]) -> None:
        """Take the stored accounts with these numbers, as far as there are any."""
        missing = {n for n in numbers if n not in self.ranks and n not in self._dropped}
        for head in self._derived.heads(missing):
            self.take(head)

    def fetch(self, ranks: Iterable[Rank]) -> None:
        """Have the profiles of these at hand, for fewer questions to the store."""
        missing = [self.heads[rank].number for rank in ranks if rank not in self._bodies]
        for number, body in self._derived.bodies(missing):
            self._bodies[self.ranks[number]] = body

    def body(self, rank: Rank) -> str:
        """Its profile, packed."""
        if rank not in self._bodies:
            self.fetch([rank])
        return self._bodies[rank]

    def profile(self, rank: Rank) -> "Profile":
        return profile_of(self.body(rank))

    def keys(self, rank: Rank) -> Keys:
        """The account's keys."""
        return hashed(keys(self.profile(rank)))

    def numbers(self, ranks: Iterable[Rank]) -> set[int]:
        return {self.heads[rank].number for rank in ranks}

    def known(self, numbers: Collection[int]) -> set[Rank]:
        """The accounts with these numbers; numbers of accounts that are gone are left out."""
        self.find(numbers)
        return {self.ranks[number] for number in numbers if number in self.ranks}


@lru_cache(maxsize=20_000)
def profile_of(body: str) -> "Profile":
    return unpacked(body)

"""Which pairs are to be scored, and which go, when accounts come and go.

A key compares each account with the first ``candidates.CAP`` that hold it. So whoever comes or goes
changes its own pairs, and those of the accounts that it moves across that bound. One moved out
meets those after it no longer by that key, and may lose pairs. For one moved in, which takes that
another goes, all pairs are made anew.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from reportedly.link import NEEDED, candidates
from reportedly.link.candidates import Rank, partners, weight
from reportedly.link.keys import Keys
from reportedly.pipeline.in_hand import InHand
from reportedly.store.derived import Derived

Edge = tuple[Rank, Rank]
Numbers = tuple[int, int]
_Moved = Mapping[Rank, Collection[int]]  # accounts with the keys in which they were moved


class Pairing:
    """``fresh``: new accounts with their keys; ``gone``: numbers of accounts with theirs, which the
    store has still, and which are not in hand. Afterwards ``new`` are the pairs to be scored, and
    ``dropped`` those stored that go, of accounts that stay.
    """

    def __init__(
        self,
        derived: Derived,
        hand: InHand,
        fresh: Mapping[Rank, Keys],
        gone: Mapping[int, Keys],
    ) -> None:
        self._derived = derived
        self._hand = hand
        self._fresh = fresh
        self._gone = gone
        going = Counter(key for held in gone.values() for key in held.tolist())
        self._most = candidates.CAP + max(going.values(), default=0)
        self._blocks: dict[int, list[Rank]] = {}  # the first holders of a key, or all, sorted
        self._cut: set[int] = set()  # keys of which there are more
        self.dropped: set[Numbers] = set()
        into, out = self._moved(going.keys())
        self._lose(out)
        self.new = self._make(into)

    def _moved(self, going: Collection[int]) -> tuple[set[Rank], _Moved]:
        """The accounts that stay, and are moved in across a bound; and those only moved out."""
        coming: dict[int, list[Rank]] = defaultdict(list)
        for rank, held in self._fresh.items():
            for key in held.tolist():
                coming[key].append(rank)
        before = self._first(coming.keys() | going)
        into, out = set[Rank](), defaultdict[Rank, set[int]](set)
        for key, holders in before.items():
            self._blocks[key] = sorted({*self._blocks[key], *coming[key]})
            first, now = holders[: candidates.CAP], self._blocks[key][: candidates.CAP]
            into.update(rank for rank in now if rank not in self._fresh and rank not in first)
            for rank in set(first).difference(now, self._fresh):
                if rank in self._hand.heads:
                    out[rank].add(key)
        return into, {rank: held for rank, held in out.items() if rank not in into}

    def _first(self, wanted: Collection[int]) -> dict[int, list[Rank]]:
        """Lay the first holders of these keys in blocks; return them, those that go too."""
        before: dict[int, list[Rank]] = {key: [] for key in wanted}
        left: dict[int, list[Rank]] = {key: [] for key in wanted}
        for key, head in self._derived.first_holders(wanted, self._most):
            before[key].append(Rank(head.day, head.report, head.place))
            if head.number not in self._gone:
                left[key].append(self._hand.take(head))
        self._cut.update(key for key, holders in before.items() if len(holders) == self._most)
        self._blocks |= left
        return before

    # Pairs that go

    def _lose(self, out: _Moved) -> None:
        """Drop the pairs of accounts moved out that do not share enough by what is left."""
        doubted = self._doubted(out)
        ranks = out.keys() | self._hand.known({n for some in doubted.values() for n in some})
        self._hand.fetch(ranks)
        held = {self._hand.heads[rank].number: {*self._hand.keys(rank)} for rank in ranks}
        shared = {
            (rank, number): held[self._hand.heads[rank].number] & held[number]
            for rank, others in doubted.items()
            for number in others
        }
        # A key that few hold counts whoever its first holders are.
        other = {key for both in shared.values() for key in both} - self._blocks.keys()
        many = self._derived.held_by(other)
        few = {key for key in other if many[key] <= candidates.CAP}
        unsure = {
            (rank, number): (min(rank, self._hand.ranks[number]), both)
            for (rank, number), both in shared.items()
            if sum(weight(key) for key in both if key in few) < NEEDED
        }
        self._first({key for _, both in unsure.values() for key in both} - self._blocks.keys())
        for (rank, number), (earlier, both) in unsure.items():
            if sum(weight(key) for key in both if self._within(key, earlier)) < NEEDED:
                self.dropped.add(ordered(self._hand.heads[rank].number, number))

    def _doubted(self, out: _Moved) -> Mapping[Rank, set[int]]:
        """The accounts moved out, with those that they are stored as a pair with and shared one
        of these keys with; none that goes.
        """
        holders: dict[int, set[int]] = defaultdict(set)
        for key, number in self._derived.holding({key for held in out.values() for key in held}):
            holders[key].add(number)
        numbers = {self._hand.heads[rank].number: rank for rank in out}
        doubted: dict[Rank, set[int]] = defaultdict(set)
        for pair in self._derived.pairs(numbers):
            for number, other in ((pair.one, pair.other), (pair.other, pair.one)):
                if (
                    number in numbers
                    and other not in self._gone
                    and any(other in holders[key] for key in out[numbers[number]])
                ):
                    doubted[numbers[number]].add(other)
        return doubted

    def _within(self, key: int, rank: Rank) -> bool:
        """Whether those after it are compared with this holder of a key."""
        return bisect_left(self._blocks[key], rank) < candidates.CAP

    # Pairs that come

    def _make(self, into: Collection[Rank]) -> Iterator[Edge]:
        """The pairs of new accounts and of those moved in that are not stored; of these, those
        stored that are none any more are dropped.
        """
        self._hand.fetch(into)
        keys = {rank: self._hand.keys(rank) for rank in into}
        self._first({key for held in keys.values() for key in held} - self._blocks.keys())
        keys |= self._fresh
        self._complete(
            key
            for rank, held in keys.items()
            for key in held
            if key in self._cut and self._within(key, rank)
        )
        stored = {pair[:2] for pair in self._derived.pairs(self._hand.numbers(into))}
        stored = {pair for pair in stored if self._gone.keys().isdisjoint(pair)}
        made = {
            ordered(self._hand.heads[rank].number, self._hand.heads[other].number): edge
            for rank in keys
            for other in partners(rank, keys[rank].tolist(), self._blocks, later=True)
            for edge in [(min(rank, other), max(rank, other))]
        }
        self.dropped |= stored - made.keys()
        return iter(sorted(edge for pair, edge in made.items() if pair not in stored))

    def _complete(self, wanted: Iterable[int]) -> None:
        """Lay all holders of these keys in blocks."""
        keys = set(wanted)
        blocks = {key: set(self._blocks[key]) for key in keys}
        for key, head in self._derived.holders(keys):
            if head.number not in self._gone:
                blocks[key].add(self._hand.take(head))
        self._blocks |= {key: sorted(holders) for key, holders in blocks.items()}


def ordered(one: int, other: int) -> Numbers:
    """A pair of numbers as it is stored."""
    return (one, other) if one < other else (other, one)

"""From new readings to changed pairs, and to whom each account is drawn by them.

A store that is linked afresh takes the same way, with every account new.
"""

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from reportedly.link import drawn
from reportedly.link.candidates import Rank
from reportedly.link.keys import Keys
from reportedly.link.weights import THRESHOLD
from reportedly.pipeline.in_hand import InHand
from reportedly.pipeline.pairing import Pairing, ordered
from reportedly.pipeline.spread import spread
from reportedly.store.derived import NOWHERE, Draw, Head, Held
from reportedly.store.queries import some_of
from reportedly.store.store import Store

if TYPE_CHECKING:
    from reportedly.link.every import Places
    from reportedly.pipeline.shares import Share

_REPORTS, _PAIRS = 500, 100_000  # in one share of the work

Edge = tuple[Rank, Rank]
Numbers = tuple[int, int]


class Linking:
    """One step of linking. ``dismissed``: the numbers of accounts that people rejected; nobody is
    drawn to them.
    """

    def __init__(
        self,
        store: Store,
        families: Mapping[str, str],
        dismissed: Collection[int],
        *,
        afresh: bool,
        jobs: int = 1,
    ) -> None:
        self._store = store
        self._jobs = jobs
        self._families = families
        self._dismissed = frozenset(dismissed)
        self.afresh = afresh
        self.hand = InHand(store.derived)
        self.fresh: dict[Rank, Keys] = {}  # new accounts with their keys
        self.gone: dict[int, Keys] = {}  # numbers of replaced accounts with their keys
        self._gone_on: dict[int, int] = {}  # their days
        self.paired: dict[Edge, float] = {}  # the new scores
        self.dropped: set[Numbers] = set()  # pairs no longer compared, of accounts that are left
        self.draws: dict[int, Draw] = {}  # numbers of accounts with whom they are drawn to now

    def read(self, reports: Collection[str]) -> None:
        """Take in the current readings of these reports in place of earlier ones."""
        from reportedly.pipeline.shares import profiled

        if not self.afresh:
            self._replace(reports)
        for accounts in spread(profiled, some_of(reports, _REPORTS), self._store, self._jobs):
            for head, body, held in accounts:
                self.fresh[self.hand.take(head, body)] = held

    def _replace(self, reports: Collection[str]) -> None:
        ranks = [self.hand.take(head) for head in self._store.derived.heads(reports=reports)]
        self.hand.fetch(ranks)
        for rank in ranks:
            number = self.hand.heads[rank].number
            self.gone[number] = self.hand.keys(rank)
            self._gone_on[number] = rank.day
            self.hand.drop(rank)

    def pair(self) -> None:
        """Score every pair that is new, and find those that are none any more."""
        from reportedly.pipeline.shares import everything, placed

        if self.afresh:
            self._score(everything(self.fresh))
        else:
            pairing = Pairing(self._store.derived, self.hand, self.fresh, self.gone)
            self.dropped = pairing.dropped
            self._score(map(placed, some_of(pairing.new, _PAIRS)))
        self.draws = self._drawn()

    def repaired_before(self) -> set[Numbers]:
        """The pairs that came or went of accounts that were there, and are."""
        new = self.hand.numbers(self.fresh)
        heads = self.hand.heads
        came = ((heads[one].number, heads[other].number) for one, other in self.paired)
        return self.dropped | {pair for pair in came if new.isdisjoint(pair)}

    def _score(self, shares: "Iterable[tuple[list[Rank], Places, Places]]") -> None:
        from reportedly.pipeline.shares import scored

        ahead: deque[list[Rank]] = deque()  # the accounts of the shares that are being worked on

        def handed() -> "Iterator[Share]":
            for ranks, left, right in shares:
                ahead.append(ranks)
                self.hand.fetch(ranks)
                yield left, right, [self.hand.body(rank) for rank in ranks]

        for scores in spread(partial(scored, self._families), handed(), self._store, self._jobs):
            ranks = ahead.popleft()
            self.paired |= {(ranks[one], ranks[other]): score for one, other, score in scores}

    def _stands(self, one: int, other: int) -> bool:
        """Whether a stored pair is one still. ``one`` is the lower number."""
        return (one, other) not in self.dropped and self.gone.keys().isdisjoint((one, other))

    def _drawn(self) -> dict[int, Draw]:
        """Whom new accounts are drawn to, and all that are drawn elsewhere than before: those that
        lost whom they were drawn to, and those that a new pair draws more.
        """
        derived, heads, ranks = self._store.derived, self.hand.heads, self.hand.ranks
        new = drawn(self._telling())
        if self.afresh:
            return {heads[rank].number: self._draw(new.get(rank)) for rank in self.fresh}
        fresh, lost = self.hand.numbers(self.fresh), self._lost()
        left = {number for pair in self.dropped for number in pair}
        before = derived.draws((self.hand.numbers(new) | left | lost) - fresh)
        lost |= {n for n in left if (to := before[n].toward) and ordered(n, to) in self.dropped}
        stored = [
            (one, other, score)
            for one, other, score in derived.pairs(lost - fresh, THRESHOLD)
            if self._stands(one, other) and self._dismissed.isdisjoint((one, other))
        ]
        for n, draw in before.items():
            if draw.toward and draw.pull and n not in lost:
                stored.append((n, draw.toward, draw.pull))
        ends = (number for one, other, _ in stored for number in (one, other))
        self.hand.find({*ends, *before})
        known = (((ranks[one], ranks[other]), score) for one, other, score in stored)
        found = drawn(chain(self._telling(), known))
        draws = {n: self._draw(found.get(ranks[n])) for n in before.keys() | fresh}
        return {n: draw for n, draw in draws.items() if draw != before.get(n)}

    def _telling(self) -> Iterator[tuple[Edge, float]]:
        """The new pairs by which accounts may be drawn."""
        barred = {self.hand.ranks[n] for n in self._dismissed if n in self.hand.ranks}
        return (item for item in self.paired.items() if barred.isdisjoint(item[0]))

    def _lost(self) -> set[int]:
        """The numbers of those that may be drawn elsewhere since others are gone, or since people
        rejected some or took that back.
        """
        derived = self._store.derived
        before = derived.dismissed()
        left = self.gone.keys() | (self._dismissed - before)
        back = before - self._dismissed
        near = {n for one, other, _ in derived.pairs(back, THRESHOLD) for n in (one, other)}
        return (left | back | near | derived.drawn_to(left).keys()) - self.gone.keys()

    def _draw(self, to: tuple[Rank, float] | None) -> Draw:
        return Draw(self.hand.heads[to[0]].number, to[1]) if to else NOWHERE

    # What is to be kept

    def profiles(self) -> Iterator[tuple[Head, str]]:
        for rank in self.fresh:
            yield self.hand.heads[rank], self.hand.body(rank)

    def keys(self) -> Iterator[Held]:
        """In the order of the table, which is several times faster to fill so."""
        from reportedly.pipeline.shares import in_order

        heads = self.hand.heads
        return in_order({(k.day, heads[k].number): held for k, held in self.fresh.items()})

    def gone_keys(self) -> Iterator[Held]:
        for number, held in self.gone.items():
            yield from ((key, self._gone_on[number], number) for key in held.tolist())

    def pairs(self) -> Iterator[tuple[int, int, float]]:
        """The numbers of both, the lower first, with the probability; in the order of the table."""
        from reportedly.pipeline.shares import pairs_in_order

        return pairs_in_order(self.paired, {rank: h.number for rank, h in self.hand.heads.items()})

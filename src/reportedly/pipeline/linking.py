"""From new readings and verdicts to changed pairs and new groups, by their neighbourhood alone.

What is not connected with a change, by likely pairs or people's joins, keeps its groups: a group
depends on nothing outside its connected component. A store that is linked afresh takes the same
way, with every account new.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import partial

from reportedly.link import contradict, drawn, group, likely, packed, profiles, unpacked
from reportedly.link.candidates import Block, Rank, moved, partners
from reportedly.link.weights import THRESHOLD
from reportedly.pipeline.in_hand import InHand, hashed
from reportedly.pipeline.spread import spread
from reportedly.records import Report
from reportedly.store.derived import NOWHERE, Draw, Head, Pair
from reportedly.store.queries import some_of
from reportedly.store.store import Store

RECORDED_FROM = 0.1  # probability from which a pair is kept
_REPORTS, _PAIRS = 500, 100_000  # in one share of the work

Edge = tuple[Rank, Rank]
Numbers = tuple[int, int]
Share = tuple[list[Edge], dict[Rank, str]]  # pairs, and the packed profiles of their accounts


class Linking:
    """One step of linking, from a change to the groups around it."""

    def __init__(
        self, store: Store, families: Mapping[str, str], *, afresh: bool, jobs: int = 1
    ) -> None:
        self._store = store
        self._jobs = jobs
        self._families = families
        self._afresh = afresh
        self.hand = InHand(store.derived)
        self.fresh: dict[Rank, dict[int, int]] = {}  # new accounts with their keys
        self.gone: dict[int, dict[int, int]] = {}  # numbers of replaced accounts with their keys
        self.paired: dict[Edge, float] = {}  # the new scores
        self.unpaired: set[int] = set()  # numbers whose earlier scores are void
        self.draws: dict[int, Draw] = {}  # numbers of accounts with whom they are drawn to now

    def read(self, reports: Collection[str]) -> None:
        """Take in the current readings of these reports in place of earlier ones."""
        if not self._afresh:
            self._replace(reports)
        for accounts in spread(_profiled, some_of(reports, _REPORTS), self._store, self._jobs):
            for head, body, held in accounts:
                self.fresh[self.hand.take(head, body)] = held

    def _replace(self, reports: Collection[str]) -> None:
        ranks = [self.hand.take(head) for head in self._store.derived.heads(reports=reports)]
        self.hand.fetch(ranks)
        for rank in ranks:
            self.gone[self.hand.heads[rank].number] = self.hand.keys(rank)
            self.hand.drop(rank)

    def pair(self) -> None:
        """Score every pair that is new, and void those that are none any more."""
        keys, blocks = self._touched()
        self.unpaired = set(self.gone) | self.hand.numbers(keys)
        edges = self._unscored(self._candidates(keys, blocks), keys.keys() - self.fresh.keys())
        shares = map(self._share, some_of(edges, _PAIRS))
        for scores in spread(partial(_scored, self._families), shares, self._store, self._jobs):
            self.paired |= scores
        self.draws = self._drawn({self.hand.heads[rank].number for rank in keys})

    def _touched(self) -> tuple[dict[Rank, dict[int, int]], dict[int, Block]]:
        """The accounts whose pairs are to be made, with their keys, and the holders of these: the
        new accounts, and whom they or those gone moved across the bound of a key.
        """
        blocks: dict[int, Block] = {}
        before = self._hold({key for held in self.gone.values() for key in held}, blocks)
        before |= self._hold({key for held in self.fresh.values() for key in held}, blocks)
        for rank, held in self.fresh.items():
            for key, weight in held.items():
                blocks.setdefault(key, Block(weight, [])).holders.append(rank)
        for block in blocks.values():
            block.holders.sort()
        shifted = {rank for key in before for rank in moved(before[key], blocks[key].holders)}
        shifted = {rank for rank in shifted - self.fresh.keys() if rank in self.hand.heads}
        self.hand.fetch(shifted)
        keys = self.fresh | {rank: self.hand.keys(rank) for rank in shifted}
        self._hold({key for rank in shifted for key in keys[rank]}, blocks)
        return keys, blocks

    def _hold(self, wanted: set[int], blocks: dict[int, Block]) -> dict[int, list[Rank]]:
        """Add the stored holders of keys to the blocks, and return them, those gone too."""
        before: dict[int, list[Rank]] = defaultdict(list)
        if self._afresh:
            return before
        for key, weight, head in self._store.derived.holders(wanted - blocks.keys()):
            rank = Rank(head.day, head.report, head.place)
            before[key].append(rank)
            holders = blocks.setdefault(key, Block(weight, [])).holders
            if head.number not in self.gone:
                holders.append(self.hand.take(head))
        for key, ranks in before.items():
            ranks.sort()
            blocks[key].holders.sort()
        return before

    def _candidates(
        self, keys: Mapping[Rank, Mapping[int, int]], blocks: Mapping[int, Block]
    ) -> Iterator[Edge]:
        for rank in sorted(keys):
            for other in partners(rank, keys[rank], blocks, later=not self._afresh):
                if other < rank:
                    yield other, rank
                elif other not in keys:
                    yield rank, other

    def _unscored(self, edges: Iterable[Edge], shifted: set[Rank]) -> Iterator[Edge]:
        """The pairs to be scored; a pair of accounts that were there before keeps its score."""
        scored: dict[Edge, float] = {}
        ranks = self.hand.ranks
        for one, other, score in self._store.derived.pairs(self.hand.numbers(shifted)):
            if one in ranks and other in ranks:
                left, right = sorted((ranks[one], ranks[other]))
                scored[left, right] = score
        for edge in edges:
            if edge in scored and self.fresh.keys().isdisjoint(edge):
                self.paired[edge] = scored[edge]
            else:
                yield edge

    def _share(self, edges: list[Edge]) -> Share:
        ranks = {rank for edge in edges for rank in edge}
        self.hand.fetch(ranks)
        return edges, {rank: self.hand.body(rank) for rank in ranks}

    def _drawn(self, touched: set[int]) -> dict[int, Draw]:
        """Whom accounts are drawn to, where that may have changed: those whose pairs were made, or
        whose draw went or was to one of these; and whom a new pair draws more than before.
        """
        derived, heads = self._store.derived, self.hand.heads
        new = drawn(self.paired)
        if self._afresh:
            return {heads[rank].number: self._draw(new.get(rank)) for rank in self.fresh}
        anew = touched | (derived.drawn_to(self.unpaired).keys() - self.gone.keys())
        stored = list(derived.pairs(anew, THRESHOLD))
        self.hand.find({number for pair in stored for number in (pair.one, pair.other)})
        likely = {pair: score for pair, score in self.paired.items() if score >= THRESHOLD}
        for one, other, score in stored:
            if not {one, other} & self.unpaired:
                likely[self.hand.ranks[one], self.hand.ranks[other]] = score
        ranks = self.hand.known(anew)
        found = {rank: to for rank, to in drawn(likely).items() if rank in ranks}
        before = derived.draws({heads[rank].number for rank in new.keys() - ranks})
        for rank, (earlier, score) in new.items():
            old = before.get(heads[rank].number)
            if old and self._nearer(earlier, score, old):
                found[rank] = earlier, score
        return {heads[rank].number: self._draw(found.get(rank)) for rank in ranks | found.keys()}

    def _nearer(self, earlier: Rank, score: float, old: Draw) -> bool:
        if old.toward is None or old.pull is None or score > old.pull:
            return True
        self.hand.find([old.toward])
        return score == old.pull and earlier < self.hand.ranks[old.toward]

    def _draw(self, to: tuple[Rank, float] | None) -> Draw:
        return Draw(self.hand.heads[to[0]].number, to[1]) if to else NOWHERE

    def around(self, numbers: Collection[int], joins: Iterable[Numbers]) -> set[Rank]:
        """All accounts that hang together with these, or with those that are drawn elsewhere than
        before: by draws, earlier ones too, and by people's joins.
        """
        if self._afresh:
            return set(self.fresh)
        derived = self._store.derived
        near: dict[int, set[int]] = defaultdict(set)
        for one, other in (*joins, *((n, d.toward) for n, d in self.draws.items() if d.toward)):
            near[one].add(other)
            near[other].add(one)
        seen: set[int] = set()
        frontier = {*numbers, *self.unpaired, *self.draws}
        while frontier:
            seen |= frontier
            found = {other for number in frontier for other in near.get(number, ())}
            found |= {draw.toward for draw in derived.draws(frontier).values() if draw.toward}
            found |= derived.drawn_to(frontier).keys()
            frontier = found - seen
        return self.hand.known(seen)

    def groups(
        self,
        closure: set[Rank],
        joins: Iterable[Numbers],
        splits: Iterable[Numbers],
    ) -> list[tuple[Rank, ...]]:
        """The groups of accounts that hang together with nothing else."""
        self.hand.fetch(closure)
        return group(
            closure,
            self._scores(closure),
            self._among(closure, joins),
            self._among(closure, splits),
            exclude=lambda one, other: contradict(self.hand.profile(one), self.hand.profile(other)),
        )

    def _scores(self, closure: set[Rank]) -> dict[Edge, float]:
        scores = {pair: s for pair, s in self.paired.items() if closure.issuperset(pair)}
        if not self._afresh:
            ranks = {self.hand.heads[rank].number: rank for rank in closure}
            for one, other, scored in self._store.derived.pairs(ranks):
                if one in ranks and other in ranks and not {one, other} & self.unpaired:
                    scores[ranks[one], ranks[other]] = scored
        return scores

    def _among(self, closure: set[Rank], pairs: Iterable[Numbers]) -> Iterator[Edge]:
        ranks = {self.hand.heads[rank].number: rank for rank in closure}
        for one, other in pairs:
            if one in ranks and other in ranks:
                yield ranks[one], ranks[other]

    # What is to be kept

    def profiles(self) -> Iterator[tuple[Head, str]]:
        for rank in self.fresh:
            yield self.hand.heads[rank], self.hand.body(rank)

    def keys(self) -> Iterator[tuple[int, int, int]]:
        for rank, held in self.fresh.items():
            number = self.hand.heads[rank].number
            yield from ((key, number, weight) for key, weight in held.items())

    def pairs(self) -> Iterator[Pair]:
        for edge, scored in self.paired.items():
            one, other = sorted(self.hand.heads[rank].number for rank in edge)
            yield Pair(one, other, scored)


def _profiled(store: Store, reports: Collection[str]) -> list[tuple[Head, str, dict[int, int]]]:
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
            found.append((head, packed(profile), hashed(profile)))
    return found


def _scored(families: Mapping[str, str], store: Store, share: Share) -> dict[Edge, float]:
    """The pairs that may tell of one incident, with their probabilities."""
    edges, bodies = share
    known = {rank: unpacked(body) for rank, body in bodies.items()}
    found: dict[Edge, float] = {}
    for left, right in edges:
        score = likely(known[left], known[right], families, RECORDED_FROM)
        if score is not None:
            found[left, right] = score
    return found


def known_on(report: Report, received: Mapping[str, date]) -> date:
    """The day on which a report was known: of its publication, else on which it was received."""
    return report.published or received[report.id]

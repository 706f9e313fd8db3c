"""From pairs, draws and people's joins to groups: of everything, or of what a change reaches."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

from reportedly.link import again, contradictions, group
from reportedly.link.candidates import Rank
from reportedly.pipeline.linking import Linking
from reportedly.pipeline.verdicts import Verdicts
from reportedly.store.derived import Derived, Pair

Edge = tuple[Rank, Rank]
Numbers = tuple[int, int]


class Grouping:
    """The groups that follow from a step of linking and from people's verdicts."""

    def __init__(self, derived: Derived, linking: Linking, verdicts: Verdicts) -> None:
        self._derived = derived
        self._linking = linking
        self._hand = linking.hand
        self._verdicts = verdicts
        self._joined = _both_ways(verdicts.joins)
        self._told = _both_ways(verdicts.ties)  # accounts that one decision speaks of
        self._draws = dict(linking.draws)
        # Those stored that stand, by the lower number, of the accounts that were read.
        self._pairs: dict[int, list[Pair]] = defaultdict(list)
        self._read: set[int] = set()

    def all(self) -> list[tuple[Rank, ...]]:
        """All groups, where everything is linked afresh."""
        return self.groups(self._there(self._hand.numbers(self._linking.fresh)))

    def changed(self, numbers: Collection[int]) -> list[tuple[Rank, ...]]:
        """All groups that are others than before, whole, with those that they came from, and some
        more. ``numbers``: accounts of which people decide something else than before; what linking
        changed is known.
        """
        linking = self._linking
        about = {*numbers, *self._hand.numbers(linking.fresh), *linking.draws, *self._repaired()}
        left = self._derived.homes({*numbers, *linking.gone})
        about |= {number for _, number in self._derived.members(set(left.values()))}
        return again(self._there(about), self._were, self._beside, self.groups)

    def around(self, numbers: Collection[int]) -> set[Rank]:
        """All accounts that hang together with these, by draws and by what people said."""
        seen: set[int] = set()
        frontier = {*numbers}
        while frontier:
            seen |= frontier
            near = self._drawn(frontier) | _from(frontier, self._joined)
            frontier = (near | _from(frontier, self._told)) - seen
        return self._there(seen)

    def groups(self, accounts: set[Rank]) -> list[tuple[Rank, ...]]:
        """These accounts grouped as if there were no others."""
        ranks = {self._hand.heads[rank].number: rank for rank in accounts}
        self._hand.fetch(accounts)
        return group(
            accounts,
            self._scores(ranks),
            list(_among(ranks, self._verdicts.joins)),
            list(_among(ranks, self._verdicts.splits)),
            ties=dict(_among(ranks, self._ties(ranks))),
            exclude=contradictions((rank, self._hand.profile(rank)) for rank in accounts),
        )

    def _scores(self, ranks: Mapping[int, Rank]) -> Mapping[Edge, float]:
        if self._linking.afresh:
            return self._linking.paired  # all of them: a copy would be large
        unread = ranks.keys() - self._read
        self._read |= unread
        dropped, gone = self._linking.dropped, self._linking.gone
        for pair in self._derived.pairs_from(unread):
            if pair.one not in gone and pair.other not in gone and pair[:2] not in dropped:
                self._pairs[pair.one].append(pair)
        return self._linking.paired | {
            (rank, ranks[other]): score
            for number, rank in ranks.items()
            for _, other, score in self._pairs.get(number, ())
            if other in ranks
        }

    def _ties(self, numbers: Collection[int]) -> Iterator[Numbers]:
        """Each of these with whom it is drawn to, if it is."""
        unread = set(numbers) - self._draws.keys()
        self._draws |= self._derived.draws(unread)
        for number in numbers:
            draw = self._draws.get(number)
            if draw is not None and draw.toward is not None:
                yield number, draw.toward

    def _repaired(self) -> Iterator[int]:
        """One of each pair that came or went, where that may matter: in one group, or between two
        that a tie or a join would make one.
        """
        pairs = self._linking.repaired_before()
        homes = self._derived.homes({number for pair in pairs for number in pair})
        apart = [(n, m) for n, m in pairs if homes.get(n) != homes.get(m)]
        incidents = {homes[number] for pair in apart for number in pair if number in homes}
        members = {number: incident for incident, number in self._derived.members(incidents)}
        edges = chain(self._ties(members), self._verdicts.joins)
        near = {frozenset((members.get(n), members.get(m))) for n, m in edges}
        for n, m in pairs:
            if homes.get(n) == homes.get(m) or frozenset((homes.get(n), homes.get(m))) in near:
                yield n

    def _were(self, accounts: set[Rank]) -> Iterator[frozenset[Rank]]:
        homes = self._derived.homes(self._hand.numbers(accounts))
        members: dict[str, set[int]] = defaultdict(set)
        for incident, number in self._derived.members(set(homes.values())):
            members[incident].add(number)
        self._hand.find({number for some in members.values() for number in some})
        return (frozenset(self._there(some)) for some in members.values())

    def _beside(self, accounts: set[Rank]) -> set[Rank]:
        numbers = self._hand.numbers(accounts)
        near = self._drawn(numbers) | _from(numbers, self._joined)
        # Which incident a decision is about follows from the groups of all that it speaks of.
        told, more = set[int](), numbers
        while more:
            told |= more
            more = _from(more, self._told) - told
        return self._there(near | told)

    def _drawn(self, numbers: set[int]) -> set[int]:
        """Whom these are drawn to, and who is drawn to these."""
        changed = self._linking.draws
        new = {number for number, draw in changed.items() if draw.toward in numbers}
        old = self._derived.drawn_to(numbers).keys() - changed.keys()
        return {to for _, to in self._ties(numbers)} | old | new

    def _there(self, numbers: Collection[int]) -> set[Rank]:
        """The accounts with these numbers that there are, and that people did not reject."""
        return self._hand.known(set(numbers) - self._verdicts.dismissed.keys())


def _both_ways(pairs: Iterable[Numbers]) -> Mapping[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
        found[other].add(one)
    return dict(found)


def _from(numbers: Iterable[int], edges: Mapping[int, set[int]]) -> set[int]:
    return {other for number in numbers for other in edges.get(number, ())}


def _among(ranks: Mapping[int, Rank], pairs: Iterable[Numbers]) -> Iterator[Edge]:
    for one, other in pairs:
        if one in ranks and other in ranks:
            yield ranks[one], ranks[other]

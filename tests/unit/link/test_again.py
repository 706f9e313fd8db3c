"""Grouping again around a change comes to what grouping everything does."""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from random import Random

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from reportedly.link import drawn, group
from reportedly.link.again import again
from reportedly.link.candidates import Rank

EXAMPLES = 40 * int(os.environ.get("STORIES", "25"))
# Around the bounds of a tie and of a mean, so that few more or less decide.
SCORES = (0.1, 0.2, 0.3, 0.34, 0.35, 0.36, 0.4, 0.5, 0.52, 0.55, 0.6, 0.7, 0.9)
Pair = tuple[Rank, Rank]
Groups = set[tuple[Rank, ...]]


@dataclass(frozen=True)
class State:
    """Who there is, and what is known of pairs. ``elsewhere``: those told of another place."""

    accounts: frozenset[Rank]
    scores: dict[Pair, float]
    joins: frozenset[Pair]
    splits: frozenset[Pair]
    elsewhere: frozenset[Rank]

    @cached_property
    def ties(self) -> dict[Rank, Rank]:
        there = (item for item in self.scores.items() if self.accounts.issuperset(item[0]))
        return {one: to for one, (to, _) in drawn(there).items()}

    def grouped(self, accounts: Iterable[Rank]) -> list[tuple[Rank, ...]]:
        def apart(left: Rank, right: Rank) -> bool:
            return (left in self.elsewhere) != (right in self.elsewhere)

        return group(accounts, self.scores, self.joins, self.splits, ties=self.ties, exclude=apart)

    def beside(self, accounts: set[Rank]) -> set[Rank]:
        edges = [*self.ties.items(), *self.joins]
        near = {other for edge in edges if not accounts.isdisjoint(edge) for other in edge}
        return near & self.accounts


def begun(rng: Random, ranks: list[Rank]) -> State:
    told = {rank: rng.randrange(1 + len(ranks) // 4) for rank in ranks}  # the incident of each
    scores = {}
    for n, left in enumerate(ranks):
        for right in ranks[n + 1 :]:
            one = told[left] == told[right]
            if rng.random() < (0.9 if one else 0.4):
                scores[left, right] = rng.choice(SCORES[4:] if one else SCORES)
    there = frozenset(rank for rank in ranks if rng.random() < 0.7)
    apart = frozenset(rank for rank in ranks if rng.random() < 0.2)
    return State(there, scores, frozenset(), frozenset(), apart)


def changed(rng: Random, state: State, ranks: list[Rank]) -> tuple[State, set[Rank]]:
    """The state after a small change, and the accounts that the change is about."""
    one, other = sorted(rng.sample(ranks, 2))
    kind = rng.choice(("come or go", "come or go", "score", "score", "elsewhere", "join", "split"))
    if kind == "come or go":
        return replace(state, accounts=state.accounts ^ {one}), {one}
    if kind == "score":
        scores = state.scores | {(one, other): rng.choice(SCORES)}
        return replace(state, scores=scores), {rng.choice((one, other))}
    if kind == "elsewhere":
        return replace(state, elsewhere=state.elsewhere ^ {one}), {one}
    if kind == "join":
        return replace(state, joins=state.joins ^ {(one, other)}), {one, other}
    return replace(state, splits=state.splits ^ {(one, other)}), {one, other}


def around(before: Groups, old: State, new: State, about: set[Rank]) -> tuple[Groups, int]:
    """All groups after a change, and how many accounts were looked at for it."""
    homes = {rank: members for members in before for rank in members}
    seen: set[Rank] = set()

    def were(accounts: set[Rank]) -> Iterator[frozenset[Rank]]:
        for rank in accounts & homes.keys():
            yield new.accounts.intersection(homes[rank])

    def grouped(accounts: set[Rank]) -> list[tuple[Rank, ...]]:
        seen.update(accounts)
        return new.grouped(accounts)

    about = about | {a for a in old.accounts | new.accounts if old.ties.get(a) != new.ties.get(a)}
    about |= {mate for rank in about for mate in homes.get(rank, ())}
    found = again(about & new.accounts, were, new.beside, grouped)
    left = {members for members in before if seen.isdisjoint(members)}
    gone = {members for members in left if not new.accounts.issuperset(members)}
    return set(found) | (left - gone), len(seen)


@pytest.fixture(scope="module", autouse=True)
def _few_compared() -> Iterator[None]:
    """A group has enough to be compared with at three, as at fifty in a store of real size."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys.modules[group.__module__], "COMPARED", 3)
        yield


@settings(max_examples=EXAMPLES, deadline=None, derandomize=bool(os.environ.get("CI")))
@given(st.integers(0, 2**32), st.integers(3, 24), st.integers(1, 8), st.integers(1, 3))
def test_around_a_change_as_everywhere(seed: int, size: int, steps: int, at_once: int) -> None:
    rng = Random(seed)
    ranks = [Rank(1, f"r{rng.choice((n, n, n, n // 3))}", n) for n in range(size)]
    state = begun(rng, ranks)
    groups: Groups = set(state.grouped(state.accounts))
    for _ in range(steps):
        old, about = state, set[Rank]()
        for _ in range(at_once):
            state, more = changed(rng, state, ranks)
            about |= more
        before = groups
        groups, seen = around(before, old, state, about)
        assert groups == set(state.grouped(state.accounts))
        event("some are left out" if seen < len(state.accounts) else "all are looked at")
        event("groups are other" if groups != before else "groups are the same")

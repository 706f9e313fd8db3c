"""Which pairs of accounts are worth comparing: those that share enough blocking keys."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from reportedly.link.keys import NEEDED, keys
from reportedly.link.profile import Profile
from reportedly.link.score import score
from reportedly.records import Link

CAP = 50  # accounts that use one key, in the order given


def candidates(profiles: Sequence[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Pairs in the order given; never two accounts of one report."""
    blocks: dict[str, tuple[int, list[int]]] = {}
    for n, profile in enumerate(profiles):
        for key, weight in keys(profile).items():
            blocks.setdefault(key, (weight, []))[1].append(n)
    shared: Counter[tuple[int, int]] = Counter()
    for weight, members in blocks.values():
        for pair in combinations(members[:CAP], 2):
            shared[pair] += weight
    for (left, right), times in sorted(shared.items()):
        if times >= NEEDED and profiles[left].report != profiles[right].report:
            yield profiles[left], profiles[right]


def link(profiles: Sequence[Profile], families: Mapping[str, str]) -> list[Link]:
    """A link for each pair of accounts worth comparing, with its reasons."""
    return [score(left, right, families) for left, right in candidates(profiles)]

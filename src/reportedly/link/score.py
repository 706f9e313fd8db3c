"""Add up what speaks for and against, and say how likely it is that two accounts are one."""

from collections.abc import Mapping, Sequence
from math import exp2, log2

from reportedly.link import weights
from reportedly.link.candidates import candidates
from reportedly.link.features import FEATURES
from reportedly.link.profile import Profile
from reportedly.records import Link, Reason

NAME = "evidence 2"  # raise the number whenever a weight or a feature changes


def link(profiles: Sequence[Profile], families: Mapping[str, str]) -> list[Link]:
    """A link for each pair of accounts worth comparing, with its reasons, in stored order.

    ``profiles`` come in stored order; ``families`` maps a type of incident to its family.
    """
    pairs = list(candidates(profiles))
    prior = _prior(len(pairs), len(profiles))
    return [score(left, right, families, prior) for left, right in pairs]


def _prior(pairs: int, accounts: int) -> Reason:
    """In a crowded store more agreement comes by chance."""
    others = round(2 * pairs / accounts) if accounts else 0
    crowd = log2(1 + pairs / max(accounts, 1))
    weight = weights.PRIOR - min(weights.CROWDED, weights.CROWDING * crowd)
    return Reason("prior", weight, f"one of {others:,} that each could be, on average")


def score(left: Profile, right: Profile, families: Mapping[str, str], prior: Reason) -> Link:
    found = tuple(
        Reason(feature.__name__, *added)
        for feature in FEATURES
        if (added := feature(left, right, families)) is not None
    )
    reasons = (prior, *found)
    bits = sum(reason.weight for reason in reasons)
    return Link(left.account, right.account, probability(bits), reasons, NAME)


def probability(bits: float) -> float:
    """Log2 of odds as a probability."""
    return 1 / (1 + exp2(min(-bits, 1000.0)))

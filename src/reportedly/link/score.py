"""Add up what speaks for and against, and say how likely it is that two accounts are one."""

from collections.abc import Mapping
from functools import cache
from math import exp2, log2

from reportedly.link.features import FEATURES, LEVELS
from reportedly.link.levels import Feature, LevelOf
from reportedly.link.profile import Profile
from reportedly.link.weights import model
from reportedly.records import Link, Reason

Step = tuple[Feature, LevelOf | None, Mapping[str, float], float]


def score(left: Profile, right: Profile, families: Mapping[str, str]) -> Link:
    """The link between two accounts, with its reasons: a pure function of the two.

    ``families`` maps a type of incident to its family.
    """
    weights = model().weights
    reasons = [Reason("prior", model().prior, "as likely as any two that share a few facts")]
    for feature in FEATURES:
        found = feature(left, right, families)
        if found is not None:
            name = feature.__name__
            reasons.append(Reason(name, weights[name][found[0]], found[1]))
    bits = sum(reason.weight for reason in reasons)
    return Link(left.account, right.account, probability(bits), tuple(reasons), model().version)


def likely(
    left: Profile, right: Profile, families: Mapping[str, str], least: float
) -> float | None:
    """The same score without its reasons; None where it is less than ``least``, which is known
    for most pairs once their words and dates are compared.
    """
    bits, needed = model().prior, log2(least / (1 - least))
    for feature, level_of, weights, left_to_gain in _plan():
        if level_of is not None:
            level = level_of(left, right)
        else:
            found = feature(left, right, families)
            level = found[0] if found else None
        if level is not None:
            bits += weights[level]
        if bits + left_to_gain < needed:
            return None
    return probability(bits)


def probability(bits: float) -> float:
    """Log2 of odds as a probability."""
    return 1 / (1 + exp2(min(-bits, 1000.0)))


@cache
def _plan() -> list[Step]:
    """The comparisons, the most telling first: each with the function for its level alone, if any,
    its weights, and what all those after it can add at most.
    """
    weights = model().weights
    most = {name: max(0.0, *levels.values()) for name, levels in weights.items()}

    def spread(feature: Feature) -> float:
        return most[feature.__name__] - min(weights[feature.__name__].values())

    plan: list[Step] = []
    after = 0.0
    for feature in sorted(FEATURES, key=spread):
        plan.append((feature, LEVELS.get(feature), weights[feature.__name__], after))
        after += most[feature.__name__]
    return plan[::-1]

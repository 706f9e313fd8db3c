"""Add up what speaks for and against, and say how likely it is that two accounts are one."""

from collections.abc import Mapping
from math import exp2

from reportedly.link.features import FEATURES
from reportedly.link.profile import Profile
from reportedly.link.weights import model
from reportedly.records import Link, Reason


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


def probability(bits: float) -> float:
    """Log2 of odds as a probability."""
    return 1 / (1 + exp2(min(-bits, 1000.0)))

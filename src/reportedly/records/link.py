"""A scored belief that two accounts tell of the same incident."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """One comparison, in words a reviewer reads, and what it added (log-odds, base 2)."""

    feature: str
    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class Link:
    left: str  # account ids, left stored before right
    right: str
    score: float  # probability, 0 to 1
    reasons: tuple[Reason, ...] = ()
    by: str = ""  # scorer name and version

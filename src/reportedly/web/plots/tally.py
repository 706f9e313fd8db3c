"""How many incidents, and how many people reported killed in them, added up without filling gaps.

An incident without a figure adds to the incidents and to nothing else: it is not a zero. An open
figure ("at least 15") leaves the sum open above.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """``stated`` of the incidents have a figure of killed, ``open`` of these no upper end."""

    incidents: int = 0
    stated: int = 0
    low: int = 0
    best: int = 0
    high: int = 0
    open: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.incidents + other.incidents,
            self.stated + other.stated,
            self.low + other.low,
            self.best + other.best,
            self.high + other.high,
            self.open + other.open,
        )

    @property
    def unstated(self) -> int:
        """Incidents for which no figure is reported."""
        return self.incidents - self.stated

    @property
    def killed(self) -> str:
        """``7 to 15 (best 12)``, ``at least 15``, ``not stated``: the sum of the figures stated."""
        if not self.stated:
            return "not stated"
        if self.open:
            best = f" (best {self.best:,})" if self.best > self.low else ""
            return f"at least {self.low:,}{best}"
        if self.low == self.high:
            return f"{self.low:,}"
        return f"{self.low:,} to {self.high:,} (best {self.best:,})"


def total(tallies: Iterable[Tally]) -> Tally:
    return sum(tallies, Tally())

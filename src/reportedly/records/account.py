"""One report's account of one incident: the unit that gets linked."""

from dataclasses import dataclass
from typing import Literal

from reportedly.records.claim import Claim
from reportedly.records.evidence import Evidence

Role = Literal["main", "background", "aggregate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    id: str
    report: str
    index: int  # 0-based place among the report's accounts, aggregates counted
    role: Role
    mentions: tuple[Evidence, ...]  # where the report speaks of it, never empty
    claims: tuple[Claim, ...]
    score: float | None = None
    by: str = ""

    def of(self, field: str) -> tuple[Claim, ...]:
        """The claims on one field, in text order."""
        return tuple(c for c in self.claims if c.field == field)

"""What the accounts add up to. Derived: a pure function of accounts, links and decisions."""

from dataclasses import dataclass
from typing import Literal

from reportedly.records.values import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One published cell: its value, the claims for and against it, and what chose it."""

    field: str
    value: Value
    basis: tuple[str, ...]  # claim ids for it
    against: tuple[str, ...]  # claim ids that say otherwise
    rule: str  # the reconcile rule, or the decision id, that chose it
    because: str  # one sentence a reader can check
    voices: int = 0  # how many independent voices give what it is based on
    heard: int = 0  # how many independent voices give the field any value at all
    group: str | None = None  # for counts: whom ("soldiers"); None: all of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Two claims, or two statements, that cannot both be right."""

    id: str
    left: str
    right: str
    kind: Literal["count", "date", "place", "responsibility", "proposition"]
    field: str | None = None  # for claims: the field in dispute
    issue: str | None = None  # for statements: what they disagree about, in the report's words
    incident: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    id: str  # named after its oldest account, so newcomers and merges never rename it
    accounts: tuple[str, ...]  # in the order given
    findings: tuple[Finding, ...]
    disputes: tuple[Dispute, ...] = ()
    groups: tuple[Finding, ...] = ()  # counts of a group of people; never to be added to the totals
    voices: int = 0  # independent voices that say anything of it

    def get(self, field: str) -> Value | None:
        return next((f.value for f in self.findings if f.field == field), None)

    def finding(self, field: str) -> Finding | None:
        return next((f for f in self.findings if f.field == field), None)

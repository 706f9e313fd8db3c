"""A person's judgement. Appended, never edited; a later one replaces an earlier."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from reportedly.records.evidence import Part
from reportedly.records.values import Value

Kind = Literal["account", "claim", "statement", "speaker"]
PERSON = "a person"  # in place of an extractor, for what people made; the log has the name
Action = Literal["accept", "reject", "correct", "join", "split", "dispute", "adjudicate", "undo"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """One thing that a decision was about, by where it stood in its report; no words of it.

    Ids change when a better extractor reads a report again, its text does not.
    """

    subject: str  # which of the decision's subjects it belongs to: a claim's own id, "INC-3"
    kind: Kind
    id: str  # the id that the thing had when the decision was made
    report: str
    spans: tuple[tuple[Part, int, int], ...]  # code points, the end exclusive
    field: str | None = None  # of a claim
    value: Value | None = None  # of a claim: what the machine read there


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """``subject`` holds claim or statement ids, one incident id, two sides of a join or split
    (account or incident ids), or the id of the decision that is undone.

    The anchors of a decision with what was ``Said`` are its words, then who says them where a
    person chose that (a ``speaker``), then the statements that it denies.
    """

    id: str
    action: Action
    subject: tuple[str, ...]
    field: str | None = None
    value: Value | None = None
    reviewer: str
    made_at: datetime  # UTC
    reason: str = ""
    replaces: str | None = None
    anchors: tuple[Anchor, ...] = ()  # none: made before anchors were kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """A decision in force that the machine, as it reads today, would not come to."""

    decision: Decision
    incident: str
    field: str
    person: tuple[Value, ...]  # none: rejected what the machine reads
    machine: tuple[Value, ...]  # none: it reads nothing


def void(decisions: Iterable[Decision]) -> set[str]:
    """Ids of the decisions, undos among them, that were undone or replaced.

    An undo can itself be undone. What a decision in force replaces is out, whatever its action.
    """
    out: set[str] = set()
    for decision in sorted(decisions, key=_made, reverse=True):
        if decision.id not in out:
            out.update(decision.subject if decision.action == "undo" else ())
            out.update((decision.replaces,) if decision.replaces else ())
    return out


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions in force, oldest first: none that was undone, and none that was replaced."""
    made = sorted(decisions, key=_made)
    out = void(made)
    return [d for d in made if d.id not in out and d.action != "undo"]


def _made(decision: Decision) -> tuple[datetime, str]:
    return decision.made_at, decision.id

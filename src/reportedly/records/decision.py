"""A person's judgement. Appended, never edited; a later one replaces an earlier."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from reportedly.records.values import Value

Action = Literal["accept", "reject", "correct", "join", "split", "dispute", "adjudicate", "undo"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    id: str
    action: Action
    subject: tuple[str, ...]  # claim id | incident id | two account ids | decision id (undo)
    field: str | None = None
    value: Value | None = None
    reviewer: str
    made_at: datetime  # UTC
    reason: str = ""
    replaces: str | None = None


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions in force, oldest first: none that was undone, and none that was replaced.

    An undo can itself be undone. What a decision in force replaces is out, whatever its action.
    """
    made = sorted(decisions, key=lambda decision: (decision.made_at, decision.id))
    void: set[str] = set()
    for decision in reversed(made):
        if decision.id not in void:
            void.update(decision.subject if decision.action == "undo" else ())
            void.update((decision.replaces,) if decision.replaces else ())
    return [d for d in made if d.id not in void and d.action != "undo"]

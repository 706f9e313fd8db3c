"""A person's judgement. Appended, never edited; a later one replaces an earlier."""

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

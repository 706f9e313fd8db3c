"""Make a decision record, or say why it is none."""

from collections.abc import Sequence
from datetime import UTC, datetime

from reportedly.codebook import Codebook
from reportedly.errors import CodebookError
from reportedly.records import (
    Action,
    Actor,
    Anchor,
    Attribution,
    Code,
    Count,
    Decision,
    Place,
    Text,
    Value,
    When,
    content_id,
)

_PAIRS: frozenset[Action] = frozenset({"join", "split"})
_NEEDS_REASON: frozenset[Action] = frozenset({"correct", "adjudicate", "reject", "split"})
_KINDS: dict[str, type[Value]] = {
    "count": Count,
    "when": When,
    "place": Place,
    "actor": Actor,
    "attribution": Attribution,
    "code": Code,
    "text": Text,
}


def decide(
    action: Action,
    subject: Sequence[str],
    *,
    reviewer: str,
    codebook: Codebook,
    field: str | None = None,
    value: Value | None = None,
    reason: str = "",
    replaces: str | None = None,
    anchors: Sequence[Anchor] = (),
    made_at: datetime | None = None,
) -> Decision:
    """A decision of now (UTC) unless told otherwise.

    Raises ValueError for a decision that lacks a part, CodebookError for a field or value that the
    codebook does not have.
    """
    if not subject or not reviewer.strip():
        raise ValueError("a decision names what it is about and who makes it")
    if action in _PAIRS and len(set(subject)) != 2:
        raise ValueError(f"to {action} takes two different accounts or incidents")
    if action in _NEEDS_REASON and not reason.strip():
        raise ValueError(f"to {action} takes a reason")
    if action == "correct" and value is None:
        raise ValueError("to correct takes the right value")
    if field is not None:
        _check(codebook, field, value)
    moment = made_at or datetime.now(UTC)
    return Decision(
        id=content_id("decision", action, tuple(subject), field, str(value), reviewer, moment),
        action=action,
        subject=tuple(subject),
        field=field,
        value=value,
        reviewer=reviewer,
        made_at=moment,
        reason=reason,
        replaces=replaces,
        anchors=tuple(anchors),
    )


def _check(codebook: Codebook, field: str, value: Value | None) -> None:
    kind = codebook.field(field).kind
    if value is not None and not isinstance(value, _KINDS[kind]):
        raise CodebookError(f"{field} holds a {kind}, not a {type(value).__name__}")
    if field == "type" and isinstance(value, Code):
        codebook.type(value.code)

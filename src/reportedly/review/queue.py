"""What a person should look at first: the open questions, weightiest first."""

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.records import Decision, Incident, Link
from reportedly.records.decision import standing

UNSURE = (0.2, 0.9)  # probability of a link that a person should look at


@dataclass(frozen=True, slots=True)
class Question:
    """``subject``: an incident id, or two account ids. ``weight``: how much an answer changes."""

    subject: tuple[str, ...]
    field: str | None
    weight: float
    words: str


def questions(
    incidents: Iterable[Incident], links: Iterable[Link], decisions: Iterable[Decision]
) -> list[Question]:
    """Disputed values that nobody has decided, and pairs that may or may not be one incident."""
    known = standing(decisions)
    settled = {(id, decision.field) for decision in known for id in decision.subject}
    judged = {frozenset(d.subject) for d in known if d.action in ("join", "split")}
    found = []
    for incident in incidents:
        names = (incident.id, *incident.accounts)
        for dispute in incident.disputes:
            field = dispute.field
            if not any((name, field) in settled for name in names):
                words = f"{field or dispute.kind}: voices contradict each other"
                found.append(Question((incident.id,), field, 2.0, words))
    for link in links:
        if UNSURE[0] <= link.score <= UNSURE[1]:
            pair = (link.left, link.right)
            if frozenset(pair) not in judged:
                doubt = 1 - abs(link.score - 0.5) * 2
                found.append(Question(pair, None, doubt, "the same incident?"))
    return sorted(dict.fromkeys(found), key=lambda q: (-q.weight, q.subject, q.field or ""))

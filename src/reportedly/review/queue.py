"""What a person should look at first: the open questions, weightiest first."""

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.records import Account, Decision, Incident, Link
from reportedly.records.decision import standing

UNSURE = (0.2, 0.9)  # probability that a person should look at


@dataclass(frozen=True, slots=True)
class Question:
    """``subject``: an incident id, or two account ids. ``weight``: how much an answer changes."""

    subject: tuple[str, ...]
    field: str | None
    weight: float
    words: str


def questions(
    incidents: Iterable[Incident],
    links: Iterable[Link],
    decisions: Iterable[Decision],
    accounts: Iterable[Account] = (),
) -> list[Question]:
    """What nobody has decided: disputed values, pairs that may or may not be one incident, and
    incidents told of by no account that the extractor is sure of.
    """
    known = standing(decisions)
    settled = {(id, decision.field) for decision in known for id in decision.subject}
    judged = {frozenset(d.subject) for d in known if d.action in ("join", "split")}
    sure = {account.id: account.score for account in accounts if account.score is not None}
    found = []
    for incident in incidents:
        names = (incident.id, *incident.accounts)
        told = [sure[name] for name in incident.accounts if name in sure]
        if told and max(told) < UNSURE[1] and not any((name, None) in settled for name in names):
            found.append(Question((incident.id,), None, _doubt(max(told)), "did it happen?"))
        for dispute in incident.disputes:
            field = dispute.field
            if not any((name, field) in settled for name in names):
                words = f"{field or dispute.kind}: voices contradict each other"
                found.append(Question((incident.id,), field, 2.0, words))
    for link in links:
        if UNSURE[0] <= link.score <= UNSURE[1]:
            pair = (link.left, link.right)
            if frozenset(pair) not in judged:
                found.append(Question(pair, None, _doubt(link.score), "the same incident?"))
    return sorted(dict.fromkeys(found), key=lambda q: (-q.weight, q.subject, q.field or ""))


def _doubt(probability: float) -> float:
    """1 where it may as well be as not, 0 where it is certain."""
    return 1 - abs(probability - 0.5) * 2

"""Where machine and person say different things now: no decision hides what the machine reads."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from reportedly.records import Claim, Decision, Differing, Incident, Value
from reportedly.records.decision import standing
from reportedly.review import making

_COMPARED = ("accept", "correct", "adjudicate", "reject")


def differing(
    incident: Incident,
    decisions: Iterable[Decision],
    claims: Mapping[str, Claim],
    unaided: Callable[[], Incident],
) -> Iterator[Differing]:
    """The decisions about an incident that the machine would not come to, the last on each matter.

    ``claims`` as they are read today, by id; ``unaided`` makes the incident by rules alone.
    """
    made = [d for d in standing(decisions) if d.action in _COMPARED]
    made.sort(key=lambda decision: decision.action == "adjudicate")  # outranks opinions
    last = {(decision.field, decision.subject): decision for decision in made}
    alone = unaided() if last else incident
    for decision in last.values():
        about = [claims[id] for id in decision.subject if id in claims]
        field = about[0].field if about else decision.field
        if field is None:
            continue
        added = making(decision) and not about
        person = _of(incident, field) if added else _person(decision, about)
        machine = _machine(alone, decision, about, field)
        if person != machine:
            yield Differing(
                decision=decision,
                incident=incident.id,
                field=field,
                person=person,
                machine=machine,
            )


def _person(decision: Decision, about: Sequence[Claim]) -> tuple[Value, ...]:
    if decision.action == "reject":
        return ()
    if decision.value is not None:
        return (decision.value,)
    return tuple(dict.fromkeys(claim.value for claim in about))


def _machine(
    alone: Incident, decision: Decision, about: Sequence[Claim], field: str
) -> tuple[Value, ...]:
    """What the machine reads in the claims decided about, else what its rule makes of the field."""
    if about and decision.action in ("reject", "correct"):
        return tuple(dict.fromkeys(claim.value for claim in about))
    return _of(alone, field)


def _of(incident: Incident, field: str) -> tuple[Value, ...]:
    return tuple(finding.value for finding in incident.findings if finding.field == field)

"""One incident as ``export --as jsonl`` shows it, with the claims it rests on."""

from collections.abc import Iterable, Sequence

from reportedly.codebook import Codebook, default
from reportedly.contract.read import dispute
from reportedly.contract.shapes import (
    ClaimJson,
    DecisionJson,
    FindingJson,
    IncidentJson,
    ReleasedCountJson,
)
from reportedly.contract.values import (
    attribution,
    evidence,
    family,
    perpetrator,
    place,
    value,
    when,
)
from reportedly.records import (
    Actor,
    Attribution,
    Claim,
    Code,
    Count,
    Decision,
    Differing,
    Finding,
    Incident,
    Place,
    Value,
    When,
)
from reportedly.records.decision import void


def incident(
    one: Incident,
    *,
    accounts: Sequence[str],
    claims: Iterable[tuple[Claim, str]],
    decisions: Sequence[Decision],
    differing: Iterable[Differing] = (),
    codebook: Codebook | None = None,
) -> IncidentJson:
    """One released incident. ``accounts`` are printed names; ``claims`` come with report names."""
    book = codebook or default()
    kind, day, site = one.get("type"), one.get("date"), one.get("place")
    blamed, status = one.get("attribution"), one.get("status")
    code = kind.code if isinstance(kind, Code) else None
    perpetrators = [f.value for f in one.findings if isinstance(f.value, Actor)]
    known = blamed if isinstance(blamed, Attribution) else Attribution("unknown")
    return {
        "id": one.id,
        "accounts": list(accounts),
        "claims": [claim(found, name) for found, name in claims],
        "type": code,
        "type_family": family(code, book),
        "date": when(day) if isinstance(day, When) else None,
        "place": place(site) if isinstance(site, Place) else None,
        "perpetrators": [perpetrator(found) for found in perpetrators],
        "attribution": attribution(known),
        "killed": _released(one.finding("killed")),
        "injured": _released(one.finding("injured")),
        "status": status.code if isinstance(status, Code) else None,
        "findings": [finding(found) for found in one.findings],
        "groups": [finding(found) for found in one.groups],
        "voices": one.voices,
        "disputed": sorted({d.field or d.kind for d in one.disputes}),
        "disputes": [dispute(found) for found in one.disputes],
        "decisions": _decisions(decisions, differing),
    }


def claim(one: Claim, report_name: str) -> ClaimJson:
    return {
        "id": one.id,
        "report": report_name,
        "field": one.field,
        "value": value(one.value),
        "group": one.group,
        "voice": one.voice,
        "statement": one.statement,
        "said_on": one.said_on.isoformat() if one.said_on else None,
        "evidence": evidence(one.evidence),
    }


def finding(one: Finding) -> FindingJson:
    return {
        "field": one.field,
        "value": value(one.value),
        "basis": list(one.basis),
        "against": list(one.against),
        "rule": one.rule,
        "because": one.because,
        "voices": one.voices,
        "voices_heard": one.heard,
        "group": one.group,
    }


def decision(
    one: Decision, *, in_force: bool = True, machine: Iterable[Value] | None = None
) -> DecisionJson:
    return {
        "id": one.id,
        "action": one.action,
        "subject": list(one.subject),
        "field": one.field,
        "value": value(one.value) if one.value is not None else None,
        "reviewer": one.reviewer,
        "made_at": one.made_at.isoformat(),
        "reason": one.reason,
        "replaces": one.replaces,
        "in_force": in_force,
        "machine": [value(found) for found in machine] if machine is not None else None,
    }


def _decisions(made: Sequence[Decision], differing: Iterable[Differing]) -> list[DecisionJson]:
    machine = {one.decision.id: one.machine for one in differing}
    out = void(made)
    return [decision(one, in_force=one.id not in out, machine=machine.get(one.id)) for one in made]


def _released(one: Finding | None) -> ReleasedCountJson | None:
    if one is None or not isinstance(one.value, Count):
        return None
    return {
        "low": one.value.low,
        "best": one.value.best,
        "high": one.value.high,
        "rule": one.rule,
    }

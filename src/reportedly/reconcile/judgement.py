"""What people decided, applied to what the machine found. Their words stand beside its words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.reconcile.case import Case
from reportedly.reconcile.disputes import Kind
from reportedly.records import Account, Claim, Decision, Dispute, Finding, content_id
from reportedly.records.decision import standing

_KINDS: Mapping[str, Kind] = {
    "date": "date",
    "place": "place",
    "perpetrator": "responsibility",
    "attribution": "responsibility",
}
_CHOOSING = ("accept", "correct", "adjudicate")


@dataclass(frozen=True, slots=True)
class Judgement:
    """The decisions in force that speak of one incident, by what they do."""

    rejected: frozenset[str]  # claims
    corrected: tuple[Decision, ...]  # of single claims
    chosen: tuple[Decision, ...]  # of fields, the last one counts
    disputed: tuple[Decision, ...]


def judgement(case: Case, names: Iterable[str], decisions: Iterable[Decision]) -> Judgement:
    """``names`` are the ids that mean this incident: its own, and those of its accounts."""
    mine = set(names) | {account.id for account in case.accounts}
    claims = {claim.id: claim for account in case.accounts for claim in account.claims}
    rejected, corrected, chosen, disputed = set(), [], [], []
    for decision in standing(decisions):
        subjects = [s for s in decision.subject if s in claims]
        whole = any(s in mine for s in decision.subject)
        if decision.action == "reject":
            rejected.update(subjects)
        elif decision.action == "correct" and subjects:
            corrected.append(decision)
        elif decision.action in _CHOOSING and (subjects or (whole and decision.field)):
            chosen.append(decision)
        elif decision.action == "dispute" and (subjects or whole):
            disputed.append(decision)
    # An adjudication outranks the opinions it was made about, whenever these were given.
    chosen.sort(key=lambda decision: decision.action == "adjudicate")
    return Judgement(frozenset(rejected), tuple(corrected), tuple(chosen), tuple(disputed))


def heard(case: Case, judged: Judgement) -> Case:
    """The case without rejected claims, and with corrected values in place of misread ones."""
    values = {d.subject[0]: d.value for d in judged.corrected if d.value is not None}

    def kept(account: Account) -> Account:
        claims = [
            replace(claim, value=values.get(claim.id, claim.value))
            for claim in account.claims
            if claim.id not in judged.rejected
        ]
        return replace(account, claims=tuple(claims))

    return replace(case, accounts=tuple(kept(account) for account in case.accounts))


def overrule(case: Case, findings: Sequence[Finding], judged: Judgement) -> list[Finding]:
    """The findings with the values that people chose; all other words stand against these."""
    decided = list(findings)
    for decision in judged.chosen:
        finding = _decided(case, decided, decision)
        if finding is not None:
            same = [n for n, old in enumerate(decided) if old.field == finding.field]
            decided = [old for old in decided if old.field != finding.field]
            decided.insert(same[0] if same else len(decided), finding)
    return decided


def _decided(case: Case, findings: Sequence[Finding], decision: Decision) -> Finding | None:
    claim = _claim(case, decision)
    field = claim.field if claim else decision.field
    rule = next((f for f in findings if f.field == field), None)
    value = decision.value or (claim.value if claim else None) or (rule.value if rule else None)
    if field is None or value is None:
        return None
    said = [c for account in case.accounts for c in account.of(field) if c.superseded_by is None]
    if claim is None and rule is not None and rule.value == value:  # the rule's own choice
        basis, against = rule.basis, rule.against
    else:
        chosen = (c for c in said if c.id == claim.id) if claim else iter(said)
        basis = tuple(c.id for c in chosen if c.value == value)
        against = tuple(c.id for c in said if c.id not in basis and c.value != value)
    reason = f": {decision.reason}" if decision.reason else ""
    because = f"{decision.reviewer} decided ({decision.action}){reason}"
    return Finding(
        field=field, value=value, basis=basis, against=against, rule=decision.id, because=because
    )


def _claim(case: Case, decision: Decision) -> Claim | None:
    claims = (claim for account in case.accounts for claim in account.claims)
    return next((claim for claim in claims if claim.id in decision.subject), None)


def raised(findings: Sequence[Finding], judged: Judgement, incident: str) -> list[Dispute]:
    """The disputes that people raised, between the claims they name or those of the field."""
    made = []
    for decision in judged.disputed:
        finding = next((f for f in findings if f.field == decision.field), None)
        sides = list(decision.subject) if len(decision.subject) > 1 else []
        if finding and not sides:
            sides = [*finding.basis[:1], *finding.against[:1]]
        left, right = (*sides, decision.id, decision.id)[:2]
        made.append(
            Dispute(
                id=content_id("dispute", decision.id),
                left=left,
                right=right,
                kind=_KINDS.get(
                    decision.field or "", "proposition" if finding is None else "count"
                ),
                field=decision.field,
                issue=decision.reason or None,
                incident=incident,
            )
        )
    return made

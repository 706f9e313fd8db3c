"""One group of accounts, what people decided about it, and a rule: one incident. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from reportedly.codebook import Codebook, Field
from reportedly.reconcile.case import Case
from reportedly.reconcile.choices import value_rule
from reportedly.reconcile.disputes import disputes, propositions, said_in
from reportedly.reconcile.judgement import heard, judgement, overrule, raised
from reportedly.reconcile.rules import Choice, count_rule
from reportedly.reconcile.voices import Voice, voices
from reportedly.reconcile.words import Word, figures, group_figures, latest_values, values
from reportedly.records import (
    Account,
    Actor,
    Attribution,
    Code,
    Count,
    Decision,
    Dispute,
    Finding,
    Incident,
    Place,
    Reading,
    Report,
    Statement,
    Text,
    Value,
    When,
)
from reportedly.records.totals import group_of

_KINDS: Mapping[str, type[Value]] = {
    "when": When,
    "place": Place,
    "actor": Actor,
    "attribution": Attribution,
    "code": Code,
    "text": Text,
}
# Rules that look at every word of a voice, not at its latest alone.
_EVERY_WORD = frozenset({"union", "strongest", "narrowest", "most_telling"})


def reconcile(
    accounts: Sequence[Account],
    statements: Iterable[Statement],
    reports: Mapping[str, Report],
    decisions: Iterable[Decision],
    codebook: Codebook,
    rule: str | None = None,
    *,
    id: str | None = None,
    names: Iterable[str] = (),
    copies: Mapping[str, str] | None = None,
) -> Incident:
    """The incident that these accounts tell of. A withdrawn one has no figures.

    No value depends on the order in which accounts and statements are given. ``rule`` names the
    rule for counts in place of the codebook's; ``id`` defaults to the first account's; ``names``
    are further ids that decisions may call it by; ``copies`` maps a report to the one whose text
    it printed. Raises CodebookError for an unknown rule.
    """
    name = id or accounts[0].id
    case = Case(
        accounts=tuple(accounts),
        reports=reports,
        statements={statement.id: statement for statement in statements},
        copies=copies or {},
    )
    judged = judgement(case, {name, *names}, decisions)
    case = heard(case, judged)
    speaking = voices(case)
    found = [
        finding
        for field in codebook.fields.values()
        for finding in _findings(case, speaking, field, codebook, rule)
    ]
    findings = overrule(case, _standing(found), judged)
    contradictions = disputes(case, speaking, codebook.counted(), name)
    groups = [
        finding
        for field in codebook.counted()
        for finding in _groups(case, speaking, field, codebook, rule)
        if not _withdrawn(findings)
    ]
    return Incident(
        id=name,
        accounts=tuple(account.id for account in accounts),
        findings=tuple(_heard(finding, speaking) for finding in findings),
        disputes=(*contradictions, *raised(findings, judged, name)),
        groups=tuple(_heard(finding, speaking) for finding in groups),
        voices=len({voice.key for voice in speaking.values()}),
    )


def _withdrawn(found: Sequence[Finding]) -> bool:
    """True where the reporting itself withdrew the incident."""
    return any(f.field == "status" and f.value == Code("retracted") for f in found)


def _standing(found: Sequence[Finding]) -> list[Finding]:
    """Without figures where the incident was withdrawn."""
    withdrawn = _withdrawn(found)
    return [f for f in found if not (withdrawn and isinstance(f.value, Count))]


def _heard(finding: Finding, speaking: Mapping[str, Voice]) -> Finding:
    """With the number of independent voices behind the value, and on the field at all."""

    def count(claims: Iterable[str]) -> int:
        return len({speaking[id].key for id in claims if id in speaking})

    return replace(
        finding,
        voices=count(finding.basis),
        heard=count((*finding.basis, *finding.against)),
    )


def _findings(
    case: Case, speaking: Mapping[str, Voice], field: Field, codebook: Codebook, rule: str | None
) -> list[Finding]:
    if field.kind == "count":
        name = rule or field.rule
        choice = count_rule(name)(figures(case, speaking, field.name), codebook)
        return [_finding(field.name, name, choice)] if choice else []
    said: list[Word[Any]] = (values if field.rule in _EVERY_WORD else latest_values)(
        case, speaking, field.name, _KINDS[field.kind]
    )
    return [_finding(field.name, field.rule, choice) for choice in value_rule(field.rule)(said)]


def _finding(field: str, rule: str, choice: Choice[Any]) -> Finding:
    return Finding(
        field=field,
        value=choice.value,
        basis=tuple(id for word in choice.basis for id in word.ids),
        against=tuple(id for word in choice.against for id in word.ids),
        rule=rule,
        because=choice.because,
    )


def _groups(
    case: Case, speaking: Mapping[str, Voice], field: str, codebook: Codebook, rule: str | None
) -> list[Finding]:
    """What the rule makes of each group of people that reports tell apart in a counted field."""
    name = rule or codebook.field(field).rule
    found = []
    for words in group_figures(case, speaking, field):
        choice = count_rule(name)(words, codebook)
        if choice:
            called = max((group_of(word.claims[0]) or "" for word in words), key=len)
            found.append(replace(_finding(field, name, choice), group=called))
    return found


def contradictions(reading: Reading, codebook: Codebook) -> tuple[Dispute, ...]:
    """The disputes inside one report: within each of its accounts, and between its statements."""
    found: dict[str, Dispute] = {}
    statements = {statement.id: statement for statement in reading.statements}
    for account in reading.accounts:
        case = Case(
            accounts=(account,),
            reports={reading.report.id: reading.report},
            statements=statements,
        )
        for dispute in disputes(case, voices(case), codebook.counted(), account.id):
            found.setdefault(dispute.id, dispute)
    for dispute in propositions(statements.values()):
        found.setdefault(dispute.id, dispute)
    return said_in(found.values(), reading)

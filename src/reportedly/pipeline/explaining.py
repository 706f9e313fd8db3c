"""Where one value comes from: every sentence, its source and time, and the rule that chose it."""

from dataclasses import dataclass
from datetime import date

from reportedly.pipeline.released import Release
from reportedly.records import Claim, Decision, Differing, Finding, Incident, Report


@dataclass(frozen=True, slots=True)
class Told:
    """One claim with whom and where it comes from."""

    claim: Claim
    report: Report
    voice: str  # as first named in the incident
    own: bool  # the outlet in its own voice
    on: date | None  # the day of the words, else of publication

    @property
    def quotes(self) -> tuple[str, ...]:
        return tuple(evidence.quote for evidence in self.claim.evidence)


@dataclass(frozen=True, slots=True)
class Explanation:
    """One field of one incident. ``rest`` was replaced, is part of another figure, or rejected."""

    incident: Incident
    field: str
    findings: tuple[Finding, ...]  # none: unknown; several: a field of several values
    groups: tuple[Finding, ...]  # of a count: the figures for groups of people
    basis: tuple[Told, ...]
    against: tuple[Told, ...]
    rest: tuple[Told, ...]
    differing: tuple[Differing, ...]  # decisions that the machine would not come to
    decided: tuple[Decision, ...]  # those that chose the findings


def explain(release: Release, id: str, field: str) -> Explanation:
    """Why the field has its value. Raises UnknownRecord, or CodebookError for an unknown field."""
    from reportedly.reconcile import Case, voices

    release.codebook.field(field)
    incident = release.incident(id)
    accounts = tuple(release.accounts(incident.accounts))
    told = release.told(incident)
    case = Case(
        accounts=accounts,
        reports={reading.report.id: reading.report for reading in told},
        statements={s.id: s for reading in told for s in reading.statements},
        copies=release.copies(incident),
    )
    speaking = voices(case)
    heard = {
        claim.id: Told(
            claim=claim,
            report=case.report(account),
            voice=speaking[claim.id].name,
            own=speaking[claim.id].own,
            on=case.said_on(account, (claim,)),
        )
        for account in accounts
        for claim in account.of(field)
    }
    findings = tuple(f for f in incident.findings if f.field == field)
    basis = {id for finding in findings for id in finding.basis}
    against = {id for finding in findings for id in finding.against} - basis
    return Explanation(
        incident=incident,
        field=field,
        findings=findings,
        groups=tuple(f for f in incident.groups if f.field == field),
        basis=tuple(t for id, t in heard.items() if id in basis),
        against=tuple(t for id, t in heard.items() if id in against),
        rest=tuple(t for id, t in heard.items() if id not in basis | against),
        differing=tuple(d for d in release.differing(incident) if d.field == field),
        decided=tuple(d for d in release.decisions(incident) if d.id in {f.rule for f in findings}),
    )

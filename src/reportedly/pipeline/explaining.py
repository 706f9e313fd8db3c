"""Where one value comes from: every sentence, its source and time, and the rule that chose it."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date

from reportedly.pipeline.released import Release
from reportedly.plugins import Released
from reportedly.records import Account, Claim, Decision, Differing, Finding, Incident, Report


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
    release.codebook.field(field)
    return _Heard(release, release.incident(id)).explanation(field)


def explain_all(release: Released, incident: Incident) -> list[Explanation]:
    """The same for every field of which anything is said, in the order of the codebook."""
    heard = _Heard(release, incident)
    said = heard.fields | {finding.field for finding in incident.findings}
    return [heard.explanation(field) for field in release.codebook.fields if field in said]


class _Heard:
    """All that is said of one incident, worked out once for all of its fields."""

    def __init__(self, release: Released, incident: Incident) -> None:
        from reportedly.reconcile import Case, voices

        self._incident = incident
        accounts = tuple(release.accounts(incident.accounts))
        told = release.told(incident)
        self._case = Case(
            accounts=accounts,
            reports={reading.report.id: reading.report for reading in told},
            statements={s.id: s for reading in told for s in reading.statements},
            copies=release.copies(incident),
        )
        self._voices = voices(self._case)
        self._told: dict[str, dict[str, Told]] = {}  # by field and claim
        for account in accounts:
            for claim in account.claims:
                self._told.setdefault(claim.field, {})[claim.id] = self._one(account, claim)
        self._differing = tuple(release.differing(incident))
        self._decisions = release.decisions(incident)

    @property
    def fields(self) -> Set[str]:
        """Those of which anything is claimed."""
        return self._told.keys()

    def explanation(self, field: str) -> Explanation:
        incident = self._incident
        heard = self._told.get(field, {})
        findings = tuple(f for f in incident.findings if f.field == field)
        basis = {id for finding in findings for id in finding.basis}
        against = {id for finding in findings for id in finding.against} - basis
        weighed = basis | against
        rules = {finding.rule for finding in findings}
        return Explanation(
            incident=incident,
            field=field,
            findings=findings,
            groups=tuple(f for f in incident.groups if f.field == field),
            basis=tuple(t for id, t in heard.items() if id in basis),
            against=tuple(t for id, t in heard.items() if id in against),
            rest=tuple(t for id, t in heard.items() if id not in weighed),
            differing=tuple(d for d in self._differing if d.field == field),
            decided=tuple(d for d in self._decisions if d.id in rules),
        )

    def _one(self, account: Account, claim: Claim) -> Told:
        voice = self._voices[claim.id]
        return Told(
            claim=claim,
            report=self._case.report(account),
            voice=voice.name,
            own=voice.own,
            on=self._case.said_on(account, (claim,)),
        )

"""The card of an incident: each value as a stack, the chosen one on top. Pure, but for asking."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from reportedly import pipeline, wording
from reportedly.codebook import Codebook
from reportedly.pipeline import Explanation, Told
from reportedly.plugins import Released
from reportedly.records import PERSON, Code, Count, Decision, Finding, Incident, Report
from reportedly.wording import decided
from reportedly.wording.heard import voice

Place = Literal["basis", "against", "rest"]
_ALWAYS = ("type", "date", "place", "perpetrator", "killed", "injured")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says a value, where, and since when."""

    name: str
    outlets: tuple[str, ...]
    first: date | None  # published
    last: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One value with all who say it, and their claims in every report that prints it."""

    words: str
    voices: tuple[Voice, ...]
    claims: tuple[str, ...]  # the claim to decide about first
    reports: tuple[str, ...]
    place: Place  # among what was chosen from, not chosen, or not weighed
    note: str = ""  # why it is not weighed, or that a person made a claim of it

    def nearest(self, report: str) -> str:
        """The report itself if it says so too, else the first that does."""
        return report if report in self.reports else self.reports[0]

    @property
    def first(self) -> date | None:
        return min((one.first for one in self.voices if one.first), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    words: str
    claims: tuple[str, ...]
    how: str  # the rule and its sentence, or who decided, when and why
    by_person: bool
    voices: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One field: what was chosen, then all that was said."""

    field: str
    label: str
    chosen: tuple[Chosen, ...]  # none: not stated
    said: tuple[Said, ...]
    groups: tuple[str, ...]  # figures for groups of people, in words
    differing: tuple[str, ...]  # decisions that the machine would not come to
    disputed: bool
    elsewhere: str | None = None  # the chosen type in the words of the practice followed

    @property
    def agreed(self) -> bool:
        """Everybody says what was chosen: it need not be repeated."""
        shown = {one.words for one in self.chosen}
        return all(one.words in shown for one in self.said)

    @property
    def claims(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(id for one in self.said for id in one.claims))


@dataclass(frozen=True, slots=True)
class Fillable:
    """A field that a person may fill in, with the codes that it takes, if it takes codes."""

    name: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    incident: Incident
    headline: str
    lines: tuple[Line, ...]
    reports: tuple[Report, ...]  # in the order of publication
    copies: dict[str, str]  # report id -> id of the report that it copies
    disputed: tuple[str, ...]  # fields and kinds, in words
    decisions: tuple[Decision, ...]


def card(release: Released, incident: Incident) -> Card:
    explained = {one.field: one for one in pipeline.explain_all(release, incident)}
    fields = [f for f in release.codebook.fields if f in explained or f in _ALWAYS]
    told = release.told(incident)
    return Card(
        incident=incident,
        headline=headline(incident),
        lines=tuple(
            _line(incident, field, explained.get(field), release.codebook) for field in fields
        ),
        reports=tuple(reading.report for reading in told),
        copies=dict(release.copies(incident)),
        disputed=tuple(dict.fromkeys(wording.label(d.field or d.kind) for d in incident.disputes)),
        decisions=tuple(release.decisions(incident)),
    )


def fields(codebook: Codebook) -> tuple[Fillable, ...]:
    codes = {"type": tuple(codebook.types), "status": tuple(codebook.statuses)}
    return tuple(Fillable(name, codes.get(name, ())) for name in codebook.fields)


def headline(incident: Incident) -> str:
    """``bombing · 18 March 2031 · Dulmeck``; what is unknown is said to be."""
    return "\u00a0· ".join(  # no line begins with the point
        wording.say(value) if (value := incident.get(field)) else f"{field} not stated"
        for field in ("type", "date", "place")
    )


def _line(incident: Incident, field: str, found: Explanation | None, book: Codebook) -> Line:
    if found is None:
        return Line(
            field=field,
            label=wording.label(field),
            chosen=(),
            said=(),
            groups=(),
            differing=(),
            disputed=False,
        )
    return Line(
        field=field,
        label=wording.label(field),
        chosen=tuple(_chosen(one, found.decided) for one in found.findings),
        said=tuple(_said(found)),
        groups=tuple(f"{one.group}: {wording.say(one.value)}" for one in found.groups),
        differing=tuple(decided.machine(one) for one in found.differing),
        disputed=any(d.field == field for d in incident.disputes),
        elsewhere=_elsewhere(found.findings, book) if field == "type" else None,
    )


def _elsewhere(findings: Sequence[Finding], book: Codebook) -> str | None:
    codes = (one.value.code for one in findings if isinstance(one.value, Code))
    said = next((words for code in codes if (words := book.said(code))), None)
    return f"{book.practice.name.upper()}: {said}" if said and book.practice else None


def _chosen(finding: Finding, made: Iterable[Decision]) -> Chosen:
    by = next((one for one in made if one.id == finding.rule), None)
    counted = isinstance(finding.value, Count) and finding.heard > 0
    return Chosen(
        words=wording.say(finding.value),
        claims=finding.basis,
        how=decided.signed(by) if by else f"rule {wording.code(finding.rule)}: {finding.because}",
        by_person=by is not None,
        voices=wording.voices(finding) if counted and finding.heard > 1 else "",
    )


def _said(found: Explanation) -> Iterable[Said]:
    """By value: what was chosen first, each value with its voices in the order of publication."""
    homes: list[tuple[Place, Told]] = [("basis", told) for told in found.basis]
    homes += [("against", told) for told in found.against]
    homes += [("rest", told) for told in found.rest]
    groups: dict[str, list[tuple[Place, Told]]] = {}
    for home, told in homes:
        groups.setdefault(_words(told), []).append((home, told))
    for words, members in groups.items():
        order = sorted((told for _, told in members), key=lambda t: t.report.published or date.max)
        home = members[0][0]
        yield Said(
            words=words,
            voices=tuple(_voices(order)),
            claims=tuple(told.claim.id for _, told in members),
            reports=tuple(dict.fromkeys(told.report.id for told in order)),
            place=home,
            note=_note(order[0]) if home == "rest" else _by(members),
        )


def _voices(told: Iterable[Told]) -> Iterable[Voice]:
    groups: dict[str, list[Told]] = {}
    for one in told:
        groups.setdefault(voice(one), []).append(one)
    for name, mine in groups.items():
        days = [one.report.published for one in mine if one.report.published]
        yield Voice(name, _outlets(mine), min(days, default=None), max(days, default=None))


def _words(told: Told) -> str:
    group = f" {told.claim.group}" if told.claim.group else ""
    return wording.say(told.claim.value) + group


def _outlets(told: Sequence[Told]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.report.publisher or one.report.name for one in told))


def _by(members: Sequence[tuple[Place, Told]]) -> str:
    return f"by {PERSON}" if any(told.claim.by == PERSON for _, told in members) else ""


def _note(told: Told) -> str:
    if told.claim.superseded_by is not None:
        return "replaced later in the same report"
    if told.claim.part_of is not None:
        return "part of another figure"
    return "not weighed"

"""What a page of one incident shows: each value with the words it rests on, and how it was told.

It takes words from evidence alone, never from the text of a report, so that it shows no more of a
report than the exported tables do.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly import wording
from reportedly.export.addresses import outward
from reportedly.plugins import Released
from reportedly.records import Account, Claim, Count, Decision, Evidence, Incident, Reading, Report
from reportedly.records.decision import void
from reportedly.web.card import Card, card


@dataclass(frozen=True, slots=True)
class Words:
    """A quotation with the words around it, as far as the evidence of the account has them."""

    before: str
    quote: str
    after: str
    report: str
    title: bool  # it stands in the title


@dataclass(frozen=True, slots=True)
class Source:
    """A report, as a list of sources names it."""

    id: str
    name: str
    title: str | None
    publisher: str | None
    published: date | None
    language: str | None
    url: str | None  # only where a browser may be sent there
    copies: str | None = None  # name of the report whose text it printed


@dataclass(frozen=True, slots=True)
class News:
    """What one report said that none before it had; ``again``: how much others had said."""

    source: Source
    said: Sequence[str]
    again: int


@dataclass(frozen=True, slots=True)
class Day:
    """What became known on one day of publication; None: on a day that no report states."""

    day: date | None
    news: Sequence[News]


@dataclass(frozen=True, slots=True)
class Decided:
    decision: Decision
    value: str
    in_force: bool


@dataclass(frozen=True, slots=True)
class Opposed:
    """Two sides of a dispute in words."""

    about: str
    left: str
    right: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    card: Card
    words: Mapping[str, Sequence[Words]]  # claim -> its quotations
    sources: Sequence[Source]
    days: Sequence[Day]
    decisions: Sequence[Decided]
    disputes: Sequence[Opposed]

    def source(self, id: str) -> Source:
        return next(one for one in self.sources if one.id == id)


def page(released: Released, incident: Incident) -> Page:
    told = released.told(incident)
    accounts = list(released.accounts(incident.accounts))
    claims = {claim.id: claim for account in accounts for claim in account.claims}
    shown = card(released, incident)
    names = {reading.report.id: reading.report.name for reading in told}
    sources = [source(one.report, names.get(shown.copies.get(one.report.id, ""))) for one in told]
    return Page(
        card=shown,
        words=dict(_words(told, accounts)),
        sources=sources,
        days=list(_days(sources, accounts)),
        decisions=list(_decided(shown.decisions)),
        disputes=list(_opposed(incident, claims, told)),
    )


def source(report: Report, copies: str | None = None) -> Source:
    return Source(
        id=report.id,
        name=report.name,
        title=report.title,
        publisher=report.publisher,
        published=report.published,
        language=report.language,
        url=outward(report.url),
        copies=copies,
    )


def _words(
    told: Sequence[Reading], accounts: Sequence[Account]
) -> Iterator[tuple[str, Sequence[Words]]]:
    """The account's mentions, and the statement it stands in, have a quotation's sentence."""
    said = {one.id: one.content for reading in told for one in reading.statements}
    for account in accounts:
        for claim in account.claims:
            around = [*account.mentions]
            if claim.statement in said:
                around.append(said[claim.statement])
            yield claim.id, [_around(one, around) for one in claim.evidence]


def _around(one: Evidence, others: Sequence[Evidence]) -> Words:
    title = one.part == "title"
    for other in sorted(others, key=lambda found: len(found.quote)):
        inside = other.start <= one.start and one.end <= other.end
        if inside and (other.report, other.part) == (one.report, one.part):
            begin, stop = one.start - other.start, one.end - other.start
            if other.quote[begin:stop] == one.quote:  # not where one of them was cut short
                return Words(other.quote[:begin], one.quote, other.quote[stop:], one.report, title)
    return Words("", one.quote, "", one.report, title)


def _days(sources: Sequence[Source], accounts: Sequence[Account]) -> Iterator[Day]:
    """In the order of publication."""
    days: dict[date | None, list[News]] = {}
    known: set[tuple[str, str]] = set()  # field and value, whoever says it
    for one in sorted(sources, key=lambda found: found.published or date.max):
        said: dict[tuple[str, str], str] = {}
        for account in accounts:
            for claim in account.claims if account.report == one.id else ():
                if claim.superseded_by is None and claim.part_of is None:
                    what = (claim.field, wording.say(claim.value) + (claim.group or ""))
                    said.setdefault(what, f"{wording.label(claim.field)} {_value(claim)}")
        new = [words for what, words in said.items() if what not in known]
        days.setdefault(one.published, []).append(News(one, new, len(said) - len(new)))
        known |= said.keys()
    for day, news in days.items():
        yield Day(day, news)


def _value(claim: Claim) -> str:
    whom = f" {claim.group}" if claim.group and isinstance(claim.value, Count) else ""
    by = f" ({claim.voice})" if claim.voice else ""
    return f"{wording.say(claim.value)}{whom}{by}"


def _decided(made: Sequence[Decision]) -> Iterator[Decided]:
    out = void(made)
    for one in made:
        value = wording.say(one.value) if one.value is not None else ""
        yield Decided(one, value, one.id not in out)


def _opposed(
    incident: Incident, claims: Mapping[str, Claim], told: Sequence[Reading]
) -> Iterator[Opposed]:
    said = {one.id: one for reading in told for one in reading.statements}

    def words(id: str) -> str:
        if claim := claims.get(id):
            return _value(claim)
        if statement := said.get(id):
            who = statement.speaker.name or "somebody"
            return f"{who} {wording.ACTS[statement.act]}: {statement.content.quote}"
        return id

    for one in incident.disputes:
        about = wording.label(one.field) if one.field else one.issue or one.kind
        yield Opposed(about, words(one.left), words(one.right))

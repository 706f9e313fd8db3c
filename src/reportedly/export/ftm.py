"""``ftm.statements.json``: FollowTheMoney statements, one a line, for Aleph and its relatives.

A statement is one value of one property of one entity, with the data set that says so. What an
outlet reports comes under a data set of its own name, what the rules chose under ``reportedly``:
competing values stand beside each other. FollowTheMoney has no numbers of people, so these are
sentences in ``summary``. Read with ``ftm aggregate-statements -f json``.
"""

import json
import re
from collections.abc import Iterator, Sequence
from functools import partial
from hashlib import sha1
from pathlib import Path

from reportedly.codebook.countries import country
from reportedly.export.addresses import outward
from reportedly.export.event import Event
from reportedly.export.flat import named, told
from reportedly.export.lost import Lost
from reportedly.export.piece import Piece
from reportedly.export.pieces import pieces
from reportedly.export.worded import worded
from reportedly.plugins import Released
from reportedly.records import Actor, Claim, Count, Place, Report, When, content_id

OURS = "reportedly"
CARRIES = {
    "claims", "voices", "statements", "range", "open", "injured", "attackers", "other_counts",
    "groups", "span", "perpetrators", "qualifier", "attribution", "denied", "target", "weapon",
    "status", "reports", "urls",
}  # fmt: skip
_OTHER = re.compile(r"[^a-z0-9]+")


class FtmExporter:
    name = "ftm"

    def __init__(self) -> None:
        self._lost = Lost()

    def write(self, released: Released, folder: Path) -> Sequence[Path]:
        path = folder / "ftm.statements.json"
        with path.open("w", encoding="utf-8", newline="\n") as file:
            for lines in pieces(released, _event, self._lost):
                file.write(lines)
        return [path]

    def lost(self) -> Sequence[str]:
        return self._lost.lines()


def _stated(schema: str, entity: str, dataset: str, origin: str, /, **values: str | None) -> str:
    """A line for each property that has a value."""
    lines = ""
    for prop, value in values.items():
        if value:
            key = sha1(f"{dataset}.{entity}.{prop}.{value}".encode()).hexdigest()
            statement = {
                "canonical_id": entity,
                "entity_id": entity,
                "prop": prop,
                "schema": schema,
                "value": value,
                "dataset": dataset,
                "lang": None,
                "original_value": None,
                "first_seen": None,
                "last_seen": None,
                "external": False,
                "origin": origin,
                "id": key,
            }
            lines += json.dumps(statement, ensure_ascii=False) + "\n"
    return lines


def dataset(report: Report) -> str:
    """The outlet as a data set's name, which has small letters, digits and underscores only."""
    name = report.publisher or report.name
    plain = _OTHER.sub("_", name.lower()).strip("_")
    return plain or content_id("outlet", name).replace("-", "_")


def title(event: Event) -> str:
    """What happened, where and when, as far as reports say: an event needs a name."""
    kind = (event.type or "incident").replace("_", " ").capitalize()
    parts = [kind, event.place.name if event.place else None]
    parts.append(worded(event.day) if event.day else None)
    return ", ".join(part for part in parts if part)


def _event(event: Event, released: Released, lost: Lost) -> Iterator[Piece[str]]:
    """All lines of an entity together, as ``ftm aggregate-statements`` wants them.

    Articles and actors, which several incidents share, come under their ids; a statement that
    several share is a note of each.
    """
    lost.compare(event, CARRIES)
    entity = f"{OURS}-{released.namesake(event.incident)}"
    ours = partial(_stated, "Event", entity, OURS)
    lines = ours("title", name=title(event))
    for finding in event.incident.findings:
        match finding.value:
            case When() as when:
                lines += ours(finding.rule, **_days(when))
            case Place() as place:
                lines += ours(finding.rule, location=worded(place), country=_country(place))
                if place.country_code and not _country(place):
                    lost.note("countries by a code that ISO 3166 has not given to one", event.id)
            case Count() as count:
                lines += ours(finding.rule, summary=f"{finding.field}: {told(count)}")
            case value if not isinstance(value, Actor):
                lines += ours(finding.rule, summary=f"{finding.field}: {worded(value)}")
    sources = {report.id: report for report in event.reports}
    for account in event.accounts:
        source = sources[account.report]
        theirs = partial(_stated, "Event", entity, dataset(source))
        lines += theirs(account.id, proof=f"{OURS}-{source.id}")
        for claim in account.claims:
            lines += theirs(claim.id, **_claimed(claim))
    yield Piece(lines)
    for source in event.reports:
        unlinked = Lost()
        if source.url and not outward(source.url):
            unlinked.note("addresses that are not of the web", source.name)
        yield Piece(_article(source), source.id, unlinked)
    yield from _perpetrators(event, entity)
    for said in event.statements:
        lines = _stated(
            "Note",
            f"{OURS}-{content_id('note', said.id, entity)}",
            dataset(sources[said.report]),
            said.id,
            name=f"{said.speaker.name or 'unnamed source'} ({said.act.replace('_', ' ')})",
            description=said.content.quote,
            entity=entity,
        )
        yield Piece(lines)


def _claimed(claim: Claim) -> dict[str, str | None]:
    match claim.value:
        case When() as when:
            return _days(when)
        case Place() as place:
            return {"location": worded(place), "country": _country(place)}
    group = f" {claim.group}" if claim.group else ""
    voice = f" ({claim.voice})" if claim.voice else ""
    return {"summary": f"{claim.field}: {worded(claim.value)}{group}{voice}"}


def _days(when: When) -> dict[str, str | None]:
    first, last = when.earliest.isoformat(), when.latest.isoformat()
    return {"date": first} if first == last else {"startDate": first, "endDate": last}


def _country(place: Place) -> str | None:
    """Its code, if FollowTheMoney knows it: as the standard's, not one of somebody's own."""
    code = place.country_code
    return code.lower() if code and country(code) else None


def _perpetrators(event: Event, entity: str) -> Iterator[Piece[str]]:
    blamed = event.attribution
    role = f"perpetrator, {worded(blamed)}" if blamed else "perpetrator"
    links: dict[str, str] = {}
    for actor in event.perpetrators:
        one = f"{OURS}-{content_id('actor', actor.ref or actor.name)}"
        yield Piece(_stated("LegalEntity", one, OURS, "registry", name=actor.name), one)
        link = f"{OURS}-{content_id('link', entity, one)}"
        ends = {"subject": one, "object": entity}
        how = f"{role} ({named(actor)})" if actor.qualifier else role
        stated = _stated("UnknownLink", link, OURS, "attribution", **ends, role=how)
        links[link] = links.get(link, "") + stated
    for lines in links.values():
        yield Piece(lines)


def _article(report: Report) -> str:
    return _stated(
        "Article",
        f"{OURS}-{report.id}",
        dataset(report),
        report.name,
        title=report.title or report.name,
        publisher=report.publisher,
        publishedAt=report.published.isoformat() if report.published else None,
        sourceUrl=outward(report.url),
        language=None,
    )

"""The rows of the tidy tables."""

from collections.abc import Iterator, Mapping

from reportedly.export.event import HURT, Event
from reportedly.export.flat import joined, named
from reportedly.export.harmless import Cell
from reportedly.export.lost import FACETS, Lost
from reportedly.export.tables import ENDS
from reportedly.export.worded import worded
from reportedly.plugins import Released
from reportedly.records import Account, Claim, Count, Evidence, Masked, Reading, Statement
from reportedly.records.decision import void

Row = Mapping[str, Cell]
# Beside the rules of figures, and the fields on which sources differ, which are there.
_CARRIED = FACETS.keys() - {"rules", "disputes"}


def of_event(event: Event, released: Released, lost: Lost) -> Iterator[tuple[str, Row]]:
    """Table and row, of an incident without the reports that tell of it."""
    lost.compare(event, _CARRIED)
    yield "incidents", incident(event)
    for account in event.accounts:
        yield "accounts", _account(account, event.id)
        yield from _mentions(account)
    yield from _claims(event)
    yield from _links(released, event, lost)
    yield from _decisions(released, event)


def incident(event: Event) -> Row:
    day, site, blamed = event.day, event.place, event.attribution
    rules = [f"{f.field}: {f.rule}" for f in event.incident.findings if isinstance(f.value, Count)]
    refs = [actor.ref or "" for actor in event.perpetrators]
    cells: dict[str, Cell] = {
        "id": event.id,
        "type": event.type,
        "type_family": event.family,
        "status": event.status,
        "date_earliest": day.earliest.isoformat() if day else None,
        "date_latest": day.latest.isoformat() if day else None,
        "date_precision": day.precision if day else None,
        "place": site.name if site else None,
        "admin1": site.admin1 if site else None,
        "country": site.country if site else None,
        "country_code": site.country_code if site else None,
        "latitude": site.lat if site else None,
        "longitude": site.lon if site else None,
        "place_precision": site.precision if site else None,
        "place_ref": site.ref if site else None,
        "perpetrators": joined(map(named, event.perpetrators)),
        "perpetrator_refs": "; ".join(refs) if any(refs) else None,
        "attribution": blamed.status if blamed else None,
        "attribution_by": blamed.by if blamed else None,
        "denied": blamed.denied if blamed else None,
        "count_rules": joined(rules),
        "target": event.text("target"),
        "weapon": event.text("weapon"),
        "disputed": joined(event.disputed),
        "reports": len(event.reports),
        "voices": event.incident.voices,
    }
    for field in HURT:
        if count := event.count(field):
            cells |= {f"{field}_{end}": getattr(count, end) for end in ENDS}
    return cells


def _account(one: Account, incident: str | None) -> Row:
    return {
        "id": one.id,
        "incident": incident,
        "source": one.report,
        "index": one.index,
        "role": one.role,
        "score": one.score,
        "extractor": one.by or None,
    }


def _mentions(one: Account) -> Iterator[tuple[str, Row]]:
    for evidence in one.mentions:
        yield "evidence", _evidence(one.id, "account", evidence)


def _claims(event: Event) -> Iterator[tuple[str, Row]]:
    findings = (*event.incident.findings, *event.incident.groups)
    used = {id: "against" for finding in findings for id in finding.against}
    used |= {id: "for" for finding in findings for id in finding.basis}
    for account in event.accounts:
        for claim in account.claims:
            yield _claim(claim, account.id, event.id, used.get(claim.id))
            for evidence in claim.evidence:
                yield "evidence", _evidence(claim.id, "claim", evidence)


def _claim(one: Claim, account: str, incident: str | None, used: str | None) -> tuple[str, Row]:
    cells: dict[str, Cell] = {
        "id": one.id,
        "account": account,
        "incident": incident,
        "field": one.field,
        "voice": one.voice,
        "said_on": one.said_on.isoformat() if one.said_on else None,
        "statement": one.statement,
        "superseded_by": one.superseded_by,
        "used": used,
    }
    if isinstance(one.value, Count):
        stated = {end: getattr(one.value, end) for end in (*ENDS, "bound")}
        return "counts", cells | stated | {"group": one.group, "part_of": one.part_of}
    return "claims", cells | {"value": worded(one.value)}


def _evidence(of: str, kind: str, one: Evidence) -> Row:
    return {
        "of": of,
        "kind": kind,
        "source": one.report,
        "part": one.part,
        "start": one.start,
        "end": one.end,
        "quote": one.quote,
        "masked": isinstance(one, Masked),
    }


def _links(released: Released, event: Event, lost: Lost) -> Iterator[tuple[str, Row]]:
    surest, scored = released.links(event.incident)
    if less := scored - len(surest):
        lost.note("scored pairs of accounts beside the surest of each account", event.id, less)
    for link in surest:
        yield (
            "links",
            {
                "incident": event.id,
                "kind": "same_incident",
                "left": link.left,
                "right": link.right,
                "score": round(link.score, 4),
            },
        )
    for copy, source in released.copies(event.incident).items():
        cells = {"incident": event.id, "kind": "copy", "left": copy, "right": source}
        yield "links", cells


def _decisions(released: Released, event: Event) -> Iterator[tuple[str, Row]]:
    made = released.decisions(event.incident)
    out = void(made)
    for one in made:
        yield (
            "decisions",
            {
                "id": one.id,
                "incident": event.id,
                "action": one.action,
                "subject": joined(one.subject),
                "field": one.field,
                "value": worded(one.value) if one.value is not None else None,
                "reviewer": one.reviewer,
                "made_at": one.made_at.isoformat(),
                "reason": one.reason or None,
                "in_force": one.id not in out,
            },
        )


def of_report(reading: Reading, lost: Lost) -> Iterator[tuple[str, Row]]:
    """Table and row, of a report without the incidents that it tells of."""
    report = reading.report
    lost.note("texts of reports (quotes and offsets are in it)", report.name)
    if reading.actors:
        lost.note("actors by their other names in a report", report.name, len(reading.actors))
    yield (
        "sources",
        {
            "id": report.id,
            "name": report.name,
            "title": report.title,
            "publisher": report.publisher,
            "published": report.published.isoformat() if report.published else None,
            "language": report.language,
            "url": report.url,
            "characters": len(report.text),
            "sha256": report.original,
        },
    )
    for account in reading.accounts:
        if account.role == "aggregate":
            yield "accounts", _account(account, None)
            yield from _mentions(account)
            for claim in account.claims:
                yield _claim(claim, account.id, None, None)
                for evidence in claim.evidence:
                    yield "evidence", _evidence(claim.id, "claim", evidence)
    for statement in reading.statements:
        yield from _statement(statement)


def _statement(one: Statement) -> Iterator[tuple[str, Row]]:
    said, horizon = one.date, one.horizon
    yield (
        "statements",
        {
            "id": one.id,
            "source": one.report,
            "speaker": one.speaker.name,
            "speaker_ref": one.speaker.ref,
            "speaker_role": one.speaker.role,
            "affiliation": one.speaker.affiliation,
            "act": one.act,
            "mode": one.mode,
            "content": one.content.quote,
            "date_earliest": said.earliest.isoformat() if said else None,
            "date_latest": said.latest.isoformat() if said else None,
            "forum": one.forum,
            "addressee": one.addressee,
            "rebuts": joined(one.rebuts),
            "nested_in": one.nested_in,
            "horizon_earliest": _iso(horizon.earliest) if horizon else None,
            "horizon_latest": _iso(horizon.latest) if horizon else None,
        },
    )
    yield "evidence", _evidence(one.id, "statement", one.content)
    if one.cue:
        yield "evidence", _evidence(one.id, "cue", one.cue)
    for evidence in one.speaker.evidence:
        yield "evidence", _evidence(one.id, "speaker", evidence)


def _iso(day: object) -> str | None:
    return str(day) if day else None

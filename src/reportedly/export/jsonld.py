"""``incidents.jsonld``: who reported what as linked data, streamed into one ``@graph``.

PROV-O says what was derived from what: a finding from claims by a rule, a claim from a report by
an extractor, a decision by a person. Web Annotation says where a claim or statement stands: by
its words and by code points of the report's text, as stored. The context is in the file, so that
reading it needs no network.
"""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from reportedly.contract.values import value
from reportedly.export.event import Event
from reportedly.export.ftm import title
from reportedly.export.lost import Lost, beside
from reportedly.export.piece import Piece
from reportedly.export.pieces import others, pieces
from reportedly.plugins import Released
from reportedly.records import Evidence, Finding, Masked, Reading, Report, Statement, content_id
from reportedly.records.decision import void

Node = dict[str, Any]
# Made once, unlike by json.dumps; no node holds itself.
_dumped = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
CONTEXT: Node = {
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rep": "urn:reportedly:term:",
    "day": {"@id": "schema:startDate", "@type": "xsd:date"},
    "lastDay": {"@id": "schema:endDate", "@type": "xsd:date"},
    "published": {"@id": "schema:datePublished", "@type": "xsd:date"},
    "from": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "by": {"@id": "prov:wasAttributedTo", "@type": "@id"},
    "made": {"@id": "prov:wasGeneratedBy", "@type": "@id"},
    "quoted": {"@id": "prov:wasQuotedFrom", "@type": "@id"},
    "against": {"@id": "rep:against", "@type": "@id"},
    "finding": {"@id": "rep:finding", "@type": "@id"},
    "about": {"@id": "schema:about", "@type": "@id"},
    "value": {"@id": "rep:value", "@type": "@json"},
    "rebuts": {"@id": "rep:rebuts", "@type": "@id"},
    "agent": {"@id": "prov:wasAssociatedWith", "@type": "@id"},
}
CARRIES = {
    "claims", "voices", "statements", "evidence", "range", "open", "injured", "attackers",
    "other_counts", "groups", "span", "perpetrators", "qualifier", "attribution", "denied",
    "target", "weapon", "status", "disputes", "reports", "urls", "rules",
}  # fmt: skip


_BETWEEN = ",\n"
# Nodes of reports, extractors and speakers: of several incidents.
SHARED = (["prov:Entity", "schema:NewsArticle"], "prov:Activity", "prov:Agent")


class JsonldExporter:
    name = "jsonld"

    def __init__(self) -> None:
        self._lost = Lost()

    def write(self, released: Released, folder: Path) -> Sequence[Path]:
        path = folder / "incidents.jsonld"
        told: set[str] = set()
        with path.open("w", encoding="utf-8", newline="\n") as file:
            context = json.dumps(CONTEXT, ensure_ascii=False)
            file.write(f'{{"@context": {context},\n"@graph": [')
            between = "\n"
            for line in pieces(released, _lines, self._lost, told):
                if line:
                    file.write(between + line)
                    between = _BETWEEN
            file.write("\n]}\n")
        for _ in others(released, _beside, self._lost, told):
            pass  # nothing of them is written
        return [path]

    def lost(self) -> Sequence[str]:
        return self._lost.lines()


def urn(id: str) -> str:
    return f"urn:reportedly:{id}"


@cache
def _extractor(name: str) -> str:
    return urn(content_id("extractor", name))


def _known(node: Node) -> Node:
    return {name: part for name, part in node.items() if part not in (None, [])}


def _lines(event: Event, released: Released, lost: Lost) -> Iterator[Piece[str]]:
    """Agents, and what several incidents share, under their ids."""
    lost.compare(event, CARRIES)
    for reading in event.readings:
        yield from _beside(reading, lost)
    mine: set[str] = set()
    own: list[str] = []  # nodes of this incident alone that stand together: one piece
    for node in _nodes(released, event):
        if node["@type"] not in SHARED:
            own.append(_dumped(_known(node)))
        elif (key := node["@id"]) not in mine:
            if own:
                yield Piece(_BETWEEN.join(own))
            own = []
            yield Piece(_dumped(_known(node)), key)
            mine.add(key)
    yield Piece(_BETWEEN.join(own))  # the incident is the last node


def _beside(reading: Reading, lost: Lost) -> Iterator[Piece[str]]:
    yield Piece("", reading.report.id, beside(reading))


def _nodes(released: Released, event: Event) -> Iterator[Node]:
    for report in event.reports:
        yield _report(report)
    for account in event.accounts:
        for claim in account.claims:
            made = _extractor(claim.by or account.by or "?")
            name = claim.by or account.by or None
            yield {"@id": made, "@type": "prov:Activity", "schema:name": name}
            yield {
                "@id": urn(claim.id),
                "@type": ["prov:Entity", "rep:Claim"],
                "rep:field": claim.field,
                "value": value(claim.value),
                "rep:group": claim.group,
                "rep:voice": claim.voice,
                "quoted": urn(claim.statement) if claim.statement else None,
                "from": urn(account.report),
                "made": made,
            }
            yield from _annotations(claim.id, claim.evidence, "oa:describing")
    for said in event.statements:
        yield from _statement(said)
    yield from _decisions(released, event)
    findings = (*event.incident.findings, *event.incident.groups)
    yield from _incident(released, event, findings)


def _statement(said: Statement) -> Iterator[Node]:
    speaker = None
    if said.speaker.name:
        speaker = urn(content_id("speaker", said.speaker.ref or said.speaker.name))
        yield {"@id": speaker, "@type": "prov:Agent", "schema:name": said.speaker.name}
    yield {
        "@id": urn(said.id),
        "@type": ["prov:Entity", "schema:Quotation"],
        "schema:text": said.content.quote,
        "rep:act": said.act,
        "rep:mode": said.mode,
        "by": speaker,
        "quoted": urn(said.report),
        "rebuts": [urn(id) for id in said.rebuts],
    }
    yield from _annotations(said.id, (said.content,), "oa:linking")


def _report(report: Report) -> Node:
    return {
        "@id": urn(report.id),
        "@type": ["prov:Entity", "schema:NewsArticle"],
        "schema:headline": report.title,
        "schema:publisher": report.publisher,
        "published": report.published.isoformat() if report.published else None,
        "schema:url": report.url,
        "schema:inLanguage": report.language,
        "rep:name": report.name,
        "rep:sha256": report.original,
    }


def _annotations(of: str, evidence: Sequence[Evidence], motivation: str) -> Iterator[Node]:
    for n, one in enumerate(evidence):
        yield {
            "@id": urn(f"{of}:evidence:{n}"),
            "@type": "oa:Annotation",
            "oa:motivatedBy": {"@id": motivation},
            "oa:hasBody": {"@id": urn(of)},
            "oa:hasTarget": {
                "oa:hasSource": {"@id": urn(one.report)},
                "rep:part": one.part,
                **({"rep:masked": True} if isinstance(one, Masked) else {}),
                "oa:hasSelector": [
                    {"@type": "oa:TextQuoteSelector", "oa:exact": one.quote},
                    {
                        "@type": "oa:TextPositionSelector",
                        "oa:start": one.start,
                        "oa:end": one.end,
                    },
                ],
            },
        }


def _incident(released: Released, event: Event, findings: Sequence[Finding]) -> Iterator[Node]:
    named = released.namesake(event.incident)
    ids = [urn(content_id("finding", named, n, f.field)) for n, f in enumerate(findings)]
    for id, one in zip(ids, findings, strict=True):
        yield {
            "@id": id,
            "@type": ["prov:Entity", "rep:Finding"],
            "rep:field": one.field,
            "rep:group": one.group,
            "value": value(one.value),
            "rep:rule": one.rule,
            "rep:because": one.because,
            "from": [urn(claim) for claim in one.basis],
            "against": [urn(claim) for claim in one.against],
        }
    day, point = event.day, event.point
    yield {
        "@id": urn(f"incident:{named}"),
        "@type": ["prov:Entity", "schema:Event"],
        "rep:name": event.id,
        "schema:name": title(event),
        "day": day.earliest.isoformat() if day else None,
        "lastDay": day.latest.isoformat() if day else None,
        "schema:location": _place(event, point),
        "finding": ids,
        "from": [urn(report.id) for report in event.reports],
        "rep:disputed": event.disputed,
    }


def _place(event: Event, point: tuple[float, float] | None) -> Node | None:
    site = event.place
    if site is None:
        return None
    found: Node = {
        "@type": "schema:Place",
        "schema:name": site.name,
        "schema:addressCountry": site.country_code,
        "schema:addressRegion": site.admin1,
        "rep:precision": site.precision,
    }
    if point:
        found["schema:latitude"], found["schema:longitude"] = point
    return _known(found)


def _decisions(released: Released, event: Event) -> Iterator[Node]:
    made = released.decisions(event.incident)
    out = void(made)
    for one in made:
        yield {
            "@id": urn(one.id),
            "@type": ["prov:Activity", "rep:Decision"],
            "rep:action": one.action,
            "rep:field": one.field,
            "value": value(one.value) if one.value is not None else None,
            "prov:endedAtTime": {"@value": one.made_at.isoformat(), "@type": "xsd:dateTime"},
            "agent": urn(content_id("reviewer", one.reviewer)),
            "rep:reviewer": one.reviewer,
            "rep:reason": one.reason or None,
            "rep:inForce": one.id not in out,
            "about": urn(f"incident:{released.namesake(event.incident)}"),
        }

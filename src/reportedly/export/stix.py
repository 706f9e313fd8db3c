"""``stix.json``: one STIX 2.1 bundle, streamed, with a property extension of our own.

An incident is an ``incident``, an article with a date a ``report``, who is said to have done it an
``identity`` (never a ``threat-actor``: that is a judgement), a statement a ``note``, a denial an
``opinion``. Figures, dates and precision stand in the extension, as STIX has no place for them.
Ids are UUIDs of content (version 5), so that a later export names the same thing the same way.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from reportedly.contract.values import count, value
from reportedly.export.event import HURT, Event
from reportedly.export.flat import notes
from reportedly.export.ftm import title
from reportedly.export.lost import Lost
from reportedly.export.piece import Piece
from reportedly.export.pieces import pieces
from reportedly.plugins import Released
from reportedly.records import Actor, Place, Report, Statement

Node = dict[str, Any]
SPACE: UUID = uuid5(NAMESPACE_URL, "urn:reportedly")
UNDATED = "1970-01-01T00:00:00.000Z"  # of objects whose sources state no day; STIX wants a time
CARRIES = {
    "voices", "statements", "range", "open", "injured", "attackers", "other_counts", "span",
    "perpetrators", "qualifier", "attribution", "denied", "target", "weapon", "status", "reports",
    "urls",
}  # fmt: skip


def stix_id(kind: str, key: str) -> str:
    return f"{kind}--{uuid5(SPACE, f'{kind}:{key}')}"


EXTENSION = stix_id("extension-definition", "incident/1")
US = stix_id("identity", "reportedly")


class StixExporter:
    name = "stix"

    def __init__(self) -> None:
        self._lost = Lost()

    def write(self, released: Released, folder: Path) -> Sequence[Path]:
        path = folder / "stix.json"
        with path.open("w", encoding="utf-8", newline="\n") as file:
            name = stix_id("bundle", f"{released.as_of}/{released.rule}")
            file.write(f'{{"type": "bundle", "id": "{name}", "objects": [')
            between = "\n"
            for line in chain(map(_line, _ours()), pieces(released, _lines, self._lost)):
                file.write(between + line)
                between = ",\n"
            file.write("\n]}\n")
        return [path]

    def lost(self) -> Sequence[str]:
        return self._lost.lines()


def moment(day: date | None) -> str:
    return f"{day.isoformat()}T00:00:00.000Z" if day else UNDATED


def _node(kind: str, key: str, first: str, last: str, **properties: Any) -> Node:
    node: Node = {
        "type": kind,
        "spec_version": "2.1",
        "id": stix_id(kind, key),
        "created": first,
        "modified": last,
    }
    if kind not in ("identity", "extension-definition"):
        node["created_by_ref"] = US
    return node | {name: part for name, part in properties.items() if part not in (None, [], "")}


def _ours() -> Iterator[Node]:
    """What every bundle begins with."""
    us = _node("identity", "reportedly", UNDATED, UNDATED, name="reportedly")
    yield us | {"identity_class": "system"}
    definition = _node("extension-definition", "incident/1", UNDATED, UNDATED)
    yield definition | {
        "created_by_ref": US,
        "name": "reportedly incident",
        "description": "Figures, dates and precision of an incident; who says what.",
        "schema": "https://example.org/reportedly/stix-incident-1.json",
        "version": "1.0.0",
        "extension_types": ["property-extension"],
    }


def _line(node: Node) -> str:
    return json.dumps(node, ensure_ascii=False)


def _lines(event: Event, released: Released, lost: Lost) -> Iterator[Piece[str]]:
    """Places and actors, which several incidents share, under their ids."""
    lost.compare(event, CARRIES)
    for node in _nodes(event, released.namesake(event.incident), lost):
        shared = node["type"] in ("identity", "location")
        yield Piece(_line(node), node["id"] if shared else None)


def _nodes(event: Event, key: str, lost: Lost) -> Iterator[Node]:
    days = sorted(r.published for r in event.reports if r.published)
    first, last = moment(days[0] if days else None), moment(days[-1] if days else None)
    incident = _node(
        "incident",
        key,
        first,
        last,
        name=title(event),
        description=notes(event),
        external_references=[_reference(report) for report in event.reports],
        extensions={EXTENSION: {"extension_type": "property-extension", **_facts(event)}},
    )
    yield incident
    yield from _place(event.place, incident, first, last, lost)
    for actor in event.perpetrators:
        yield from _actor(actor, event, incident, first, last)
    for report in event.reports:
        if report.published is None:
            lost.note("reports without a day are only references of incidents", report.name)
        else:
            yield _article(report, incident)
    known = {said.id: said for reading in event.readings for said in reading.statements}
    denied = {other: known[other] for s in event.statements for other in s.rebuts if other in known}
    for said in ({said.id: said for said in event.statements} | denied).values():
        yield _note(said, incident, first, last)
    for said in event.statements:
        for other in said.rebuts:
            if other in denied:
                yield _opinion(said, other, incident, first, last)
            else:
                lost.note("denials of statements in reports of other incidents", event.id)


def _place(
    place: Place | None, incident: Node, first: str, last: str, lost: Lost
) -> Iterator[Node]:
    if place is None or not (place.country_code or place.lat is not None):
        if place is not None:
            lost.note("places without a country or coordinates", place.name)
        return
    key = f"{place.ref or place.name}/{place.country_code}/{place.precision}"
    node = _node(
        "location",
        key,
        UNDATED,
        UNDATED,
        name=place.name,
        country=place.country_code,
        administrative_area=place.admin1,
    )
    if place.lat is not None and place.lon is not None and place.precision != "country":
        node |= {"latitude": place.lat, "longitude": place.lon}
    yield node
    yield _relation("located-at", incident, node["id"], first, last)


def _actor(actor: Actor, event: Event, incident: Node, first: str, last: str) -> Iterator[Node]:
    node = _node("identity", actor.ref or f"named/{actor.name}", UNDATED, UNDATED)
    node |= {"name": actor.name, "identity_class": "group"}
    yield node
    blamed = event.attribution
    words = [actor.qualifier or "", blamed.status if blamed else ""]
    if blamed and blamed.by:
        words.append(f"by {blamed.by}")
    relation = _relation("attributed-to", incident, node["id"], first, last)
    said = " ".join(word for word in words if word)
    yield relation | ({"description": said} if said else {})


def _note(said: Statement, incident: Node, first: str, last: str) -> Node:
    """A statement, as a note of this incident: it may be one of others too."""
    return _node(
        "note",
        f"{said.id}/{incident['id']}",
        first,
        last,
        abstract=said.act,
        content=said.content.quote,
        authors=_authors(said),
        object_refs=[incident["id"]],
    )


def _opinion(said: Statement, other: str, incident: Node, first: str, last: str) -> Node:
    return _node(
        "opinion",
        f"{said.id}/{other}/{incident['id']}",
        first,
        last,
        opinion="strongly-disagree",
        explanation=said.content.quote,
        authors=_authors(said),
        object_refs=[stix_id("note", f"{other}/{incident['id']}")],
    )


def _authors(said: Statement) -> list[str]:
    return [said.speaker.name] if said.speaker.name else []


def _relation(kind: str, incident: Node, other: str, first: str, last: str) -> Node:
    return _node(
        "relationship",
        f"{incident['id']}/{kind}/{other}",
        first,
        last,
        relationship_type=kind,
        source_ref=incident["id"],
        target_ref=other,
    )


def _reference(report: Report) -> Node:
    found = {
        "source_name": report.publisher or report.name,
        "description": report.title,
        "url": report.url,
        "external_id": report.name,
    }
    return {name: part for name, part in found.items() if part}


def _article(report: Report, incident: Node) -> Node:
    day = moment(report.published)
    return _node(
        "report",
        f"{report.id}/{incident['id']}",
        day,
        day,
        name=report.title or report.name,
        published=day,
        object_refs=[incident["id"]],
        external_references=[_reference(report)],
    )


def _facts(event: Event) -> Node:
    """The extension: values in the shapes of the JSON contract. STIX has no empty lists."""
    counts = {name: count(found) for name in HURT if (found := event.count(name))}
    fields = ("type", "status", "date", "place", "attribution", "target", "weapon")
    known = {name: value(one) for name in fields if (one := event.incident.get(name))}
    facts = {
        "local_id": event.id,
        **known,
        "counts": counts,
        "rules": {f.field: f.rule for f in event.incident.findings},
        "disputed": event.disputed,
    }
    return {name: fact for name, fact in facts.items() if fact}

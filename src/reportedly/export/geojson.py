"""``incidents.geojson``: a feature per incident (RFC 7946), streamed.

A place that is known to a town or to a first or second-level division is a point, and
``place_precision`` says which. What is known to a country, a region across borders or a bare name
has no geometry, because a point there would say more than any report does.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from reportedly.export.event import HURT, Event
from reportedly.export.flat import named
from reportedly.export.lost import Lost
from reportedly.export.piece import Piece
from reportedly.export.pieces import pieces
from reportedly.export.rows import incident
from reportedly.plugins import Released
from reportedly.records.precision import codes

CARRIES = {
    "range", "open", "injured", "attackers", "other_counts", "span", "perpetrators", "qualifier",
    "attribution", "denied", "target", "weapon", "status", "reports", "urls",
}  # fmt: skip
_POINTS = ("site", "city", "near", "admin2", "admin1")


class GeojsonExporter:
    name = "geojson"

    def __init__(self) -> None:
        self._lost = Lost()

    def write(self, released: Released, folder: Path) -> Sequence[Path]:
        path = folder / "incidents.geojson"
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.write('{"type": "FeatureCollection", "features": [')
            between = "\n"
            for made in pieces(released, _feature, self._lost):
                file.write(between + made)
                between = ",\n"
            file.write("\n]}\n")
        return [path]

    def lost(self) -> Sequence[str]:
        return self._lost.lines()


def _feature(event: Event, released: Released, lost: Lost) -> Iterator[Piece[str]]:
    lost.compare(event, CARRIES)
    made = feature(event)
    if made["geometry"] is None:
        finest = event.place.precision if event.place else "no place"
        lost.note(
            "incidents without a geometry, since no report places them finely enough",
            f"{event.id} ({finest})",
        )
    yield Piece(json.dumps(made, ensure_ascii=False))


def feature(event: Event) -> dict[str, Any]:
    """RFC 7946: longitude before latitude; an unlocated feature has a null geometry."""
    site, point = event.place, event.point
    drawn = site is not None and point is not None and site.precision in _POINTS
    cells = incident(event)
    left_out = {f"{field}_{end}" for field in HURT for end in ("low", "best", "high")}
    left_out |= {"latitude", "longitude", "perpetrators", "perpetrator_refs", "count_rules"}
    properties: dict[str, Any] = {k: v for k, v in cells.items() if k not in left_out}
    properties["where_prec"] = codes(site).ged if site else None
    properties["perpetrators"] = [named(actor) for actor in event.perpetrators]
    for field in HURT:
        count = event.count(field)
        properties[field] = (
            {"low": count.low, "best": count.best, "high": count.high} if count else None
        )
    properties["disputed"] = event.disputed
    properties["sources"] = [
        {
            "publisher": r.publisher,
            "title": r.title,
            "published": r.published.isoformat() if r.published else None,
            "url": r.url,
        }
        for r in event.reports
    ]
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": (
            {"type": "Point", "coordinates": [point[1], point[0]]} if drawn and point else None
        ),
        "properties": properties,
    }

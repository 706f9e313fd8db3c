"""One row for each incident that is believed now: what lists show, filter, sort and add up.

Written with every belief, so that a page over many incidents asks the database and opens none of
them. Derived, and made anew whenever the form of the database changes.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from reportedly.records.names import folded
from reportedly.store.derived_tables import incidents, listed, listed_names
from reportedly.store.queries import parts, some_of

_ROWS = 2_000  # an insertion
_UNNAMED = "unnamed"


def relist(connection: Connection, ids: Iterable[str] | None = None) -> None:
    """Bring the rows of these incidents, or of all, up to what is believed of them now."""
    wanted = None if ids is None else list(dict.fromkeys(ids))
    newest = select(func.max(incidents.c.n)).group_by(incidents.c.id)
    for last in parts(newest, incidents.c.id, wanted):
        _relist(connection, connection.execute(select(incidents).where(incidents.c.n.in_(last))))


def _relist(connection: Connection, beliefs: Iterable[Any]) -> None:
    for some in some_of(beliefs, _ROWS):
        numbers = [_number(belief.id) for belief in some]
        for table in (listed, listed_names):
            for few in some_of(numbers):
                connection.execute(delete(table).where(table.c.number.in_(few)))
        bodies = [(b.id, json.loads(b.body), b.recorded_at) for b in some if _stands(b)]
        if bodies:
            connection.execute(insert(listed), [_row(*one) for one in bodies])
        if names := [row for id, body, _ in bodies for row in _names(id, body)]:
            connection.execute(insert(listed_names), names)


def _stands(belief: Any) -> bool:
    return belief.state == "believed" and belief.body is not None


def _number(id: str) -> int:
    return int(id.rpartition("-")[2])


def _row(id: str, body: Mapping[str, Any], changed_at: str) -> dict[str, Any]:
    values: dict[str, Mapping[str, Any]] = {}
    for found in body["findings"]:
        values.setdefault(found["field"], found["value"])
    day, place = values.get("date", {}), values.get("place", {})
    kinds = dict.fromkeys(dispute["kind"] for dispute in body["disputes"])
    return {
        "number": _number(id),
        "incident": id,
        "type": values.get("type", {}).get("code"),
        "status": values.get("status", {}).get("code"),
        "earliest": day.get("earliest"),
        "latest": day.get("latest"),
        "date_precision": day.get("precision"),
        "place": place.get("name"),
        **{name: place.get(name) for name in ("admin1", "country", "country_code", "lat", "lon")},
        "place_precision": place.get("precision"),
        **{
            f"{field}_{end}": values.get(field, {}).get(end)
            for field in ("killed", "injured")
            for end in ("low", "best", "high")
        },
        "actors": "; ".join(dict.fromkeys(actor["name"] for actor in _actors(body))),
        "accounts": len(body["accounts"]),
        "voices": body.get("voices", 0),  # the first stores did not count them
        "disputes": len(body["disputes"]),
        "disputed": f" {' '.join(kinds)} " if kinds else "",
        "decided": int(any(f["rule"].startswith("decision-") for f in body["findings"])),
        "changed_at": changed_at,
    }


def _names(id: str, body: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    number = _number(id)
    found = {(folded(name), "actor") for name in _named(body)}
    for place in (f["value"] for f in body["findings"] if f["value"]["is"] == "place"):
        within = (place["name"], place["admin1"], place["country"])
        found |= {(folded(name), "place") for name in within if name}
    return ({"name": n, "number": number, "kind": kind} for n, kind in sorted(found) if n)


def _actors(body: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    return (f["value"] for f in body["findings"] if f["value"]["is"] == "actor")


def _named(body: Mapping[str, Any]) -> Iterator[str]:
    return (actor["name"] for actor in _actors(body) if actor["kind"] != _UNNAMED)

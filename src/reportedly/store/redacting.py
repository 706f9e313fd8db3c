"""Take out of the history of incidents what it holds of a report that is forgotten.

The figures, days and codes that were believed stay; words, and the reasons that name voices, go.
"""

import json
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, or_, select, union, update

from reportedly.records import Count, Finding, Incident
from reportedly.records.codec import build
from reportedly.records.values import Code, When
from reportedly.store import tables
from reportedly.store.beliefs import packed
from reportedly.store.derived_tables import incidents

WITHHELD = "(withheld: quoted a forgotten report)"


def redact(connection: Connection, report: str, name: str) -> None:
    """Rewrite every belief that rests on the report or names it. Before its rows are deleted."""
    accounts, claims, said = tables.accounts.c, tables.claims.c, tables.statements.c
    readings = select(tables.readings.c.n).where(tables.readings.c.report == report)
    told = set(connection.scalars(select(accounts.id).where(accounts.report == report)))
    ids = told | _made(connection, report)
    ids |= set(
        connection.scalars(
            union(
                select(claims.id).where(claims.reading.in_(readings)),
                select(said.id).where(said.reading.in_(readings)),
            )
        )
    )
    named = [incidents.c.body.contains(id, autoescape=True) for id in sorted(told)]
    if name:
        named.append(incidents.c.reason.contains(name, autoescape=True))
    for row in connection.execute(select(incidents).where(or_(False, *named))).all():
        new = _without(row, ids, name)
        connection.execute(update(incidents).where(incidents.c.n == row.n).values(**new))


def _made(connection: Connection, report: str) -> set[str]:
    """What people decided about in the report: claims that they made stand in no table."""
    every = connection.scalars(select(tables.decisions.c.anchors))
    anchors = (anchor for one in every for anchor in json.loads(one or "[]"))
    return {anchor["id"] for anchor in anchors if anchor["report"] == report}


def _without(row: Row[Any], gone: set[str], name: str) -> dict[str, Any]:
    reason = WITHHELD if name and name in row.reason else row.reason
    if row.body is None:
        return {"reason": reason}
    one = build(Incident, json.loads(row.body))
    accounts = tuple(id for id in one.accounts if id not in gone)
    if not accounts:
        return {"reason": reason, "body": None}
    left = replace(
        one,
        accounts=accounts,
        findings=tuple(left for each in one.findings if (left := _finding(each, gone))),
        groups=tuple(left for each in one.groups if (left := _finding(each, gone))),
        disputes=tuple(d for d in one.disputes if not {d.left, d.right} & gone),
    )
    return {"reason": reason, "body": packed(left)}


def _finding(one: Finding, gone: set[str]) -> Finding | None:
    """The finding without what stood on the report; None where its words are from there alone."""
    if gone.isdisjoint((*one.basis, *one.against)):
        return one
    basis = tuple(id for id in one.basis if id not in gone)
    words = one.group is not None or not isinstance(one.value, Count | When | Code)
    if words and not basis:
        return None
    against = tuple(id for id in one.against if id not in gone)
    return replace(one, basis=basis, against=against, because=WITHHELD)

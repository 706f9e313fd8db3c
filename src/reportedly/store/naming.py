"""Rows to what reports say of names: the few columns that this takes."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, or_, select

from reportedly.errors import StoreError
from reportedly.records import Actor, Naming, Place, Speaker
from reportedly.records.codec import loads
from reportedly.store import tables
from reportedly.store.queries import newest_readings

Rows = dict[int, list[Row[Any]]]


def namings(
    connection: Connection, reports: Collection[str], as_of: datetime | None
) -> dict[str, Naming]:
    """Of the newest reading of each of these reports, at most as many as a query may name."""
    source, claims, actors, said, evidence = (
        table.c
        for table in (
            tables.reports, tables.claims, tables.actors, tables.statements, tables.evidence,
        )
    )  # fmt: skip
    heads = {row.n: row.report for row in connection.execute(newest_readings(as_of, reports))}

    def of(*columns: Any) -> Select[Any]:
        own = columns[0].table.c
        return select(own.reading, *columns).where(own.reading.in_(heads)).order_by(own.n)

    def found(query: Select[Any]) -> Rows:
        rows: Rows = defaultdict(list)
        for row in connection.execute(query).all():
            rows[row.reading].append(row)
        return rows

    named = or_(*(claims.value.like(f'%"is": "{kind}"%') for kind in ("actor", "place")))
    values = found(of(claims.value).where(named))
    told = found(of(actors.id, actors.value))
    words = found(of(evidence.owner, evidence.quote).where(evidence.use.in_(("mention", "alias"))))
    speakers = found(of(said.speaker, said.speaker_ref, said.speaker_role, said.affiliation))
    texts = {
        row.id: row
        for row in connection.execute(
            select(source.id, source.text, source.publisher).where(source.id.in_(reports))
        )
    }
    return {
        report: Naming(
            text=texts[report].text,
            publisher=texts[report].publisher,
            values=tuple(
                value for row in values[n] if isinstance(value := loads(row.value), Actor | Place)
            ),
            actors=_actors(told[n], words[n]),
            speakers=tuple(
                Speaker(
                    name=row.speaker,
                    ref=row.speaker_ref,
                    role=row.speaker_role,
                    affiliation=row.affiliation,
                )
                for row in speakers[n]
            ),
        )
        for n, report in heads.items()
    }


def _actors(
    told: Sequence[Row[Any]], words: Sequence[Row[Any]]
) -> tuple[tuple[Actor, tuple[str, ...]], ...]:
    quoted: dict[str, list[str]] = defaultdict(list)
    for row in words:
        quoted[row.owner].append(row.quote)
    found = []
    for row in told:
        actor = loads(row.value)
        if not isinstance(actor, Actor):
            raise StoreError(f"{row.id} holds no actor")
        found.append((actor, tuple(quoted[row.id])))
    return tuple(found)

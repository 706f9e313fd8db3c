"""Rows to what reports say of names: the few columns that this takes."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, or_, select

from reportedly.records import Actor, Naming, Place, Speaker
from reportedly.records.codec import loads
from reportedly.store import tables
from reportedly.store.load import held
from reportedly.store.queries import among, newest_readings, plain

Rows = dict[int, list[Sequence[Any]]]  # by reading


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

    def found(*columns: Any, where: Sequence[ColumnElement[bool]] = ()) -> Rows:
        own = columns[0].table.c
        mine = select(own.reading, *columns).where(among(own.reading, list(heads)), *where)
        rows: Rows = defaultdict(list)
        for reading, *row in plain(connection, mine.order_by(own.n)):
            rows[reading].append(row)
        return rows

    named = or_(*(claims.value.like(f'%"is": "{kind}"%') for kind in ("actor", "place")))
    quoting = evidence.use.in_(("mention", "alias"))
    values = found(claims.value, where=[named])
    told = found(actors.id, actors.value)
    words = found(evidence.owner, evidence.quote, where=[quoting])
    speakers = found(said.speaker, said.speaker_ref, said.speaker_role, said.affiliation)
    texts = select(source.id, source.text, source.publisher).where(among(source.id, reports))
    read = {id: parts for id, *parts in plain(connection, texts)}
    return {
        report: Naming(
            text=read[report][0],
            publisher=read[report][1],
            values=tuple(
                value for (text,) in values[n] if isinstance(value := loads(text), Actor | Place)
            ),
            actors=_actors(told[n], words[n]),
            speakers=tuple(
                Speaker(name=name, ref=ref, role=role, affiliation=body)
                for name, ref, role, body in speakers[n]
            ),
        )
        for n, report in heads.items()
    }


def _actors(told: Sequence[Any], words: Sequence[Any]) -> tuple[tuple[Actor, tuple[str, ...]], ...]:
    quoted: dict[str, list[str]] = defaultdict(list)
    for owner, quote in words:
        quoted[owner].append(quote)
    return tuple((held(Actor, value, id), tuple(quoted[id])) for id, value in told)

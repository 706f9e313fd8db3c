"""Claims and statements with what a reader needs to weigh them: who, in which words, where.

Fetched by their ids in a few queries, without opening the readings they stand in.
"""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, case, func, select

from reportedly.records import Horizon, Value
from reportedly.records.codec import build, loads
from reportedly.store import tables
from reportedly.store.queries import parts

AROUND = 220  # code points of the text on each side of a quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report by what stands on its head; ``publisher``, ``published`` None: not stated."""

    id: str
    name: str
    title: str | None
    publisher: str | None
    published: date | None
    language: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A claim (``field`` and ``value``) or a statement (``act``), in its words."""

    id: str
    report: Source
    who: str | None  # voice or speaker as named; None: the outlet, or a speaker without a name
    role: str | None = None
    body: str | None = None  # the speaker's
    act: str | None = None
    field: str | None = None
    value: Value | None = None
    group: str | None = None
    horizon: Horizon | None = None
    said: Value | None = None  # the day of a statement
    account: str | None = None  # of a claim
    by: str = ""  # the extractor, or a person
    n: int = 0  # of a statement: its place in the order of storing
    quote: str
    start: int  # code points of the report's text, or of its title
    end: int
    part: str
    before: str = ""  # the report's words around it
    after: str = ""


class Sides:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def of(self, ids: Collection[str]) -> dict[str, Side]:
        """Each of these claims and statements as it was last read; unknown ids are left out."""
        claims, statements = tables.claims, tables.statements
        with self._engine.connect() as connection:
            return {
                **_sides(connection, _newest(connection, claims, ids), "claim"),
                **_sides(connection, _newest(connection, statements, ids), "content"),
            }

    def statements(self, query: Any) -> list[Side]:
        """The statements of a query of such rows, in its order."""
        with self._engine.connect() as connection:
            rows = list(connection.execute(query))
            found = _sides(connection, rows, "content")
        return [found[row.id] for row in rows if row.id in found]


def _newest(connection: Connection, table: Any, ids: Collection[str]) -> list[Any]:
    last = select(func.max(table.c.n)).group_by(table.c.id)
    return [
        row
        for mine in parts(last, table.c.id, ids)
        for row in connection.execute(select(table).where(table.c.n.in_(mine)))
    ]


def _sides(connection: Connection, rows: Collection[Any], use: str) -> dict[str, Side]:
    words = _words(connection, rows, use)
    heads = sources(connection, {cited.report for cited in words.values()})
    return {
        row.id: _side(row, words[row.reading, row.id], heads[words[row.reading, row.id].report])
        for row in rows
        if (row.reading, row.id) in words and words[row.reading, row.id].report in heads
    }


def _words(connection: Connection, rows: Iterable[Any], use: str) -> dict[tuple[int, str], Any]:
    """The first evidence of each row with the words around it, by reading and owner."""
    table, text = tables.evidence.c, tables.reports.c.text
    wanted = {(row.reading, row.id) for row in rows}
    found: dict[tuple[int, str], Any] = {}
    begin = case((table.first > AROUND, table.first - AROUND), else_=0)
    query = (
        select(
            tables.evidence,
            func.substr(text, begin + 1, table.first - begin).label("before"),
            func.substr(text, table.last + 1, AROUND).label("after"),
        )
        .join(tables.reports, tables.reports.c.id == table.report)
        .where(table.use == use)
        .order_by(table.n)
    )
    for mine in parts(query, table.reading, {reading for reading, _ in wanted}):
        for row in connection.execute(mine):
            if (row.reading, row.owner) in wanted:
                found.setdefault((row.reading, row.owner), row)
    return found


def sources(connection: Connection, ids: Collection[str]) -> dict[str, Source]:
    """The heads of these reports."""
    table = tables.reports.c
    columns = select(
        table.id, table.name, table.title, table.publisher, table.published, table.language
    )
    return {
        row.id: Source(
            id=row.id,
            name=row.name,
            title=row.title,
            publisher=row.publisher,
            published=date.fromisoformat(row.published) if row.published else None,
            language=row.language,
        )
        for query in parts(columns, table.id, ids)
        for row in connection.execute(query)
    }


def _side(row: Any, cited: Any, report: Source) -> Side:
    words = {"quote": cited.quote, "start": cited.first, "end": cited.last, "part": cited.part}
    if cited.part == "text":
        words |= {"before": cited.before, "after": cited.after}
    if hasattr(row, "act"):
        return Side(
            id=row.id,
            report=report,
            who=row.speaker,
            role=row.speaker_role,
            body=row.affiliation,
            act=row.act,
            horizon=build(Horizon, json.loads(row.horizon)) if row.horizon else None,
            said=loads(row.said) if row.said else None,
            by=row.by,
            n=row.n,
            **words,
        )
    return Side(
        id=row.id,
        report=report,
        who=row.voice,
        field=row.field,
        value=loads(row.value),
        group=row.whom,
        account=row.account,
        by=row.by,
        **words,
    )

"""The few questions that the store asks its tables more than once."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from operator import itemgetter
from typing import Any, TypeVar

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    Table,
    bindparam,
    func,
    insert,
    select,
)

from reportedly.store import tables
from reportedly.store.numbering import Span

_INSERTED = 20_000  # rows at once
_FETCHED = 20_000
_AT_ONCE = 500  # values a query, below every database's limit on parameters
FORGOTTEN = select(tables.tombstones.c.report)
T = TypeVar("T")


def stamp(moment: datetime) -> str:
    """A moment as the tables keep it: UTC to the microsecond, so that text sorts by time."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def dated(table: Table, as_of: datetime | None) -> Select[Any]:
    """All rows of a table that were recorded by then, in stored order; no forgotten report."""
    query = select(table).order_by(table.c.n)
    if table is tables.reports:
        query = query.where(table.c.id.not_in(FORGOTTEN))
    return query if as_of is None else query.where(table.c.recorded_at <= stamp(as_of))


def newest_readings(
    as_of: datetime | None = None, reports: Collection[str] | None = None
) -> Select[Any]:
    """The last reading of every report, or of each of these."""
    readings = tables.readings
    last = select(func.max(readings.c.n)).group_by(readings.c.report)
    last = last.where(readings.c.report.not_in(FORGOTTEN))
    if as_of is not None:
        last = last.where(readings.c.recorded_at <= stamp(as_of))
    if reports is not None:
        last = last.where(among(readings.c.report, reports))
    return select(readings).where(readings.c.n.in_(last)).order_by(readings.c.n)


def has(connection: Connection, table: Table, key: str) -> bool:
    column = table.c.sha256 if table is tables.originals else table.c.id
    return connection.execute(select(column).where(column == key)).first() is not None


def add(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    now = stamp(datetime.now(UTC))
    if rows:
        connection.execute(insert(table), [{**row, "recorded_at": now} for row in rows])


def insert_rows(
    connection: Connection, table: Table, names: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Many plain rows, each with a value for every one of these columns: several times faster than
    ``insert`` by itself, which looks at each value.
    """
    statement = insert(table).compile(dialect=connection.dialect, column_keys=list(names))
    order = [names.index(name) for name in statement.positiontup or ()]
    for some in some_of(rows, _INSERTED):
        if order:
            values: list[Any] = list(map(itemgetter(*order), some))
        else:
            values = [dict(zip(names, row, strict=True)) for row in some]
        connection.exec_driver_sql(statement.string, values)


def add_one(connection: Connection, table: Table, row: dict[str, Any]) -> int:
    """Add a row and return its place in the order of storing."""
    now = stamp(datetime.now(UTC))
    added = connection.execute(insert(table).values(**row, recorded_at=now))
    return int((added.inserted_primary_key or (0,))[0])


def numbered(connection: Connection, report: str) -> tuple[dict[str, tuple[int, list[Span]]], int]:
    """The accounts that any reading of a report gave, and the highest number of all accounts."""
    accounts, evidence = tables.accounts.c, tables.evidence.c
    before: dict[str, tuple[int, list[Span]]] = {}
    for row in connection.execute(
        select(accounts.id, accounts.number, evidence.part, evidence.first, evidence.last)
        .join_from(
            tables.accounts,
            tables.evidence,
            (evidence.reading == accounts.reading)
            & (evidence.owner == accounts.id)
            & (evidence.use == "mention"),
        )
        .where(accounts.report == report)
        .order_by(accounts.n)
    ):
        _, spans = before.setdefault(row.id, (row.number, []))
        spans.append((row.part, row.first, row.last))
    highest = connection.scalar(select(func.max(accounts.number)))
    return before, highest or 0


def parts(query: Select[Any], column: Any, values: Collection[Any] | None) -> list[Select[Any]]:
    """The query for rows with one of these values, as many as the database takes at a time; for
    all rows where no values are given.
    """
    if values is None:
        return [query]
    return [query.where(among(column, some)) for some in some_of(values, _AT_ONCE)]


def among(column: Column[Any], values: Collection[Any]) -> ColumnElement[bool]:
    """The same as ``column.in_(values)``, which would look at every value by itself."""
    return column.in_(bindparam(None, values, expanding=True))


def plain(connection: Connection, query: Select[Any]) -> Iterator[tuple[Any, ...]]:
    """Rows of numbers and text as the driver gives them, which is several times faster than as
    rows of SQLAlchemy.
    """
    result = connection.execute(query)
    assert result.cursor is not None  # it is a query
    while some := result.cursor.fetchmany(_FETCHED):
        yield from some
    result.close()


def some_of(values: Iterable[T], many: int = _AT_ONCE) -> Iterator[list[T]]:
    left = iter(values)
    while some := list(islice(left, many)):
        yield some

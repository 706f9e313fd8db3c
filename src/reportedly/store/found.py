"""Pages of incidents, reports, statements and disputes that a reader asks for, the newest first.

A page goes on where the last row of the one before stood (``before``), so that what is added in
between moves nothing.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, Generic, NamedTuple, TypeVar

from sqlalchemy import Engine, Row, func, select

from reportedly.records.names import words
from reportedly.store import tables
from reportedly.store.asked import Asked, of_incidents, of_reports, of_statements
from reportedly.store.derived_tables import listed, listed_names
from reportedly.store.queries import parts
from reportedly.store.search import how
from reportedly.store.sides import Side, Sides, Source

_LOOKED_AT = 5  # times the page: statements looked at in one go for one with the words
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """``next``: what to ask with ``before`` for the next page; None: this is the last."""

    rows: Sequence[T]
    next: int | None


class Text(NamedTuple):
    """A report that was found, with its text."""

    source: Source
    text: str
    n: int


class Denied(NamedTuple):
    """A statement and the one that denies it, by their ids."""

    n: int
    one: str
    other: str


class Finds:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._sides = Sides(engine)

    def incidents(self, asked: Asked, before: int | None, most: int) -> Page[Row[Any]]:
        """Rows of ``listed``; the order is that of their numbers."""
        with self._engine.connect() as connection:
            query = select(listed).where(
                *of_incidents(asked, how(connection, asked.words, page=True))
            )
            if before is not None:
                query = query.where(listed.c.number < before)
            rows = connection.execute(query.order_by(listed.c.number.desc()).limit(most + 1)).all()
        return _page(rows, most, lambda row: int(row.number))

    def how_many(self, asked: Asked) -> int:
        """Incidents."""
        with self._engine.connect() as connection:
            wanted = of_incidents(asked, how(connection, asked.words))
            return connection.scalar(select(func.count()).select_from(listed).where(*wanted)) or 0

    def reports(self, asked: Asked, before: int | None, most: int) -> Page[Text]:
        """In the order of storing, the last first."""
        row = tables.reports.c
        with self._engine.connect() as connection:
            query = select(tables.reports).where(
                *of_reports(asked, how(connection, asked.words, page=True))
            )
            if before is not None:
                query = query.where(row.n < before)
            rows = connection.execute(query.order_by(row.n.desc()).limit(most + 1)).all()
        return _page([_text(one) for one in rows], most, lambda one: one.n)

    def statements(
        self,
        asked: Asked,
        before: int | None,
        most: int,
        acts: Sequence[str] = (),
        amended: Iterable[Side] = (),
        reports: Collection[str] = (),
    ) -> Page[Side]:
        """In the order of storing, the last first. ``acts``: only these. ``amended``: what is said
        in these ``reports`` instead, numbered above all others.
        """
        found = list(islice((s for s in amended if _fits(s, asked, acts)), most + 1))
        row = tables.statements.c
        with self._engine.connect() as connection:
            wanted = of_statements(asked, how(connection, asked.words, page=True))
        if acts:
            wanted.append(row.act.in_(acts))
        if reports:
            wanted.append(row.report.not_in(reports))
        spoken = set(words(asked.words))
        many = most + 1 if not spoken else (most + 1) * _LOOKED_AT
        while len(found) <= most:
            query = select(tables.statements).where(*wanted).order_by(row.n.desc()).limit(many)
            if before is not None:
                query = query.where(row.n < before)
            some = self._sides.statements(query)
            found += [side for side in some if spoken <= _said(side)]
            if len(some) < many:
                break
            before = some[-1].n
        return _page(found, most, lambda side: side.n)

    def denials(
        self,
        before: int | None,
        most: int,
        amended: Iterable[Denied] = (),
        reports: Collection[str] = (),
    ) -> Page[Denied]:
        """Statements that another statement of their report denies; of current readings.
        ``amended``: as of ``statements``.
        """
        first = list(islice(amended, most + 1))
        row, later = tables.disputes.c, tables.readings.alias("later")
        mine = tables.readings
        newer = select(later.c.n).where(later.c.report == mine.c.report, later.c.n > mine.c.n)
        query = (
            select(row.n, row.one, row.other)
            .join(mine, mine.c.n == row.reading)
            .where(row.kind == "proposition", ~newer.exists())
        )
        if before is not None:
            query = query.where(row.n < before)
        if reports:
            query = query.where(mine.c.report.not_in(reports))
        with self._engine.connect() as connection:
            rows = connection.execute(query.order_by(row.n.desc()).limit(most + 1)).all()
        return _page([*first, *(Denied(*one) for one in rows)], most, lambda one: one.n)

    def known_names(self, names: Collection[str]) -> set[str]:
        """Those of these folded names that any incident has."""
        row = listed_names.c
        with self._engine.connect() as connection:
            return {
                name
                for query in parts(select(row.name).distinct(), row.name, names)
                for name in connection.scalars(query)
            }

    def named(
        self, names: Collection[str], first: date, last: date, most: int
    ) -> Sequence[Row[Any]]:
        """Rows of ``listed`` with a name and its kind, for each of these folded names that an
        incident with a day in common with these days has; the earliest first, so many at most.
        """
        row, called = listed.c, listed_names.c
        days = (row.latest >= first.isoformat(), row.earliest <= last.isoformat())
        query = (
            select(listed, called.name, called.kind)
            .join(listed_names, called.number == row.number)
            .where(called.name.in_(names), *days)
        )
        with self._engine.connect() as connection:
            return connection.execute(query.order_by(row.earliest, row.number).limit(most)).all()


def _page(rows: Sequence[T], most: int, key: Any) -> Page[T]:
    shown = rows[:most]
    return Page(shown, key(shown[-1]) if len(rows) > most else None)


def _fits(side: Side, asked: Asked, acts: Sequence[str]) -> bool:
    """As ``of_statements`` asks of a row."""
    day, publisher = side.report.published, (side.report.publisher or "").casefold()
    who = (side.who, side.role, side.body)
    return (
        (not acts or side.act in acts)
        and asked.act in ("", side.act)
        and any(asked.speaker.casefold() in (one or "").casefold() for one in who)
        and (asked.first is None or (day is not None and asked.first <= day))
        and (asked.last is None or (day is not None and day <= asked.last))
        and asked.source.casefold() in publisher
        and set(words(asked.words)) <= _said(side)
    )


def _said(side: Side) -> set[str]:
    return set(words(f"{side.quote} {side.who or ''} {side.body or ''}"))


def _text(row: Any) -> Text:
    source = Source(
        id=row.id,
        name=row.name,
        title=row.title,
        publisher=row.publisher,
        published=date.fromisoformat(row.published) if row.published else None,
        language=row.language,
    )
    return Text(source, row.text, row.n)

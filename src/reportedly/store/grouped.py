"""Incidents added up by day and by place, reports by source and day: what plots are drawn from.

The database does the adding, so that a plot of many incidents costs little more than one of few.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple, TypeVar, cast

from sqlalchemy import Connection, Engine, Select, case, func, select

from reportedly.records import Place, PlacePrecision
from reportedly.store import tables
from reportedly.store.asked import Asked, count_figure, of_incidents
from reportedly.store.derived import Taken, last_taken
from reportedly.store.derived_tables import PLACE, listed
from reportedly.store.dialect import unchanging
from reportedly.store.lately import Lately
from reportedly.store.queries import FORGOTTEN
from reportedly.store.search import how

_row = listed.c
R = TypeVar("R")


class Sums(NamedTuple):
    """Incidents; those with a figure of killed; the sums of its ends; those open above."""

    incidents: int
    stated: int
    low: int
    best: int
    high: int
    open: int


class OnDays(NamedTuple):
    """Incidents of one reported date; both None: of no date."""

    earliest: date | None
    latest: date | None
    sums: Sums


class AtPlace(NamedTuple):
    place: Place | None
    sums: Sums


class Placed(NamedTuple):
    """The places with most incidents. ``located``: how many there are in all that have
    coordinates, and how many incidents lie in these.
    """

    rows: list[AtPlace]
    located: int
    incidents: int


class OfSource(NamedTuple):
    """Reports of one publisher that say one day of publication; None: not stated."""

    publisher: str | None
    day: date | None
    reports: int


class Failed(NamedTuple):
    """Inputs that could not be read at one stage for one reason."""

    stage: str
    reason: str
    inputs: int


class Grouped:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        # Of all incidents: what is opened first, and takes longest to add up.
        self._of_all: Lately[tuple[str, Taken], Any] = Lately(8)

    def by_date(self, asked: Asked) -> Sequence[OnDays]:
        """The incidents that are asked for, by their dates."""
        return self._added_up("dates", asked, _by_date)

    def by_place(self, asked: Asked, most: int) -> Placed:
        """The incidents that are asked for, by their places: those of no place, then so many
        places with most incidents.
        """
        return self._added_up(f"{most} places", asked, partial(_by_place, most=most))

    def by_source(self, first: date, last: date, *, months: bool = False) -> list[OfSource]:
        """Reports by publisher and day, of these days, and of no day. ``months``: all those of a
        month on its first day.
        """
        row = tables.reports.c
        every: Select[Any] = select(row.publisher, row.published, func.count().label("reports"))
        by_day = every.where(row.published >= first.isoformat(), row.published <= last.isoformat())
        by_day = by_day.group_by(row.published, row.publisher)
        undated = every.where(row.published.is_(None), row.id.not_in(FORGOTTEN))
        undated = undated.group_by(row.publisher)
        query: Select[Any] = by_day
        if months:  # of the days' sums: there are far fewer of these than reports
            part = by_day.subquery().c
            month = (func.substr(part.published, 1, 7) + "-01").label("month")
            monthly: tuple[Any, ...] = (part.publisher, month, func.sum(part.reports))
            query = select(*monthly).group_by(month, part.publisher)
        with self._engine.connect() as connection:
            found = [*connection.execute(query), *connection.execute(undated)]
        return [OfSource(publisher, _day(day), reports) for publisher, day, reports in found]

    def published(self) -> tuple[date, date] | None:
        """The first and last day of publication of any report; None where no report has one."""
        day = tables.reports.c.published
        with self._engine.connect() as connection:
            first = connection.scalar(select(func.min(day)))
            last = connection.scalar(select(func.max(day)))
        return (date.fromisoformat(first), date.fromisoformat(last)) if first and last else None

    def failed(self, most: int) -> list[Failed]:
        """Why inputs could not be read, the commonest first."""
        row = tables.failures.c
        query = select(row.stage, row.reason, func.count()).group_by(row.stage, row.reason)
        with self._engine.connect() as connection:
            found = connection.execute(query.order_by(func.count().desc()).limit(most)).all()
        return [Failed(*one) for one in found]

    def _added_up(self, what: str, asked: Asked, by: Callable[[Connection, Asked], R]) -> R:
        with unchanging(self._engine) as connection:
            step = last_taken(connection)  # nothing else writes to what is listed
            if asked or step is None:
                return by(connection, asked)
            kept = self._of_all.of([(what, step)])
            sums: R = kept[what, step] if kept else by(connection, asked)
            self._of_all.keep((what, step), sums)
        return sums


def _by_date(connection: Connection, asked: Asked) -> list[OnDays]:
    rows = _sums(connection, asked, (_row.earliest, _row.latest))
    return [OnDays(_day(row.earliest), _day(row.latest), Sums(*row[2:])) for row in rows]


def _by_place(connection: Connection, asked: Asked, most: int) -> Placed:
    columns = tuple(_row[name] for name in PLACE)
    order = (case((_row.place.is_(None), 0), else_=1), func.count().desc(), *columns)
    rows = _sums(connection, asked, columns, order, most)
    found = [AtPlace(_place(row), Sums(*row[len(columns) :])) for row in rows]
    wanted = of_incidents(asked, how(connection, asked.words))
    there = select(func.count().label("many")).where(_row.lat.is_not(None), *wanted)
    each = there.group_by(*columns).subquery().c.many
    located, many = connection.execute(select(func.count(), func.sum(each))).one()
    return Placed(found, located, many or 0)


def _sums(
    connection: Connection,
    asked: Asked,
    by: tuple[Any, ...],
    order: tuple[Any, ...] = (),
    most: int | None = None,
) -> list[Any]:
    figure = count_figure()
    known = figure.is_not(None)
    query: Select[Any] = select(
        *by,
        func.count(),
        func.count(figure),
        func.coalesce(func.sum(func.coalesce(_row.killed_low, _row.killed_best)), 0),
        func.coalesce(func.sum(figure), 0),
        func.coalesce(func.sum(func.coalesce(_row.killed_high, figure)), 0),
        func.count().filter(known, _row.killed_high.is_(None)),
    ).where(*of_incidents(asked, how(connection, asked.words)))
    return list(connection.execute(query.group_by(*by).order_by(*order).limit(most)))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _place(row: Any) -> Place | None:
    if row.place is None:
        return None
    return Place(
        name=row.place,
        precision=cast(PlacePrecision, row.place_precision),
        admin1=row.admin1,
        country=row.country,
        country_code=row.country_code,
        lat=row.lat,
        lon=row.lon,
    )

"""The queue: each account with what there is to decide about it, so that lists answer at once."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from sqlalchemy import Engine, Select, func, select

from reportedly.store import tables
from reportedly.store.derived import Taken, last_taken
from reportedly.store.derived_tables import listed, queue
from reportedly.store.dialect import unchanging
from reportedly.store.queries import parts

Order = Literal["newest", "weight"]
Only = Literal["disputed", "likely", "copy", "uncertain", "background"]


class Queued(NamedTuple):
    """One account in the queue, with its report and its incident in short."""

    number: int
    account: str
    report: str
    day: str  # ISO 8601
    role: str
    incident: str | None
    likely: str | None
    score: float | None  # probability that it is
    copy_of: str | None
    settled: int
    uncertain: int
    open: int
    weight: float
    name: str
    title: str | None
    publisher: str | None
    published: str | None
    type: str | None
    place: str | None
    disputed: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which accounts, and in which order. ``report`` and ``incident``: only of that one."""

    order: Order = "newest"
    only: Only | None = None
    done: bool = False  # those decided too
    report: str | None = None
    incident: str | None = None


class Queue:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._left: tuple[Taken | None, int] = (None, 0)  # counting takes longer than most pages

    def page(self, asked: Asked, after: int | None = None, limit: int = 30) -> list[Queued]:
        """``after``: the number that the page before ended with, though it be decided by now."""
        by = queue.c.day if asked.order == "newest" else queue.c.weight
        query = _filtered(asked).order_by(by.desc(), queue.c.number.desc()).limit(limit)
        with self._engine.connect() as connection:
            if after is not None:
                last = connection.execute(select(by).where(queue.c.number == after)).first()
                if last is not None:
                    earlier = (by < last[0]) | ((by == last[0]) & (queue.c.number < after))
                    query = query.where(earlier)
            return [Queued(**row) for row in connection.execute(query).mappings()]

    def one(self, number: int) -> Queued | None:
        with self._engine.connect() as connection:
            row = connection.execute(_shown().where(queue.c.number == number)).mappings().first()
        return Queued(**row) if row else None

    def copies(self, numbers: Collection[int]) -> dict[int, str]:
        """Of these accounts: the report whose text its own printed, where that is so."""
        columns = select(queue.c.number, queue.c.copy_of).where(queue.c.copy_of.is_not(None))
        with self._engine.connect() as connection:
            return {
                row.number: row.copy_of
                for query in parts(columns, queue.c.number, numbers)
                for row in connection.execute(query)
            }

    def left(self) -> int:
        """How many accounts nobody has decided about."""
        with unchanging(self._engine) as connection:
            step, (counted, left) = last_taken(connection), self._left
            if step is None or step != counted:  # nothing else writes to the queue
                query = select(func.count()).where(queue.c.open == 1)
                left = connection.scalar(query) or 0
                self._left = step, left
        return left


def _shown() -> Select[Any]:
    names = [n for n in Queued._fields if n in queue.c]
    reports = tables.reports.c
    return (
        select(
            *(queue.c[name] for name in names),
            *(reports[name] for name in ("name", "title", "publisher", "published")),
            *(listed.c[name] for name in ("type", "place", "disputed")),
        )
        .join_from(queue, tables.reports, reports.id == queue.c.report)
        .outerjoin(listed, listed.c.incident == queue.c.incident)
    )


def _filtered(asked: Asked) -> Select[Any]:
    query = _shown()
    if not asked.done:
        query = query.where(queue.c.open == 1)
    if asked.report is not None:
        query = query.where(queue.c.report == asked.report)
    if asked.incident is not None:
        query = query.where(queue.c.incident == asked.incident)
    conditions = {
        "disputed": listed.c.disputes > 0,
        "likely": queue.c.likely.is_not(None),
        "copy": queue.c.copy_of.is_not(None),
        "uncertain": queue.c.uncertain == 1,
        "background": queue.c.role == "background",
    }
    return query.where(conditions[asked.only]) if asked.only else query

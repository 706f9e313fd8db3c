"""The queue: each account with what there is to decide about it, so that lists answer at once."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from typing import Any, Literal, NamedTuple

from sqlalchemy import Connection, Engine, Row, Select, and_, delete, func, insert, or_, select

from reportedly.store import tables
from reportedly.store.derived_tables import listed, members, pairs, profiles, queue
from reportedly.store.queries import parts, some_of

_ROWS = 5_000
Pairs = Collection[tuple[int, int]]
Order = Literal["newest", "weight"]
Only = Literal["disputed", "likely", "copy", "uncertain", "background"]


class Settled(IntEnum):
    """What people said of an account as such. APART settles it once nothing else is likely."""

    NO = 0
    APART = 1
    KEPT = 2
    REJECTED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubts:
    """What the store cannot know by itself about the accounts of a step."""

    copies: Mapping[int, str | None] = field(default_factory=dict)  # of rewritten incidents
    settled: Mapping[int, Settled] = field(default_factory=dict)  # of all that anybody decided
    apart: Pairs = ()  # of accounts that people keep apart
    sure: tuple[float, float] = (0.2, 0.9)  # probabilities between which a person should look


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

    def left(self) -> int:
        """How many accounts nobody has decided about."""
        with self._engine.connect() as connection:
            query = select(func.count()).where(queue.c.open == 1)
            return connection.scalar(query) or 0


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


def neighbours(connection: Connection, numbers: Collection[int], least: float) -> set[int]:
    """Accounts that may be one with these."""
    return {n for one, other, _ in _pairs(connection, numbers, least) for n in (one, other)}


def resettled(connection: Connection, doubts: Doubts) -> set[int]:
    """Accounts of which people say something else than before."""
    query = select(queue.c.number, queue.c.settled).where(queue.c.settled != 0)
    before = {row.number: row.settled for row in connection.execute(query)}
    now = {number: int(state) for number, state in doubts.settled.items()}
    return {number for number, _ in before.items() ^ now.items()}


def rewrite(
    connection: Connection, numbers: Collection[int], doubts: Doubts, *, clear: bool
) -> None:
    """In an open transaction, after all else of a step: the rows of these accounts anew."""
    kept = {} if clear else _copies(connection, numbers)
    if clear:
        connection.execute(delete(queue))
    for some in some_of(numbers):
        connection.execute(delete(queue).where(queue.c.number.in_(some)))
    copies = kept | dict(doubts.copies)
    for some in some_of(sorted(numbers), _ROWS):
        rows = _rows(connection, some, doubts, copies)
        for each in some_of(rows, _ROWS):
            connection.execute(insert(queue), each)


def _rows(
    connection: Connection, numbers: list[int], doubts: Doubts, copies: Mapping[int, str | None]
) -> Iterator[dict[str, Any]]:
    mine = {row.number: row for row in _each(connection, _accounts, numbers)}
    near, apart = _near(connection, list(mine), doubts.sure[0]), _both_ways(doubts.apart)
    reports = dict.fromkeys(row.report for row in mine.values())
    sisters: dict[str, list[int]] = {}
    for row in _each(connection, _of_reports, reports):
        sisters.setdefault(row.report, []).append(row.number)
    around = {n for held in (*near.values(), *sisters.values()) for n in held}
    around = around.union(mine, *(apart.get(number, ()) for number in mine))
    homes = {row.number: row.incident for row in _each(connection, _members, around)}
    for number, row in mine.items():
        state = doubts.settled.get(number, Settled.NO)
        home = None if state is Settled.REJECTED else homes.get(number)
        # No incident has a report twice, and one that people kept it from is not asked for again.
        ruled_out = (*apart.get(number, ()), *sisters[row.report])
        barred = {home, None, *(homes.get(other) for other in ruled_out)}
        likely = max(
            (
                (score, -other)
                for other, score in near.get(number, {}).items()
                if homes.get(other) not in barred
                and doubts.settled.get(other) is not Settled.REJECTED
            ),
            default=None,
        )
        score = likely[0] if likely else None
        unsure = row.sure is not None and row.sure < doubts.sure[1]
        open_ = state is Settled.NO or (state is Settled.APART and likely is not None)
        yield {
            "number": number,
            "account": row.account,
            "report": row.report,
            "day": date.fromordinal(row.day).isoformat(),
            "role": row.role,
            "incident": home,
            "likely": homes[-likely[1]] if likely else None,
            "score": score,
            "copy_of": copies.get(number),
            "settled": int(state),
            "uncertain": int(unsure),
            "open": int(open_),
            "weight": (2.0 if row.disputed else 0.0)
            + max(_doubt(score), _doubt(row.sure) if unsure else 0.0),
        }


def _near(
    connection: Connection, numbers: Collection[int], least: float
) -> dict[int, dict[int, float]]:
    """Each account with those that it may be one with, and how likely that is."""
    near: dict[int, dict[int, float]] = {}
    for one, other, score in _pairs(connection, numbers, least):
        near.setdefault(one, {})[other] = score
        near.setdefault(other, {})[one] = score
    return near


def _both_ways(found: Pairs) -> dict[int, set[int]]:
    apart: dict[int, set[int]] = {}
    for one, other in found:
        apart.setdefault(one, set()).add(other)
        apart.setdefault(other, set()).add(one)
    return apart


def _doubt(probability: float | None) -> float:
    """1 where it may as well be as not, 0 where it is certain."""
    return 0.0 if probability is None else 1 - abs(probability - 0.5) * 2


def _pairs(
    connection: Connection, numbers: Collection[int], least: float
) -> Iterator[tuple[int, int, float]]:
    for some in some_of(numbers):
        sides = or_(pairs.c.one.in_(some), pairs.c.other.in_(some))
        for row in connection.execute(select(pairs).where(sides, pairs.c.score >= least)):
            yield row.one, row.other, row.score


def _copies(connection: Connection, numbers: Collection[int]) -> dict[int, str | None]:
    columns = select(queue.c.number, queue.c.copy_of)
    asked = parts(columns, queue.c.number, numbers)
    return {row[0]: row[1] for query in asked for row in connection.execute(query)}


def _each(
    connection: Connection, query: Callable[[list[Any]], Select[Any]], values: Iterable[Any]
) -> Iterator[Row[Any]]:
    for some in some_of(values):
        yield from connection.execute(query(some))


def _members(numbers: list[Any]) -> Select[Any]:
    return select(members).where(members.c.number.in_(numbers))


def _of_reports(reports: list[Any]) -> Select[Any]:
    return select(profiles.c.number, profiles.c.report).where(profiles.c.report.in_(reports))


def _accounts(numbers: list[Any]) -> Select[Any]:
    """With what the last reading says of each: later rows come later."""
    accounts = tables.accounts.c
    return (
        select(
            *(profiles.c[name] for name in ("number", "account", "day", "report")),
            *(accounts.role, accounts.score.label("sure")),
            and_(listed.c.disputes > 0, listed.c.decided == 0).label("disputed"),
        )
        .join_from(profiles, tables.accounts, accounts.id == profiles.c.account)
        .outerjoin(members, members.c.number == profiles.c.number)
        .outerjoin(listed, listed.c.incident == members.c.incident)
        .where(profiles.c.number.in_(numbers))
        .order_by(accounts.n)
    )

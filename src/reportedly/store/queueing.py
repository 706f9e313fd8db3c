"""Writing the queue: the row of each account that a step of linking touched, or of all of them."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from typing import Any, cast

from sqlalchemy import Connection, Row, Select, and_, bindparam, delete, or_, select, update

from reportedly.store import tables
from reportedly.store.derived_tables import listed, members, pairs, profiles, queue
from reportedly.store.queries import insert_rows, parts, plain, some_of

Pairs = Collection[tuple[int, int]]
Scored = tuple[int, int, float]


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


def neighbours(
    connection: Connection, moved: Collection[int], doubts: Doubts, new: Set[int] = frozenset()
) -> set[int]:
    """Whoever is asked about otherwise once these are told of elsewhere: those that may be one
    with them, those of their reports, and those that people keep apart from them. ``new``: of
    these, as all of their reports, nothing was known before; whoever may be one with them has to
    be found by the pairs that came.
    """
    known = set(moved) - new
    near = {n for pair in _pairs(connection, known, doubts.sure[0]) for n in pair[:2]}
    reports = {row.report for row in _each(connection, _reports_of, known)}
    near |= {row.number for row in _each(connection, _of_reports, reports)}
    apart = _both_ways(doubts.apart)
    return near | {other for number in moved for other in apart.get(number, ())}


def drawn_away(connection: Connection, pairs: Collection[Scored]) -> set[int]:
    """The accounts that by these pairs may be likelier one with another incident than so far."""
    ends = {number for pair in pairs for number in pair[:2]}
    homes = {row.number: row.incident for row in _each(connection, _members, ends)}
    likeliest: dict[int, float] = defaultdict(float)
    for one, other, score in pairs:
        if homes.get(one) != homes.get(other):
            for number in (one, other):
                likeliest[number] = max(likeliest[number], score)
    before = {row.number: row.score or 0.0 for row in _each(connection, _queued, likeliest)}
    return {number for number, score in likeliest.items() if score >= before.get(number, 0.0)}


def resettled(connection: Connection, doubts: Doubts) -> set[int]:
    """Accounts of which people say something else than before."""
    query = select(queue.c.number, queue.c.settled).where(queue.c.settled != 0)
    before = {row.number: row.settled for row in connection.execute(query)}
    now = {number: int(state) for number, state in doubts.settled.items()}
    return {number for number, _ in before.items() ^ now.items()}


def rewrite(connection: Connection, numbers: Collection[int], doubts: Doubts) -> None:
    """In an open transaction, after all else of a step: the rows of these accounts anew."""
    copies = _copies(connection, numbers) | dict(doubts.copies)
    for some in some_of(numbers):
        connection.execute(delete(queue).where(queue.c.number.in_(some)))
    near = list(_pairs_between(connection, numbers, doubts.sure[0]))
    mine = {row.number: row for row in _each(connection, _accounts, numbers)}
    reports = dict.fromkeys(row.report for row in mine.values())
    sisters = [(row.report, row.number) for row in _each(connection, _of_reports, reports)]
    around = {n for one, other, _ in near for n in (one, other)}
    around |= {number for _, number in sisters} | {n for pair in doubts.apart for n in pair}
    homes = {row.number: row.incident for row in _each(connection, _members, around)}
    _insert(connection, _rows(mine, near, sisters, homes, doubts, copies))


def weigh_again(connection: Connection, numbers: Collection[int], doubts: Doubts) -> None:
    """The rows of accounts of which nothing is others than before, but for the incident's disputes
    and for whose text was printed.
    """
    mine = {row.number: row for row in _each(connection, _accounts, numbers)}
    again = []
    for row in _each(connection, _queued, numbers):
        now = (doubts.copies.get(row.number), _weight(mine[row.number], row.score, row.uncertain))
        if now != (row.copy_of, row.weight):
            again.append({"of": row.number, "copy_of": now[0], "weight": now[1]})
    if again:
        connection.execute(update(queue).where(queue.c.number == bindparam("of")), again)


def write(
    connection: Connection, near: Iterable[Scored], homes: Mapping[int, str], doubts: Doubts
) -> None:
    """The same for all accounts there are, from the pairs that may be one and from the incident of
    each account.
    """
    connection.execute(delete(queue))
    mine = {row.number: row for row in connection.execute(_all_accounts())}
    sisters = [(row.report, number) for number, row in mine.items()]
    _insert(connection, _rows(mine, near, sisters, homes, doubts, doubts.copies))


def _insert(connection: Connection, rows: Iterable[tuple[Any, ...]]) -> None:
    insert_rows(connection, queue, tuple(column.name for column in queue.c), rows)


def _rows(
    mine: Mapping[int, Row[Any]],
    near: Iterable[Scored],
    sisters: Iterable[tuple[str, int]],
    homes: Mapping[int, str],
    doubts: Doubts,
    copies: Mapping[int, str | None],
) -> Iterator[tuple[Any, ...]]:
    """A row of the table for each of ``mine``. ``sisters``: all accounts of their reports."""
    likely = _likely(mine, near, sisters, homes, doubts)
    for number, row in mine.items():
        state = doubts.settled.get(number, Settled.NO)
        score, other = likely.get(number, (None, 0))
        rejected = state is Settled.REJECTED  # and so part of no incident, and no copy in one
        unsure = row.sure is not None and row.sure < doubts.sure[1]
        yield (
            number,
            row.account,
            row.report,
            date.fromordinal(row.day).isoformat(),
            row.role,
            None if rejected else homes.get(number),
            homes[-other] if score is not None else None,
            score,
            None if rejected else copies.get(number),
            int(state),
            int(unsure),
            int(state is Settled.NO or (state is Settled.APART and score is not None)),
            _weight(row, score, unsure),
        )


def _weight(row: Row[Any], score: float | None, unsure: bool) -> float:
    """How much an answer changes. ``row``: of an account, as ``_accounts`` asks for it."""
    disputed = 2.0 if row.disputed else 0.0
    return disputed + max(_doubt(score), _doubt(row.sure) if unsure else 0.0)


def _likely(
    mine: Mapping[int, Row[Any]],
    near: Iterable[Scored],
    sisters: Iterable[tuple[str, int]],
    homes: Mapping[int, str],
    doubts: Doubts,
) -> dict[int, tuple[float, int]]:
    """For each account the likeliest of another incident that it may be one with: the probability,
    and the number with a minus, so that of equally likely ones the oldest is the highest.
    """
    told: dict[str, set[str | None]] = defaultdict(set)
    for report, number in sisters:
        told[report].add(homes.get(number))
    # No incident has a report twice, and one that people kept it from is not asked for again.
    barred = {number: told[row.report] for number, row in mine.items()}
    for one, others in _both_ways(doubts.apart).items():
        if one in barred:
            barred[one] = barred[one] | {homes.get(other) for other in others}
    found: dict[int, tuple[float, int]] = {}
    for one, other, score in near:
        for number, candidate in ((one, other), (other, one)):
            home = homes.get(candidate)
            if (
                number in mine
                and home is not None
                and home not in barred[number]
                and doubts.settled.get(candidate) is not Settled.REJECTED
            ):
                found[number] = max(found.get(number, (0.0, 0)), (score, -candidate))
    return found


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
        found = connection.execute(select(pairs).where(sides, pairs.c.score >= least))
        yield from (tuple(row) for row in found.all())


def _pairs_between(
    connection: Connection, numbers: Collection[int], least: float
) -> Iterator[tuple[int, int, float]]:
    """The pairs of one of these with an account of another incident; they may come twice."""
    own, others = members.alias(), members.alias()
    for one, other in ((pairs.c.one, pairs.c.other), (pairs.c.other, pairs.c.one)):
        found = (
            select(pairs)
            .outerjoin(own, own.c.number == one)
            .join(others, others.c.number == other)
            .where(pairs.c.score >= least)
            .where(own.c.incident.is_distinct_from(others.c.incident))
        )
        for asked in parts(found, one, numbers):
            yield from cast("Iterator[Scored]", plain(connection, asked))


def _copies(connection: Connection, numbers: Collection[int]) -> dict[int, str | None]:
    columns = select(queue.c.number, queue.c.copy_of)
    asked = parts(columns, queue.c.number, numbers)
    return {row[0]: row[1] for query in asked for row in connection.execute(query)}


def _each(
    connection: Connection, query: Callable[[list[Any]], Select[Any]], values: Iterable[Any]
) -> Iterator[Row[Any]]:
    for some in some_of(values):
        yield from connection.execute(query(some)).all()


def _queued(numbers: list[Any]) -> Select[Any]:
    return select(queue).where(queue.c.number.in_(numbers))


def _members(numbers: list[Any]) -> Select[Any]:
    return select(members).where(members.c.number.in_(numbers))


def _reports_of(numbers: list[Any]) -> Select[Any]:
    return select(profiles.c.report).where(profiles.c.number.in_(numbers)).distinct()


def _of_reports(reports: list[Any]) -> Select[Any]:
    return select(profiles.c.number, profiles.c.report).where(profiles.c.report.in_(reports))


def _accounts(numbers: list[Any]) -> Select[Any]:
    return _all_accounts().where(profiles.c.number.in_(numbers))


def _all_accounts() -> Select[Any]:
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
        .order_by(accounts.n)
    )

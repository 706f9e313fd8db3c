"""What linking keeps for itself, so that one more report touches its neighbourhood alone.

Derived from readings and decisions, and thrown away at any time. ``Progress`` says how far it has
come. Whoever writes it states the progress it started from: if another was faster, nothing is
written, and the work is to be done again.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Select,
    Subquery,
    and_,
    bindparam,
    delete,
    func,
    select,
    update,
)

from reportedly.store import tables
from reportedly.store.derived_tables import keys, members, pairs, profiles, queue
from reportedly.store.queries import add, insert_rows, parts, plain, some_of
from reportedly.store.queueing import (
    Doubts,
    Scored,
    Settled,
    drawn_away,
    neighbours,
    resettled,
    weigh_again,
)
from reportedly.store.queueing import rewrite as rewrite_queue
from reportedly.store.queueing import write as write_queue

_STATE = "linked"
_settings = tables.settings.c


@dataclass(frozen=True, slots=True)
class Progress:
    """The last reading and the last decision that were taken in, and by which model."""

    reading: int = 0
    decision: int = 0
    model: str = ""


class Head(NamedTuple):
    """An account with its rank."""

    number: int
    account: str
    day: int
    report: str
    place: int


class Pair(NamedTuple):
    one: int
    other: int
    score: float


class Draw(NamedTuple):
    """The earlier account that one is drawn to, with the probability; none where none is likely."""

    toward: int | None
    pull: float | None


NOWHERE = Draw(None, None)
Taken = tuple[int, str]  # a step, by its number and its moment
Held = tuple[int, int, int]  # a key, and the day and the number of an account that holds it


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of progress: what goes, and what comes in its place."""

    since: Progress
    to: Progress
    clear: bool = False  # everything goes
    gone: Collection[int] = ()  # accounts whose profile, keys, pairs and membership go
    gone_keys: Iterable[Held] = ()
    dropped: Collection[tuple[int, int]] = ()  # pairs of accounts that stay
    profiles: Iterable[tuple[Head, str]] = ()
    draws: Mapping[int, Draw] = field(default_factory=dict)  # of accounts, those new too
    keys: Iterable[Held] = ()  # in this order
    pairs: Iterable[Scored] = ()  # as in Pair; in this order
    members: Mapping[int, str] = field(default_factory=dict)  # of those that moved
    left: Collection[int] = ()  # those that are part of no incident any more
    doubts: Doubts = field(default_factory=Doubts)


class Derived:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def progress(self, connection: Connection | None = None) -> Progress:
        """How far it has come; nowhere in a new store."""
        if connection is None:
            with self._engine.connect() as own:
                return self.progress(own)
        query = select(_settings.value).where(_settings.name == _STATE)
        newest = connection.scalar(query.order_by(_settings.n.desc()).limit(1))
        return Progress(**json.loads(newest)) if newest else Progress()

    # What is known; None asks for everything

    def heads(
        self, numbers: Collection[int] | None = None, reports: Collection[str] | None = None
    ) -> Iterator[Head]:
        columns = select(*(profiles.c[name] for name in Head._fields))
        if reports is not None:
            asked = parts(columns, profiles.c.report, reports)
        else:
            asked = parts(columns, profiles.c.number, numbers)
        return (Head(*row) for row in self._rows(asked))

    def bodies(self, numbers: Collection[int] | None) -> Iterator[tuple[int, str]]:
        """The profiles, as they were packed."""
        columns = select(profiles.c.number, profiles.c.body)
        return ((row[0], row[1]) for row in self._rows(parts(columns, profiles.c.number, numbers)))

    def holders(self, wanted: Collection[int]) -> Iterator[tuple[int, Head]]:
        """Key, and an account that holds it."""
        columns = select(keys.c.key, *(profiles.c[name] for name in Head._fields))
        joined = columns.join_from(keys, profiles, keys.c.number == profiles.c.number)
        for row in self._rows(parts(joined, keys.c.key, wanted)):
            yield row[0], Head(*row[1:])

    def first_holders(self, wanted: Collection[int], most: int) -> Iterator[tuple[int, Head]]:
        """Key, and an account that holds it, of so many by rank at most; in this order."""
        first = keys.alias()
        last = select(first.c.day).where(first.c.key == keys.c.key).order_by(first.c.day)
        until = last.limit(1).offset(most - 1).scalar_subquery()
        columns = select(keys.c.key, func.coalesce(until, date.max.toordinal()).label("until"))
        for bounded in parts(columns.group_by(keys.c.key), keys.c.key, wanted):
            yield from self._until(bounded.subquery(), most)

    def _until(self, bounds: Subquery, most: int) -> Iterator[tuple[int, Head]]:
        """``bounds``: keys, each with the day of the last of its holders that is wanted."""
        # Reports are called by letters and digits that every database sorts alike.
        rank = (profiles.c.day, profiles.c.report, profiles.c.place)
        asked = (
            select(keys.c.key, *(profiles.c[name] for name in Head._fields))
            .join_from(bounds, keys, and_(keys.c.key == bounds.c.key, keys.c.day <= bounds.c.until))
            .join(profiles, profiles.c.number == keys.c.number)
            .order_by(keys.c.key, *rank)
        )
        for key, rows in groupby(self._rows([asked]), itemgetter(0)):
            yield from ((key, Head(*row[1:])) for row in islice(rows, most))

    def held_by(self, wanted: Collection[int]) -> dict[int, int]:
        """How many accounts hold each of these keys, of those that any holds."""
        columns = select(keys.c.key, func.count()).group_by(keys.c.key)
        return {row[0]: row[1] for row in self._rows(parts(columns, keys.c.key, wanted))}

    def holding(self, wanted: Collection[int]) -> Iterator[tuple[int, int]]:
        """Key, and the number of an account that holds it."""
        return self._rows(parts(select(keys.c.key, keys.c.number), keys.c.key, wanted))

    def pairs(self, numbers: Collection[int] | None, least: float = 0.0) -> Iterator[Pair]:
        """The scored pairs with one of these accounts; a pair of two of them may come twice."""
        columns = select(pairs.c.one, pairs.c.other, pairs.c.score).where(pairs.c.score >= least)
        asked = parts(columns, pairs.c.one, numbers)
        if numbers is not None:
            asked += parts(columns, pairs.c.other, numbers)
        return (Pair(*row) for row in self._rows(asked))

    def pairs_from(self, numbers: Collection[int]) -> Iterator[Pair]:
        """The scored pairs of which the lower number is one of these."""
        columns = select(pairs.c.one, pairs.c.other, pairs.c.score)
        return map(Pair._make, self._rows(parts(columns, pairs.c.one, numbers)))

    def draws(self, numbers: Collection[int] | None) -> dict[int, Draw]:
        """Whom each of these accounts is drawn to."""
        columns = select(profiles.c.number, profiles.c.toward, profiles.c.pull)
        rows = self._rows(parts(columns, profiles.c.number, numbers))
        return {row[0]: Draw(row[1], row[2]) for row in rows}

    def drawn_to(self, numbers: Collection[int] | None) -> dict[int, int]:
        """The accounts that are drawn to any, or to one of these, each with the one it is."""
        columns = select(profiles.c.number, profiles.c.toward).where(profiles.c.toward.isnot(None))
        return {row[0]: row[1] for row in self._rows(parts(columns, profiles.c.toward, numbers))}

    def dismissed(self) -> set[int]:
        """The accounts that people had rejected when the last step was taken."""
        columns = select(queue.c.number).where(queue.c.settled == int(Settled.REJECTED))
        return {row[0] for row in self._rows([columns])}

    def homes(self, numbers: Collection[int] | None) -> dict[int, str]:
        """The incident of each account."""
        columns = select(members.c.number, members.c.incident)
        return {row[0]: row[1] for row in self._rows(parts(columns, members.c.number, numbers))}

    def members(self, incidents: Collection[str]) -> Iterator[tuple[str, int]]:
        """Incident and one account of it."""
        columns = select(members.c.incident, members.c.number)
        for row in self._rows(parts(columns, members.c.incident, incidents)):
            yield row[0], row[1]

    def _rows(self, queries: Iterable[Select[Any]]) -> Iterator[Any]:
        with self._engine.connect() as connection:
            for query in queries:
                yield from plain(connection, query)


def last_taken(connection: Connection) -> Taken | None:
    """Which step was the last one; none in a new store."""
    taken = select(_settings.n, _settings.recorded_at).where(_settings.name == _STATE)
    row = connection.execute(taken.order_by(_settings.n.desc()).limit(1)).first()
    return (row.n, row.recorded_at) if row else None


def take(connection: Connection, step: Step) -> None:
    """Write one step into an open transaction, after the beliefs that come of it."""
    beside = neighbours(connection, step.gone, step.doubts)
    if step.clear:
        for table in (profiles, keys, pairs, members):
            connection.execute(delete(table))
    else:
        for column in (profiles.c.number, members.c.number, pairs.c.one, pairs.c.other):
            _delete(connection, column, step.gone)
        _delete(connection, members.c.number, {*step.members, *step.left})
    if dropped := [{"low": one, "high": other} for one, other in step.dropped]:
        same = and_(pairs.c.one == bindparam("low"), pairs.c.other == bindparam("high"))
        connection.execute(delete(pairs).where(same), dropped)
    if gone_keys := [dict(zip(("it", "on", "of"), held, strict=True)) for held in step.gone_keys]:
        of = keys.c.number == bindparam("of")
        same = and_(keys.c.key == bindparam("it"), keys.c.day == bindparam("on"), of)
        connection.execute(delete(keys).where(same), gone_keys)
    drawn = dict(step.draws)
    new: set[int] = set()
    insert_rows(
        connection,
        profiles,
        (*Head._fields, *Draw._fields, "body"),
        (
            (*head, *drawn.pop(head.number, NOWHERE), body)
            for head, body in _noted_new(step.profiles, new)
        ),
    )
    redrawn = [{"of": number, **draw._asdict()} for number, draw in drawn.items()]
    if redrawn:
        connection.execute(update(profiles).where(profiles.c.number == bindparam("of")), redrawn)
    insert_rows(connection, keys, ("key", "day", "number"), step.keys)
    near: list[Scored] = []  # of these a person may be asked
    insert_rows(connection, pairs, Pair._fields, _noted(step.pairs, near, step.doubts.sure[0]))
    insert_rows(connection, members, ("number", "incident"), step.members.items())
    if step.clear:
        write_queue(connection, near, step.members, step.doubts)
    else:
        moved = {*step.gone, *step.members, *resettled(connection, step.doubts)}
        beside |= moved | neighbours(connection, moved, step.doubts, new.difference(step.gone))
        beside |= drawn_away(connection, near) | {n for pair in step.dropped for n in pair}
        rewrite_queue(connection, beside, step.doubts)
        weigh_again(connection, step.doubts.copies.keys() - beside, step.doubts)
    state = {"name": _STATE, "value": json.dumps(asdict(step.to))}
    add(connection, tables.settings, [state])


def _noted_new(found: Iterable[tuple[Head, str]], new: set[int]) -> Iterator[tuple[Head, str]]:
    """The profiles, as they pass by; their numbers are noted."""
    for head, body in found:
        new.add(head.number)
        yield head, body


def _noted(found: Iterable[Scored], near: list[Scored], least: float) -> Iterator[Scored]:
    """The pairs, as they pass by; those that are likely enough are noted."""
    for pair in found:
        if pair[2] >= least:
            near.append(pair)
        yield pair


def _delete(connection: Connection, column: Column[int], values: Iterable[int]) -> None:
    for some in some_of(values):
        connection.execute(delete(column.table).where(column.in_(some)))

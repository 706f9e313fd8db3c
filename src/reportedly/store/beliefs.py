"""The history of what was believed: every incident as it came, changed, joined another, or went."""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from itertools import accumulate
from typing import Any, Literal

from sqlalchemy import Connection, Engine, Row, Select, func, insert, select

from reportedly.records import Incident
from reportedly.records.codec import build, plain
from reportedly.store.derived_tables import incidents, listed
from reportedly.store.listing import relist
from reportedly.store.queries import parts, some_of, stamp

State = Literal["believed", "joined", "withdrawn"]
_AT_ONCE = 500  # rows fetched


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief:
    """An incident as it was believed from one moment on, and why it came, changed or went."""

    id: str
    state: State
    home: str | None = None  # of a joined one: the incident that it is part of since
    body: str | None = None  # the incident, packed; None where it is none any more, or forgotten
    reason: str = ""
    since: datetime | None = None  # UTC; set by the store

    @property
    def incident(self) -> Incident | None:
        return _unpacked(self.body) if self.body else None


@lru_cache(maxsize=64)  # the same few are looked at again and again; one can hold hundreds of ids
def _unpacked(body: str) -> Incident:
    return build(Incident, json.loads(body))


def packed(incident: Incident) -> str:
    """An incident as text; equal incidents give equal texts."""
    return json.dumps(plain(incident), ensure_ascii=False)


class Beliefs:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def at(
        self, moment: datetime | None = None, ids: Collection[str] | None = None
    ) -> Iterator[Belief]:
        """The newest belief about each id at a moment (now), those gone too, by when they came."""
        last = select(func.max(incidents.c.n)).group_by(incidents.c.id)
        if moment is not None:
            last = last.where(incidents.c.recorded_at <= stamp(moment))
        for mine in parts(last, incidents.c.id, ids):
            yield from self._of(select(incidents).where(incidents.c.n.in_(mine)))

    def names(self, moment: datetime | None = None) -> list[str]:
        """The ids of the incidents that were believed at a moment (now)."""
        if moment is None:
            query = select(listed.c.incident)
        else:
            last = select(func.max(incidents.c.n)).group_by(incidents.c.id)
            last = last.where(incidents.c.recorded_at <= stamp(moment))
            believed = incidents.c.n.in_(last) & (incidents.c.state == "believed")
            query = select(incidents.c.id).where(believed)
        with self._engine.connect() as connection:
            return list(connection.scalars(query))

    def next_names(self, after: int, most: int) -> list[str]:
        """The ids of so many incidents that are believed now, of a higher number than that."""
        query = select(listed.c.incident).where(listed.c.number > after)
        with self._engine.connect() as connection:
            return list(connection.scalars(query.order_by(listed.c.number).limit(most)))

    def largest(self, accounts: int) -> list[str]:
        """The incidents of most accounts, as many as have that many together."""
        query = select(listed.c.incident, listed.c.accounts)
        query = query.order_by(listed.c.accounts.desc(), listed.c.number).limit(accounts)
        with self._engine.connect() as connection:
            rows = connection.execute(query).all()
        until = accumulate(row.accounts for row in rows)
        return [row.incident for row, many in zip(rows, until, strict=True) if many <= accounts]

    def believed(self, id: str, moment: datetime | None = None) -> bool:
        """True if an incident of that id was believed at a moment (now)."""
        newest = (
            select(incidents.c.state).where(incidents.c.id == id).order_by(incidents.c.n.desc())
        )
        if moment is not None:
            newest = newest.where(incidents.c.recorded_at <= stamp(moment))
        with self._engine.connect() as connection:
            return connection.scalar(newest.limit(1)) == "believed"

    def home(self, id: str, moment: datetime | None = None) -> str | None:
        """The incident that one was part of at a moment, however often they were joined since."""
        belief = next(self.at(moment, [id]), None)
        if belief is None or belief.state != "joined" or belief.home is None:
            return id if belief and belief.incident else None
        return self.home(belief.home, moment)

    def after(self, moment: datetime, until: datetime | None = None) -> Iterator[Belief]:
        """Every belief that was formed later than a moment, up to another (now), in order."""
        later = select(incidents).where(incidents.c.recorded_at > stamp(moment))
        if until is not None:
            later = later.where(incidents.c.recorded_at <= stamp(until))
        return self._of(later)

    def history(self, id: str) -> Iterator[Belief]:
        """Everything that was ever believed about one incident."""
        return self._of(select(incidents).where(incidents.c.id == id))

    def _of(self, query: Select[Any]) -> Iterator[Belief]:
        with self._engine.connect() as connection:
            found = connection.execute(
                query.order_by(incidents.c.n).execution_options(yield_per=_AT_ONCE)
            )
            for row in found:
                yield _belief(row)


def record(connection: Connection, formed: Iterable[Belief]) -> None:
    """Add beliefs of now in an open transaction, and list what is believed by them."""
    now = stamp(datetime.now(UTC))
    for some in some_of(formed):
        connection.execute(insert(incidents), [_row(belief, now) for belief in some])
        relist(connection, [belief.id for belief in some])


def _row(belief: Belief, now: str) -> dict[str, Any]:
    return {
        "id": belief.id,
        "state": belief.state,
        "home": belief.home,
        "body": belief.body,
        "reason": belief.reason,
        "recorded_at": now,
    }


def _belief(row: Row[Any]) -> Belief:
    return Belief(
        id=row.id,
        state=row.state,
        home=row.home,
        body=row.body,
        reason=row.reason,
        since=datetime.fromisoformat(row.recorded_at),
    )

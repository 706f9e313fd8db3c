"""The store: what was received, read, decided and believed. Things are added, nothing is replaced;
a report that the law wants gone can be forgotten.

Adding the same thing twice adds it once, also from two processes at a time. ``as_of`` asks for
what was stored at or before a moment (UTC).
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, Row, Table, func, select
from sqlalchemy.exc import DatabaseError, DBAPIError

from reportedly.errors import StoreError, UnknownRecord
from reportedly.records import (
    Account,
    Decision,
    Failure,
    Reading,
    Received,
    Report,
    Statement,
    Tombstone,
)
from reportedly.store import load, tables
from reportedly.store.beliefs import Belief, Beliefs, record
from reportedly.store.coded import CodedFiles
from reportedly.store.derived import Derived, Step, take
from reportedly.store.dialect import compact, connect, writing
from reportedly.store.forgetting import erase, refuse_forgotten, tombstones
from reportedly.store.index import Index
from reportedly.store.lists import Lists
from reportedly.store.numbering import numbers
from reportedly.store.queries import (
    add,
    add_one,
    dated,
    has,
    newest_readings,
    numbered,
    parts,
    plain,
    some_of,
)
from reportedly.store.queue import Queue
from reportedly.store.rows import decision_row, fingerprint, reading_rows, report_row
from reportedly.store.schema import prepare
from reportedly.store.search import Found, index_words, matching_reports, says, words_of
from reportedly.store.settings import Settings

Amend = Callable[[Reading], Reading]  # with what people made of its words


class Store:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.derived = Derived(engine)
        self.beliefs = Beliefs(engine)
        self.index = Index(engine)
        self.settings = Settings(engine)
        self.queue = Queue(engine)
        self.lists = Lists(engine)
        self.coded = CodedFiles(engine)

    @classmethod
    def open(cls, url: str) -> Self:
        """See :func:`reportedly.store.open_store`."""
        engine = connect(url)
        prepare(engine)
        return cls(engine)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def url(self) -> str:
        """The address that opens it again."""
        return self._engine.url.render_as_string(hide_password=False)

    def close(self) -> None:
        self._engine.dispose()

    # What comes in

    def add_received(self, received: Received) -> bool:
        """Keep a report and the bytes it came from. False if it was here already.

        Raises ForgottenReport for one that was erased, under whatever name.
        """
        report = received.report
        with self._writing() as connection:
            refuse_forgotten(connection, report)
            if has(connection, tables.reports, report.id):
                return False
            if report.original and not has(connection, tables.originals, report.original):
                kept = {"media_type": received.media_type, "data": received.data}
                add(connection, tables.originals, [{"sha256": report.original, **kept}])
            add(connection, tables.reports, [report_row(report)])
            index_words(connection, report.id)
        return True

    def add_reading(self, reading: Reading) -> bool:
        """Keep a reading of a stored report. False if its newest reading found the same.

        Raises UnknownRecord if the report is not stored, EvidenceMismatch for a quote that is not
        in it.
        """
        report = self.report(reading.report.id)
        found = fingerprint(reading)
        for evidence in reading.evidence():
            evidence.check(report)
        with self._writing() as connection:
            refuse_forgotten(connection, report)
            newest = connection.execute(newest_readings(reports=[report.id])).first()
            if newest and (newest.extractor, newest.fingerprint) == (reading.extractor, found):
                return False
            head = {"report": report.id, "extractor": reading.extractor, "fingerprint": found}
            n = add_one(connection, tables.readings, head)
            before, highest = numbered(connection, report.id)
            given = numbers(reading.accounts, before, highest)
            rows: dict[Table, list[dict[str, Any]]] = {}
            for table, row in reading_rows(reading, given):
                rows.setdefault(table, []).append({"reading": n, **row})
            for table, many in rows.items():
                add(connection, table, many)
        return True

    def add_failures(self, failures: Iterable[Failure]) -> None:
        """Record inputs that became no report. The same failure is recorded once."""
        with self._writing() as connection:
            table = tables.failures.c
            for failure in failures:
                row = {"source": failure.source, "stage": failure.stage, "reason": failure.reason}
                same = [table[name] == value for name, value in row.items()]
                if not connection.execute(select(table.n).where(*same)).first():
                    add(connection, tables.failures, [row])

    def add_decision(
        self, decision: Decision, check: Callable[[Sequence[Decision]], None] | None = None
    ) -> bool:
        """Append a person's decision. False if it was here already.

        ``check`` is given every decision before it, when none can come between; it may raise.
        """
        with self._writing() as connection:
            if has(connection, tables.decisions, decision.id):
                return False
            if check is not None:
                rows = connection.execute(dated(tables.decisions, None))
                check([load.decision(row) for row in rows])
            add(connection, tables.decisions, [decision_row(decision)])
        return True

    def forget(self, report: str, reviewer: str, reason: str) -> None:
        """Erase what a report said and whatever quotes it. Safe to repeat. Raises UnknownRecord.

        What linking keeps of it goes with the next update; ``compact`` then rids the file of it.
        """
        with self._writing() as connection:
            erase(connection, report, reviewer, reason)

    def compact(self) -> None:
        """Write the database anew. Raises StoreError while another program has it open."""
        compact(self._engine)

    def take(self, step: Step, beliefs: Iterable[Belief]) -> bool:
        """Keep one step of what is derived, and what is believed now. False, and nothing kept, if
        another process has taken a step since the one that this one went on from.
        """
        with self._writing() as connection:
            if self.derived.progress(connection) != step.since:
                return False
            record(connection, beliefs)
            take(connection, step)
        return True

    # What is known

    def tombstones(self) -> list[Tombstone]:
        """The reports that were forgotten, in that order."""
        with self._engine.connect() as connection:
            return tombstones(connection)

    def has_reading(self, report: str, extractor: str) -> bool:
        """True if that extractor (name and version) made the newest reading, without failures."""
        with self._engine.connect() as connection:
            newest = connection.execute(newest_readings(reports=[report])).first()
            if newest is None or newest.extractor != extractor:
                return False
            failed = select(tables.failures.c.n).where(tables.failures.c.reading == newest.n)
            return connection.execute(failed).first() is None

    def report(self, id: str) -> Report:
        """Raises UnknownRecord."""
        with self._engine.connect() as connection:
            query = dated(tables.reports, None).where(tables.reports.c.id == id)
            row = connection.execute(query).first()
        if row is None:
            raise UnknownRecord(f"no report {id!r} in the store")
        return load.report(row)

    def reports(self, as_of: datetime | None = None) -> list[Report]:
        """In the order in which they were stored."""
        return [load.report(row) for row in self._all(tables.reports, as_of)]

    def original(self, sha256: str) -> bytes:
        """The bytes that a report was read from. Raises UnknownRecord."""
        table = tables.originals.c
        with self._engine.connect() as connection:
            data = connection.scalar(select(table.data).where(table.sha256 == sha256))
        if data is None:
            raise UnknownRecord(f"no original {sha256!r} in the store")
        return bytes(data)

    def readings(
        self, as_of: datetime | None = None, reports: Collection[str] | None = None
    ) -> list[Reading]:
        """The newest reading of every report, or of each of these, reports in stored order.

        Raises EvidenceMismatch if a stored quote does not stand in its report.
        """
        with self._engine.connect() as connection:
            asked = [None] if reports is None else some_of(reports)
            heads = [
                head for some in asked for head in connection.execute(newest_readings(as_of, some))
            ]
            texts = parts(dated(tables.reports, as_of), tables.reports.c.id, reports)
            printed = (load.report(row) for query in texts for row in plain(connection, query))
            found = {report.id: report for report in printed}
            order = {id: n for n, id in enumerate(found)}
            heads.sort(key=lambda head: order[head.report])
            return load.readings(connection, heads, found)

    def read_after(self, n: int) -> tuple[list[str], int]:
        """The reports that were read after the nth reading, and the number of the last reading."""
        table = tables.readings.c
        with self._engine.connect() as connection:
            last = connection.scalar(select(func.max(table.n))) or 0
            later = select(table.report).where(table.n > n, table.n <= last).distinct()
            return sorted(connection.scalars(later)), last

    def decided_after(self, n: int) -> tuple[list[Decision], int]:
        """The decisions stored after the nth, and the number of the last one."""
        table = tables.decisions
        with self._engine.connect() as connection:
            rows = connection.execute(select(table).where(table.c.n > n).order_by(table.c.n)).all()
        return [load.decision(row) for row in rows], (rows[-1].n if rows else n)

    def accounts(self, as_of: datetime | None = None) -> list[Account]:
        """The accounts of the current readings, by number: the oldest first."""
        given = self.index.numbers()
        found = [account for reading in self.readings(as_of) for account in reading.accounts]
        return sorted(found, key=lambda account: given[account.id])

    def statements(self, as_of: datetime | None = None) -> list[Statement]:
        return [statement for reading in self.readings(as_of) for statement in reading.statements]

    def decisions(self, as_of: datetime | None = None) -> list[Decision]:
        """Every decision, undone ones too, in the order in which they were stored."""
        return [load.decision(row) for row in self._all(tables.decisions, as_of)]

    def failures(self, as_of: datetime | None = None) -> list[Failure]:
        """Every failure on record, each once, those of superseded readings too."""
        found = (load.failure(row) for row in self._all(tables.failures, as_of))
        return list(dict.fromkeys(found))

    def search(self, query: str, limit: int = 50, amend: Amend = lambda read: read) -> Found:
        """Reports, and current statements as amended, that have all the words, in any order."""
        words = words_of(query)
        with self._engine.connect() as connection:
            ids = matching_reports(connection, words, limit)
        read = {reading.report.id: amend(reading) for reading in self.readings(reports=ids)}
        of = (read[id].statements for id in ids if id in read)
        said = [one for statements in of for one in statements if says(one, words)]
        return Found(tuple(self.report(id) for id in ids), tuple(said[:limit]))

    def _all(self, table: Table, as_of: datetime | None) -> Sequence[Row[Any]]:
        with self._engine.connect() as connection:
            return connection.execute(dated(table, as_of)).all()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        try:
            with writing(self._engine) as connection:
                yield connection
        except (DatabaseError, DBAPIError) as error:
            raise StoreError(f"{self._engine.url} cannot be written: {error.orig}") from error

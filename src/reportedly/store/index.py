"""What is where: the numbers and reports of accounts and claims, the names and days of reports."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import Engine, Row, Select, func, literal, select

from reportedly.records import Naming
from reportedly.store import tables
from reportedly.store.derived import Head
from reportedly.store.naming import namings
from reportedly.store.queries import FORGOTTEN, newest_readings, parts, plain, some_of, stamp


class Index:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def received_on(self, reports: Collection[str] | None = None) -> dict[str, date]:
        """The day (UTC) on which each report, or each of these, was stored, by report id."""
        table = tables.reports.c
        with self._engine.connect() as connection:
            return {
                row.id: datetime.fromisoformat(row.recorded_at).date()
                for query in parts(select(table.id, table.recorded_at), table.id, reports)
                for row in connection.execute(query)
            }

    def report_ids(
        self,
        as_of: datetime | None = None,
        day: date | None = None,
        among: Collection[str] | None = None,
    ) -> list[str]:
        """The reports stored at a moment, and those known on a day, in stored order. One that
        states no day was known on the day (UTC) on which it was stored. ``among``: only these.
        """
        table = tables.reports.c
        query = select(table.id).where(table.id.not_in(FORGOTTEN)).order_by(table.n)
        if as_of is not None:
            query = query.where(table.recorded_at <= stamp(as_of))
        if day is not None:
            known = func.coalesce(table.published, func.substr(table.recorded_at, 1, 10))
            query = query.where(known <= day.isoformat())
        return [id for some in parts(query, table.id, among) for id in self._ids(some)]

    def namings(self, reports: Collection[str], as_of: datetime | None = None) -> dict[str, Naming]:
        """What the newest reading of each of these reports says of names, by report id."""
        found: dict[str, Naming] = {}
        with self._engine.connect() as connection:
            for some in some_of(reports):
                found |= namings(connection, some, as_of)
        return {id: found[id] for id in reports if id in found}

    def last_change(self) -> datetime | None:
        """When a report, a reading, a decision or an erasure was last recorded; None: never."""
        recorded = (
            select(func.max(table.c.recorded_at))
            for table in (tables.reports, tables.readings, tables.decisions, tables.tombstones)
        )
        with self._engine.connect() as connection:
            found = [at for query in recorded if (at := connection.scalar(query))]
        return datetime.fromisoformat(max(found)) if found else None

    def last_reading(self) -> int:
        """The number of the last reading; 0: none."""
        with self._engine.connect() as connection:
            return connection.scalar(select(func.max(tables.readings.c.n))) or 0

    def last_decision(self) -> str | None:
        """The id of the last decision of the log."""
        table = tables.decisions.c
        with self._engine.connect() as connection:
            return connection.scalar(select(table.id).order_by(table.n.desc()).limit(1))

    def heads_of(self, accounts: Collection[str]) -> dict[str, Head]:
        """Number, report and place of accounts, those of superseded readings too, by their ids."""
        table = tables.accounts.c
        columns = select(table.id, table.number, table.report, table.place)
        with self._engine.connect() as connection:
            return {
                id: Head(number, id, 0, report, place)
                for query in parts(columns, table.id, accounts)
                for id, number, report, place in plain(connection, query)
            }

    def names_of(self, reports: Collection[str]) -> dict[str, tuple[int, str]]:
        """The place in stored order and the name of each of some reports."""
        table = tables.reports.c
        with self._engine.connect() as connection:
            return {
                row.id: (row.n, row.name)
                for query in parts(select(table.n, table.id, table.name), table.id, reports)
                for row in connection.execute(query)
            }

    def numbers(self, reports: Collection[str] | None = None) -> dict[str, int]:
        """The number of every account, or of those of some reports, by account id; those of
        superseded readings too.
        """
        table = tables.accounts.c
        with self._engine.connect() as connection:
            return {
                row.id: row.number
                for query in parts(select(table.id, table.number), table.report, reports)
                for row in connection.execute(query)
            }

    def numbers_of(self, ids: Collection[str]) -> dict[str, int]:
        """The number of each of these accounts, or of the account that each of these claims is
        of; other ids are left out.
        """
        return {id: row.number for id, row in self._accounts_of(ids).items()}

    def reports_of(self, ids: Collection[str]) -> dict[str, str]:
        """The report of each of these accounts or claims; other ids are left out."""
        return {id: row.report for id, row in self._accounts_of(ids).items()}

    def _accounts_of(self, ids: Collection[str]) -> dict[str, Row[Any]]:
        accounts, claims = tables.accounts.c, tables.claims.c
        of_account = select(accounts.id, accounts.number, accounts.report)
        of_claim = select(claims.id, accounts.number, accounts.report).join_from(
            tables.claims,
            tables.accounts,
            (accounts.reading == claims.reading) & (accounts.id == claims.account),
        )
        queries = (*parts(of_claim, claims.id, ids), *parts(of_account, accounts.id, ids))
        with self._engine.connect() as connection:
            return {row.id: row for query in queries for row in connection.execute(query)}

    def read_now(self, ids: Collection[str], as_of: datetime | None = None) -> dict[str, str]:
        """Those of these accounts, claims and statements that the newest readings at a moment
        have, each with its account; "" for a statement.
        """
        accounts, claims, said = tables.accounts.c, tables.claims.c, tables.statements.c
        readings = tables.readings.c
        columns = (
            (accounts.id, accounts.id.label("account"), accounts.reading),
            (claims.id, claims.account, claims.reading),
            (said.id, literal("").label("account"), said.reading),
        )
        with self._engine.connect() as connection:
            found = [
                row
                for id, account, reading in columns
                for query in parts(
                    select(
                        id.label("id"), account.label("account"), readings.n, readings.report
                    ).join(tables.readings, readings.n == reading),
                    id,
                    ids,
                )
                for row in connection.execute(query)
            ]
            newest = {
                row.n
                for some in some_of(dict.fromkeys(row.report for row in found))
                for row in connection.execute(newest_readings(as_of, some))
            }
        return {row.id: row.account for row in found if row.n in newest}

    def told_now(
        self, reports: Collection[str], as_of: datetime | None = None
    ) -> dict[str, list[str]]:
        """The accounts of each of these reports in its newest reading at a moment."""
        accounts = tables.accounts.c
        found: dict[str, list[str]] = {}
        with self._engine.connect() as connection:
            for some in some_of(dict.fromkeys(reports)):
                newest = newest_readings(as_of, some).with_only_columns(tables.readings.c.n)
                query = select(accounts.report, accounts.id).where(accounts.reading.in_(newest))
                for row in connection.execute(query.order_by(accounts.n)):
                    found.setdefault(row.report, []).append(row.id)
        return found

    def numbered_now(
        self, numbers: Collection[int], as_of: datetime | None = None
    ) -> dict[int, str]:
        """The accounts with these numbers in the newest readings at a moment."""
        accounts = tables.accounts.c
        newest = newest_readings(as_of).with_only_columns(tables.readings.c.n)
        columns = select(accounts.number, accounts.id).where(accounts.reading.in_(newest))
        with self._engine.connect() as connection:
            return {
                row.number: row.id
                for query in parts(columns, accounts.number, numbers)
                for row in connection.execute(query)
            }

    def reports_named(self, name: str) -> list[str]:
        """The reports with that name, in stored order."""
        return self._ids(select(tables.reports.c.id).where(tables.reports.c.name == name))

    def reports_of_statement(self, id: str) -> list[str]:
        """The report of a statement, or nothing."""
        table = tables.statements.c
        return self._ids(select(table.report).where(table.id == id).distinct())

    def _ids(self, query: Select[tuple[str]]) -> list[str]:
        with self._engine.connect() as connection:
            return list(connection.scalars(query))

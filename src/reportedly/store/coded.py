"""Files of other coders: what was taken in, and which of their rows count at a moment or on a day.

Of several rows with one coder's id of an event the one taken in last counts; a row that a later
file lacks still counts, for that file may hold a part only. A file was known on the day on which it
was fetched, or else (UTC) taken in.
"""

import json
import pickle
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from tempfile import TemporaryFile
from typing import Any, Self

from sqlalchemy import Connection, Engine, Row, Select, delete, func, select, update

from reportedly.errors import ForgottenReport, UnknownRecord
from reportedly.records import Coded, CodedFile, CodedRow, Failure
from reportedly.records.codec import build, plain
from reportedly.store import tables
from reportedly.store.coded_tables import coded_files, coded_rows
from reportedly.store.dialect import writing
from reportedly.store.queries import add, add_one, some_of, stamp

_AT_ONCE = 2_000  # rows written or fetched together


@dataclass(frozen=True, slots=True)
class AsOf:
    """What counts: all that is stored, what was at a ``moment``, or what was known on a ``day``."""

    moment: datetime | None = None
    day: date | None = None

    @classmethod
    def of(cls, time: date | datetime | None) -> Self:
        """A moment with its time, or a day without."""
        if isinstance(time, datetime):
            return cls(moment=time)
        return cls(day=time)


NOW = AsOf()


class CodedFiles:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, file: CodedFile, rows: Iterable[CodedRow], failed: Iterable[Failure]) -> bool:
        """Keep a file with its rows and what could not be taken, whole or not at all.

        All rows are taken from where they come before anything is written, and set aside on disk:
        the store is locked for the writing alone. False if this coder's file, read in this way, is
        here. Raises ForgottenReport for a file that was forgotten.
        """
        packed = (_row(row, file) for row in rows)
        with _set_aside(packed) as aside, writing(self._engine) as connection:
            if self._known(connection, file):
                return False
            n = add_one(connection, coded_files, _file_row(file))
            for some in some_of(aside, _AT_ONCE):
                add(connection, coded_rows, [{**row, "file": n} for row in some])
            for few in some_of(failed, _AT_ONCE):
                add(connection, tables.failures, [_failure(one) for one in few])
        return True

    def files(self, as_of: AsOf = NOW) -> list[CodedFile]:
        """Those that count, in the order of taking in."""
        with self._engine.connect() as connection:
            return [_file(row) for row in connection.execute(_counting(select(coded_files), as_of))]

    def has(self, file: CodedFile) -> bool:
        """True if it is here. Raises ForgottenReport."""
        with self._engine.connect() as connection:
            return self._known(connection, file)

    def sizes(self) -> dict[str, int]:
        """How many rows each file has, by its id."""
        row = coded_rows.c
        query = (
            select(coded_files.c.id, func.count())
            .join_from(coded_files, coded_rows, row.file == coded_files.c.n)
            .group_by(coded_files.c.id)
        )
        with self._engine.connect() as connection:
            return {id: int(count) for id, count in connection.execute(query)}

    def rows(
        self,
        as_of: AsOf = NOW,
        *,
        coder: str | None = None,
        days: tuple[date, date] | None = None,
    ) -> Iterator[CodedRow]:
        """The rows that count, in stored order. ``days``: with a day among these, both included."""
        row = coded_rows.c
        with self._engine.connect() as connection:
            found = connection.execute(_counting(select(coded_files), as_of)).all()
            ids = {file.n: file.id for file in found}
            query = _newest(ids)
            if coder is not None:
                query = query.where(row.coder == coder)
            if days is not None:
                first, last = (day.isoformat() for day in days)
                query = query.where(row.earliest <= last, row.latest >= first)
            streamed = query.order_by(row.n).execution_options(yield_per=_AT_ONCE)
            for one in connection.execute(streamed):
                yield CodedRow(
                    number=one.row,
                    event=build(Coded, json.loads(one.body)),
                    cells=tuple(json.loads(one.cells)),
                    coder=one.coder,
                    file=ids[one.file],
                )

    def forget(self, id: str, reviewer: str, reason: str) -> None:
        """Delete a file's rows, failures, name and map; its checksum stays. Safe to repeat.

        Raises UnknownRecord.
        """
        file = coded_files.c
        with writing(self._engine) as connection:
            row = connection.execute(select(coded_files).where(file.id == id)).first()
            if row is None:
                raise UnknownRecord(f"no file {id!r}; `reportedly coded --files` lists them")
            if row.forgotten_at:
                return
            connection.execute(delete(coded_rows).where(coded_rows.c.file == row.n))
            failed = tables.failures.c.source.startswith(f"{row.name} ", autoescape=True)
            connection.execute(delete(tables.failures).where(failed))
            blank = {"name": "", "columns": "[]", "map": None, "fetched": None}
            grave = {"reviewer": reviewer, "reason": reason}
            grave["forgotten_at"] = stamp(datetime.now(UTC))
            connection.execute(update(coded_files).where(file.n == row.n).values(**blank, **grave))

    def _known(self, connection: Connection, file: CodedFile) -> bool:
        row = coded_files.c
        same = select(coded_files).where((row.id == file.id) | (row.sha256 == file.sha256))
        found = connection.execute(same).all()
        gone = next((one for one in found if one.forgotten_at), None)
        if gone is not None:
            raise ForgottenReport(
                f"this file was forgotten on {gone.forgotten_at[:10]} by {gone.reviewer} "
                f"({gone.reason}); it is not taken in again"
            )
        return any(one.id == file.id for one in found)


@contextmanager
def _set_aside(rows: Iterable[dict[str, Any]]) -> Iterator[Iterator[dict[str, Any]]]:
    with TemporaryFile() as aside:
        many = 0
        for row in rows:
            pickle.dump(row, aside, pickle.HIGHEST_PROTOCOL)
            many += 1
        aside.seek(0)
        yield (pickle.load(aside) for _ in range(many))


def _counting(query: Select[Any], as_of: AsOf) -> Select[Any]:
    file = coded_files.c
    query = query.where(file.forgotten_at.is_(None)).order_by(file.n)
    if as_of.moment is not None:
        query = query.where(file.recorded_at <= stamp(as_of.moment))
    if as_of.day is not None:
        known = func.coalesce(file.fetched, func.substr(file.recorded_at, 1, 10))
        query = query.where(known <= as_of.day.isoformat())
    return query


def _newest(files: Collection[int]) -> Select[Any]:
    """Of the rows of these files the last of each coder's id."""
    row, later = coded_rows.c, coded_rows.alias("later")
    newer = select(later.c.n).where(
        later.c.coder == row.coder,
        later.c.key == row.key,
        later.c.file > row.file,
        later.c.file.in_(files),
    )
    return select(coded_rows).where(row.file.in_(files), ~newer.exists())


def _file_row(file: CodedFile) -> dict[str, Any]:
    return {
        "id": file.id,
        "name": file.name,
        "format": file.format,
        "coder": file.coder,
        "sha256": file.sha256,
        "columns": json.dumps(file.columns, ensure_ascii=False),
        "fetched": plain(file.fetched),
        "map": file.map,
    }


def _row(row: CodedRow, file: CodedFile) -> dict[str, Any]:
    event, when = row.event, row.event.when
    return {
        "row": row.number,
        "coder": file.coder,
        "key": event.key,
        "earliest": plain(when.earliest) if when else None,
        "latest": plain(when.latest) if when else None,
        "country_code": event.place.country_code if event.place else None,
        "body": json.dumps(plain(event), ensure_ascii=False, separators=(",", ":")),
        "cells": json.dumps(row.cells, ensure_ascii=False, separators=(",", ":")),
    }


def _failure(one: Failure) -> dict[str, Any]:
    return {"source": one.source, "stage": one.stage, "reason": one.reason}


def _file(row: Row[Any]) -> CodedFile:
    return CodedFile(
        id=row.id,
        name=row.name,
        format=row.format,
        coder=row.coder,
        sha256=row.sha256,
        columns=tuple(json.loads(row.columns)),
        fetched=date.fromisoformat(row.fetched) if row.fetched else None,
        map=row.map,
        taken_at=datetime.fromisoformat(row.recorded_at),
    )

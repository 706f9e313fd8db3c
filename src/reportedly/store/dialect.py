"""The only file that asks which database this is."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, MetaData, Table, create_engine, event, func, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from reportedly.errors import StoreError

BUSY_MS = 30_000  # how long one process waits for another to finish writing
_PATIENCE_MS = 2_000  # how long for others to leave before the file is written anew
_NOT_OURS = ("alembic_version", "report_words", "sqlite_")
_LOCK = 7_265_706  # any fixed number: one writer at a time, where the database has many


def connect(url: str) -> Engine:
    """An engine for that address. Raises StoreError for an address of another form."""
    try:
        engine = create_engine(make_url(url))
    except (ArgumentError, NoSuchModuleError) as error:
        raise StoreError(f"{url!r} is no database address: write sqlite:///file.db") from error
    except ModuleNotFoundError as error:
        raise StoreError(f"{url!r} needs the package {error.name}: install it") from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, record: object) -> None:
    connection.isolation_level = None  # transactions begin where this file says so
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes its lock at once: one that read first could not upgrade and would fail.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction of the only writer; readers go on reading what was there before."""
    with engine.execution_options(writes=True).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        yield connection


@contextmanager
def unchanging(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees one moment of the store, however long it reads."""
    if engine.dialect.name == "postgresql":
        engine = engine.execution_options(isolation_level="REPEATABLE READ")
    with engine.begin() as connection:
        yield connection


@contextmanager
def created(engine: Engine) -> Iterator[None]:
    """Leave no new file behind where making a store in it failed."""
    name = engine.url.database if engine.dialect.name == "sqlite" else None
    new = bool(name) and not Path(name or "").exists()
    try:
        yield
    except BaseException:
        if new:
            engine.dispose()
            for ending in ("", "-wal", "-shm"):
                Path(f"{name}{ending}").unlink(missing_ok=True)
        raise


def tables_of(connection: Connection) -> MetaData:
    """The tables that hold what the store holds: none that the database keeps for itself."""
    found = MetaData()
    found.reflect(connection, only=lambda name, _: not name.startswith(_NOT_OURS))
    return found


def renumber(connection: Connection, table: Table) -> None:
    """Have numbers go on after the rows that brought theirs with them."""
    if connection.dialect.name == "postgresql" and "n" in table.c:
        sequence = func.pg_get_serial_sequence(table.name, "n")
        connection.execute(select(func.setval(sequence, func.max(table.c.n))))


def index_all_words(connection: Connection) -> None:
    """Make the full-text index over reports anew, where there is one."""
    if has_word_index(connection):
        connection.execute(text("INSERT INTO report_words(report_words) VALUES ('rebuild')"))


def has_word_index(connection: Connection) -> bool:
    """True if the full-text index over reports is there (SQLite built with FTS5)."""
    if connection.dialect.name != "sqlite":
        return False
    return (
        connection.execute(text("SELECT 1 FROM sqlite_master WHERE name = 'report_words'")).first()
        is not None
    )


def compact(engine: Engine) -> None:
    """Write the database anew, so that no free page and no log keeps what was erased.

    Raises StoreError while another program has the store open.
    """
    if engine.dialect.name != "sqlite":
        with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            connection.execute(text("VACUUM FULL"))
        return
    raw = engine.raw_connection()
    raw.detach()  # no other use shares its patience
    try:
        cursor = raw.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        row = cursor.fetchone()
        busy = row is not None and row[0]
    except Exception as error:
        raise StoreError(f"erased, but its words may remain in free pages: {error}") from error
    finally:
        raw.close()
    if busy:
        raise StoreError("erased, but another program has the store open and its words may remain "
                         "in the log: close that program and repeat the command")  # fmt: skip

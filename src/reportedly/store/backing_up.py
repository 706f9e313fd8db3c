"""A whole store into one file, and back: the same lists, history and numbers, in any database.

Every table is carried, the derived ones too. What was believed at a moment is history that no
rule can make again; linking's own rows could be made again, but then the first look at a restored
store would wait for it. ``rebuild`` makes them anew for whoever trusts only the readings.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, insert, inspect, select
from sqlalchemy.exc import SQLAlchemyError

from reportedly import __version__
from reportedly.errors import StoreError
from reportedly.store.backup_file import BackupFile, Manifest, opened, write
from reportedly.store.dialect import (
    connect,
    created,
    index_all_words,
    renumber,
    tables_of,
    unchanging,
    writing,
)
from reportedly.store.queries import some_of
from reportedly.store.schema import NEWEST, prepare, upgrade

Progress = Callable[[str, int], None]  # the table, and how many rows are done
_AT_ONCE = 500  # rows in memory


def back_up(url: str, file: Path, progress: Progress | None = None) -> Manifest:
    """Write all that a store holds at this moment into a new file.

    Raises StoreError for a file that exists, or a store that cannot be opened.
    """
    engine = connect(url)
    prepare(engine)
    show = _counting(progress)
    with unchanging(engine) as connection:
        kept = tables_of(connection).sorted_tables
        tables = ((t.name, show(t.name, _rows(connection, t))) for t in kept)
        manifest = write(file, __version__, NEWEST, tables)
    engine.dispose()
    return manifest


def _rows(connection: Connection, table: Table) -> Iterator[dict[str, Any]]:
    query = select(table).order_by(*table.primary_key).execution_options(yield_per=_AT_ONCE)
    return (dict(row) for row in connection.execute(query).mappings())


def restore(file: Path, url: str, progress: Progress | None = None) -> Manifest:
    """Make a store of a backup, and bring it to today's form: all of it, or nothing.

    Raises DamagedBackup, and StoreError for a database that holds anything.
    """
    with opened(file) as backup:
        engine = connect(url)
        try:
            with created(engine), writing(engine) as connection:
                _fill(connection, backup, _counting(progress))
        except SQLAlchemyError as error:
            raise StoreError(f"{url} cannot be restored from {file}: {error}") from error
        finally:
            engine.dispose()
    return backup.manifest


def _fill(connection: Connection, backup: BackupFile, show: "_Counting") -> None:
    if inspect(connection).get_table_names():
        raise StoreError(
            f"{connection.engine.url} holds a store already: name a new one with --into"
        )
    step = backup.manifest.step
    upgrade(connection, step)
    found = tables_of(connection)
    if other := backup.manifest.tables.keys() ^ found.tables.keys():
        raise StoreError(f"a store of step {step} has other tables: {', '.join(sorted(other))}")
    for table in found.sorted_tables:
        for some in some_of(show(table.name, backup.rows(table.name)), _AT_ONCE):
            connection.execute(insert(table), [dict(row) for row in some])
        renumber(connection, table)
    index_all_words(connection)
    if step != NEWEST:
        upgrade(connection)


_Counting = Callable[[str, Iterable[Any]], Iterator[Any]]


def _counting(progress: Progress | None) -> _Counting:
    """Pass rows on, and say now and then how many there were."""
    done = 0

    def show(name: str, rows: Iterable[Any]) -> Iterator[Any]:
        nonlocal done
        for row in rows:
            yield row
            done += 1
            if progress is not None and done % _AT_ONCE == 0:
                progress(name, done)

    return show

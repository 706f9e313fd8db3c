"""A file of another coder into the store, and out of it again.

Each row is read, located and kept, or recorded as failed. Safe to repeat.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from reportedly.coded.choosing import check
from reportedly.coded.located import Located
from reportedly.errors import UnusableRow
from reportedly.plugins import Importer, Names
from reportedly.read.naming import printable
from reportedly.read.tables import Table, digest, open_table
from reportedly.records import CodedFile, CodedRow, Failure, content_id
from reportedly.store.store import Store

Progress = Callable[[str], None]  # told the name of the file for each row that is done


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """How a file is to be read, and what the person says of it."""

    importer: Importer
    coder: str
    sheet: str | None = None  # of a workbook
    fetched: date | None = None
    map: str | None = None


@dataclass(slots=True)
class TakenIn:
    file: CodedFile
    rows: int = 0
    known: bool = False  # it was here before, and nothing was added
    failures: list[Failure] = field(default_factory=list)


def take_in(
    path: Path, store: Store, names: Names, taking: Taking, progress: Progress | None = None
) -> TakenIn:
    """Raises UnreadableSource for a file that is no table of the format, ForgottenReport for one
    that was forgotten.
    """
    sha256 = digest(path)
    with open_table(path, taking.sheet) as table:
        check(taking.importer, table.columns, printable(path.name))
        told = (taking.coder, taking.importer.name, sha256, taking.map or "", taking.sheet or "")
        file = CodedFile(
            id=content_id("file", *told),
            name=printable(path.name),
            format=taking.importer.name,
            coder=taking.coder,
            sha256=sha256,
            columns=table.columns,
            fetched=taking.fetched,
            map=taking.map,
        )
        taken = TakenIn(file)
        if store.coded.has(file):
            taken.known = True
            return taken
        rows = _read(table, taken, taking.importer, Located(names), progress or _unwatched)
        taken.known = not store.coded.add(file, rows, taken.failures)
    return taken


def forget_file(store: Store, file: str, reviewer: str, reason: str) -> None:
    """Erase a file of another coder for good. Raises UnknownRecord, or StoreError while another
    program has the store open: repeat it then.
    """
    store.coded.forget(file, reviewer, reason)
    store.compact()


def _read(
    table: Table, taken: TakenIn, importer: Importer, located: Located, progress: Progress
) -> Iterator[CodedRow]:
    """The rows that can be taken; the others are among the failures."""
    first: dict[str, int] = {}  # where each id stands
    for row in table.rows:
        progress(taken.file.name)
        if isinstance(row, Failure):
            taken.failures.append(row)
            continue
        try:
            event = located(importer.read(dict(zip(table.columns, row.cells, strict=True))))
            if event.key in first:
                raise UnusableRow(f"has the id {event.key[:40]!r} of row {first[event.key]}")
        except UnusableRow as error:
            source = f"{taken.file.name} row {row.number}"
            taken.failures.append(Failure(source, "import", str(error)))
            continue
        first[event.key] = row.number
        taken.rows += 1
        yield CodedRow(number=row.number, event=event, cells=row.cells)


def _unwatched(name: str) -> None:
    """Nobody looks on."""

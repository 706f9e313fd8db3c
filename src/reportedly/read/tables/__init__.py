"""Tables of other people's data, row by row: .csv and its like, .xlsx.

Rows come as text, as they stand in the file; what a table cannot be trusted in is a Failure with
the row it concerns, and the other rows go on. Memory holds one row (and, of .xlsx, the texts that
cells share).
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, NamedTuple

from reportedly.errors import UnreadableSource
from reportedly.read.limits import Limits
from reportedly.read.naming import printable
from reportedly.records import Failure

_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_PIECE = 1 << 20


class Row(NamedTuple):
    """``number``: of its first line in a text file, of the row in a sheet."""

    number: int
    cells: tuple[str, ...]  # as many as there are columns


@dataclass(frozen=True, slots=True)
class Table:
    """``rows`` is to be read once, and while the table is open."""

    columns: tuple[str, ...]
    rows: Iterator[Row | Failure]


@contextmanager
def open_table(
    path: Path,
    sheet: str | None = None,
    limits: Limits = Limits(),  # noqa: B008 (frozen)
) -> Iterator[Table]:
    """The table in a file. ``sheet``: of a workbook; else its first.

    Raises UnreadableSource, with the file's name, where it is no table.
    """
    name = printable(path.name)
    with ExitStack() as stack:
        stream = stack.enter_context(path.open("rb"))
        try:
            table = _opened(stack, stream, name, sheet, limits)
        except UnreadableSource as error:
            raise UnreadableSource(f"{name} {error}") from None
        yield table


def _opened(
    stack: ExitStack, stream: BinaryIO, name: str, sheet: str | None, limits: Limits
) -> Table:
    head = stream.read(4)
    stream.seek(0)
    if head == _OLD_EXCEL:
        raise UnreadableSource("is an old or a locked Excel file: save it as .xlsx or CSV UTF-8")
    if head == _ZIP:
        from reportedly.read.tables.workbook import read_workbook

        return stack.enter_context(read_workbook(stream, name, sheet, limits))
    if sheet is not None:
        raise UnreadableSource("is no workbook: it has no sheets")
    from reportedly.read.tables.delimited import read_delimited

    return read_delimited(stream, name, limits)


def digest(path: Path) -> str:
    """SHA-256 of a file's bytes."""
    found = sha256()
    with path.open("rb") as stream:
        while piece := stream.read(_PIECE):
            found.update(piece)
    return found.hexdigest()


def distinct(columns: list[str], most: int) -> tuple[str, ...]:
    """The names of columns, each once. Raises UnreadableSource where a row is no header."""
    while columns and not columns[-1].strip():
        columns.pop()
    names = [column.strip() for column in columns]
    if len(names) > most:
        raise UnreadableSource(f"has {len(names):,} columns; at most {most:,} are read")
    if not any(names):
        raise UnreadableSource("is empty")
    twice = sorted({name for name in names if name and names.count(name) > 1})
    if twice:
        raise UnreadableSource(f"has more than one column named {', '.join(twice[:5])}")
    return tuple(names)

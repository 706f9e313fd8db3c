"""Two releases, or two files of anyone's, compared; workbooks are read as importers read them."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from reportedly.diff import Comparison, compare
from reportedly.diff.table import Row, Table, table
from reportedly.read.tables import open_table
from reportedly.records import Failure


def compared(
    old: Path,
    new: Path,
    *,
    key: Sequence[str] = (),
    ignored: Sequence[str] = (),
    only: Collection[str] = (),
    examples: int = 5,
) -> Comparison:
    """As :func:`reportedly.diff.compare`, of ``.xlsx`` files too: the first sheet, or ``only``."""
    return compare(old, new, key=key, ignored=ignored, only=only, examples=examples, sheet=_sheet)


def _sheet(path: Path, name: str | None) -> Table:
    """One sheet of a workbook. A row that holds a cell without a value is noted and left out."""
    opened = ExitStack()
    found = opened.enter_context(open_table(path, name))

    def rows() -> Iterator[tuple[int, Row]]:
        with opened:
            for row in found.rows:
                if isinstance(row, Failure):
                    made.notes.add(f"rows that cannot be compared: {row.reason}", row.source)
                else:
                    yield row.number, list(row.cells)

    made = table(found.columns, rows(), "row")
    return made

"""``parquet/``: the tidy tables as Parquet files. Needs ``pip install reportedly[parquet]``."""

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportedly.export.extra import needed
from reportedly.export.flat import Kind
from reportedly.export.harmless import Cell
from reportedly.export.lost import Lost
from reportedly.export.rows import Row
from reportedly.export.tables import TABLES
from reportedly.export.tidy import tidy
from reportedly.plugins import Released

if TYPE_CHECKING:
    import pyarrow

_AT_ONCE = 5_000  # rows of one row group


_DATES = {
    name: [column.name for column in table.columns if column.kind == "date"]
    for name, table in TABLES.items()
}


class ParquetExporter:
    name = "parquet"

    def __init__(self) -> None:
        needed("pyarrow", "parquet")
        self._lost = Lost()

    def write(self, released: Released, folder: Path) -> Sequence[Path]:
        import pyarrow.parquet

        home = folder / "parquet"
        home.mkdir(parents=True, exist_ok=True)
        paths = {name: home / f"{name}.parquet" for name in TABLES}
        held: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
        schemas = {name: _schema(name) for name in TABLES}
        with ExitStack() as opened:
            writers = {
                name: opened.enter_context(pyarrow.parquet.ParquetWriter(path, schemas[name]))
                for name, path in paths.items()
            }

            def out(name: str) -> None:
                batch = pyarrow.RecordBatch.from_pylist(held[name], schemas[name])
                writers[name].write_batch(batch)
                held[name].clear()

            for some in tidy(released, _typed, self._lost):
                for name, row in some:
                    held[name].append(row)
                    if len(held[name]) == _AT_ONCE:
                        out(name)
            for name in TABLES:
                out(name)
        return list(paths.values())

    def lost(self) -> Sequence[str]:
        return self._lost.lines()


def _typed(rows: Iterable[tuple[str, Row]], lost: Lost) -> list[tuple[str, dict[str, Any]]]:
    """The rows with days in place of words for them."""
    return [(name, {**row, **{n: _day(row.get(n)) for n in _DATES[name]}}) for name, row in rows]


def _day(cell: Cell) -> date | None:
    return date.fromisoformat(cell) if isinstance(cell, str) else None


def _schema(name: str) -> "pyarrow.Schema":
    import pyarrow

    types: dict[Kind, Any] = {
        "string": pyarrow.string(),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
        "date": pyarrow.date32(),
    }
    return pyarrow.schema(
        [
            pyarrow.field(c.name, types[c.kind], metadata={"description": c.help})
            for c in TABLES[name].columns
        ],
        metadata={"description": TABLES[name].help},
    )

"""``csv/``: the tidy tables as CSV files, with a Frictionless Data Package that describes them."""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from io import StringIO
from pathlib import Path
from typing import Any, TextIO

from reportedly.export.flat import MARKED, Column, row_name
from reportedly.export.harmless import Cell, harmless_words
from reportedly.export.lost import Lost
from reportedly.export.rows import Row
from reportedly.export.tables import TABLES, Table
from reportedly.export.tidy import tidy
from reportedly.plugins import Released

_NAMES = {name: [column.name for column in table.columns] for name, table in TABLES.items()}
_BOOLEANS = {
    name: [place for place, column in enumerate(table.columns) if column.kind == "boolean"]
    for name, table in TABLES.items()
}


class CsvExporter:
    name = "csv"

    def __init__(self) -> None:
        self._lost = Lost()

    def write(self, released: Released, folder: Path) -> Sequence[Path]:
        home = folder / "csv"
        home.mkdir(parents=True, exist_ok=True)
        paths = {name: home / f"{name}.csv" for name in TABLES}
        with ExitStack() as opened:
            # With a byte-order mark, without which Excel reads UTF-8 as another encoding.
            files = {
                name: opened.enter_context(path.open("w", encoding="utf-8-sig", newline=""))
                for name, path in paths.items()
            }
            for name, file in files.items():
                _writer(file).writerow(_NAMES[name])
            for made in tidy(released, _lines, self._lost):
                for name, lines in made.items():
                    files[name].write(lines)
        described = home / "datapackage.json"
        described.write_text(
            json.dumps(package(released), indent=2, ensure_ascii=False) + "\n",
            encoding="utf-8",
            newline="\n",
        )
        return [*paths.values(), described]

    def lost(self) -> Sequence[str]:
        return self._lost.lines()


def _writer(file: TextIO) -> Any:
    return csv.writer(file, lineterminator="\r\n")


def _lines(rows: Iterable[tuple[str, Row]], lost: Lost) -> dict[str, str]:
    """The lines of each table."""
    files: dict[str, list[list[Cell]]] = {}
    for table, row in rows:
        files.setdefault(table, []).append(_safe(table, row, lost))
    return {table: _written(cells) for table, cells in files.items()}


def _written(rows: Iterable[Sequence[Cell]]) -> str:
    file = StringIO()
    _writer(file).writerows(rows)
    return file.getvalue()


def _safe(table: str, row: Row, lost: Lost) -> list[Cell]:
    """The cells in order. The data package writes true and false in small letters."""
    cells = list(map(row.get, _NAMES[table]))
    safe = [harmless_words(cell) if isinstance(cell, str) else cell for cell in cells]
    if safe != cells:
        for name, made, cell in zip(_NAMES[table], safe, cells, strict=True):
            if made != cell:
                lost.note(MARKED, f"{name} of {table} {row_name(row)}")
    for place in _BOOLEANS[table]:
        if safe[place] is not None:
            safe[place] = str(safe[place]).lower()
    return safe


def package(released: Released) -> dict[str, Any]:
    """The descriptor (https://specs.frictionlessdata.io/tabular-data-package, version 1)."""
    book = released.codebook
    return {
        "profile": "tabular-data-package",
        "name": "reportedly-incidents",
        "title": "Incidents, and who reported what",
        "description": (
            f"Counts chosen by {released.rule or 'the rule of each field'}; codebook {book.name} "
            f"{book.version}; as of {released.as_of or 'all that is stored'}. An empty cell means "
            "that no report states it; it never means zero. Text that a spreadsheet would run has "
            "an apostrophe before it."
        ),
        "resources": [_resource(table) for table in TABLES.values()],
    }


def _resource(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column, table) for column in table.columns],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = table.key
    schema["foreignKeys"] = [
        {
            "fields": column,
            "reference": {"resource": "" if other == table.name else other, "fields": "id"},
        }
        for column, other in table.refers.items()
    ]
    if not schema["foreignKeys"]:
        del schema["foreignKeys"]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": table.help,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "dialect": {"lineTerminator": "\r\n"},
        "schema": schema,
    }


def _field(column: Column, table: Table) -> Mapping[str, Any]:
    described: dict[str, Any] = {
        "name": column.name,
        "type": column.kind,
        "description": column.help,
    }
    if column.name == table.key:
        described["constraints"] = {"required": True, "unique": True}
    return described

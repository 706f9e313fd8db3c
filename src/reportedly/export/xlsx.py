"""``incidents.xlsx``: the tables that people read, as sheets: typed cells, filters, frozen header.

Text is written as text and marked so (what a leading apostrophe does in Excel), so that nothing
runs and every cell keeps its own words.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from reportedly.export.flat import Column, row_name
from reportedly.export.harmless import harmless, visible
from reportedly.export.lost import Lost
from reportedly.export.rows import rows
from reportedly.export.tables import TABLES
from reportedly.plugins import Released

# Programs join claims, evidence and links; they have csv and parquet.
SHEETS = ("incidents", "counts", "statements", "sources", "decisions")
_MOST_ROWS = 1_048_575  # below the header, by the format
_MOST_CHARACTERS = 32_767  # in a cell, by the format
_FIRST_DAY = date(1900, 3, 1)  # Excel takes 1900 for a leap year: earlier days are text
_WIDTHS = {"string": 22, "integer": 9, "number": 10, "boolean": 9, "date": 12}
_WIDE = {"content": 60, "quote": 60, "title": 48, "help": 80, "reason": 48}


class XlsxExporter:
    name = "xlsx"

    def __init__(self) -> None:
        self._lost = Lost()

    def write(self, released: Released, folder: Path) -> Sequence[Path]:
        from xlsxwriter import Workbook

        path = folder / "incidents.xlsx"
        options = {"constant_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
        with Workbook(path, options) as book:
            # A fixed moment, so that the same release gives the same bytes.
            book.set_properties({"title": "Incidents", "created": datetime(2000, 1, 1)})
            self._fill(book, released)
        return [path]

    def lost(self) -> Sequence[str]:
        return self._lost.lines()

    def _fill(self, book: Any, released: Released) -> None:
        head = book.add_format({"bold": True, "bottom": 1, "bg_color": "#EEF1F4"})
        styles = {
            "date": book.add_format({"num_format": "yyyy-mm-dd"}),
            "text": book.add_format({"quote_prefix": True}),
        }
        sheets = {name: book.add_worksheet(name) for name in SHEETS}
        for name, sheet in sheets.items():
            for n, column in enumerate(TABLES[name].columns):
                sheet.set_column(n, n, _WIDE.get(column.name, _WIDTHS[column.kind]))
                sheet.write_string(0, n, column.name, head)
            sheet.freeze_panes(1, 1)
        filled: Counter[str] = Counter()
        for name, row in rows(released, self._lost):
            if name not in sheets:
                self._lost.note(f"rows of `{name}`, which csv and parquet have", row_name(row))
                continue
            if filled[name] == _MOST_ROWS:
                self._lost.note(f"rows of {name} beyond what a sheet can hold", row_name(row))
                continue
            filled[name] += 1
            self._put(sheets[name], filled[name], TABLES[name].columns, row, styles)
        for name, sheet in sheets.items():
            sheet.autofilter(0, 0, filled[name], len(TABLES[name].columns) - 1)
        _about(book, released, head)

    def _put(
        self,
        sheet: Any,
        n: int,
        columns: Sequence[Column],
        row: Mapping[str, Any],
        styles: Mapping[str, Any],
    ) -> None:
        for place, column in enumerate(columns):
            cell = row.get(column.name)
            if cell is None:
                continue
            if isinstance(cell, bool):
                sheet.write_boolean(n, place, cell)
            elif isinstance(cell, int | float):
                sheet.write_number(n, place, cell)
            elif column.kind == "date" and date.fromisoformat(cell) >= _FIRST_DAY:
                day = datetime.combine(date.fromisoformat(cell), datetime.min.time())
                sheet.write_datetime(n, place, day, styles["date"])
            else:
                self._text(sheet, n, place, cell, styles, f"{column.name} of {row_name(row)}")

    def _text(
        self, sheet: Any, n: int, place: int, cell: str, styles: Mapping[str, Any], where: str
    ) -> None:
        text = visible(cell)
        if text != cell:
            self._lost.note("cells with control characters, which show their code", where)
        if len(text) > _MOST_CHARACTERS:
            self._lost.note("cells cut to the longest that the format allows", where)
            text = text[: _MOST_CHARACTERS - 1] + "…"
        runs = harmless(text) != text
        sheet.write_string(n, place, text, styles["text"] if runs else None)


def _about(book: Any, released: Released, head: Any) -> None:
    """A last sheet that says what each column means."""
    sheet = book.add_worksheet("about")
    version = f"{released.codebook.name} {released.codebook.version}"
    facts = [
        ("rule for figures", released.rule or "the rule of each field"),
        ("codebook", version),
        ("as of", str(released.as_of or "all that is stored")),
        ("empty cells", "no report states it; never zero"),
    ]
    n = 0
    for n, (what, value) in enumerate(facts):
        sheet.write_string(n, 0, what, head)
        sheet.write_string(n, 2, value)
    sheet.set_column(0, 1, 22)
    sheet.set_column(2, 2, 100)
    for table in (TABLES[name] for name in SHEETS):
        n += 2
        sheet.write_string(n, 0, table.name, head)
        sheet.write_string(n, 2, table.help)
        for column in table.columns:
            n += 1
            sheet.write_string(n, 1, column.name)
            sheet.write_string(n, 2, column.help)

"""``incidents.xlsx``: the tables that people read, as sheets: typed cells, filters, frozen header.

Text is written as text and marked so (what a leading apostrophe does in Excel), so that nothing
runs and every cell keeps its own words.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from reportedly.export.flat import Column, row_name
from reportedly.export.harmless import Cell, harmless, visible
from reportedly.export.lost import Lost
from reportedly.export.rows import Row
from reportedly.export.tables import TABLES
from reportedly.export.tidy import tidy
from reportedly.plugins import Released

# Programs join claims, evidence and links; they have csv and parquet.
SHEETS = ("incidents", "counts", "statements", "sources", "decisions")
_MOST_ROWS = 1_048_575  # below the header, by the format
_MOST_CHARACTERS = 32_767  # in a cell, by the format
_FIRST_DAY = date(1900, 3, 1)  # Excel takes 1900 for a leap year: earlier days are text
_WIDTHS = {"string": 22, "integer": 9, "number": 10, "boolean": 9, "date": 12}
_WIDE = {"content": 60, "quote": 60, "title": 48, "help": 80, "reason": 48}


# The place of a cell in its row, what it says, and how: a day, or text that would run.
Styled = tuple[int, Cell | datetime, str | None]


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
        for some in tidy(released, _cells, self._lost):
            for name, title, cells in some:
                if filled[name] == _MOST_ROWS:
                    self._lost.note(f"rows of {name} beyond what a sheet can hold", title)
                    continue
                filled[name] += 1
                _put(sheets[name], filled[name], cells, styles)
        for name, sheet in sheets.items():
            sheet.autofilter(0, 0, filled[name], len(TABLES[name].columns) - 1)
        _about(book, released, head)


def _cells(rows: Iterable[tuple[str, Row]], lost: Lost) -> list[tuple[str, str, list[Styled]]]:
    """Sheet, name of the row, and its cells that say something."""
    made = []
    for name, row in rows:
        if name in SHEETS:
            cells = [
                _styled(place, column, cell, row, lost)
                for place, column in enumerate(TABLES[name].columns)
                if (cell := row.get(column.name)) is not None
            ]
            made.append((name, row_name(row), cells))
        else:
            lost.note(f"rows of `{name}`, which csv and parquet have", row_name(row))
    return made


def _styled(place: int, column: Column, cell: Cell, row: Row, lost: Lost) -> Styled:
    if not isinstance(cell, str):
        return place, cell, None
    if column.kind == "date" and (day := date.fromisoformat(cell)) >= _FIRST_DAY:
        return place, datetime.combine(day, datetime.min.time()), "date"
    if harmless(cell) == cell and len(cell) <= _MOST_CHARACTERS:
        return place, cell, None
    text = visible(cell)
    if text != cell:
        where = f"{column.name} of {row_name(row)}"
        lost.note("cells with control characters, which show their code", where)
    if len(text) > _MOST_CHARACTERS:
        where = f"{column.name} of {row_name(row)}"
        lost.note("cells cut to the longest that the format allows", where)
        text = text[: _MOST_CHARACTERS - 1] + "…"
    return place, text, "text" if harmless(text) != text else None


def _put(sheet: Any, n: int, cells: Iterable[Styled], styles: Mapping[str, Any]) -> None:
    for place, cell, style in cells:
        if isinstance(cell, str):
            sheet.write_string(n, place, cell, styles[style] if style else None)
        elif isinstance(cell, bool):
            sheet.write_boolean(n, place, cell)
        elif isinstance(cell, datetime):
            sheet.write_datetime(n, place, cell, styles["date"])
        else:
            sheet.write_number(n, place, cell)


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

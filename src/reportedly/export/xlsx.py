"""``incidents.xlsx``: the tables that people read, as sheets: typed cells, filters, frozen header.

Text is written as text and marked so (what a leading apostrophe does in Excel), so that nothing
runs and every cell keeps its own words.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from reportedly.export import sheets
from reportedly.export.flat import Column, row_name
from reportedly.export.harmless import Cell, harmless_words, visible
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

_BESIDE = "rows of `{}`, which csv and parquet have"
Titled = tuple[str, str, str]  # sheet, name of the row, and the row


class XlsxExporter:
    name = "xlsx"

    def __init__(self) -> None:
        self._lost = Lost()

    def write(self, released: Released, folder: Path) -> Sequence[Path]:
        path, bare = folder / "incidents.xlsx", folder / "bare.xlsx"
        with sheets.rows_of(SHEETS) as rows:
            for some in tidy(released, _rows, self._lost):
                for name, title, row in some:
                    if rows.many[name] == _MOST_ROWS:
                        self._lost.note(f"rows of {name} beyond what a sheet can hold", title)
                    else:
                        rows.add(name, row)
            _write(bare, released, rows)
            rows.put(bare, path)
        bare.unlink()
        return [path]

    def lost(self) -> Sequence[str]:
        return self._lost.lines()


def _write(path: Path, released: Released, rows: sheets.Rows) -> None:
    """The workbook with one row in place of all that a sheet has: its last, in every style."""
    from xlsxwriter import Workbook

    with Workbook(path, {"constant_memory": True}) as book:
        # A fixed moment, so that the same release gives the same bytes.
        book.set_properties({"title": "Incidents", "created": datetime(2000, 1, 1)})
        head = book.add_format({"bold": True, "bottom": 1, "bg_color": "#EEF1F4"})
        styles = {
            sheets.DAY: book.add_format({"num_format": "yyyy-mm-dd"}),
            sheets.MARKED: book.add_format({"quote_prefix": True}),
        }
        for name in SHEETS:
            sheet, columns, last = book.add_worksheet(name), TABLES[name].columns, rows.many[name]
            for n, column in enumerate(columns):
                sheet.set_column(n, n, _WIDE.get(column.name, _WIDTHS[column.kind]))
                sheet.write_string(0, n, column.name, head)
            for n, style in enumerate((None, *rows.styles) if last else ()):
                sheet.write_string(last, n, "", styles[style] if style else None)
            sheet.freeze_panes(1, 1)
            sheet.autofilter(0, 0, last, len(columns) - 1)
        _about(book, released, head)


def _letters(place: int) -> str:
    """How a spreadsheet calls a column."""
    return (chr(64 + place // 26) if place >= 26 else "") + chr(65 + place % 26)


_COLUMNS = {
    name: [(column, _letters(place)) for place, column in enumerate(TABLES[name].columns)]
    for name in SHEETS
}


def _rows(rows: Iterable[tuple[str, Row]], lost: Lost) -> list[Titled]:
    made, beside = [], dict[str, list[Row]]()
    for name, row in rows:
        if name in _COLUMNS:
            cells = [
                _cell(column, letters, cell, row, lost)
                for column, letters in _COLUMNS[name]
                if (cell := row.get(column.name)) is not None
            ]
            made.append((name, row_name(row), sheets.row(cells)))
        elif name in beside:
            beside[name].append(row)
        else:
            beside[name] = []
            lost.note(_BESIDE.format(name), row_name(row))
    for name, some in beside.items():
        lost.note_of(_BESIDE.format(name), map(row_name, some), len(some))
    return made


def _cell(column: Column, letters: str, cell: Cell, row: Row, lost: Lost) -> str:
    if isinstance(cell, bool):
        return sheets.truth(letters, cell)
    if not isinstance(cell, str):
        return sheets.number(letters, cell or 0)
    if column.kind == "date" and (day := date.fromisoformat(cell)) >= _FIRST_DAY:
        return sheets.day(letters, day)
    if harmless_words(cell) == cell and not _too_long(cell):
        return sheets.words(letters, cell, False)
    text = visible(cell)
    if text != cell:
        where = f"{column.name} of {row_name(row)}"
        lost.note("cells with control characters, which show their code", where)
    if _too_long(text):
        where = f"{column.name} of {row_name(row)}"
        lost.note("cells cut to the longest that the format allows", where)
        text = _units(text)[: 2 * _MOST_CHARACTERS - 2].decode("utf-16-le", "ignore") + "…"
    return sheets.words(letters, text, harmless_words(text) != text)


def _too_long(text: str) -> bool:
    """The format counts as UTF-16 does, in which a character can be two."""
    return len(text) > _MOST_CHARACTERS // 2 and len(_units(text)) > 2 * _MOST_CHARACTERS


def _units(text: str) -> bytes:
    return text.encode("utf-16-le")


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

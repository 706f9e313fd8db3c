"""Rows made apart are what XlsxWriter makes of the same cells."""

from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from xlsxwriter import Workbook

from reportedly.export import sheets
from reportedly.export.harmless import visible

_WORDS = st.text(st.characters(exclude_categories=["Cs"])).map(visible) | st.sampled_from(
    ["", " a ", "a & b < c > d", '"quoted"', "two\nlines\r\n", "\r", "_x0041_", "\ufffe", "\tone"]
)
_CELLS = (
    st.booleans()
    | st.integers(-(10**15), 10**15)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.dates(date(1900, 3, 1))
    | _WORDS.filter(lambda text: not text.startswith("<r>"))
)


def _made(cells: list[Any]) -> str:
    made = []
    for column, cell in zip("ABCDEFGHIJ", cells, strict=False):
        match cell:
            case bool():
                made.append(sheets.truth(column, cell))
            case date():
                made.append(sheets.day(column, cell))
            case str():
                made.append(sheets.words(column, cell, marked=False))
            case _:
                made.append(sheets.number(column, cell))
    return sheets.row(made)


def _bare(path: Path, rows: sheets.Rows, styles: dict[str, Any]) -> None:
    with Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("cells")
        sheet.write_string(0, 0, "head", book.add_format({"bold": True}))
        formats = [None, *(book.add_format(styles[style]) for style in rows.styles)]
        for n, style in enumerate(formats):
            sheet.write_string(rows.many["cells"], n, "", style)


_DAYS = {"num_format": "yyyy-mm-dd"}


def _theirs(path: Path, table: list[list[Any]]) -> None:
    options = {"constant_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
    with Workbook(path, options) as book:
        sheet = book.add_worksheet("cells")
        sheet.write_string(0, 0, "head", book.add_format({"bold": True}))
        days = book.add_format(_DAYS)
        for n, cells in enumerate(table, 1):
            for place, cell in enumerate(cells):
                if isinstance(cell, str):
                    sheet.write_string(n, place, cell)
                elif isinstance(cell, date):
                    sheet.write_datetime(
                        n, place, datetime.combine(cell, datetime.min.time()), days
                    )
                else:
                    sheet.write(n, place, cell)


@settings(max_examples=60, deadline=None)
@given(table=st.lists(st.lists(_CELLS, min_size=2, max_size=10), min_size=1, max_size=4))
def test_rows_are_as_the_library_writes_them(tmp_path_factory: Any, table: list[Any]) -> None:
    folder = tmp_path_factory.mktemp("sheets")
    with sheets.rows_of(["cells"]) as rows:
        for cells in table:
            rows.add("cells", _made(cells))
        _bare(folder / "bare.xlsx", rows, {sheets.DAY: _DAYS})
        rows.put(folder / "bare.xlsx", folder / "made.xlsx")
    _theirs(folder / "theirs.xlsx", table)
    assert _data(folder / "made.xlsx") == _data(folder / "theirs.xlsx")


def _data(path: Path) -> bytes:
    text = ZipFile(path).read("xl/worksheets/sheet1.xml")
    return text[text.index(b"<sheetData>") :]


def test_words_that_look_like_the_format_stay_words(tmp_path: Path) -> None:
    told = "<r><t>words</t></r>"
    with sheets.rows_of(["cells"]) as rows:
        rows.add("cells", _made([told]))
        rows.add("cells", sheets.row([sheets.words("A", "=1", marked=True)]))
        _bare(tmp_path / "bare.xlsx", rows, {sheets.MARKED: {"quote_prefix": True}})
        rows.put(tmp_path / "bare.xlsx", tmp_path / "made.xlsx")
    sheet = load_workbook(tmp_path / "made.xlsx")["cells"]
    assert [cell.value for cell in sheet["A"]] == ["head", told, "=1"]
    assert [cell.quotePrefix for cell in sheet["A"]] == [False, False, True]

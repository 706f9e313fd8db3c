"""Tables of other people's data: .csv of any kind, .xlsx, and what cannot be trusted in them."""

import io
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from xlsxwriter import Workbook as Shared

from reportedly.errors import UnreadableSource
from reportedly.read.limits import Limits
from reportedly.read.tables import Row, digest, open_table
from reportedly.records import Failure

Written = Callable[..., Path]
SHEET = "xl/worksheets/sheet1.xml"


def table(
    path: Path,
    sheet: str | None = None,
    limits: Limits = Limits(),  # noqa: B008
) -> tuple[tuple[str, ...], list[Row | Failure]]:
    with open_table(path, sheet, limits) as found:
        return found.columns, [*found.rows]


def cells(path: Path) -> list[tuple[str, ...]]:
    return [row.cells for row in table(path)[1] if isinstance(row, Row)]


def reasons(path: Path) -> list[str]:
    return [row.reason for row in table(path)[1] if isinstance(row, Failure)]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    def write(data: bytes, name: str = "rows.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_delimiter(written: Written, delimiter: str) -> None:
    text = f'id{delimiter}place\r\n1{delimiter}"Dulmeck{delimiter} market"\r\n'
    assert cells(written(text.encode())) == [("1", f"Dulmeck{delimiter} market")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_an_accent_in_the_last_line_tells_the_encoding(written: Written, encoding: str) -> None:
    rows = "".join(f"{n},Orlune\n" for n in range(200_000))
    path = written(f"id,place\n{rows}200000,Sélamé\n".encode(encoding))
    columns, found = table(path)
    assert columns == ("id", "place")
    assert found[-1] == Row(200_002, ("200000", "Sélamé"))


def test_a_row_of_another_length_is_none(written: Written) -> None:
    path = written(b'id,place\n1,Orlune\n2,Orlune,more\n3\n4,"Du\nlmeck"\n5,Orlune,\n')
    _, found = table(path)
    assert [r.number for r in found if isinstance(r, Row)] == [2, 5, 7]
    assert [r.source for r in found if isinstance(r, Failure)] == [
        "rows.csv line 3",
        "rows.csv line 4",
    ]


def test_a_byte_that_is_no_text_spoils_its_row_alone(written: Written) -> None:
    good = "".join(f"{n},Sélamé\n" for n in range(50))
    path = written(f"id,place\n{good}".encode() + b"51,S\xe9lam\n52,Orlune\n")
    assert len(cells(path)) == 51
    assert "is not UTF-8" in reasons(path)[0]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"\n \n", "is empty"),
        ("id,place\n".encode("utf-16"), "UTF-16"),
        (bytes(range(256)) * 50, "binary"),
        (b"id,id,place\n", "more than one column named id"),
        (b",".join(b"c%d" % n for n in range(2_000)), "2,000 columns"),
        (b"\xd0\xcf\x11\xe0 old", "old or a locked Excel"),
        (b"PK\x03\x04 no archive", "damaged or locked workbook"),
    ],
)
def test_no_table(written: Written, data: bytes, said: str) -> None:
    with pytest.raises(UnreadableSource, match=said):
        table(written(data))


def test_a_line_without_end_is_not_held(written: Written) -> None:
    path = written(b"id,place\n1,Orlune\n2," + b"x" * 5_000 + b"\n3,Orlune\n")
    _, found = table(path, limits=Limits(row=1_000))
    assert [type(row) for row in found] == [Row, Failure]
    assert "nothing after it was read" in str(found[-1])


def workbook(tmp_path: Path, *rows: list[object], name: str = "book.xlsx") -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.create_sheet("notes").append(["id", "note"])
    book.save(tmp_path / name)
    return tmp_path / name


def test_cells_give_what_a_person_sees(tmp_path: Path) -> None:
    day, moment = date(2031, 3, 18), datetime(2031, 3, 18, 14, 30)
    path = workbook(
        tmp_path,
        ["id", "day", "moment", "number", "whole", "text", "yes", "none"],
        [1, day, moment, 0.1, 7.0, "  7 ", True, None],
        [None] * 8,
        [2, "2031-03-18", None, -20.4, 10**6, "@text", False, ""],
    )
    columns, found = table(path)
    assert columns[1] == "day"
    assert found == [
        Row(2, ("1", "2031-03-18", "2031-03-18 14:30:00", "0.1", "7", "  7 ", "TRUE", "")),
        Row(4, ("2", "2031-03-18", "", "-20.4", "1000000", "@text", "FALSE", "")),
    ]


def test_a_formula_without_its_result_is_no_value(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["id", "killed"], [1, "=3+4"], [2, 7])
    assert cells(path) == [("2", "7")]
    (reason,) = reasons(path)
    assert "cell B2 is a formula that was never worked out" in reason


def altered(path: Path, part: str, old: bytes, new: bytes) -> Path:
    """The same workbook with other bytes in one part."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in source.namelist():
            data = source.read(name)
            copy.writestr(name, data.replace(old, new) if name == part else data)
    path.write_bytes(out.getvalue())
    return path


def test_a_formula_gives_its_last_result_and_an_error_none(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["id", "killed"], [1, "=3+4"], [2, "=1/0"])
    altered(path, SHEET, b"<f>3+4</f><v></v>", b"<f>3+4</f><v>7</v>")
    altered(path, SHEET, b"<f>3+4</f><v/>", b"<f>3+4</f><v>7</v>")
    altered(path, SHEET, b'r="B3"', b'r="B3" t="e"')
    altered(path, SHEET, b"<f>1/0</f><v></v>", b"<f>1/0</f><v>#DIV/0!</v>")
    altered(path, SHEET, b"<f>1/0</f><v/>", b"<f>1/0</f><v>#DIV/0!</v>")
    assert cells(path) == [("1", "7")]
    assert "shows the error #DIV/0!" in reasons(path)[0]


def test_a_sheet_by_its_name(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["id"], [1])
    assert table(path, "notes")[0] == ("id", "note")
    with pytest.raises(UnreadableSource, match="its sheets are: Sheet, notes"):
        table(path, "lost")


def test_cells_beyond_the_last_name(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["id", None], [1, None], [2, "stray"])
    assert cells(path) == [("1",)]
    assert "beyond the last column" in reasons(path)[0]


def test_a_small_file_cannot_fill_the_memory(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["id"], [1])
    altered(path, SHEET, b"</sheetData>", b"<row><c><v>1</v></c></row>" * 400_000 + b"</sheetData>")
    assert path.stat().st_size < 100_000
    _, found = table(path, limits=Limits(unpacked=1_000_000))
    assert "unpacks to more than 1 MB; nothing after it was read" in str(found[-1])


def test_shared_texts_have_a_limit(tmp_path: Path) -> None:
    path = tmp_path / "shared.xlsx"
    with Shared(path) as book:
        sheet = book.add_worksheet()
        for row in range(9):
            sheet.write_string(row, 0, f"{row} word" * 100)
    assert len(cells(path)) == 8
    with pytest.raises(UnreadableSource, match="of texts"):
        table(path, limits=Limits(texts=1_000))


def test_no_entity_is_unfolded(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["id"], ["one"])
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet '
    altered(path, SHEET, b"<worksheet ", bomb)
    altered(path, SHEET, b"</sheetData>", b"<row><c t='str'><v>&b;</v></c></row></sheetData>")
    assert "aaaa" not in str(table(path))


@pytest.mark.parametrize("part", ["xl/workbook.xml", SHEET, "xl/_rels/workbook.xml.rels"])
def test_a_damaged_part_is_a_reason(tmp_path: Path, part: str) -> None:
    path = altered(workbook(tmp_path, ["id"], [1]), part, b"<", b"<<")
    with pytest.raises(UnreadableSource, match="damaged"):
        table(path)


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_byte_of_a_workbook_is_trusted(tmp_path: Path, data: st.DataObject) -> None:
    """Whatever is changed in it, there are rows, failures, or a reason."""
    path = tmp_path / "kept.xlsx"
    if not path.exists():
        workbook(tmp_path, ["id", "day"], [1, date(2031, 3, 18)], ["two", None], name="kept.xlsx")
    with zipfile.ZipFile(path) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    name = data.draw(st.sampled_from([n for n in parts if "docProps" not in n]))
    at = data.draw(st.integers(0, len(parts[name])))
    put, less = data.draw(st.binary(max_size=4)), data.draw(st.integers(0, 40))
    spoilt = tmp_path / "spoilt.xlsx"
    with zipfile.ZipFile(spoilt, "w") as copy:
        for part, old in parts.items():
            copy.writestr(part, old[:at] + put + old[at + less :] if part == name else old)
    with suppress(UnreadableSource):
        _, found = table(spoilt)
        assert all(isinstance(row, Row | Failure) for row in found)


@given(st.binary(max_size=400))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_byte_of_a_table_is_trusted(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "any.csv"
    path.write_bytes(b"id,place\n" + data)
    with suppress(UnreadableSource):
        columns, found = table(path)
        assert all(len(row.cells) == len(columns) for row in found if isinstance(row, Row))


def test_another_archive_is_no_workbook(written: Written) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("rows.csv", "id\n1\n")
    with pytest.raises(UnreadableSource, match="unpack it first"):
        table(written(out.getvalue(), "rows.zip"))


def test_the_digest_is_of_the_bytes(written: Written) -> None:
    assert digest(written(b"id\n")) == sha256(b"id\n").hexdigest()

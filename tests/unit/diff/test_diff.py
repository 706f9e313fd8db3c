"""Comparing tables: what counts as the same, what is new, gone or changed, and odd files."""

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from random import Random
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.diff import Change, Comparison, compare, files
from reportedly.diff.cells import day, number, same
from reportedly.diff.known import recognised, tables
from reportedly.errors import UnreadableSource
from reportedly.export import acled, ged, gtd
from reportedly.export.tables import TABLES

HEAD = ("event_id_cnty", "event_date", "fatalities", "notes")


def _csv(path: Path, *rows: Sequence[str], head: Sequence[str] = HEAD) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([head, *rows])
    return path


def _changes(found: Comparison) -> list[Change]:
    return [change for table in found.tables() for change in table.changes()]


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    old = _csv(
        tmp_path / "old.csv",
        ("XQA1", "2031-03-18", "7", "Market."),
        ("XQA2", "2031-03-19", "", "Bridge."),
        ("XQA3", "2031-03-20", "2", "Depot."),
        ("XQA4", "2031-03-21", "1", "Ferry."),
    )
    new = _csv(
        tmp_path / "new.csv",
        ("XQA1", "18 March 2031", "7.0", "Market."),
        ("XQA5", "2031-03-22", "", "Mill."),
        ("XQA2", "2031-03-19", "0", "Bridge."),
        ("XQA3", "2031-03-20", "12", "Depot, later."),
    )
    return old, new


def test_added_withdrawn_and_changed_with_old_and_new(two: tuple[Path, Path]) -> None:
    (table,) = compare(*two).tables()
    found = list(table.changes())
    assert [(one.kind, one.key) for one in found] == [
        ("added", ("XQA5",)),
        ("changed", ("XQA2",)),
        ("changed", ("XQA3",)),
        ("withdrawn", ("XQA4",)),
    ]
    assert found[0].cells == {
        "event_id_cnty": ("", "XQA5"),
        "event_date": ("", "2031-03-22"),
        "notes": ("", "Mill."),
    }
    assert found[1].cells == {"fatalities": ("", "0")}
    assert found[2].cells == {"fatalities": ("2", "12"), "notes": ("Depot.", "Depot, later.")}
    assert found[3].cells["fatalities"] == ("1", "")
    assert (table.name, table.rows.counts, table.rows.same) == ("acled", [4, 4], 1)
    assert table.summary.columns == {"fatalities": 2, "notes": 1}
    assert table.differs


def test_unknown_is_not_zero_in_sums_and_tolls(two: tuple[Path, Path]) -> None:
    (table,) = compare(*two).tables()
    list(table.changes())
    old, new = table.summary.sums["fatalities"]
    assert (old.total, old.stated) == (10, 3)
    assert (new.total, new.stated) == (19, 3)
    moved = [(one.key[0], one.kind, one.old, one.new) for one in table.summary.biggest()]
    assert moved == [
        ("XQA3", "changed", 2, 12),
        ("XQA4", "withdrawn", 1, None),
        ("XQA2", "changed", None, 0),
    ]


def test_a_table_does_not_differ_from_itself_in_another_order(two: tuple[Path, Path]) -> None:
    old, _ = two
    lines = old.read_text().splitlines()
    turned = old.with_name("turned.csv")
    turned.write_text("\n".join([lines[0], *reversed(lines[1:])]) + "\n")
    (table,) = compare(old, turned).tables()
    assert list(table.changes()) == []
    assert not table.differs


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("12", "12.0", True),
        ("12", "1.2e1", True),
        ("", "0", False),
        ("", " ", True),
        ("2031-03-18", "2031-03-18 00:00:00.000", True),
        ("2031-03-18", "18 March 2031", True),
        ("18-Mar-2031", "2031-03-18", True),
        ("2031-03-18", "2031-03-18 14:30:00", False),
        ("03/04/2031", "2031-04-03", False),
        ("2031-02-30", "2031-03-02", False),
        ("200001010001", "200001010002", False),
        ("-12345678901234567890", "-12345678901234567891", False),
        ("nan", "inf", False),
        ("TRUE", "true", True),
        ("TRUE", "false", False),
        ("Dulmeck", "dulmeck", False),
        ("9" * 5_000, "9" * 5_000 + ".0", False),
    ],
)
def test_cells(one: str, other: str, expected: bool) -> None:
    assert same(one, other) is expected
    assert same(other, one) is expected


@given(st.text(max_size=30))
def test_any_text_is_a_cell(text: str) -> None:
    assert same(text, text)
    number(text)
    day(text)


def test_rows_of_one_key_are_matched_and_reported(tmp_path: Path) -> None:
    one, other = ("XQA1", "", "1", "a"), ("XQA1", "", "2", "b")
    old = _csv(tmp_path / "old.csv", one, other, ("", "", "1", "x"), ("", "", "2", "y"))
    new = _csv(tmp_path / "new.csv", other, ("", "", "2", "y"), ("", "", "3", "z"), one)
    (table,) = compare(old, new).tables()
    kinds = [(change.kind, change.cells["notes"]) for change in table.changes()]
    assert kinds == [("added", ("", "z")), ("withdrawn", ("x", ""))]
    assert sorted(line.partition(";")[0] for _, line in table.notes()) == [
        "rows that repeat a key",
        "rows that repeat a key",
        "rows without a key",
        "rows without a key",
    ]


def test_control_characters_in_cells(tmp_path: Path) -> None:
    old = _csv(tmp_path / "old.csv", ("XQA\x1f1", "", "1", "a\x1fb\x00\u2028"))
    new = _csv(tmp_path / "new.csv", ("XQA\x1f1", "", "2", "a\x1fb\x00\u2028"))
    (table,) = compare(old, new).tables()
    (change,) = table.changes()
    assert (change.key, change.cells) == (("XQA 1",), {"fatalities": ("1", "2")})
    assert [line for _, line in table.notes()] == 2 * [
        "unit separators (U+001F) read as spaces: 1 (as row 1)"
    ]


def test_a_foreign_file_needs_a_key(tmp_path: Path) -> None:
    old = _csv(tmp_path / "old.csv", ("1", "7"), head=("Case", "Dead"))
    new = _csv(tmp_path / "new.csv", ("1.0", "8"), head=("Case", "Dead"))
    with pytest.raises(UnreadableSource, match="Say --key COLUMN, one of: Case, Dead"):
        _changes(compare(old, new))
    with pytest.raises(UnreadableSource, match="old side has no column Number"):
        _changes(compare(old, new, key=["Number"]))
    assert [c.cells for c in _changes(compare(old, new, key=["Case"]))] == [{"Dead": ("7", "8")}]
    assert _changes(compare(old, new, key=["Case"], ignored=["Dead"])) == []


def test_columns_of_one_side(tmp_path: Path) -> None:
    old = _csv(tmp_path / "old.csv", ("XQA1", "2031-03-18", "7", "Market."))
    new = _csv(
        tmp_path / "new.csv", ("7", "x", "XQA1", "2031-03-18"),
        head=("fatalities", "tags", "event_id_cnty", "event_date"),
    )  # fmt: skip
    (table,) = compare(old, new).tables()
    assert list(table.changes()) == []
    assert table.lone == (("notes",), ("tags",))
    assert table.differs


@pytest.mark.parametrize(
    ("data", "note"),
    [
        ("eventid;iyear;nkill;city\n203103180001;2031;7;Dulmëck\n".encode(), ""),
        ("﻿eventid\tiyear\tnkill\tcity\r\n203103180001\t2031\t7\tDulmëck\r\n".encode(), ""),
        ("eventid,iyear,nkill,city\n203103180001,2031,7,Dulmëck\n".encode("cp1252"), "Windows"),
        ("eventid,iyear,nkill,city\n203103180001,2031,7,Dulmëck\n".encode("utf-16"), ""),
        (b"eventid,iyear,nkill,city\n\n203103180001,2031,7,\xc3\xab,more\n", "longer"),
        (b"eventid,iyear,nkill,city\n203103180001,2031\n", "shorter"),
    ],
)
def test_odd_files(tmp_path: Path, data: bytes, note: str) -> None:
    usual = tmp_path / "usual.csv"
    usual.write_text("eventid,iyear,nkill,city\n203103180001,2031,7,Dulmëck\n", encoding="utf-8")
    odd = tmp_path / "odd.csv"
    odd.write_bytes(data)
    (table,) = compare(usual, odd).tables()
    changes = list(table.changes())
    notes = " ".join(line for _, line in table.notes())
    assert note in notes
    assert bool(changes) == (note in ("longer", "shorter"))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.csv", b"", "is empty"),
        ("a.jsonl", b"[1]\n", "no JSON object"),
        ("a.jsonl", b"{\n", "no JSON"),
        ("a.zip", b"PK", "is no zip"),
        ("a.docx", b"PK", "only .csv"),
        ("a.csv", b'event_id_cnty,event_date,fatalities\n"' + b"x" * 10, None),
    ],
)
def test_files_that_are_no_tables(tmp_path: Path, name: str, data: bytes, said: str | None) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    if said is None:
        assert _changes(compare(path, path)) == []
        return
    with pytest.raises(UnreadableSource, match=said):
        _changes(compare(path, path))


def test_a_line_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_LONGEST", 100)
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"id": "' + b"x" * 200 + b'"}')
    with pytest.raises(UnreadableSource, match="line 1 is longer than 100 bytes"):
        compare(path, path)


def test_json_lines_by_their_leaves(tmp_path: Path) -> None:
    line = {"id": "INC-1", "accounts": ["a#0"], "claims": [], "findings": [], "killed": None}
    known = {**line, "killed": {"low": 7, "best": 12, "high": None}}
    old, new = tmp_path / "old.jsonl", tmp_path / "new.jsonl"
    old.write_text(json.dumps({**line, "status": None}) + "\n")
    new.write_text(json.dumps(known) + "\n")
    (table,) = compare(old, new).tables()
    assert list(table.changes()) == []
    assert table.lone == (("killed", "status"), ("killed.low", "killed.best", "killed.high"))


def test_many_tables_in_folders_and_zips(tmp_path: Path, two: tuple[Path, Path]) -> None:
    folder = tmp_path / "folder"
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "acled.csv").write_bytes(two[0].read_bytes())
    _csv(folder / "data" / "sources.csv", ("1",), head=("id",))
    (folder / "release.json").write_text('{"name": "one", "versions": {"codebook": "3"}}')
    packed = tmp_path / "packed.zip"
    with ZipFile(packed, "w") as file:
        file.write(two[1], "two/data/acled.csv")
        file.writestr("two/release.json", '{"name": "two", "versions": {"codebook": "4"}}')
    found = compare(folder, packed)
    assert found.about == [("versions codebook", "3", "4")]
    assert found.lone == (("sources",), ())
    assert len(_changes(found)) == 4
    assert len(_changes(compare(two[0], packed))) == 4
    assert len(_changes(compare(folder, packed, only=["acled"]))) == 4
    with pytest.raises(UnreadableSource, match="no table ged on both sides; there are: acled"):
        _changes(compare(folder, packed, only=["ged"]))


def test_more_rows_than_are_held_in_memory(tmp_path: Path) -> None:
    chance = Random(7)
    keys = [f"XQA{n}" for n in range(20_000)]
    old = _csv(tmp_path / "old.csv", *((key, "", "1", "same") for key in keys))
    shuffled = chance.sample(keys, len(keys))
    rows = [(key, "", "2" if key.endswith("77") else "1", "same") for key in shuffled]
    new = _csv(tmp_path / "new.csv", *rows)
    changed = [change.key[0] for change in _changes(compare(old, new))]
    assert changed == [key for key in shuffled if key.endswith("77")]


def test_our_own_columns_are_known() -> None:
    listed = {one.name: one for one in tables()}
    for name, columns in (("acled", acled.COLUMNS), ("ged", ged.COLUMNS), ("gtd", gtd.COLUMNS)):
        names = [column.name for column in columns]
        assert recognised(names) is listed[name]
        assert {*listed[name].key, *listed[name].tolls, *listed[name].telling} <= set(names)
    for name, table in TABLES.items():
        names = [column.name for column in table.columns]
        assert recognised(names) is listed[name]
        assert {*listed[name].key, *listed[name].tolls, *listed[name].telling} <= set(names)
        assert not table.key or listed[name].key == (table.key,)

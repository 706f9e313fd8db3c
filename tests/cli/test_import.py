"""Files of other coders from the command line: taken in, shown beside, copied out, forgotten."""

import csv
import io
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from tests.cli.conftest import Ran

from reportedly.coded.choosing import importer
from reportedly.store import open_store

Reportedly = Callable[..., Ran]
AS_IT_IS = ("--profile", "internal")
MARKET = {
    "id": "412",
    "type_of_violence": "3",
    "side_a": "Ilvane Ridge Front",
    "side_b": "Civilians",
    "where_prec": "1",
    "where_coordinates": "Dulmeck town",
    "adm_1": "Ilvane",
    "latitude": "-30.7",
    "longitude": "-20.4",
    "country": "Quessara",
    "date_prec": "1",
    "date_start": "2031-03-18",
    "date_end": "2031-03-18",
    "deaths_a": "0",
    "deaths_b": "0",
    "deaths_civilians": "12",
    "deaths_unknown": "0",
    "best": "12",
    "high": "15",
    "low": "7",
    "year": "2031",
    "source_article": "=HYPERLINK(1)",
    "relid": "-9",
    "source_headline": "Edric Vaskell, 34, mourned",
}
FAR = {**MARKET, "id": "413", "where_coordinates": "Orlune", "latitude": "44.1", "best": "1",
       "date_start": "2031-06-01", "date_end": "2031-06-01", "side_a": "Grey Lantern"}  # fmt: skip


def ged(folder: Path, *rows: dict[str, str], name: str = "ged.csv") -> str:
    columns = [*importer("ged").layout.columns]
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return name


def test_a_file_is_taken_in_once(reportedly: Reportedly, db: str, tmp_path: Path) -> None:
    name = ged(tmp_path, MARKET, FAR)
    ran = reportedly("import", name, "--db", db)
    assert ran.out.startswith("2 rows of UCDP GED (ged), no failures; the file is file-")
    assert (ran.status, ran.err) == (0, "")
    again = reportedly("import", name, "--db", db)
    assert again.out.startswith("ged.csv was taken in before, as file-")


def test_it_stands_beside_an_incident_and_changes_none(
    reportedly: Reportedly, db: str, tmp_path: Path
) -> None:
    before = reportedly("incidents", "--db", db, "--json").out
    reportedly("import", ged(tmp_path, MARKET, FAR), "--db", db)
    assert reportedly("incidents", "--db", db, "--json").out == before
    shown = " ".join(reportedly("show", "INC-1", "--db", db).out.split())
    said = "also coded by UCDP GED: 18 March 2031 · Dulmeck town, Ilvane, Quessara; killed 7 to 15"
    assert f"{said} (best 12) of all sides, civilians killed 12" in shown
    assert "412: Ilvane Ridge Front against Civilians" in shown
    assert "Vaskell" not in shown  # what was not read is nobody's to show
    assert "also coded" in reportedly("incidents", "--db", db).out
    assert reportedly("search", "Vaskell", "--db", db).out.count("Vaskell") <= 1
    matched = reportedly("coded", "--db", db, "--json").out.splitlines()
    assert [json.loads(line)["incident"] for line in matched] == ["INC-1", None]
    assert "413" in reportedly("coded", "--alone", "--db", db).out
    assert "412" not in reportedly("coded", "--alone", "--db", db).out


def test_a_copy_carries_every_cell(reportedly: Reportedly, db: str, tmp_path: Path) -> None:
    reportedly("import", ged(tmp_path, MARKET, FAR), "--db", db)
    ran = reportedly("export", "--as", "ged", "--coder", "UCDP GED", *AS_IT_IS, "--db", db, "out")
    assert ran.out.split() == ["out/coded-ged.csv", "out/coded-LOST.md"]
    first, _ = csv.DictReader((tmp_path / "out" / "coded-ged.csv").open(encoding="utf-8"))
    expected = {**MARKET, "source_article": "'=HYPERLINK(1)", "priogrid_gid": first["priogrid_gid"]}
    assert {name: cell for name, cell in first.items() if cell} == expected
    lost = (tmp_path / "out" / "coded-LOST.md").read_text("utf-8")
    assert "- Rows in it: 2." in lost
    assert "marked by an apostrophe before them, or by the code of the character" in lost


def test_a_copy_in_another_format_says_what_it_has_no_room_for(
    reportedly: Reportedly, db: str, tmp_path: Path
) -> None:
    reportedly("import", ged(tmp_path, MARKET), "--db", db)
    reportedly("export", "--as", "acled", "--coder", "UCDP GED", *AS_IT_IS, "--db", db, "out")
    (row,) = csv.DictReader((tmp_path / "out" / "coded-acled.csv").open(encoding="utf-8"))
    assert (row["fatalities"], row["actor1"], row["inter2"]) == (
        "12",
        "Ilvane Ridge Front",
        "Civilians",
    )
    assert row["event_type"] == ""  # GED has no such term, and none is made up
    lost = (tmp_path / "out" / "coded-LOST.md").read_text("utf-8")
    assert "Tolls that this format has no room for: 1 (as in 412)." in lost
    assert "Counts of civilians killed that this format has no room for: 1" in lost


def test_a_copy_is_not_masked_and_that_has_to_be_meant(
    reportedly: Reportedly, db: str, tmp_path: Path
) -> None:
    reportedly("import", ged(tmp_path, MARKET), "--db", db)
    ran = reportedly("export", "--as", "ged", "--coder", "UCDP GED", "--db", db, "out")
    assert (ran.status, "--profile internal" in ran.err) == (2, True)
    assert not (tmp_path / "out").exists()


def test_bad_rows_are_named_and_the_others_go_on(
    reportedly: Reportedly, db: str, tmp_path: Path
) -> None:
    bad = [{**MARKET, "id": "1", "best": "9" * 10_000}, {**MARKET, "id": "2", "date_start": "soon"}]
    ran = reportedly("import", ged(tmp_path, *bad, MARKET, MARKET), "--db", db)
    assert ran.status == 1
    assert ran.out.startswith("1 row of UCDP GED (ged), 3 failures")
    assert [line.split(": ")[1] for line in ran.err.splitlines()] == [
        "ged.csv row 2",
        "ged.csv row 3",
        "ged.csv row 5",
    ]
    assert "has the id '412' of row 4" in ran.err
    with open_store(db) as store:
        assert len(store.failures()) == 4


def test_a_later_file_replaces_and_the_past_stays(
    reportedly: Reportedly, db: str, tmp_path: Path
) -> None:
    fetched = ("--fetched", "2031-04-01")
    reportedly("import", ged(tmp_path, MARKET, name="april.csv"), "--db", db, *fetched)
    reportedly(
        *("import", ged(tmp_path, {**MARKET, "best": "15"}, name="may.csv"), "--db", db),
        *("--fetched", "2031-05-01"),
    )
    killed = [
        json.loads(line)["killed"]["best"]
        for as_of in ("2031-04-30", "2031-05-01")
        for line in reportedly("coded", "--db", db, "--json", "--as-of", as_of).out.splitlines()
    ]
    assert killed == [12, 15]
    assert reportedly("coded", "--db", db, "--as-of", "2031-03-31").out == "No coded rows.\n"
    files = reportedly("coded", "--files", "--db", db, "--json").out.splitlines()
    assert [json.loads(line)["fetched"] for line in files] == ["2031-04-01", "2031-05-01"]


def test_a_row_speaks_of_what_was_known_then(
    reportedly: Reportedly, db: str, tmp_path: Path
) -> None:
    reportedly("import", ged(tmp_path, MARKET), "--db", db, "--fetched", "2031-03-01")
    spoken_of = [
        json.loads(reportedly("coded", "--db", db, "--json", "--as-of", day).out)["incident"]
        for day in ("2031-03-17", "2031-03-18", "2031-03-20")
    ]
    assert spoken_of == [None, "INC-1", "INC-1"]


def test_forget_erases_a_file(reportedly: Reportedly, db: str, tmp_path: Path) -> None:
    reportedly("import", ged(tmp_path, MARKET), "--db", db)
    (line,) = reportedly("coded", "--files", "--db", db, "--json").out.splitlines()
    id = json.loads(line)["file"]
    ran = reportedly("forget", id, "--why", "licence ended", "--by", "coder", "--yes", "--db", db)
    assert ran.out.startswith(f"{id} is forgotten.")
    assert reportedly("coded", "--db", db).out == "No coded rows.\n"
    assert b"Vaskell, 34" not in (tmp_path / "market.db").read_bytes()
    again = reportedly("import", "ged.csv", "--db", db)
    assert (again.status, "licence ended" in again.err) == (1, True)


def sheet(folder: Path) -> str:
    book = Workbook()
    rows = book.active
    assert rows is not None
    rows.append(["No.", "Date of attack", "Town", "Lat", "Lon", "Kind", "Armed group", "Dead"])
    for n in range(1, 6):
        day = date(2031, 3, 17 + n)
        rows.append([n, day, "Dulmeck", -30.7, -20.4, "bombing", "Ilvane Ridge Front", 6 + n])
    book.save(folder / "sheet.xlsx")
    return "sheet.xlsx"


def test_a_spreadsheet_by_a_proposed_map(reportedly: Reportedly, db: str, tmp_path: Path) -> None:
    name = sheet(tmp_path)
    ran = reportedly("import", name, "--db", db)
    assert ran.status == 2
    assert 'killed = "Dead"' in ran.out
    assert "--write-map map.toml" in ran.err
    ran = reportedly("import", name, "--db", db, "--write-map", "map.toml")
    assert ran.out == "map.toml is written: look it over, then give it with --map map.toml\n"
    assert reportedly("import", name, "--db", db, "--write-map", "map.toml").status == 2
    assert reportedly("import", name, "--db", db, "--map", "map.toml").status == 2  # whose is it?
    ran = reportedly("import", name, "--db", db, "--map", "map.toml", "--coder", "Ilvane Desk")
    assert ran.out.startswith("5 rows of Ilvane Desk (sheet), no failures")
    first = json.loads(reportedly("coded", "--db", db, "--json").out.splitlines()[0])
    assert (first["incident"], first["killed"]["best"], first["type"]) == ("INC-1", 7, "bombing")
    reportedly("export", "--as", "gtd", "--coder", "Ilvane Desk", *AS_IT_IS, "--db", db, "out")
    copy = csv.DictReader((tmp_path / "out" / "coded-gtd.csv").open(encoding="utf-8"))
    assert [row["nkill"] for row in copy] == ["7", "8", "9", "10", "11"]


def test_on_a_terminal_it_asks(
    reportedly: Reportedly, db: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = sheet(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    for stream in (sys.stdin, sys.stderr):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    ran = reportedly("import", name, "--db", db, "--coder", "Ilvane Desk")
    assert 'killed = "Dead"' in ran.out
    assert "5 rows of Ilvane Desk (sheet), no failures" in ran.out


def test_a_backup_holds_what_others_coded(reportedly: Reportedly, db: str, tmp_path: Path) -> None:
    reportedly("import", ged(tmp_path, MARKET, FAR), "--db", db)
    reportedly("backup", "kept.zip", "--db", db)
    reportedly("restore", "kept.zip", "--into", "again.db")
    for command in (("coded",), ("coded", "--files"), ("show", "INC-1")):
        one, other = (reportedly(*command, "--db", at).out for at in (db, "again.db"))
        assert one == other != ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere.csv",), "no such file"),
        (("ged.csv", "--format", "xyz"), "acled, ged, gtd"),
        (("ged.csv", "--format", "gtd"), "ged.csv has no column eventid"),
        (("ged.csv", "--sheet", "one"), "ged.csv is no workbook"),
        (("ged.csv", "--map", "map.toml"), "the sheet has no column"),
        (("ged.csv", "--map", "map.toml", "--format", "ged"), "not both"),
    ],
)
def test_what_cannot_be_taken_in_says_why(
    reportedly: Reportedly, db: str, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    ged(tmp_path, MARKET)
    (tmp_path / "map.toml").write_text('coder = "x"\n[columns]\ndate = "Day"\n', encoding="utf-8")
    ran = reportedly("import", *arguments, "--db", db)
    assert ran.status in (1, 2)
    assert said in " ".join(ran.err.split())
    assert reportedly("coded", "--db", db).out == "No coded rows.\n"


def test_an_unknown_coder_has_no_rows(reportedly: Reportedly, db: str, tmp_path: Path) -> None:
    ran = reportedly("export", "--as", "ged", "--coder", "Nobody", *AS_IT_IS, "--db", db, "out")
    assert ran.status == 1
    assert "no file of 'Nobody'" in ran.err
    assert not list((tmp_path / "out").glob("*"))

"""``reportedly diff``: what a person and a program are told, and the exit status."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Ran

Reportedly = Callable[..., Ran]
HEAD = "event_id_cnty,event_date,fatalities,notes\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    old.write_text(HEAD + "XQA1,2031-03-18,7,Market\nXQA2,2031-03-19,,Bridge\n")
    new.write_text(HEAD + "XQA1,2031-03-18,12,Market\nXQA3,2031-03-20,3,\x1b[2JDepot\n")
    return str(old), str(new)


def test_a_person_is_told_counts_tolls_and_examples(
    reportedly: Reportedly, files: tuple[str, str]
) -> None:
    ran = reportedly("diff", *files)
    assert ran.status == 1
    assert ran.out.startswith("acled 2 rows -> 2 rows by event_id_cnty\n")
    assert "1 added, 1 withdrawn, 1 changed, 0 the same" in ran.out
    assert "sum of fatalities 7 -> 15 (stated by 1 -> 2 rows)" in ran.out
    assert "XQA1  fatalities  7 -> 12" in ran.out
    assert "XQA3  fatalities  3, added" in ran.out
    assert "\x1b" not in ran.out


def test_a_program_is_told_every_row_and_then_the_counts(
    reportedly: Reportedly, files: tuple[str, str]
) -> None:
    ran = reportedly("diff", *files, "--json")
    *rows, counts = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.status == 1
    assert rows[0] == {
        "table": "acled",
        "kind": "changed",
        "key": ["XQA1"],
        "cells": {"fatalities": {"old": "7", "new": "12"}},
    }
    withdrawn = next(row for row in rows if row["kind"] == "withdrawn")
    assert withdrawn["cells"]["notes"] == {"old": "Bridge", "new": None}
    assert (counts["added"], counts["rows"]) == (1, {"old": 2, "new": 2})
    assert counts["tolls"]["fatalities"]["new"] == {"sum": 15, "stated": 2}


def test_the_same_is_0_and_what_cannot_be_compared_2(
    reportedly: Reportedly, files: tuple[str, str], tmp_path: Path
) -> None:
    same = reportedly("diff", files[0], files[0])
    assert (same.status, same.err) == (0, "")
    assert "2 the same" in same.out
    none = reportedly("diff", files[0], str(tmp_path / "none.csv"))
    assert none.status == 2
    assert "none.csv: No such file or directory" in none.err
    (tmp_path / "cases.csv").write_text("Case,Dead\n1,2\n")
    unknown = reportedly("diff", "cases.csv", "cases.csv")
    assert unknown.status == 2
    assert "which column names a row? Say --key COLUMN" in unknown.err
    assert reportedly("diff", "cases.csv", "cases.csv", "--key", "Case").status == 0


def test_two_exports_of_one_store(reportedly: Reportedly, db: str) -> None:
    for day, folder in (("2031-03-18", "before"), ("2031-03-20", "after")):
        reportedly("export", "--db", db, "--as", "csv", "--as", "acled", "--as-of", day, folder)
    ran = reportedly("diff", "before", "after")
    assert ran.status == 1
    assert "INC-1  killed_best  7 -> 12" in ran.out
    assert "sources 1 rows -> 4 rows" in ran.out
    assert "acled" not in ran.out  # it says the same as the tables
    alone = reportedly("diff", "before/acled.csv", "after")
    assert alone.out.startswith("acled 1 rows -> 1 rows by event_id_cnty\n")


def test_a_workbook_says_what_its_csv_says(reportedly: Reportedly, db: str, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    reportedly("export", "--db", db, "--as", "csv", "--as", "xlsx", "out")
    same = reportedly("diff", "out/csv/incidents.csv", "out/incidents.xlsx")
    assert (same.status, same.err) == (0, "")
    assert "1 the same" in same.out
    book = load_workbook(tmp_path / "out" / "incidents.xlsx")
    killed = next(cell for cell in book["incidents"][1] if cell.value == "killed_best")
    book["incidents"].cell(2, killed.column).value = 13
    book["statements"]["B2"].value = "=1+1"  # never worked out
    book.save(tmp_path / "mine.xlsx")
    mine = reportedly("diff", "out/incidents.xlsx", "mine.xlsx")
    assert mine.status == 1
    assert "INC-1  killed_best  12 -> 13" in mine.out
    said = reportedly("diff", "out/incidents.xlsx", "mine.xlsx", "--table", "statements")
    assert "formula that was never worked out" in " ".join(said.out.split())
    assert reportedly("diff", "out/incidents.xlsx", "mine.xlsx", "--table", "none").status == 2

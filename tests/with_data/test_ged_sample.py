"""A thousand real rows of UCDP GED, taken in and copied out, are equal in all that is claimed."""

import csv
import json
import os
from collections import Counter
from pathlib import Path

from reportedly.cli.app import run
from reportedly.coded.cells import same
from reportedly.coded.choosing import importer

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("REPORTEDLY_BENCH", ROOT / ".." / "shared"))


def test_every_column_comes_out_equal(tmp_path: Path) -> None:
    sample = DATA / "data" / "linking" / "ucdp_ged_sample" / "events.jsonl"
    rows = [json.loads(line) for line in sample.read_text("utf-8").splitlines()]
    with (tmp_path / "ged.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*rows[0]])
        writer.writeheader()
        writer.writerows(rows)
    db = str(tmp_path / "reports.db")
    assert run(["import", str(tmp_path / "ged.csv"), "--db", db]) == 0
    out = ["--coder", "UCDP GED", "--as", "ged", "--profile", "internal", "--db", db, str(tmp_path)]
    assert run(["export", *out]) == 0
    given, copied = (
        list(csv.DictReader((tmp_path / name).open(encoding="utf-8", newline="")))
        for name in ("ged.csv", "coded-ged.csv")
    )
    columns = importer("ged").layout.columns
    assert [*copied[0]] == [*columns] == [*given[0]]
    unequal = Counter(
        (column, columns[column])
        for one, other in zip(given, copied, strict=True)
        for column in columns
        if not same(one[column] or None, other[column] or None)
    )
    # an account on a network is written with an apostrophe, so that no spreadsheet runs it
    assert unequal == {("source_office", "kept"): 5}

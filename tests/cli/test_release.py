"""``reportedly release``: what it asks for, what it refuses, and that it repeats itself."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from .conftest import Ran

Reportedly = Callable[..., Ran]
BY = ("--author", "Tessel, Ana", "--formats", "csv,acled")


def test_a_folder_with_all_that_is_needed(reportedly: Reportedly, db: str, tmp_path: Path) -> None:
    ran = reportedly("release", "quessara-1", "--db", db, *BY, "--as-of", "2031-03-19")
    assert (ran.status, ran.out, ran.err) == (0, "quessara-1\n", "")
    made = tmp_path / "quessara-1"
    told = json.loads((made / "release.json").read_text())
    assert (told["as_of"], told["date_released"]) == ("2031-03-19", "2031-03-19")
    assert told["rules"]["killed"] == "ucdp"
    assert told["files_used"]["places"].startswith("sha256:")
    assert "killed 7 to 12" not in (made / "site" / "index.html").read_text()  # in cells
    assert "7 to 12 (best 12)" in (made / "site" / "index.html").read_text()
    assert (made / "data" / "acled.csv").exists()


def test_another_rule_and_the_difference(reportedly: Reportedly, db: str) -> None:
    for name, rule in (("one", "ucdp"), ("two", "range")):
        day = ("--as-of", "2031-03-20")
        ran = reportedly(
            "release", name, "--db", db, *BY, *day, "--rule", rule, "--out", f"{name}.zip"
        )
        assert ran.status == 0, ran.err
    differs = reportedly("diff", "one.zip", "two.zip", "--table", "incidents")
    assert differs.status == 1
    assert "rule" in differs.out
    assert "ucdp -> range" in differs.out
    assert reportedly("diff", "one.zip", "one.zip").status == 0


def test_later_decisions_change_nothing_of_a_moment(reportedly: Reportedly, db: str) -> None:
    reportedly("incidents", "--db", db)  # linked before the moment
    moment = datetime.now(UTC).isoformat()
    made = []
    for name in ("before", "after"):
        asked = ("--as-of", moment, "--out", f"{name}.zip")
        assert reportedly("release", "quessara", "--db", db, *BY, *asked).status == 0
        made.append(Path(f"{name}.zip").read_bytes())
        why = ("--why", "twice the same", "--by", "Ana Tessel")
        reportedly("decide", "correct", "INC-1", "killed", "9", *why, "--db", db)
    assert made[0] == made[1]
    assert "killed 9" in reportedly("incidents", "--db", db).out


def test_what_it_refuses(reportedly: Reportedly, db: str, tmp_path: Path) -> None:
    nobody = reportedly("release", "one", "--db", db)
    assert nobody.status == 2
    assert "say who answers for the release" in " ".join(nobody.err.split())
    assert reportedly("release", "../one", "--db", db, *BY).status == 2
    assert reportedly("release", "one", "--db", db, *BY[:2], "--formats", "csv,none").status == 2
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "mine.txt").write_text("mine")
    taken = reportedly("release", "one", "--db", db, *BY)
    assert (taken.status, taken.out) == (1, "")
    assert "one is there already" in taken.err


def test_the_same_bytes_wherever_it_is_made(db: str, tmp_path: Path) -> None:
    """Other processes, time zones, languages and orders of sets."""
    made = []
    places = (("Asia/Tokyo", "C", "1"), ("America/Lima", "de_DE.UTF-8", "77"))
    for zone, language, seed in places:
        there = {"TZ": zone, "LC_ALL": language, "LANG": language, "PYTHONHASHSEED": seed}
        out = tmp_path / f"{seed}.zip"
        command = [sys.executable, "-m", "reportedly", "release", "quessara", "--db", db]
        subprocess.run(
            [*command, "--author", "Tessel, Ana", "--out", str(out)],
            env={**os.environ, "PYTHONUTF8": "1", **there},
            check=True,
            capture_output=True,
            timeout=120,
        )
        made.append(out.read_bytes())
    assert made[0] == made[1]

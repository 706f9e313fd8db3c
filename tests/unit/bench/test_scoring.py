"""Floors name every figure that ``score`` prints."""

import subprocess
import sys
from pathlib import Path

from bench.quality import floors

ROOT = Path(__file__).parents[3]


def test_every_figure_has_a_floor() -> None:
    named = {
        (extractor, f"{task} {name}")
        for extractor, task, measure in floors.measures()
        for name in measure.figures
    }
    kept = floors.read()
    assert {(row.extractor, row.figure) for row in kept} == named
    assert all(row.floor <= row.measured for row in kept)


def test_other_data_is_no_comparison(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "gold.jsonl").write_text("{}\n")
    row = floors.Floor("f", 20.0, 20.4, 2.0, "rules", {"gold.jsonl": "0" * 64}, "2026-01-01")
    assert floors.verdict(row, 25.0, tmp_path).startswith("measured on other data")


def test_below_the_floor(tmp_path: Path) -> None:
    row = floors.Floor("f", 20.0, 20.4, 2.0, "rules", {}, "2026-01-01")
    assert floors.verdict(row, 20.0, tmp_path) == "kept"
    assert floors.verdict(row, 19.9, tmp_path) == "BELOW"


def test_usage_errors() -> None:
    command = ["bench.quality", "predict", "attribution", "in", "out", "--five-slot"]
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "five slots" in done.stderr

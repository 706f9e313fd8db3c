"""What ``score`` prints is what the benchmark's own scorers print; floors name its figures."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from bench.quality import floors
from bench.quality.scoring import MEASURES, NoScorer, run, score

ROOT = Path(__file__).parents[3]
DATA = Path(os.environ.get("REPORTEDLY_BENCH", ROOT / ".." / "shared"))
DOCUMENTS = 6


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The first documents of each gold file, beside the scorers."""
    if not (DATA / "scorers" / "muc4.py").exists():
        pytest.skip(f"no benchmark data at {DATA} (REPORTEDLY_BENCH)")
    (tmp_path / "scorers").symlink_to((DATA / "scorers").resolve())
    for name in {name for ms in MEASURES.values() for m in ms for name in m.gold}:
        lines = (DATA / "data" / name).read_text(encoding="utf-8").splitlines(keepends=True)
        target = tmp_path / "data" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("".join(lines[:DOCUMENTS]), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("task", sorted(MEASURES))
def test_the_scorers_figures(task: str, sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = sample / "out"
    try:
        score(task, sample, "rules", out)
    except NoScorer as reason:
        pytest.skip(str(reason))
    printed = [
        float(value) for value in re.findall(r": ([\d.]+)  \(rules\)", capsys.readouterr().out)
    ]
    expected = []
    for measure in MEASURES[task]:
        name = measure.task.replace(" --", "-")
        full = run(measure, sample, out / f"{name}.gold.jsonl", out / f"{name}.jsonl")
        lines = dict(
            re.findall(r"^(F-MEASURES|template F1|relation|tokens  content)(.*)$", full, re.M)
        )
        for row in lines.values():
            last = re.findall(r"[\d.]+", row.partition("P&R")[2] or row)[0 if "P&R" in row else -1]
            expected.append(float(last) * measure.scale)
    assert sorted(printed) == pytest.approx(sorted(expected), abs=0.005)


def test_every_figure_has_a_floor() -> None:
    named = {f"{task} {name}" for task, ms in MEASURES.items() for m in ms for name in m.figures}
    kept = floors.read()
    assert {row.figure for row in kept} == named
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

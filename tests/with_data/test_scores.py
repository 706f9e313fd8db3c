"""What ``score`` prints is what the benchmark's own scorers print, to two decimals.

Collected only where the benchmark's data is (REPORTEDLY_BENCH, or ../shared): see conftest.py.
"""

import os
import re
from pathlib import Path

import pytest
from bench.quality.scoring import MEASURES, run, score

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("REPORTEDLY_BENCH", ROOT / ".." / "shared"))
DOCUMENTS = 6


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The first documents of each gold file, beside the scorers."""
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
    score(task, sample, "rules", out)
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

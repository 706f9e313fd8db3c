"""What ``score`` prints is what the benchmark's own scorers print, to two decimals.

Collected only where the benchmark's data is (REPORTEDLY_BENCH, or ../shared): see conftest.py.
"""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bench.quality.scoring import MEASURES, prepared, run, score

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("REPORTEDLY_BENCH", ROOT / ".." / "shared"))
DOCUMENTS = {"linking": 60}  # the first of each gold file; fewer would leave nothing to link


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The first documents of each gold file and the whole of the others, beside the scorers."""
    (tmp_path / "scorers").symlink_to((DATA / "scorers").resolve())
    measured = {name for ms in MEASURES.values() for m in ms for name in m.gold}
    for file in sorted((DATA / "data").resolve().rglob("*.json*")):
        name = file.relative_to((DATA / "data").resolve())
        target = tmp_path / "data" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if name.as_posix() in measured:
            lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
            target.write_text("".join(lines[: DOCUMENTS.get(name.parts[0], 12)]), encoding="utf-8")
        else:
            target.symlink_to(file)
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
        gold, predicted = prepared(measure, sample, "rules", out)
        full = run(measure, sample, gold, predicted)
        found = _parsed(json.loads(full)) if full.startswith("{") else _read_off(full)
        expected += [value * measure.scale for value in found]
    assert sorted(printed) == pytest.approx(sorted(expected), abs=0.005)


def _read_off(full: str) -> Iterator[float]:
    lines = re.findall(r"^(F-MEASURES|template F1|relation|tokens  content)(.*)$", full, re.M)
    for _, row in dict(lines).items():
        last = re.findall(r"[\d.]+", row.partition("P&R")[2] or row)[0 if "P&R" in row else -1]
        yield float(last)


def _parsed(full: dict[str, Any]) -> Iterator[float]:
    if "value_F1" in full:
        yield from (full["value_F1"], full["relaxed"]["F1"])
    elif "conll" in full:
        yield from (full["conll"], full["pairwise"]["p"], full["pairwise"]["r"])
    elif full["n_gold"] == full["n_pred"]:  # the spans were given
        yield from (full["resolution"]["right_id_or_161km"], full["resolution"]["country_acc"])
    else:
        for part in (full["detection_overlap"], full["end_to_end_161km"]):
            yield from (part["P"], part["R"], part["F1"])

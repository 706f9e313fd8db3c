"""``python -m bench.quality score muc4|attribution``: predict the development data, print figures.

The figures are what the benchmark's own scorers print, to the last digit.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bench.quality.predict import predict


@dataclass(frozen=True, slots=True)
class Measure:
    """One prediction and the figures its scorer prints for it."""

    task: str  # of bench.quality.predict
    gold: tuple[str, ...]  # files under data/, scored together
    scorer: tuple[str, ...]  # file under scorers/, and its options
    figures: Mapping[str, str]  # name -> pattern of the printed figure
    scale: float  # that makes it a percentage


MEASURES: Mapping[str, tuple[Measure, ...]] = {
    "muc4": (
        Measure(
            "muc4",
            ("muc4/tst1.jsonl", "muc4/tst2.jsonl"),
            ("muc4.py",),
            {"24 slots, ALL TEMPLATES F": r"^F-MEASURES  P&R ([\d.]+)"},
            1,
        ),
        Measure(
            "muc4 --five-slot",
            ("muc4/five_slot/dev.json",),
            ("muc4.py", "--five"),
            {"five slots, template F1": r"^template F1 \(gtt_f1\) .* F1 ([\d.]+)"},
            1,
        ),
    ),
    "attribution": (
        Measure(
            "attribution",
            ("attribution/dev.jsonl",),
            ("attribution.py",),
            {
                "relation F1": r"^relation .* F1 ([\d.]+)",
                "content tokens F1": r"^tokens  content .* F1 ([\d.]+)",
            },
            100,
        ),
    ),
}


class NoScorer(Exception):
    """Why the scorers cannot run here."""


def score(
    task: str, data: Path, extractor: str, out: Path | None = None, *, full: bool = False
) -> int:
    """Print the figures of a task; with ``full`` everything that the scorers print."""
    with tempfile.TemporaryDirectory() as scratch:
        for measure in MEASURES[task]:
            gold, predicted = prepared(measure, data, extractor, out or Path(scratch))
            printed = run(measure, data, gold, predicted)
            if full:
                print(printed)
            for name, value in figures(measure, printed).items():
                print(f"{task} {name}: {value:.2f}  ({extractor})")
    return 0


def prepared(measure: Measure, data: Path, extractor: str, folder: Path) -> tuple[Path, Path]:
    """The gold of a measure in one file, and the prediction for it."""
    folder.mkdir(parents=True, exist_ok=True)
    name = measure.task.replace(" --", "-")
    gold, predicted = folder / f"{name}.gold.jsonl", folder / f"{name}.jsonl"
    joined = (path.read_text(encoding="utf-8") for path in sources(measure, data))
    gold.write_text("".join(joined), encoding="utf-8")
    predict(measure.task, gold, predicted, extractor)
    return gold, predicted


def sources(measure: Measure, data: Path) -> Sequence[Path]:
    return [data / "data" / name for name in measure.gold]


def run(measure: Measure, data: Path, gold: Path, predicted: Path) -> str:
    """What the scorer prints. Raises NoScorer where no Python here has what it needs."""
    name, *options = measure.scorer
    command = [_python(), str(data / "scorers" / name), *options, str(gold), str(predicted)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def figures(measure: Measure, printed: str) -> dict[str, float]:
    """The figures of a measure, in percent."""
    found = {
        name: re.search(pattern, printed, re.MULTILINE) for name, pattern in measure.figures.items()
    }
    return {name: float(m[1]) * measure.scale for name, m in found.items() if m is not None}


@cache
def _python() -> str:
    """This Python, or another on the path: one that has numpy and scipy."""
    for python in _distinct([sys.executable, shutil.which("python3"), shutil.which("python")]):
        probe = subprocess.run([python, "-c", "import scipy"], capture_output=True, check=False)
        if probe.returncode == 0:
            return python
    raise NoScorer("the scorers need numpy and scipy: pip install numpy scipy")


def _distinct(pythons: Iterable[str | None]) -> Iterable[str]:
    return dict.fromkeys(python for python in pythons if python)

"""``python -m bench.quality score TASK``: predict the development data, print the figures.

The figures are what the benchmark's own scorers print, to the last digit.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from train.sources import Sources

from bench.quality.predict import predict

Row = dict[str, Any]


def _every(_: Row) -> bool:
    return True


def odd(row: Row) -> bool:
    """The half of the newswire that was not read: its name's last digit is odd."""
    return int(re.findall(r"\d", row["docid"])[-1]) % 2 == 1


def unread(row: Row) -> bool:
    """The half of the local papers that was not read, drawn by outlet."""
    return int(sha256(row["domain"].encode()).hexdigest(), 16) % 2 == 1


@dataclass(frozen=True, slots=True)
class Measure:
    """One prediction and the figures its scorer prints for it."""

    task: str  # of bench.quality.predict
    gold: tuple[str, ...]  # files under data/, scored together
    scorer: tuple[str, ...]  # file under scorers/, and its options
    figures: Mapping[str, str]  # name -> pattern of the printed figure
    scale: float  # that makes it a percentage
    rows: Callable[[Row], bool] = _every  # which documents of the gold are measured


_CHECKOUT = Path(__file__).parents[2]
_TIME = ("geotime.py", "time")
_PLACES = ("geotime.py", "geo")
_CLUSTER = ("linking.py", "cluster")


def _times(kind: str) -> Mapping[str, str]:
    return {
        f"in {kind}, value F1": r'"value_F1": ([\d.]+)',
        f"in {kind}, span F1 (relaxed)": r'"relaxed": \{[^}]*"F1": ([\d.]+)',
    }


def _found(kind: str) -> Mapping[str, str]:
    """Detection, and what is found and put within 161 km, from the text alone."""
    return {
        f"found in {kind}, {figure}": rf'"{part}": \{{[^}}]*"{letter}": ([\d.]+)'
        for part, what in (("detection_overlap", "detection"), ("end_to_end_161km", "161 km"))
        for letter, figure in (("P", f"{what} P"), ("R", f"{what} R"), ("F1", f"{what} F1"))
    }


_LINKED = {
    "documents, CoNLL F1": r'"conll": ([\d.]+)',
    "pairs of documents, P": r'"pairwise": \{[^}]*"p": ([\d.]+)',
    "pairs of documents, R": r'"pairwise": \{[^}]*"r": ([\d.]+)',
}


def _linked(kind: str) -> Mapping[str, str]:
    return {f"of {kind} {figure}": pattern for figure, pattern in _LINKED.items()}


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
    "time": (
        Measure(
            "time", ("time/timebank.jsonl", "time/aquaint.jsonl"), _TIME, _times("newswire"), 1, odd
        ),
        Measure("time", ("bench/quality/timexes/unread.jsonl",), _TIME, _times("modern news"), 1),
        Measure("time", ("time/wikiwars_dev.jsonl",), _TIME, _times("history"), 1),
    ),
    "places": (
        Measure(
            "places --gold-spans",
            ("places/lgl.jsonl",),
            _PLACES,
            {
                "of local papers, right id or within 161 km": r'"right_id_or_161km": ([\d.]+)',
                "of local papers, country": r'"country_acc": ([\d.]+)',
            },
            1,
            unread,
        ),
        Measure("places", ("places/lgl.jsonl",), _PLACES, _found("local papers"), 1, unread),
        Measure("places", ("places/geovirus.jsonl",), _PLACES, _found("world news"), 1),
    ),
    "linking": (
        Measure("linking", ("linking/gvc/documents.jsonl",), _CLUSTER, _linked("few shootings"), 1),
        Measure(
            "linking", ("linking/t5_trial/documents.jsonl",), _CLUSTER, _linked("many shootings"), 1
        ),
    ),
}
# No extractor takes part in these, or little of what it finds.
UNEXTRACTED = frozenset({"time", "places", "linking"})


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
    name = f"{measure.task.replace(' --', '-')}.{Path(measure.gold[0]).stem}"
    gold, predicted = folder / f"{name}.gold.jsonl", folder / f"{name}.jsonl"
    with gold.open("w", encoding="utf-8") as kept:
        for name in measure.gold:
            rows = (row for row in _rows(name, data) if measure.rows(row))
            kept.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    predict(measure.task, gold, predicted, extractor)
    return gold, predicted


def located(name: str, data: Path) -> Path:
    """The file of a gold: of this repository, or of the benchmark data."""
    return _CHECKOUT / name if name.startswith("bench/") else data / "data" / name


def _rows(name: str, data: Path) -> Iterator[Row]:
    """The documents of a gold file; those of our own get their texts."""
    texts = Sources(data / "data")
    with located(name, data).open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if "text" not in row and "collection" in row:
                source = texts.get(row["collection"], row["id"])
                row |= {"docid": row["id"], "text": source.text, "dct": source.published}
            yield row


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

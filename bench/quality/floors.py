"""``python -m bench.quality floors``: no figure falls unnoticed.

floors.json keeps for each figure its floor, the data it was measured on (by checksum), the day,
and a band: how far the figure moves when other documents of the same kind are drawn (two standard
deviations of a bootstrap over documents). A difference inside the band says nothing about unread
documents. ``--set TASK`` measures anew and writes the file: the only way a floor is lowered.
"""

import json
import random
import statistics
import tempfile
from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from itertools import product
from math import floor
from pathlib import Path

from bench.quality.scoring import MEASURES, UNEXTRACTED, Measure, figures, located, prepared, run

FILE = Path(__file__).with_name("floors.json")
EXTRACTORS = ("rules", "trained")
_DRAWS = 40
_TENTH = 10
_SLACK = 0.5  # points: what a single document can cost


@dataclass(frozen=True, slots=True)
class Floor:
    figure: str
    floor: float  # percent; half a point below the measured figure, cut to a tenth
    measured: float
    band: float  # plus or minus
    extractor: str
    data: dict[str, str]  # file -> sha256
    day: str


def read() -> list[Floor]:
    rows = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else []
    return [Floor(**row) for row in rows]


def check(data: Path) -> int:
    """Print every figure beside its floor. Returns 1 if one is below, or its data is other data."""
    now: dict[tuple[str, str], float] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for extractor, task, measure in measures():
            made = prepared(measure, data, extractor, Path(scratch))
            found = _named(task, figures(measure, run(measure, data, *made)))
            now |= {(extractor, figure): value for figure, value in found.items()}
    verdicts = []
    for row in read():
        value = now[row.extractor, row.figure]
        verdicts.append(verdict(row, value, data))
        print(f"{row.figure} ({row.extractor}): {value:.2f}, {_kept(row)}: {verdicts[-1]}")
    return 0 if set(verdicts) == {"kept"} else 1


def set_anew(data: Path, tasks: Collection[str]) -> int:
    """Measure the figures of some tasks, and their bands, and write floors.json."""
    found = list(_measured(data, tasks))
    kept = [row for row in read() if row.figure.partition(" ")[0] not in tasks]
    text = json.dumps([asdict(row) for row in (*kept, *found)], indent=1)
    FILE.write_text(text + "\n", encoding="utf-8")
    for row in found:
        print(f"{row.figure} ({row.extractor}): {row.measured:.2f}, {_kept(row)}")
    return 0


def _kept(row: Floor) -> str:
    return f"floor {row.floor:.1f}, band {row.band:.2f}"


def verdict(row: Floor, value: float, data: Path) -> str:
    """How a figure stands to its floor, in words."""
    other = [name for name, sum_ in row.data.items() if _sum(located(name, data)) != sum_]
    if other:
        return f"measured on other data ({', '.join(other)})"
    return "kept" if value >= row.floor else "BELOW"


def measures() -> Iterator[tuple[str, str, Measure]]:
    """Extractor, task and measure of all that has floors."""
    for extractor, (task, measures) in product(EXTRACTORS, MEASURES.items()):
        if extractor == "rules" or task not in UNEXTRACTED:
            yield from ((extractor, task, measure) for measure in measures)


def _named(task: str, found: dict[str, float]) -> dict[str, float]:
    return {f"{task} {name}": round(value, 2) for name, value in found.items()}


def _measured(data: Path, tasks: Collection[str]) -> Iterator[Floor]:
    with tempfile.TemporaryDirectory() as scratch:
        for extractor, task, measure in measures():
            if task not in tasks:
                continue
            gold, predicted = prepared(measure, data, extractor, Path(scratch))
            values = _named(task, figures(measure, run(measure, data, gold, predicted)))
            bands = _named(task, _bands(measure, data, gold, predicted))
            for name, value in values.items():
                yield Floor(
                    figure=name,
                    floor=floor((value - _SLACK) * _TENTH) / _TENTH,
                    measured=value,
                    band=bands[name],
                    extractor=extractor,
                    data={n: _sum(located(n, data)) for n in measure.gold},
                    day=datetime.now(UTC).date().isoformat(),
                )


def _bands(measure: Measure, data: Path, gold: Path, predicted: Path) -> dict[str, float]:
    """Two standard deviations of each figure over documents drawn with replacement."""
    pairs = list(zip(_rows(gold), _rows(predicted), strict=True))
    chance = random.Random(0)
    drawn: dict[str, list[float]] = {name: [] for name in measure.figures}
    sample = gold.with_suffix(".drawn"), predicted.with_suffix(".drawn")
    for _ in range(_DRAWS):
        rows = chance.choices(pairs, k=len(pairs))
        for side, path in enumerate(sample):
            lines = (_renamed(row[side], n) for n, row in enumerate(rows))
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        for name, value in figures(measure, run(measure, data, *sample)).items():
            drawn[name].append(value)
    return {name: 2 * statistics.stdev(values) for name, values in drawn.items()}


def _rows(path: Path) -> list[dict[str, object]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _renamed(row: dict[str, object], n: int) -> str:
    """The row under a name of its own: a document drawn twice counts twice."""
    return json.dumps({**row, **{key: str(n) for key in ("id", "docid") if key in row}})


def _sum(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest() if path.exists() else "missing"

"""``python -m bench.speed diff --rows N``: seconds and memory of comparing two invented releases.

Each is an ACLED file of N rows; of the newer one a share is changed, gone or new.
"""

import csv
import resource
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import NamedTuple

from reportedly.diff import compare
from reportedly.export.acled import COLUMNS

_MB = 1024 * 1024 if sys.platform == "darwin" else 1024  # ru_maxrss is in bytes there
_CHANGED, _GONE = 0.05, 0.01  # shares of the rows; as many are new as are gone


class Measured(NamedTuple):
    rows: int
    changed: int
    seconds: float
    spent: float  # of the processor
    peak: float  # MB
    size: float  # MB of the two files


def measure(rows: int, seed: int = 1) -> Measured:
    """Writes the files, and compares them in a process of its own."""
    with TemporaryDirectory() as scratch:
        old, new = Path(scratch, "old.csv"), Path(scratch, "new.csv")
        write(old, new, rows, seed)
        with ProcessPoolExecutor(1, get_context("spawn")) as one:
            return one.submit(_compared, old, new, rows).result()


def write(old: Path, new: Path, rows: int, seed: int = 1) -> None:
    """Two files of which the newer one differs by the shares above."""
    chance = Random(seed)
    names = [column.name for column in COLUMNS]
    with old.open("w", newline="") as first, new.open("w", newline="") as second:
        before, after = csv.writer(first), csv.writer(second)
        for writer in (before, after):
            writer.writerow(names)
        for row in _rows(rows, chance):
            before.writerow([row.get(name, "") for name in names])
            if chance.random() < _GONE:
                continue
            if chance.random() < _CHANGED:
                row |= {"fatalities": str(chance.randrange(40)), "notes": row["notes"] + " Later."}
            after.writerow([row.get(name, "") for name in names])
        for row in _rows(int(rows * _GONE), chance, first=rows):
            after.writerow([row.get(name, "") for name in names])


def _rows(count: int, chance: Random, first: int = 0) -> Iterator[dict[str, str]]:
    for number in range(first, first + count):
        month, day_of_it = chance.randrange(1, 13), chance.randrange(1, 29)
        day = f"20{chance.randrange(30, 50)}-{month:02}-{day_of_it:02}"
        yield {
            "event_id_cnty": f"XQA{number}",
            "event_date": day,
            "year": day[:4],
            "time_precision": "1",
            "event_type": "Battles",
            "sub_event_type": "Armed clash",
            "actor1": f"Front {chance.randrange(400)}",
            "actor2": "Civilians (Quessara)",
            "country": "Quessara",
            "admin1": f"Province {chance.randrange(30)}",
            "location": f"Village {chance.randrange(5_000)}",
            "latitude": f"{chance.uniform(-31, -20):.4f}",
            "longitude": f"{chance.uniform(-21, -10):.4f}",
            "source": "Halyard; Sextant",
            "notes": "Invented fighters and invented soldiers clashed. " * chance.randrange(1, 9),
            "fatalities": str(chance.randrange(30)),
        }


def _compared(old: Path, new: Path, rows: int) -> Measured:
    began, spent = perf_counter(), process_time()
    changed = 0
    for table in compare(old, new).tables():
        changed += sum(1 for _ in table.changes())
    return Measured(
        rows,
        changed,
        perf_counter() - began,
        process_time() - spent,
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MB,
        (old.stat().st_size + new.stat().st_size) / 1e6,
    )


def table(found: Measured) -> Iterator[str]:
    """The figures as a table of Markdown."""
    yield "| rows of each | differ | MB of both | seconds | processor seconds | peak MB |"
    yield "| --: | --: | --: | --: | --: | --: |"
    yield (
        f"| {found.rows:,} | {found.changed:,} | {found.size:,.0f} | {found.seconds:.1f} "
        f"| {found.spent:.1f} | {found.peak:,.0f} |"
    )

"""All phases over one collection as one line of figures, and such lines as a table."""

import json
import os
import platform
import subprocess
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.speed.phases import PHASES, Collection, run

FILE = Path(__file__).with_name("measured.jsonl")
Row = dict[str, Any]
_SHOWN = (  # key, heading
    ("accounts", "accounts"),
    ("reports", "reports"),
    ("incidents", "incidents"),
    ("store_s", "store"),
    ("update_s", "link"),
    ("rebuild_s", "rebuild"),
    ("newest_s", "100 new reports"),
    ("late_s", "100 late reports"),
    ("list_s", "list"),
    ("peak_mb", "most memory, MB"),
    ("file_mb", "file, MB"),
    ("precision", "P"),
    ("recall", "R"),
    ("largest", "largest group"),
)


def measure(collection: Collection) -> Row:
    """Run every phase in order. Seconds end in ``_s``, megabytes in ``_mb``."""
    row: Row = {"asked": collection.accounts, "seed": collection.seed, **_surroundings()}
    peak = 0.0
    for phase in PHASES:
        timed = run(phase, collection)
        row |= {f"{step}_s": round(seconds, 2) for step, seconds in timed.seconds.items()}
        row |= {f"{step}_cpu_s": round(spent, 2) for step, spent in timed.cpu_seconds.items()}
        row |= timed.found
        row[f"{phase.__name__}_peak_mb"] = round(timed.peak_mb)
        peak = max(peak, timed.peak_mb)
    files = collection.folder.glob(f"{collection.database.name}*")
    return row | {
        "peak_mb": round(peak),
        "file_mb": round(sum(file.stat().st_size for file in files) / 1024**2),
    }


def _surroundings() -> Row:
    done = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, cwd=FILE.parent
    )
    return {
        "day": datetime.now(UTC).date().isoformat(),
        "commit": done.stdout.strip() or None,
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else None,
        "machine": platform.machine(),
        "python": platform.python_version(),
    }


def record(row: Row, file: Path) -> None:
    with file.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(row) + "\n")


def read(file: Path) -> list[Row]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def table(rows: Sequence[Row]) -> str:
    """Markdown, seconds unless the heading says otherwise; a figure not measured is left empty."""
    shown = [(key, heading) for key, heading in _SHOWN if any(key in row for row in rows)]
    lines = [_line(heading for _, heading in shown), _line("---:" for _ in shown)]
    lines += [_line(_cell(row.get(key)) for key, _ in shown) for row in rows]
    return "\n".join(lines)


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(value: object) -> str:
    if value is None:
        return ""
    return f"{value:,}" if isinstance(value, int) else f"{value:.1f}"

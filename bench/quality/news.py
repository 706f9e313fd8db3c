"""Whole reports: read them with the package, score with the benchmark's own scorer."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bench.quality import coded, hrdsattack, invented, shootings

Json = dict[str, Any]
Read = Callable[[Path, Path], None]  # documents (.jsonl) in, readings (.jsonl) and export out
_UNSEEN = Path(__file__).parent / "unseen"
_CODED = Path(__file__).parent / "coded"


def read(documents: Path, out: Path, extractor: str = "rules") -> None:
    """Read every document into read.jsonl, link and reconcile into incidents.jsonl."""
    chosen = ["--extractor", extractor]
    database = out / "store.db"
    command = [sys.executable, "-m", "reportedly"]
    with (out / "read.jsonl").open("w", encoding="utf-8") as file:
        subprocess.run(
            [*command, "read", str(documents), "--json", *chosen], stdout=file, check=True
        )
    subprocess.run(
        [*command, "add", str(documents), *chosen, "--db", f"sqlite:///{database}"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True,
    )  # fmt: skip
    subprocess.run(
        [*command, "export", "--as", "jsonl", "--db", f"sqlite:///{database}", str(out)],
        stdout=subprocess.DEVNULL, check=True,
    )  # fmt: skip


def score(data: Path, reader: Read, docs: str | None, out: Path | None, *, full: bool) -> int:
    """Print the figures of every collection. Returns 0 if no document failed."""
    with tempfile.TemporaryDirectory() as scratch:
        base = out or Path(scratch)
        news_folder = data / "data" / "attacks" / "news"
        lists = [docs] if docs else ["work", "check"]
        failed = _collection(data, news_folder, reader, base / "news", lists, full=full)
        for name, gold in _converted(data, base) if not docs else ():
            failed += _collection(data, gold, reader, base / name, [None], full=full)
    print(f"documents that failed: {failed}")
    return 1 if failed else 0


def _converted(data: Path, base: Path) -> Iterator[tuple[str, Path]]:
    yield "hrdsattack", hrdsattack.convert(data, base / "hrdsattack-gold")
    yield "shootings", shootings.convert(data, base / "shootings-gold")
    for file in sorted(_CODED.glob("*.jsonl")):
        yield f"coded {file.stem}", coded.convert(file, data, base / f"{file.stem}-gold")
    for file in sorted(_UNSEEN.glob("*.yml")):
        yield f"unseen {file.stem}", invented.convert(file, base / f"{file.stem}-gold")


def _collection(
    data: Path, folder: Path, reader: Read, out: Path, lists: list[Any], *, full: bool
) -> int:
    out.mkdir(parents=True, exist_ok=True)
    reader(folder / "docs.jsonl", out)
    for name in lists:
        command = [sys.executable, str(data / "scorers" / "news.py"), str(folder)]
        command += ["--read", str(out / "read.jsonl")]
        if (out / "incidents.jsonl").exists():
            command += ["--export", str(out / "incidents.jsonl")]
        if name:
            command += ["--docs-list", str(folder / f"{name}.txt")]
        result = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        print(f"## {out.name}{f' {name}' if name else ''}")
        print(result if full else "\n".join(_headlines(result)))
    return sum(bool(row["failures"]) for row in _rows(out / "read.jsonl"))


def _rows(path: Path) -> Iterator[Json]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


_KEEP = (
    "==", "incident detection", "background", "type acceptable", "date overlaps", "country",
    "place within", "perpetrator", "attribution", "killed exact", "killed within",
    "injured exact", "statements", "act ", "linking B3 (missing", "cross-doc", "reconciled",
    "counts", "disputes",
)  # fmt: skip


def _headlines(result: str) -> Iterator[str]:
    for line in result.splitlines():
        if line.strip().startswith(_KEEP):
            yield line

"""The reports to change: invented ones of the checkout, and the benchmark's, if it is there."""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

CORPUS = Path("train/corpus")


@dataclass(frozen=True, slots=True)
class Source:
    id: str
    title: str
    text: str
    published: date | None
    invented: bool


def invented(size: int, seed: int) -> list[Source]:
    """A fixed sample of ``train/corpus``."""
    from train.annotated import read_corpus  # needs PyYAML, which only a checkout has

    every = [
        Source(one.id, one.title, one.text, date.fromisoformat(one.published), True)
        for one in read_corpus(CORPUS)
    ]
    return random.Random(seed).sample(every, min(size, len(every)))


def benchmark(data: Path) -> list[Source]:
    """The reports of the benchmark that are there to be read; none if there is no benchmark."""
    folder = data / "data" / "attacks" / "news"
    if not (folder / "work.txt").exists():
        return []
    work = set((folder / "work.txt").read_text(encoding="utf-8").split())
    return [one for one in rows(folder / "docs.jsonl") if one.id in work]


def rows(path: Path) -> Iterator[Source]:
    """Reports of a .jsonl file: ``text``, and what it has of ``id title published``."""
    with path.open(encoding="utf-8") as file:
        for number, row in enumerate(map(json.loads, file), start=1):
            day = date.fromisoformat(row["published"][:10]) if row.get("published") else None
            name = str(row.get("id", number))
            yield Source(name, row.get("title") or "", row["text"], day, False)

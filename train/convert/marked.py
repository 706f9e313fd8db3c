"""Real news marked by hand (``train/marked``) → training documents of incidents.

The marks are ours and say only where they stand; the texts are those of the collections.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from train.annotated import FIGURES
from train.documents import Document, Marked
from train.sources import Source, Sources

Json = dict[str, Any]


def convert(marks: Path, data: Path) -> Iterator[Document]:
    """Every document that ``marks`` holds marks of. Raises KeyError if ``data`` lacks its text."""
    sources = Sources(data)
    for path in sorted(marks.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield _document(row, sources.get(row["collection"], row["id"]))


def _document(row: Json, source: Source) -> Document:
    yes, no = (("incident",), ()) if row["incidents"] else ((), ("incident",))
    spans = tuple(_marked(row["incidents"], *span) for span in row["spans"])
    return Document(f"{row['collection']}/{row['id']}", "marked", source.text, ("incidents",),
                    spans, yes=yes, no=no, published=source.published)  # fmt: skip


def _marked(
    table: Json, tag: str, incidents: list[int], start: int, end: int, code: str | None
) -> Marked:
    classes: dict[str, str] = {}
    if tag == "event":
        cells = table[str(incidents[0])]
        classes = {name: cells[name] for name in ("type", "role", "status")}
    elif tag == "perp" and code:
        classes = {"responsibility": code}
    elif tag in FIGURES:
        classes = {"figure": code or "whole"}
    return Marked(start, end, tag, tuple(incidents), None, classes)

"""PolNeAR → statements: cue, source and content of every attribution."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from train.documents import Document, Said


def convert(path: Path) -> Iterator[Document]:
    """The documents of one split. ``path``: attribution/train.jsonl."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            said = tuple(_said(a) for a in row["attributions"] if a["cue"] and a["content"])
            yield Document(row["id"], "attribution", row["text"], ("statements",), (), said)


def _said(row: dict[str, Any]) -> Said:
    return Said(*(tuple((s, e) for s, e in row[part]) for part in ("cue", "source", "content")))

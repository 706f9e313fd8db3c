"""Real news marked by hand (``train/marked``) → training documents of incidents.

The marks are ours and say only where they stand; the texts are those of the collections.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from train.annotated import FIGURES
from train.documents import Document, Marked

Json = dict[str, Any]
_COLLECTIONS = {  # name → file under shared/data, the fields with a document's name and its day
    "news": ("attacks/news/docs.jsonl", "id", "published"),
    "hrdsattack": ("attacks/hrdsattack/train.jsonl", "id", "date"),
    "polnear": ("attribution/train.jsonl", "id", "published"),
    "aquaint": ("time/aquaint.jsonl", "docid", "dct"),
    "timebank": ("time/timebank.jsonl", "docid", "dct"),
    "lgl": ("places/lgl.jsonl", "docid", "dct"),
    "gvc": ("linking/gvc/documents.jsonl", "id", "date"),
    "gva_extra": ("linking/gva_extra/documents.jsonl", "id", "date"),
    "t5_trial": ("linking/t5_trial/documents.jsonl", "id", "date"),
}


def convert(marks: Path, data: Path) -> Iterator[Document]:
    """Every document that ``marks`` holds marks of. Raises KeyError if ``data`` lacks its text."""
    texts: dict[str, dict[str, Json]] = {}
    for path in sorted(marks.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            named = row["collection"]
            if named not in texts:
                texts[named] = dict(_texts(data, *_COLLECTIONS[named]))
            yield _document(row, texts[named][row["id"]])


def _texts(data: Path, file: str, key: str, day: str) -> Iterator[tuple[str, Json]]:
    with (data / file).open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield str(row[key]), {"text": row["text"], "day": row.get(day)}


def _document(row: Json, told: Json) -> Document:
    yes, no = (("incident",), ()) if row["incidents"] else ((), ("incident",))
    spans = tuple(_marked(row["incidents"], *span) for span in row["spans"])
    return Document(f"{row['collection']}/{row['id']}", "marked", told["text"], ("incidents",),
                    spans, yes=yes, no=no, published=told["day"] and told["day"][:10])  # fmt: skip


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

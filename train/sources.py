"""The public collections whose texts our marks and codings are of; neither holds a text itself."""

import json
from dataclasses import dataclass
from pathlib import Path

_FILES = {  # collection → file under shared/data, the fields with a document's name and its day
    "news": ("attacks/news/docs.jsonl", "id", "published"),
    "hrdsattack": ("attacks/hrdsattack/train.jsonl", "id", "date"),
    "polnear": ("attribution/train.jsonl", "id", "published"),
    "muc4": ("muc4/train.jsonl", "docid", "published"),
    "aquaint": ("time/aquaint.jsonl", "docid", "dct"),
    "timebank": ("time/timebank.jsonl", "docid", "dct"),
    "lgl": ("places/lgl.jsonl", "docid", "dct"),
    "gvc": ("linking/gvc/documents.jsonl", "id", "date"),
    "gva_extra": ("linking/gva_extra/documents.jsonl", "id", "date"),
    "t5_trial": ("linking/t5_trial/documents.jsonl", "id", "date"),
}


@dataclass(frozen=True, slots=True)
class Source:
    text: str
    title: str | None
    published: str | None  # ISO day


class Sources:
    """Documents by collection and id, each collection read once."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._read: dict[str, dict[str, Source]] = {}

    def get(self, collection: str, id: str) -> Source:
        """Raises KeyError if there is no such document."""
        if collection not in self._read:
            file, key, day = _FILES[collection]
            with (self._data / file).open(encoding="utf-8") as lines:
                self._read[collection] = {
                    str(row[key]): Source(
                        row["text"], row.get("title"), (row.get(day) or "")[:10] or None
                    )
                    for row in map(json.loads, lines)
                }
        return self._read[collection][id]

"""HRDsAttack's training articles → whether they tell of an incident, and its place and day.

The labels are crowd work; only a town and a full date are taken. The articles that are among our
own news reports are left out.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from train.convert.scenes import Scene, judged
from train.documents import Document

from reportedly.records import Place, When

Json = dict[str, Any]


def convert(folder: Path) -> Iterator[Document]:
    """``folder``: attacks."""
    overlap = (folder / "news" / "overlap_hrdsattack.txt").read_text(encoding="utf-8").split()
    with (folder / "hrdsattack" / "train.jsonl").open(encoding="utf-8") as file:
        for row in map(json.loads, file):
            if row["id"] not in overlap:
                scenes = [Scene(_place(label), _when(label)) for label in row["annotations"]]
                published = date.fromisoformat(row["date"])
                marked = tuple(judged(row["id"], row["text"], published, scenes))
                yield Document(
                    row["id"], "hrdsattack", row["text"], (), judged=marked, yes=("incident",)
                )


def _place(label: Json) -> Place | None:
    named = label["city"] not in (None, "", "None")
    return Place(label["city"], "city") if named else None


def _when(label: Json) -> When | None:
    try:
        day = date(*(int(float(label[part])) for part in ("year", "month", "date")))
    except (TypeError, ValueError):
        return None  # not given, or misspelt
    return When(day, day, "day")

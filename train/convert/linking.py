"""The linking corpora → which places and times are those of the incident that an article reports.

Articles on shootings, fires and dismissals with the registered incident: GVC, the trial data of
SemEval-2018 Task 5, and further articles of the same registry.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from train.convert.scenes import Scene, judged
from train.documents import Document

from reportedly.records import Place, When

_CORPORA = ("gvc", "t5_trial", "gva_extra")
_LENGTHS = range(400, 5001)  # code points; shorter ones are remains of a web page
_SHOOTING = ("shot", "shoot", "gun")

Json = dict[str, Any]


def convert(folder: Path) -> Iterator[Document]:
    """Articles of one incident whose town they name. ``folder``: linking.

    An id is ``incident#article``: what reports one incident is held back together.
    """
    seen: set[str] = set()
    for corpus in _CORPORA:
        incidents: dict[str, list[Json]] = {}
        for incident in _rows(folder / corpus / "incidents.jsonl"):
            for article in incident["docs"]:
                incidents.setdefault(article, []).append(incident)
        for row in _rows(folder / corpus / "documents.jsonl"):
            told = incidents.get(row["id"], [])
            if len(told) == 1 and row["text"] not in seen and _usable(row["text"], told[0]):
                seen.add(row["text"])
                yield _document(row, told[0])


def _usable(text: str, incident: Json) -> bool:
    city = incident.get("city")
    return len(text) in _LENGTHS and bool(city) and city in text and incident.get("lat") is not None


def _document(row: Json, incident: Json) -> Document:
    day = date.fromisoformat(incident["date"])
    place = Place(incident["city"], "city", lat=incident["lat"], lon=incident["lon"])
    name = f"{incident['id']}#{row['id']}"
    published = date.fromisoformat(row["date"][:10])
    scenes = [Scene(place, When(day, day, "day"))]
    marked = tuple(judged(name, row["text"], published, scenes))
    yes = ("incident",) if any(word in row["text"] for word in _SHOOTING) else ()
    return Document(name, "linking", row["text"], (), judged=marked, yes=yes)


def _rows(path: Path) -> Iterator[Json]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)

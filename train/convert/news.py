"""The development reports of attacks/news → statements with their acts, places and times.

Nothing of check.txt.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from train.convert.muc4 import occurrences
from train.convert.scenes import Scene, judged
from train.documents import Document, Said

from reportedly.records import Place, When

Json = dict[str, Any]


def convert(folder: Path) -> Iterator[Document]:
    """The reports that work.txt names. ``folder``: attacks/news."""
    work = set((folder / "work.txt").read_text(encoding="utf-8").split())
    gold = {row["doc"]: row for row in _rows(folder / "gold.jsonl")}
    for row in _rows(folder / "docs.jsonl"):
        if row["id"] not in work:
            continue
        said = tuple(s for s in (_said(row["text"], g) for g in gold[row["id"]]["statements"]) if s)
        knows = ("statements",) if gold[row["id"]]["complete"] else ("acts",)
        incidents = gold[row["id"]]["incidents"] + gold[row["id"]]["background_incidents"]
        yes, no = (("incident",), ()) if incidents else ((), ("incident",))
        scenes = [_scene(i) for i in gold[row["id"]]["incidents"] if not i["aggregate"]]
        marked = judged(row["id"], row["text"], date.fromisoformat(row["published"]), scenes)
        yield Document(row["id"], "news", row["text"], knows, (), said, yes, no, tuple(marked))


def _scene(incident: Json) -> Scene:
    place, day = incident["place"], incident["date"]
    return Scene(
        Place(place["name"], "city", lat=place["lat"], lon=place["lon"]) if place["name"] else None,
        When(date.fromisoformat(day["earliest"]), date.fromisoformat(day["latest"]), "range"),
    )


def _rows(path: Path) -> Iterator[Json]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def _said(text: str, row: Json) -> Said | None:
    at = text.find(row["quote"])
    if at < 0:
        return None
    content = (at, at + len(row["quote"]))
    near = (max(0, at - 300), min(len(text), content[1] + 300))
    cue = _nearest(text, row.get("cue") or "", content, near)
    names = [
        row["speaker"],
        *row.get("speaker_aliases", []),
        row["speaker"].split()[-1],
        "he",
        "she",
    ]
    source = next((s for name in names if (s := _nearest(text, name, content, near))), None)
    return Said((cue,) if cue else (), (source,) if source else (), (content,), row["act"])


def _nearest(
    text: str, words: str, content: tuple[int, int], near: tuple[int, int]
) -> tuple[int, int] | None:
    spots = [
        (start, end)
        for start, end in occurrences(text[: near[1]], words)
        if start >= near[0] and (end <= content[0] or start >= content[1])
    ]
    return min(
        spots, key=lambda s: min(abs(s[0] - content[1]), abs(content[0] - s[1])), default=None
    )

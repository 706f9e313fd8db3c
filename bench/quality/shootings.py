"""Articles of the linking corpora, with the registered shooting that each reports, as news gold.

``shootings.txt`` names articles that no rule was written with and that the training holds back. The
registry knows one incident an article, its town, its day and its victims; it may know more than was
known on the day, and whatever else the article recalls counts as found for nothing.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Json = dict[str, Any]
_LISTED = Path(__file__).with_suffix(".txt")
_READINGS = ["assassination", "kidnapping", "mob_violence", "other"]  # of a shooting, all right


def convert(data: Path, out: Path) -> Path:
    """Write docs.jsonl, gold.jsonl and linking.json into ``out`` and return it."""
    out.mkdir(parents=True, exist_ok=True)
    listed: dict[str, set[str]] = {}
    for line in _LISTED.read_text(encoding="utf-8").splitlines():
        corpus, _, article = line.partition("/")
        listed.setdefault(corpus, set()).add(article)
    docs, gold = [], []
    for corpus, articles in listed.items():
        folder = data / "data" / "linking" / corpus
        told = {id: row for row in _rows(folder / "incidents.jsonl") for id in row["docs"]}
        for row in _rows(folder / "documents.jsonl"):
            if row["id"] in articles:
                same = {name: row[name] for name in ("id", "title", "text")}
                docs.append({**same, "published": row["date"][:10], "publisher": row.get("source")})
                gold.append(_gold(row["id"], told[row["id"]]))
    for name, rows in (("docs", docs), ("gold", gold)):
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (out / f"{name}.jsonl").write_text(text, encoding="utf-8")
    (out / "linking.json").write_text("{}", encoding="utf-8")
    return out


def _gold(document: str, incident: Json) -> Json:
    victims = [
        p.get("status", "") for p in incident["participants"] if "Victim" in p.get("type", "")
    ]
    main = {
        "key": incident["id"],
        "type": "armed_assault",
        "also_types": _READINGS,
        "date": {"earliest": incident["date"], "latest": incident["date"]},
        "place": {
            "name": incident["city"], "admin1": incident["state"], "country": "United States",
            "lat": incident["lat"], "lon": incident["lon"],
        },
        "perpetrators": [],
        "attribution": {"status": "unknown"},
        "killed": _count(sum("Killed" in status for status in victims)),
        "injured": _count(sum("Injured" in status for status in victims)),
        "counts": [],
        "evidence": [],
    }  # fmt: skip
    return {"doc": document, "complete": False, "incidents": [main], "background_incidents": [],
            "statements": [], "disputes": []}  # fmt: skip


def _count(number: int) -> Json | None:
    """The registry's number; none is not said, rather than zero."""
    if not number:
        return None
    return {"low": number, "best": number, "high": number, "bound": "exact"}


def _rows(path: Path) -> Iterator[Json]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)

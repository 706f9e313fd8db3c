"""Real reports of other public collections, coded by hand like the news: more to measure on.

``coded/read.jsonl`` has been read for the rules, ``coded/unread.jsonl`` has not: keep it so. A
coding says where its evidence stands; the texts are those of the collections.
"""

import json
from pathlib import Path
from typing import Any

from train.sources import Source, Sources

Json = dict[str, Any]


def convert(codings: Path, data: Path, out: Path) -> Path:
    """Write docs.jsonl, gold.jsonl and linking.json of one file into ``out`` and return it."""
    out.mkdir(parents=True, exist_ok=True)
    sources = Sources(data / "data")
    docs, gold = [], []
    for row in map(json.loads, codings.read_text(encoding="utf-8").splitlines()):
        source = sources.get(row["collection"], row["id"])
        name = f"{row['collection']}/{row['id']}"
        docs.append({"id": name, "title": source.title, "published": source.published,
                     "text": source.text})  # fmt: skip
        kinds = ("incidents", "background_incidents")
        told = {
            kind: [_quoted(i, f"{name}#{kind}{n}", source) for n, i in enumerate(row[kind])]
            for kind in kinds
        }
        gold.append({"doc": name, "complete": False, **told, "statements": [], "disputes": []})
    for file, rows in (("docs", docs), ("gold", gold)):
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (out / f"{file}.jsonl").write_text(text, encoding="utf-8")
    (out / "linking.json").write_text("{}", encoding="utf-8")
    return out


def _quoted(incident: Json, key: str, source: Source) -> Json:
    """An incident with words for the places in the text where they stand."""
    counts = [{**c, "quote": source.text[slice(*c["quote"])]} for c in incident["counts"]]
    evidence = [source.text[slice(*span)] for span in incident["evidence"]]
    return {**incident, "key": key, "counts": counts, "evidence": evidence}

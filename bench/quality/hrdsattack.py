"""HRDsAttack's development documents in the shape of the news gold.

Its labels are crowd work on human-rights violations: one primary event a document, with the kind
of violation, a date and a place by name. Kinds that are no violence by our codebook (arbitrary
detention, other) accept any type; tolls are not labelled.
"""

import json
from calendar import monthrange
from datetime import date
from pathlib import Path
from typing import Any

_TYPES = {
    "killing": [
        "armed_assault", "assassination", "bombing", "suicide_bombing", "battle", "mob_violence",
        "airstrike_shelling",
    ],
    "kidnapping": ["kidnapping"],
    "enforced disappearance": ["kidnapping", "other"],
    "torture": ["armed_assault", "other"],
}  # fmt: skip
_COUNTRIES = {"People's Republic of China": "China", "USA": "United States"}


def convert(data: Path, out: Path) -> Path:
    """Write docs.jsonl, gold.jsonl and linking.json into ``out`` and return it."""
    out.mkdir(parents=True, exist_ok=True)
    source = data / "data" / "attacks" / "hrdsattack" / "dev.jsonl"
    docs, gold = [], []
    for line in source.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        docs.append(
            {"id": row["id"], "title": row["title"], "published": row["date"], "text": row["text"]}
        )
        incidents = [
            i for n, a in enumerate(row["annotations"]) if (i := _incident(row["id"], n, a))
        ]
        gold.append(
            {"doc": row["id"], "complete": False, "incidents": incidents,
             "background_incidents": [], "statements": [], "disputes": []}
        )  # fmt: skip
    (out / "docs.jsonl").write_text("".join(json.dumps(d) + "\n" for d in docs), encoding="utf-8")
    (out / "gold.jsonl").write_text("".join(json.dumps(g) + "\n" for g in gold), encoding="utf-8")
    (out / "linking.json").write_text("{}", encoding="utf-8")
    return out


def _incident(doc: str, n: int, label: dict[str, Any]) -> dict[str, Any] | None:
    types = [t for v in label["violation_types"] for t in _TYPES.get(v, ["other"])]
    when = _interval(label)
    if when is None:
        return None  # the scorer needs a date
    country = _named(label["country"])
    return {
        "key": f"{doc}-{n}",
        "type": types[0] if types else "other",
        "also_types": types[1:],
        "date": when,
        "place": {
            "name": _named(label["city"]),
            "admin1": _named(label["region"]),
            "country": _COUNTRIES.get(country or "", country),
        },
        "perpetrators": [],
        "attribution": {"status": None},
        "killed": None,
        "injured": None,
        "counts": [],
        "evidence": [],
    }


def _named(value: Any) -> str | None:
    return None if value in (None, "None", "") else str(value)


def _number(value: Any) -> int | None:
    """A labelled number; None where it is missing or misspelt ("Novermber")."""
    try:
        return int(float(value))
    except (TypeError, ValueError):
        return None


def _interval(label: dict[str, Any]) -> dict[str, str] | None:
    """The labelled day, month or year as an interval; None where there is none or it is no date."""
    year, month, day = (_number(label[key]) for key in ("year", "month", "date"))
    if year is None:
        return None
    if month is None or not 1 <= month <= 12:
        return {"earliest": f"{year}-01-01", "latest": f"{year}-12-31"}
    last = monthrange(year, month)[1]
    days = (day, day) if day is not None and 1 <= day <= last else (1, last)
    return {
        "earliest": date(year, month, days[0]).isoformat(),
        "latest": date(year, month, days[1]).isoformat(),
    }

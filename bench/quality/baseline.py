"""What a page of code with no understanding gets: the figures beside which ours must stand.

One incident a report: an armed assault on the publication day, in the first country named in the
text, with the first number before "killed" or "dead". Every stretch in quotation marks is a
statement by the nearest capitalised name before "said".
"""

import json
import re
from pathlib import Path
from typing import Any

_KILLED = re.compile(r"(\d+)(?: \w+){0,2} (?:killed|dead)|kill(?:ed|ing)(?: at least)? (\d+)")
_QUOTE = re.compile(
    r"[“\"]([^”\"]{20,})[”\"][^.]{0,60}?([A-Z]\w+(?: [A-Z]\w+)*) said|[“\"]([^”\"]{20,})[”\"]"
)
_COUNTRY = re.compile(
    r"\b(Afghanistan|Pakistan|Nigeria|Iraq|Syria|Somalia|Mali|Egypt|Turkey|India|Kenya|France|Germany|"
    r"Israel|Lebanon|Yemen|Libya|Ukraine|Russia|Colombia|Mexico|Philippines|Myanmar|Indonesia|Iran|Haiti)\b"
)


def read(documents: Path, out: Path) -> None:
    """Write readings of the baseline in the shape of ``reportedly read --json``."""
    with (out / "read.jsonl").open("w", encoding="utf-8") as file:
        for line in documents.read_text(encoding="utf-8").splitlines():
            file.write(json.dumps(_reading(json.loads(line))) + "\n")


def _reading(doc: dict[str, Any]) -> dict[str, Any]:
    text = doc["text"]
    killed, country = _KILLED.search(text), _COUNTRY.search(text)
    number = int(next(g for g in killed.groups() if g)) if killed else None
    toll = {"low": number, "best": number, "high": number, "bound": "exact"} if killed else None
    day = doc["published"]
    incident = {
        "id": doc["id"], "role": "main", "type": "armed_assault",
        "date": {"earliest": day, "latest": day} if day else None,
        "place": {"name": country[1], "country": country[1]} if country else None,
        "perpetrators": [], "attribution": {"status": "unknown"}, "killed": toll, "injured": None,
        "counts": [
            {**toll, "outcome": "killed", "evidence": [{"quote": killed.group()}]}
        ] if killed and toll else [],
        "mentions": [{"quote": text.split(".")[0]}],
    }  # fmt: skip
    statements = [
        {
            "id": f"s{n}",
            "speaker": {"name": m[2]},
            "act": "assert",
            "content": {"quote": m[1] or m[3]},
        }
        for n, m in enumerate(_QUOTE.finditer(text))
    ]
    return {
        "report": {"name": doc["id"]}, "incidents": [incident], "statements": statements,
        "disputes": [], "failures": [],
    }  # fmt: skip

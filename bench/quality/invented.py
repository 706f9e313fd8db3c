"""The invented reports of ``train/corpus`` as a news collection: to measure readers without texts
of others, and on more kinds of report than we have read for the rules.

The trained reader has seen most of them; for it only those held back by ``python -m train`` count.
"""

import json
import re
from calendar import monthrange
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from train.annotated import AnnotatedReport, Span, read_corpus, read_file

from bench.quality.doers import named

Json = dict[str, Any]
_UNREAL = ("threatened", "retracted")  # nothing that a list of incidents must have
_LOW = {"several": 3, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000}
# "The group": whoever the report is mainly about, or named beside them.
_AGAIN = re.compile(
    r"(?:the|that|this|our|its|his) (?:same )?(?:\w+ )?(?:group|outfit|organi[sz]ation|militia|sect"
    r"|command|clique|cartel|column|network|elements|people|unit|band|faction|insurgents|rebels)$",
    re.I,
)
_ANAPHOR = re.compile(
    r"(?:s?he|it|they|we|his|hers?|its|their|him|them|one|who|which|that"
    r"|the (?:group|ministry|army|force|faction|statement"
    r"|spokes(?:wo)?man|minister|officer|official))$",
    re.I,
)


def convert(corpus: Path, out: Path) -> Path:
    """Write docs.jsonl, gold.jsonl and linking.json of a folder or a file; return ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    reports = list(read_corpus(corpus) if corpus.is_dir() else read_file(corpus))
    with (out / "docs.jsonl").open("w", encoding="utf-8") as docs:
        for report in reports:
            row = {n: getattr(report, n) for n in ("id", "title", "publisher", "published", "text")}
            docs.write(json.dumps(row, ensure_ascii=False) + "\n")
    with (out / "gold.jsonl").open("w", encoding="utf-8") as gold:
        for report in reports:
            gold.write(json.dumps(_gold(report), ensure_ascii=False) + "\n")
    (out / "linking.json").write_text("{}", encoding="utf-8")
    return out


def _gold(report: AnnotatedReport) -> Json:
    told = {n: _incident(report, n, cells) for n, cells in report.incidents.items()}
    optional = {
        n for n, cells in report.incidents.items()
        if cells["role"] == "background" or cells["status"] in _UNREAL
    }  # fmt: skip
    return {
        "doc": report.id,
        "complete": True,
        "incidents": [row for n, row in told.items() if n not in optional],
        "background_incidents": [row for n, row in told.items() if n in optional],
        "statements": list(_statements(report)),
        "disputes": [],
    }


def _incident(report: AnnotatedReport, number: int, cells: Json) -> Json:
    spans = [s for s in report.spans if number in s.incidents]
    named = _names(report, number)
    words = cells["responsibility"].split()
    return {
        "key": f"{report.id}-{number}",
        "type": cells["type"],
        "also_types": [],
        "date": _interval(cells["date"]),
        "place": {"name": _null(cells.get("place")), "admin1": None,
                  "country": _null(cells.get("country")), "lat": None, "lon": None},
        "also_places": [],
        "perpetrators": named[:1],
        "perpetrator_aliases": named[1:],
        "attribution": {"status": next((w for w in words if w != "denied"), "unknown")},
        "killed": _figure(cells["killed"]),
        "injured": _figure(cells["injured"]),
        "attackers_killed": None,
        "aggregate": cells["role"] == "aggregate",
        "counts": [],
        "evidence": [_words(report, s) for s in spans if s.name == "event"],
    }  # fmt: skip


def _statements(report: AnnotatedReport) -> Iterator[Json]:
    keys: dict[str, list[Span]] = {}
    for span in report.spans:
        if span.key:
            keys.setdefault(span.key, []).append(span)
    named = [s for s in report.spans if s.name == "src" and not _ANAPHOR.match(_words(report, s))]
    for spans in keys.values():
        content = max((s for s in spans if s.name == "say"), key=lambda s: s.end - s.start)
        source = next((s for s in spans if s.name == "src"), None)
        act = next((s.code for s in spans if s.code and s.name in ("src", "cue")), None)
        if source:
            speaker = _words(report, source)
            # "He": the corpus does not say who; one of the two sources named last will do.
            before = [_words(report, s) for s in named if s.start < source.start][-2:]
            aliases = before if _ANAPHOR.match(speaker) else []
            yield {"speaker": speaker, "affiliation": None, "act": act,
                   "quote": _words(report, content), "speaker_aliases": aliases}  # fmt: skip


def _words(report: AnnotatedReport, span: Span) -> str:
    return report.text[span.start : span.end]


def _names(report: AnnotatedReport, number: int) -> list[str]:
    """The names of whoever did it, with other forms of them that the report has; or none."""
    cells = report.incidents[number]
    if cells["responsibility"].startswith("unknown"):
        return []
    doers = [s for s in report.spans if s.name == "perp"]
    country = _null(cells.get("country"))
    phrases = [_words(report, s) for s in doers if number in s.incidents and s.code != "denied"]
    denying = [_words(report, s) for s in doers if number in s.incidents and s.code == "denied"]
    elsewhere = named([_words(report, s) for s in doers], None)
    found = named(phrases, country)
    if not found and any(_AGAIN.match(phrase) for phrase in phrases):
        return elsewhere
    found = found or named(denying, country)
    longer = [
        other for other in elsewhere for name in found
        if name != other and (name in other.split() or _initials(other) == name)
    ]  # fmt: skip
    return list(dict.fromkeys((*found, *longer)))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _null(cell: str | None) -> str | None:
    return None if cell in (None, "null", "") else cell


def _interval(cell: str) -> Json | None:
    if cell == "null":
        return None
    first, _, last = cell.partition("/")
    return {"earliest": _edge(first, 0), "latest": _edge(last or first, 1)}


def _edge(cell: str, end: int) -> str:
    parts = [int(part) for part in cell.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else (1, 12)[end]
    day = parts[2] if len(parts) > 2 else (1, monthrange(year, month)[1])[end]
    return f"{year:04}-{month:02}-{day:02}"


def _figure(cell: str) -> Json | None:
    if cell == "null":
        return None
    if cell in _LOW:
        return {"low": _LOW[cell], "best": None, "high": None, "bound": cell}
    if cell.endswith("+"):
        low = int(cell[:-1])
        return {"low": low, "best": low, "high": None, "bound": "at_least"}
    if cell[0] == "~":
        return {"low": int(cell[1:]), "best": int(cell[1:]), "high": None, "bound": "approx"}
    if cell[0] == "<":
        return {"low": None, "best": int(cell[1:]), "high": int(cell[1:]), "bound": "up_to"}
    least, _, most = cell.partition("-")
    best = int(least) if not most else None
    return {"low": int(least), "best": best, "high": int(most or least), "bound": "exact"}

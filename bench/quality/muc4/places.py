"""Places in MUC-4's form, COUNTRY: REGION (DEPARTMENT): CITY (CITY), from the gazetteer's.

Only what the text names goes into the path. The kind of a place is the word beside its name
("the department of X", "Y neighborhood"), else what the gazetteer knows; a name that neither
tells apart is a city.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from bench.quality.muc4.template import Where
from reportedly.plugins import Names

_KINDS = (
    "neighborhood department town municipality province district village region canton suburb "
    "airport university zone sector city"
).split()
_RANK = {"region": 0, "zone": 0, "department": 1, "province": 2, "municipality": 3, "canton": 4,
         "city": 5, "town": 5, "village": 6, "airport": 7, "university": 7, "district": 7,
         "sector": 7, "suburb": 7, "neighborhood": 8}  # fmt: skip
_OF_PRECISION = {"admin1": "department", "admin2": "province", "city": "city", "name": "city"}
_AFTER = re.compile(rf"['\"]?,?\s+(?P<kind>{'|'.join(_KINDS)})\b", re.IGNORECASE)
_BEFORE = re.compile(
    rf"\b(?P<kind>{'|'.join(_KINDS)})(?:\s+(?:of|known as|called))?\s+['\"]?$", re.IGNORECASE
)
_BESIDE = 30  # characters


def location(
    where: Sequence[Where], text: str, dateline: str | None, names: Names
) -> dict[str, Any] | None:
    """The slot's value; the dateline's country where the text names none; None without either."""
    country = _country(where) or _country_of(dateline, names)
    if country is None:
        return None
    steps: dict[int, tuple[str, str]] = {}
    for found in where:
        kind = _kind(found, text)
        if kind is not None and found.place.country in (country, None):
            steps.setdefault(_RANK[kind], (" ".join(found.mention.words.upper().split()), kind))
    path = [[{"name": name, "types": [kind.upper()]}] for _, (name, kind) in sorted(steps.items())]
    written = [f"{step[0]['name']} ({step[0]['types'][0]})" for step in path]
    return {
        "raw": ": ".join([country.upper(), *written]),
        "country": country.upper(),
        "path": path,
    }


def _country(where: Sequence[Where]) -> str | None:
    seen = Counter(w.place.country for w in where if w.place.country)
    return seen.most_common(1)[0][0] if seen else None


def _country_of(dateline: str | None, names: Names) -> str | None:
    known = names.places(dateline) if dateline else ()
    return next((place.country for place in known if place.country), None)


def _kind(found: Where, text: str) -> str | None:
    """The kind of place, None for a country or an area across borders."""
    place, mention = found.place, found.mention
    if place.precision in ("country", "area", "near"):
        return None
    before = text[max(0, mention.start - _BESIDE) : mention.start]
    beside = _AFTER.match(text, mention.end) or _BEFORE.search(before)
    if beside is not None:
        return beside["kind"].lower()
    return _OF_PRECISION.get(place.precision)

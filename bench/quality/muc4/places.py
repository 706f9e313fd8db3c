"""Places in MUC-4's form, COUNTRY: REGION (DEPARTMENT): CITY (CITY), from the gazetteer's.

Only what the text names goes into the path. The kind of a place is the word beside its name
("the department of X", "Y neighborhood"), else what the gazetteer knows; a name that neither
tells apart is a city.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from bench.quality.muc4.pages import Page
from bench.quality.muc4.template import Mention, Where
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
    rf"\b(?P<kind>{'|'.join(_KINDS)})(?:\s+(?:of|known as|called))?\s+['\"]?\Z", re.IGNORECASE
)
_NAME = re.compile(r"\b[A-Z]\w+\s+\Z")
_BESIDE = 30  # characters


_WORD = re.compile(r"[A-Za-z.]+(?: (?:Rica|Salvador))?")
# MUC-4 asks for incidents in these countries alone.
COUNTRIES = frozenset(
    "Argentina|Bolivia|Chile|Colombia|Ecuador|El Salvador|Guatemala|Honduras|Peru".split("|")
)


def location(where: Sequence[Where], page: Page, names: Names) -> dict[str, Any] | None:
    """The slot's value, by a country of MUC-4's; None where the page speaks of none.

    Where the places of the incident tell no country it is that of the dateline, and for news sent
    from elsewhere the one of which the page speaks most.
    """
    where = [found if found.place else located(found.mention, names) for found in where]
    country = _country(where) or _country_of(page.dateline, names) or _most_named(page, names)
    if country is None:
        return None
    steps: dict[int, tuple[str, str]] = {}
    for found in where:
        kind = _kind(found, page.readable)
        if kind is None or (found.place and found.place.country not in (country, None)):
            continue
        name = _name(found.mention.words, kind)
        if name not in country.upper() or name == country.upper():  # a cut "El Salvador"
            steps.setdefault(_RANK[kind], (name, kind))
    path = [[{"name": name, "types": [kind.upper()]}] for _, (name, kind) in sorted(steps.items())]
    written = [f"{step[0]['name']} ({step[0]['types'][0]})" for step in path]
    return {
        "raw": ": ".join([country.upper(), *written]),
        "country": country.upper(),
        "path": path,
    }


def located(mention: Mention, names: Names) -> Where:
    """A name with the gazetteer's place of it in one of the countries, the most populous first."""
    known = names.places(" ".join(mention.words.split()))
    return Where(next((p for p in known if p.country in COUNTRIES), None), mention)


def _country(where: Sequence[Where]) -> str | None:
    seen = Counter(w.place.country for w in where if w.place and w.place.country in COUNTRIES)
    return seen.most_common(1)[0][0] if seen else None


def _country_of(dateline: str | None, names: Names) -> str | None:
    known = names.places(dateline) if dateline else ()
    found = next((place.country for place in known if place.country), None)
    return found if found in COUNTRIES else None


def _most_named(page: Page, names: Names) -> str | None:
    words = Counter(m[0] for m in _WORD.finditer(page.readable) if m[0][0].isupper())
    seen: Counter[str] = Counter()
    for word, times in words.items():
        own = [p for p in names.places(word) if p.precision == "country"]
        for place in (*own, *names.demonyms(word)):
            if place.name in COUNTRIES:
                seen[place.name] += times
    return seen.most_common(1)[0][0] if seen else None


def _name(words: str, kind: str) -> str:
    """Without its kind ("Tolima Department"), except in a city's own name ("Guatemala City")."""
    name = " ".join(words.upper().split())
    return name if kind == "city" else name.removesuffix(kind.upper()).strip()


def _kind(found: Where, text: str) -> str | None:
    """The kind of place, None for a country or an area across borders.

    In "the Y neighborhood of X" the word is Y's, which its capital tells.
    """
    place, mention = found.place, found.mention
    if place and place.precision in ("country", "area", "near"):
        return None
    begin = max(0, mention.start - _BESIDE)
    beside = _AFTER.match(text, mention.end)
    if beside is None:
        beside = _BEFORE.search(text, begin, mention.start)
        taken = beside is not None and _NAME.search(text, begin, beside.start("kind"))
        beside = None if taken else beside
    if beside is not None:
        return beside["kind"].lower()
    return _OF_PRECISION.get(place.precision) if place else "city"

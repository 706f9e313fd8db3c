"""The built-in places: a read-only SQLite file, opened on first use and asked by key."""

import sqlite3
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, cast

from reportedly.gazetteer.fold import fold
from reportedly.plugins import Background
from reportedly.records import Place, PlacePrecision

_BY_NAME = """
SELECT p.id, p.name, p.kind, p.admin1, p.code, p.lat, p.lon, p.population, n.alternate
FROM name n JOIN place p ON p.id = n.place WHERE n.key = ?
"""
# An alternate name is often a foreign spelling: it counts as a tenth of a town's own name.
_ALTERNATE = 0.1
_AREA = 5_000_000  # an area across borders is named as often as a city of so many people
_LONGEST = 80  # no name in the index is longer; longer text is no name


class Country(NamedTuple):
    code: str
    name: str
    capital: str
    demonyms: tuple[str, ...]


class PlaceIndex:
    """Places by name out of one index file. Safe to share between threads."""

    def __init__(self, path: Path) -> None:
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        self._db = sqlite3.connect(uri, uri=True, check_same_thread=False)
        self.countries = {
            code: Country(code, name, capital, tuple(d for d in demonyms.split(";") if d))
            for code, name, capital, demonyms in self._db.execute("SELECT * FROM country")
        }
        self._demonyms: dict[str, list[str]] = {}
        for key, code in self._db.execute("SELECT key, code FROM demonym ORDER BY key, code"):
            self._demonyms.setdefault(key, []).append(code)
        self._capitals = {(c.code, fold(c.capital)) for c in self.countries.values()}
        self._background: dict[str, Background] = {}
        self.by_key = lru_cache(maxsize=50_000)(self._by_key)

    def places(self, name: str) -> Sequence[Place]:
        return self.by_key(fold(name)) if len(name) <= _LONGEST else ()

    def demonyms(self, word: str) -> Sequence[Place]:
        if len(word) > _LONGEST:
            return ()
        codes = self._demonyms.get(fold(word), ())
        return tuple(self.country(code) for code in codes)

    def country(self, code: str) -> Place:
        name = self.countries[code].name
        return next(p for p in self.places(name) if p.precision == "country")

    def background(self, ref: str) -> Background | None:
        """Known for every place that a look-up has returned."""
        return self._background.get(ref)

    def _by_key(self, key: str) -> tuple[Place, ...]:
        rows = self._db.execute(_BY_NAME, (key,)).fetchall() if key else []
        rows.sort(key=lambda row: -_weight(row))
        return tuple(self._place(*row[:8]) for row in rows)

    def _place(
        self,
        number: int,
        name: str,
        kind: str,
        admin1: str | None,
        code: str | None,
        lat: float | None,
        lon: float | None,
        population: int,
    ) -> Place:
        ref = f"geonames:{number}" if number > 0 else f"area:{fold(name).replace(' ', '-')}"
        capital = kind == "city" and (code, fold(name)) in self._capitals
        self._background[ref] = Background(population=population, capital=capital)
        return Place(
            name,
            cast(PlacePrecision, kind),
            admin1=admin1,
            country=self.countries[code].name if code else None,
            country_code=code,
            lat=lat,
            lon=lon,
            ref=ref,
        )


def _weight(row: Sequence[Any]) -> float:
    population = _AREA if row[2] == "area" else row[7]
    return float(population * (_ALTERNATE if row[8] else 1))

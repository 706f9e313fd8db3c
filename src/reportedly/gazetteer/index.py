"""The built-in places: a read-only SQLite file, opened on first use and asked by key."""

import sqlite3
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, cast

from reportedly.errors import AssetError
from reportedly.gazetteer.fold import SHORT, exact, fold
from reportedly.gazetteer.written import DEGREE, DOUBTFUL, FORMAT, KINDS
from reportedly.plugins import Background
from reportedly.records import Place, PlacePrecision

_PLACES = """
SELECT p.id, p.name, p.kind, p.country, p.lat, p.lon, p.population, p.capital,
  up.id, up.name, up.kind, top.id, top.name, {rank}
FROM {source} LEFT JOIN place up ON up.id = p.parent LEFT JOIN place top ON top.id = up.parent
"""
_BY_NAME = _PLACES.format(rank="MIN(n.rank)", source="name n JOIN place p ON p.id = n.place")
_BY_NAME += "WHERE n.key IN (?, ?) GROUP BY p.id"
_BY_ID = _PLACES.format(rank="0", source="place p") + "WHERE p.id = ?"
# An alternate name is often a foreign spelling: it counts as a tenth of a town's own name.
_ALTERNATE = 0.1
_AREA = 5_000_000  # an area across borders is named as often as a city of so many people
_SHORT = 2 * SHORT  # an abbreviation with its dots
_LONGEST = 80  # no name in the index is longer; longer text is no name
_SMALL, _ADMIN1 = KINDS.index("small"), KINDS.index("admin1")
_GEONAMES = "geonames:"


class Country(NamedTuple):
    code: str
    place: int
    name: str
    capital: str
    demonyms: tuple[str, ...]


class PlaceIndex:
    """Places by name out of one index file. Safe to share between threads.

    Raises AssetError where the file is not one of this version.
    """

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise AssetError(f"{path} is not there; `reportedly gazetteer build` makes such a file")
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        try:
            self._db = sqlite3.connect(uri, uri=True, check_same_thread=False)
            self.about = dict(self._db.execute("SELECT key, value FROM about"))
        except sqlite3.DatabaseError as error:
            raise AssetError(f"{path} is no file of places: {error}") from error
        if self.about.get("format") != str(FORMAT):
            raise AssetError(f"{path} is of another version; make it anew with `gazetteer build`")
        self.countries = {
            code: Country(code, place, name, capital, tuple(d for d in demonyms.split(";") if d))
            for code, place, name, capital, demonyms in self._db.execute("SELECT * FROM country")
        }
        self._demonyms: dict[str, list[int]] = {}
        for key, place in self._db.execute("SELECT key, place FROM demonym ORDER BY key, country"):
            self._demonyms.setdefault(key, []).append(place)
        self._background: dict[str, Background] = {}
        self._found = lru_cache(maxsize=50_000)(self._look)
        self.place = lru_cache(maxsize=5_000)(self._place)

    def places(self, name: str, *, small: bool = False) -> Sequence[Place]:
        """``small``: with the small settlements of countries that list very many of them."""
        if len(name) > _LONGEST:
            return ()
        large, every = self._found(fold(name), exact(name) if len(name) <= _SHORT else "")
        return every if small else large

    def demonyms(self, word: str) -> Sequence[Place]:
        if len(word) > _LONGEST:
            return ()
        return tuple(self.place(number) for number in self._demonyms.get(fold(word), ()))

    def counts(self) -> dict[str, int]:
        """How many places and names there are."""
        tables = ("place", "name")
        return {t: self._db.execute(f"SELECT COUNT(*) FROM {t}").fetchone()[0] for t in tables}

    def background(self, ref: str) -> Background | None:
        """Known for every place that a look-up has returned."""
        return self._background.get(ref)

    def _look(self, key: str, short: str) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
        rows = self._db.execute(_BY_NAME, (key, short)).fetchall() if key else []
        rows.sort(key=lambda row: (-_weight(row), row[0]))
        every = tuple(map(self._read, rows))
        return tuple(p for p, row in zip(every, rows, strict=True) if not _is_small(row)), every

    def _place(self, number: int) -> Place:
        return self._read(self._db.execute(_BY_ID, (number,)).fetchone())

    def _read(self, row: Sequence[Any]) -> Place:
        number, name, kind, code, lat, lon, population, capital, *above, _ = row
        up, up_name, up_kind, top, top_name = above
        up_name, top_name = _turned(up_name), _turned(top_name)
        admin1, admin2 = (up_name, None) if up_kind == _ADMIN1 else (top_name, up_name)
        ref = _ref(number, name)
        if KINDS[kind] in ("admin1", "admin2"):
            name = _turned(name)
        if kind == _ADMIN1:
            admin1 = name
        country = self.countries.get(code)
        within = [f"{_GEONAMES}{n}" for n in (up, top) if n is not None]
        if country and country.place != number:
            within.append(_ref(country.place, country.name))
        self._background[ref] = Background(
            population=population,
            capital=bool(capital),
            admin2=admin2,
            within=tuple(within),
            small=kind == _SMALL,
        )
        return Place(
            name,
            cast(PlacePrecision, "city" if kind == _SMALL else KINDS[kind]),
            admin1=admin1,
            country=country.name if country else None,
            country_code=code,
            lat=None if lat is None else lat / DEGREE,
            lon=None if lon is None else lon / DEGREE,
            ref=ref,
        )


def _turned(name: str | None) -> str | None:
    """ "Madrid, Comunidad de" as it is filed: "Comunidad de Madrid", as it is said."""
    head, comma, title = (name or "").rstrip(",").partition(", ")
    if comma and " and " in title:
        return name  # "Newry, Mourne and Down"
    return f"{title} {head}".strip() or None


def _ref(number: int, name: str) -> str:
    return f"{_GEONAMES}{number}" if number > 0 else f"area:{fold(name).replace(' ', '-')}"


def _is_small(row: Sequence[Any]) -> bool:
    return bool(row[2] == _SMALL or row[-1] == DOUBTFUL)


def _weight(row: Sequence[Any]) -> float:
    population = _AREA if KINDS[row[2]] == "area" else row[6]
    return float(population * (_ALTERNATE if row[-1] else 1))

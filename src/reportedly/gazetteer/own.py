"""A person's own places: a CSV file read on top of the built-in index.

Columns: ``name, kind, admin1, country, country_code, lat, lon, population, aliases``; only name
and kind are needed. ``kind`` is country, admin1, admin2, city (or capital, town, village), area or
site; aliases are separated by ``;``. The demonyms of a country stand in an optional column
``demonyms``.
"""

import csv
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from reportedly.errors import AssetError
from reportedly.gazetteer.fold import fold
from reportedly.plugins import Background
from reportedly.records import Place, PlacePrecision

KINDS = ("country", "admin1", "admin2", "city", "area", "site")
# Other words for a settlement or a feature that people write into such tables.
_ALIKE = {
    "capital": "city", "town": "city", "village": "city", "settlement": "city",
    "region": "area", "pass": "area", "river": "area", "mountain": "area", "lake": "area",
    "neighbourhood": "site", "facility": "site",
}  # fmt: skip


class OwnPlaces:
    """Places of one CSV file by name, in the order of the file's populations."""

    def __init__(self, path: Path) -> None:
        self._names: dict[str, list[Place]] = defaultdict(list)
        self._demonyms: dict[str, list[Place]] = defaultdict(list)
        self._background: dict[str, Background] = {}
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines))
        for number, row in enumerate(rows, 2):
            self._enter(row, f"{path}, line {number}")
        for found in self._names.values():
            found.sort(key=lambda place: -(self._background[place.ref or ""].population or 0))

    def places(self, name: str) -> Sequence[Place]:
        return self._names.get(fold(name), ())

    def demonyms(self, word: str) -> Sequence[Place]:
        return self._demonyms.get(fold(word), ())

    def background(self, ref: str) -> Background | None:
        return self._background.get(ref)

    def _enter(self, row: dict[str, str | None], where: str) -> None:
        cells = {key: (value or "").strip() for key, value in row.items() if key}
        name, kind = cells.get("name", ""), cells.get("kind", "")
        capital = kind == "capital"
        kind = _ALIKE.get(kind, kind)
        if not name or kind not in KINDS:
            raise AssetError(f"{where}: a place needs a name and a kind of {', '.join(KINDS)}")
        try:
            lat, lon = (float(cells[k]) if cells.get(k) else None for k in ("lat", "lon"))
            population = int(cells.get("population") or 0)
        except ValueError as error:
            raise AssetError(f"{where}: {error}") from error
        admin1, country = cells.get("admin1") or None, cells.get("country") or None
        if kind == "country":
            country = country or name
        if kind == "admin1":
            admin1 = admin1 or name
        slug = fold(" ".join(filter(None, (name, admin1, country)))).replace(" ", "-")
        ref = f"own:{kind}:{slug}"
        place = Place(
            name,
            cast(PlacePrecision, kind),
            admin1=admin1,
            country=country,
            country_code=cells.get("country_code") or None,
            lat=lat,
            lon=lon,
            ref=ref,
        )
        self._background[ref] = Background(population=population, capital=capital, own=True)
        for known in dict.fromkeys([name, *cells.get("aliases", "").split(";")]):
            if key := fold(known):
                self._names[key].append(place)
        for word in cells.get("demonyms", "").split(";"):
            if key := fold(word):
                self._demonyms[key].append(place)

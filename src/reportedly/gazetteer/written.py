"""The file of places as it is written: its tables, and the rows that go in.

``place`` holds every place once, ``name`` every folded name of each. Degrees are kept as whole
numbers of ten-thousandths, and what a place lies in as the id of a division, so that the file
stays small.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from reportedly.gazetteer.fold import keys
from reportedly.gazetteer.spelling import ROMANISED, is_latin

FORMAT = 2  # of the tables; a reader refuses any other
DEGREE = 10_000
# "small" is a settlement that the look-ups for running text leave out until the text confirms it.
KINDS = ("country", "admin1", "admin2", "city", "small", "area")
LARGE = 5_000  # people; every settlement so large is looked for in running text
# A place's own name, another one, and another one in Latin letters of a place below LARGE people,
# which is left out like a small place: some hamlet somewhere was once called after anything.
OWN, ALTERNATE, DOUBTFUL = 0, 1, 2

_SCHEMA = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place (
  id INTEGER PRIMARY KEY,   -- the GeoNames id; below zero for entries of our own
  name TEXT NOT NULL,
  kind INTEGER NOT NULL,    -- an index of KINDS
  country TEXT,             -- ISO 3166-1 alpha-2
  parent INTEGER,           -- the division that it lies in, the smallest known
  lat INTEGER, lon INTEGER, -- ten-thousandths of degrees; empty where no point is known
  population INTEGER NOT NULL,
  capital INTEGER NOT NULL);
CREATE TABLE name (key TEXT, place INTEGER, rank INTEGER NOT NULL,
  PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE demonym (key TEXT, country TEXT, place INTEGER,
  PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE country (code TEXT PRIMARY KEY, place INTEGER NOT NULL, name TEXT NOT NULL,
  capital TEXT NOT NULL, demonyms TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE division (code TEXT PRIMARY KEY, place INTEGER NOT NULL) WITHOUT ROWID;
"""


class Entry(NamedTuple):
    """One place to be written."""

    id: int
    name: str
    kind: str
    country: str | None = None
    parent: int | None = None
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    capital: bool = False


def create(path: Path) -> sqlite3.Connection:
    """A new file with empty tables; one that stood there is gone."""
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = OFF")  # a broken build is begun anew
    connection.executescript(_SCHEMA)
    return connection


def insert(connection: sqlite3.Connection, entry: Entry, names: Iterable[str] = ()) -> None:
    """Write a place with its names. An id or a name of it that is there already stays."""
    lat, lon = (None if d is None else round(d * DEGREE) for d in (entry.lat, entry.lon))
    connection.execute(
        "INSERT OR IGNORE INTO place VALUES (?,?,?,?,?,?,?,?,?)",
        (entry.id, entry.name, KINDS.index(entry.kind), entry.country, entry.parent, lat, lon,
         entry.population, int(entry.capital)),
    )  # fmt: skip
    arabic = entry.country in ROMANISED
    main = keys(entry.name, arabic=arabic)
    standing = dict.fromkeys(main, OWN)
    settled = entry.kind in ("city", "small") and entry.population < LARGE and not entry.capital
    for name in names:
        other = DOUBTFUL if settled and is_latin(name) else ALTERNATE
        for key in keys(name, arabic=arabic):
            standing[key] = min(standing.get(key, other), other)
    connection.executemany(
        "INSERT OR IGNORE INTO name VALUES (?,?,?)",
        [(key, entry.id, rank) for key, rank in sorted(standing.items())],
    )


def finish(connection: sqlite3.Connection, about: Mapping[str, str]) -> None:
    """Note what the file is made from, and close it at its smallest."""
    facts = {"format": str(FORMAT), **about}
    connection.executemany("INSERT OR REPLACE INTO about VALUES (?,?)", sorted(facts.items()))
    connection.commit()
    connection.execute("VACUUM")
    connection.close()

"""A person's own larger file of places: the shipped one, and the villages of a GeoNames dump.

The dump is ``allCountries.zip``, or ``ML.zip`` for one country, of download.geonames.org: one text
file, a row a place, 19 columns parted by tabs. It is read as a stream; nothing of it is held.
Settlements and first- and second-level divisions are taken, the latter with GeoNames' own points.
Villages of countries that were asked for are looked for like towns; those of the whole world are
too many for that and found where the text itself says that a place is meant.
"""

import io
import shutil
import sqlite3
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from reportedly.errors import AssetError
from reportedly.gazetteer.spelling import is_alternate, printed
from reportedly.gazetteer.written import DEGREE, LARGE, Entry, finish, insert

_COLUMNS = 19
_LONGEST = 100_000  # characters of a row; alternate names are of at most 10,000
_RATIO = 60  # times; GeoNames' files are packed four times smaller
_LARGEST = 8 << 30  # bytes unpacked; allCountries has less than 2 GB
_STEP = 100_000  # rows between two reports of progress
_GONE = frozenset({"PPLH", "PPLQ", "PPLW", "PPLX"})  # abandoned, destroyed, part of a town
_LEVELS = {"ADM1": 1, "ADM2": 2}


def extend(
    shipped: Path,
    dump: Path,
    out: Path,
    countries: Collection[str] = (),
    progress: Callable[[int, int], None] = lambda rows, share: None,
) -> int:
    """Write ``out`` and return how many places it has more than the shipped file.

    ``countries``: only their places are added. ``progress`` is told the rows read, and the bytes
    of a hundred. Raises AssetError for a file that is no such dump; ``out`` is then left alone.
    """
    draft = out.with_name(out.name + ".part")
    try:
        shutil.copyfile(shipped, draft)
        connection = sqlite3.connect(draft)
        try:
            added, newest = _add(connection, dump, frozenset(countries), progress)
            about = dict(connection.execute("SELECT key, value FROM about"))
            where = f" ({', '.join(sorted(countries))})" if countries else ""
            about["made from"] += f", {dump.name}{where}"
            about["date"] = newest
            finish(connection, about)
        finally:
            connection.close()
        draft.replace(out)
    finally:
        draft.unlink(missing_ok=True)
    return added


def _add(
    connection: sqlite3.Connection,
    dump: Path,
    countries: frozenset[str],
    progress: Callable[[int, int], None],
) -> tuple[int, str]:
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("CREATE TEMP TABLE waiting (place INTEGER, outer TEXT, inner TEXT)")
    known = {code for (code,) in connection.execute("SELECT code FROM country")}
    before, newest = _count(connection), ""
    for row in _rows(dump, progress):
        kind, code = row[6], row[8]
        if (countries and code not in countries) or code not in known or kind not in ("P", "A"):
            continue
        if (kind == "A" and row[7] not in _LEVELS) or row[7] in _GONE:
            continue
        newest = max(newest, row[18])
        try:
            _enter(connection, row, "city" if countries else "small")
        except (ValueError, OverflowError) as error:
            raise AssetError(f"{dump}, place {row[0]}: a number is wrong: {error}") from error
    if not newest:
        raise AssetError(f"{dump} has no place of {', '.join(sorted(countries)) or 'any country'}")
    connection.execute(
        "UPDATE place SET parent = (SELECT COALESCE(i.place, o.place) FROM waiting w "
        "LEFT JOIN division i ON i.code = w.inner LEFT JOIN division o ON o.code = w.outer "
        "WHERE w.place = place.id) WHERE id IN (SELECT place FROM waiting)"
    )
    connection.execute("DROP TABLE waiting")
    return _count(connection) - before, newest


def _enter(connection: sqlite3.Connection, row: list[str], village: str) -> None:
    number, code, level = int(row[0]), row[8], _LEVELS.get(row[7])
    lat, lon, people = float(row[4]), float(row[5]), int(row[14] or 0)
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        return
    outer, inner = f"{code}.{row[10]}", f"{code}.{row[10]}.{row[11]}"
    listed = connection.execute("SELECT 1 FROM place WHERE id = ?", (number,)).fetchone()
    if listed and level:
        point = round(lat * DEGREE), round(lon * DEGREE), number
        connection.execute("UPDATE place SET lat = ?, lon = ? WHERE id = ?", point)
    if listed:
        return
    kind = f"admin{level}" if level else "city" if people >= LARGE else village
    entry = Entry(number, printed(row[1], code), kind, code, None, lat, lon, people)
    insert(connection, entry, [row[1], *filter(is_alternate, row[3].split(","))])
    if level:
        own = outer if level == 1 else inner
        connection.execute("INSERT OR IGNORE INTO division VALUES (?,?)", (own, number))
    if level != 1:
        within = (number, outer, None if level else inner)
        connection.execute("INSERT INTO waiting VALUES (?,?,?)", within)


def _rows(dump: Path, progress: Callable[[int, int], None]) -> Iterator[list[str]]:
    try:
        with zipfile.ZipFile(dump) as archive:
            part = _table(archive, dump)
            with archive.open(part) as packed:
                lines = io.TextIOWrapper(packed, encoding="utf-8", newline="\n")
                number, read = 0, 0
                while line := lines.readline(_LONGEST):
                    number, read = number + 1, read + len(line)
                    cells = line.rstrip("\r\n").split("\t")
                    if len(cells) != _COLUMNS or not cells[0].isdigit():
                        raise AssetError(f"{dump}, row {number}: no row of GeoNames' 19 columns")
                    if number % _STEP == 0:
                        progress(number, min(99, 100 * read // max(part.file_size, 1)))
                    yield cells
    except (
        zipfile.BadZipFile,
        zlib.error,
        UnicodeDecodeError,
        EOFError,
        NotImplementedError,
    ) as error:
        raise AssetError(f"{dump} is no zip file of GeoNames: {error}") from error


def _table(archive: zipfile.ZipFile, dump: Path) -> zipfile.ZipInfo:
    """The file of places in the archive. Raises AssetError for one that would unpack too large."""
    tables = [i for i in archive.infolist() if i.filename.endswith(".txt")]
    tables = [i for i in tables if i.filename.lower() != "readme.txt"]
    if len(tables) != 1:
        raise AssetError(f"{dump} holds {len(tables)} tables; a dump of GeoNames holds one")
    part = tables[0]
    if part.flag_bits & 1:
        raise AssetError(f"{dump} is locked with a password")
    if part.file_size > _LARGEST or part.file_size > _RATIO * max(part.compress_size, 1):
        raise AssetError(f"{dump} would unpack to {part.file_size:,} bytes, no size of such a dump")
    return part


def _count(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT COUNT(*) FROM place").fetchone()[0])

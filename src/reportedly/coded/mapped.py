"""Rows of somebody's own spreadsheet, read by a small mapping file.

    coder = "Ilvane Desk"            # whose coding it is
    date_order = "day first"         # how 04/03/2031 is meant; not needed for 2031-03-04

    [columns]                        # what stands in which column; leave out what there is not
    id = "Incident no."
    date = "Date"
    place = "Town"
    killed = "Dead"

    [unknown]
    words = ["n/a", "?"]             # cells that say "not known", beside empty ones

    [types]                          # the sheet's terms as codes of the codebook
    "IED" = "bombing"

Columns that it does not name are kept as they stand and not read.
"""

import re
import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any, Literal, cast

from reportedly.codebook import Codebook
from reportedly.coded.cells import Cell, calendar_day, day, degrees, people, shown, whole
from reportedly.coded.layout import How, Layout
from reportedly.errors import BadMap, UnusableRow
from reportedly.records import Actor, Coded, Place, Side, Toll, When

Order = Literal["day first", "month first"]
ORDERS: tuple[Order, ...] = ("day first", "month first")
FIELDS: Mapping[str, str] = {
    "id": "the sheet's own number or name of the event",
    "date": "the day, or the first of several",
    "last_day": "the last of several days",
    "year": "where the date stands in columns of its own",
    "month": "1 to 12",
    "day": "1 to 31",
    "type": "what it was, in the sheet's terms",
    "place": "town, village or site",
    "admin1": "province, state, region",
    "country": "by name",
    "latitude": "degrees, north positive",
    "longitude": "degrees, east positive",
    "perpetrator": "who did it",
    "other_side": "against whom, where that is a side",
    "killed": "the dead, as the sheet counts them",
    "killed_low": "at least so many",
    "killed_high": "at most so many",
    "injured": "the injured, as the sheet counts them",
}
_ANY_ORDER = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: 00:00(?::00)?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    columns: Mapping[str, str]  # our field -> the sheet's column
    coder: str = ""
    order: Order | None = None
    unknown: frozenset[str] = frozenset()  # folded
    types: Mapping[str, str] = field(default_factory=dict)  # folded term -> code


def parse_map(text: str, book: Codebook) -> Map:
    """Raises BadMap, which says what to write instead."""
    try:
        data: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadMap(f"the map is not TOML: {error}") from error
    _known("", data, {"coder", "date_order", "columns", "unknown", "types"})
    columns, types = _words(data, "columns"), _words(data, "types")
    _known("columns.", columns, FIELDS)
    order = data.get("date_order")
    if order not in (None, *ORDERS):
        raise BadMap(f'date_order is {shown(str(order))}; write "day first" or "month first"')
    wrong = sorted({code for code in types.values() if code not in book.types})
    if wrong:
        raise BadMap(f"types: no code {', '.join(wrong)}; there are: {', '.join(book.types)}")
    if not {"date", "year"} & columns.keys():
        raise BadMap("columns: say where the date stands, as date or as year, month and day")
    unknown = data.get("unknown", {"words": []})
    if not isinstance(unknown, dict) or not isinstance(unknown.get("words"), list):
        raise BadMap('[unknown] holds words = ["n/a", "?"]')
    return Map(
        columns=columns,
        coder=str(data.get("coder", "")).strip(),
        order=cast("Order | None", order),
        unknown=frozenset(str(word).strip().casefold() for word in unknown["words"]),
        types={term.strip().casefold(): code for term, code in types.items()},
    )


def unmapped(text: str, columns: Sequence[str]) -> list[str]:
    """The columns of a sheet that its map does not name."""
    named = set(tomllib.loads(text)["columns"].values())
    return [name for name in columns if name not in named]


class SheetImporter:
    """Made for one sheet; there is no format to write it again."""

    name = "sheet"
    known_by: frozenset[str] = frozenset()

    def __init__(self, map: Map, columns: Sequence[str], book: Codebook) -> None:
        missing = sorted(set(map.columns.values()) - set(columns))
        if missing:
            raise BadMap(
                f"the sheet has no column {', '.join(map_shown(missing))}; its columns are: "
                f"{', '.join(map_shown(columns))}"
            )
        self.coder = map.coder
        self.needed = tuple(map.columns.values())
        read: Mapping[str, How] = dict.fromkeys(map.columns.values(), "record")
        self.layout = Layout({name: read.get(name, "kept") for name in columns})
        self._map = map
        self._codes = {code.replace("_", " "): code for code in book.types}

    def read(self, cells: Mapping[str, str]) -> Coded:
        held = {name: self._known(cells[column]) for name, column in self._map.columns.items()}
        term = held.get("type", "")
        tolls = [people(held.get(f, ""), f) for f in ("killed_low", "killed", "killed_high")]
        place = _place(held)
        return Coded(
            format=self.name,
            key=held.get("id") or sha256(repr(sorted(cells.items())).encode()).hexdigest()[:16],
            when=self._when(held),
            place=place,
            named=bool(held.get("place")),
            words=(term,) if term else (),
            type=self._type(term),
            one=_side(held.get("perpetrator", "")),
            other=_side(held.get("other_side", "")),
            killed=Toll(*tolls) if any(n is not None for n in tolls) else None,
            injured=people(held.get("injured", ""), "injured"),
        )

    def write(self, coded: Coded, book: Codebook) -> dict[str, Cell]:
        return {}

    def _known(self, cell: str) -> str:
        return "" if cell.strip().casefold() in self._map.unknown else cell.strip()

    def _type(self, term: str) -> str | None:
        folded = term.casefold()
        return self._map.types.get(folded) or self._codes.get(folded.replace("_", " "))

    def _when(self, held: Mapping[str, str]) -> When | None:
        if "year" in held:
            return _by_parts(held)
        first, last = (self._day(held.get(name, "")) for name in ("date", "last_day"))
        if first is None:
            return None
        if last is not None and last < first:
            raise UnusableRow(f"the last day is {last}, before the first, {first}")
        return When(first, last or first, "range" if last and last > first else "day")

    def _day(self, text: str) -> date | None:
        found = _ANY_ORDER.fullmatch(text)
        if not found:
            return day(text, "the date")
        if self._map.order is None:
            raise UnusableRow(f"the date is {shown(text)}; the map has to say its date_order")
        one, other, year = (int(part) for part in found.groups())
        number, month = (one, other) if self._map.order == "day first" else (other, one)
        return calendar_day(year, month, number, "the date")


def map_shown(columns: Collection[str]) -> list[str]:
    """Names of columns for a message."""
    return [shown(name) for name in list(columns)[:20]]


def order_of(texts: Sequence[str]) -> set[Order]:
    """The orders in which every date of the form 04/03/2031 is a day of the calendar."""
    parts = [found for text in texts if (found := _ANY_ORDER.fullmatch(text.strip()))]
    return {
        order
        for order, month in zip(ORDERS, (2, 1), strict=True)
        if parts and all(1 <= int(found[month]) <= 12 for found in parts)
    }


def _by_parts(held: Mapping[str, str]) -> When | None:
    year, month, number = (whole(held.get(name, ""), name) for name in ("year", "month", "day"))
    if year is None:
        return None
    if number and not month:
        raise UnusableRow("the day is given without a month")
    first = calendar_day(year, month or 1, number or 1, "the date")
    if number:
        return When(first, first, "day")
    if month:
        after = date(year + month // 12, month % 12 + 1, 1)
        return When(first, date.fromordinal(after.toordinal() - 1), "month")
    return When(first, date(year, 12, 31), "year")


def _place(held: Mapping[str, str]) -> Place | None:
    """As fine as what is named; a point of it says nothing of how exactly it is known."""
    names = [held.get(name) or None for name in ("place", "admin1", "country")]
    lat = degrees(held.get("latitude", ""), "latitude", 90)
    lon = degrees(held.get("longitude", ""), "longitude", 180)
    if names[0]:
        precision = "city" if lat is not None and lon is not None else "name"
        return Place(names[0], precision, names[1], names[2], lat=lat, lon=lon)  # type: ignore[arg-type]
    if names[1]:
        return Place(names[1], "admin1", names[1], names[2], lat=lat, lon=lon)
    return Place(names[2], "country", country=names[2], lat=lat, lon=lon) if names[2] else None


def _side(name: str) -> Side:
    return Side((Actor(name),)) if name else Side()


def _words(data: Mapping[str, Any], table: str) -> dict[str, str]:
    found = data.get(table, {})
    if not isinstance(found, dict) or not all(isinstance(v, str) for v in found.values()):
        raise BadMap(f'[{table}] holds names, each with one text: name = "text"')
    return found


def _known(where: str, found: Collection[str], known: Collection[str]) -> None:
    if unknown := sorted(set(found) - set(known)):
        raise BadMap(f"{where}{unknown[0]} is not known; there are: {', '.join(sorted(known))}")

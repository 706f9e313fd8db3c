"""GTD rows, by the names of their columns. ``iday`` or ``imonth`` 0 is a date not known so finely.

``nkill`` counts the dead with the attackers among them, ``nkillter`` these alone; empty is unknown.
"Unknown" for a perpetrator or a city is no name.
"""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from reportedly.codebook import Codebook
from reportedly.coded.cells import Cell, calendar_day, degrees, one_of, people, required, whole
from reportedly.coded.layout import layout
from reportedly.coded.terms import type_of
from reportedly.errors import UnusableRow
from reportedly.records import Actor, Coded, Place, PlacePrecision, Side, Toll, When
from reportedly.records.precision import codes

PLACES: Mapping[int, PlacePrecision] = {
    1: "city", 2: "near", 3: "admin2", 4: "admin1", 5: "country"
}  # fmt: skip
UNKNOWN = "Unknown"
_GROUPS = ("gname", "gname2", "gname3")


class GtdImporter:
    name = "gtd"
    coder = "GTD"
    layout = layout("gtd")
    known_by = frozenset({"eventid", "iyear", "imonth", "iday", "attacktype1"})
    needed = ("eventid", "iyear")

    def read(self, cells: Mapping[str, str]) -> Coded:
        dead = people(cells.get("nkill", ""), "nkill")
        terms = tuple(cells.get(name, "") for name in ("attacktype1", "attacktype1_txt"))
        kind = type_of("gtd", terms[1])
        if kind == "bombing" and cells.get("suicide", "").strip() == "1":
            kind = "suicide_bombing"
        return Coded(
            format=self.name,
            key=required(cells["eventid"], "eventid"),
            when=_when(cells),
            place=_place(cells),
            named=cells.get("city", "") not in ("", UNKNOWN),
            words=terms if any(terms) else (),
            type=kind,
            one=Side(tuple(_groups(cells))),
            killed=Toll(None, dead, None) if dead is not None else None,
            attackers=people(cells.get("nkillter", ""), "nkillter"),
            injured=people(cells.get("nwound", ""), "nwound"),
        )

    def write(self, coded: Coded, book: Codebook) -> dict[str, Cell]:
        place, when = coded.place, coded.when
        terms = _terms(coded, book)
        named = [actor.name for actor in coded.one.actors] + [None] * len(_GROUPS)
        return {
            "eventid": coded.key,
            "iyear": when.earliest.year if when else None,
            "imonth": _month(when) if when else 0,
            "iday": when.earliest.day if when and when.earliest == when.latest else 0,
            "country_txt": place.country if place else None,
            "provstate": place.admin1 if place else None,
            "city": place.name if place and coded.named else UNKNOWN,
            "latitude": place.lat if place else None,
            "longitude": place.lon if place else None,
            "specificity": _precision(place),
            "attacktype1": terms[0],
            "attacktype1_txt": terms[1],
            "gname": named[0] or UNKNOWN,
            "gname2": named[1],
            "gname3": named[2],
            "nkill": coded.killed.best if coded.killed else None,
            "nkillter": coded.attackers,
            "nwound": coded.injured,
        }


def _when(cells: Mapping[str, str]) -> When:
    year = whole(required(cells["iyear"], "iyear"), "iyear") or 0
    month, number = (one_of(cells.get(f"i{part}", ""), f"i{part}", range(most)) or 0
                     for part, most in (("month", 13), ("day", 32)))  # fmt: skip
    if number and not month:
        raise UnusableRow("iday is given without an imonth")
    first = calendar_day(year, month or 1, number or 1, "the date")
    if number:
        return When(first, first, "day")
    if month:
        return When(first, first.replace(day=monthrange(year, month)[1]), "month")
    return When(first, date(year, 12, 31), "year")


def _month(when: When) -> int:
    first, last = when.earliest, when.latest
    return first.month if (first.year, first.month) == (last.year, last.month) else 0


def _place(cells: Mapping[str, str]) -> Place | None:
    names = [cells.get(name) or None for name in ("city", "provstate", "country_txt")]
    name = next((name for name in names if name and name != UNKNOWN), None)
    code = one_of(cells.get("specificity", ""), "specificity", range(1, 6))
    lat = degrees(cells.get("latitude", ""), "latitude", 90)
    lon = degrees(cells.get("longitude", ""), "longitude", 180)
    if name is None:
        return None
    precision = PLACES[code] if code else "name"
    return Place(name, precision, admin1=names[1], country=names[2], lat=lat, lon=lon)


def _groups(cells: Mapping[str, str]) -> list[Actor]:
    found = []
    for n, column in enumerate(_GROUPS, 1):
        name = cells.get(column, "")
        if name and name != UNKNOWN:
            doubted = cells.get(f"guncertain{n}", "").strip() in ("1", "1.0")
            found.append(Actor(name, qualifier="suspected" if doubted else None))
    return found


def _terms(coded: Coded, book: Codebook) -> tuple[Cell, Cell]:
    """Their own, or for a row of another format the nearest ones of the codebook's table."""
    if coded.format == GtdImporter.name and coded.words:
        return coded.words[0], coded.words[1]
    found = book.codes("gtd", "type", coded.type)
    return found.get("attacktype1"), found.get("attacktype1_txt")


def _precision(place: Place | None) -> int | None:
    stated = {precision: code for code, precision in PLACES.items()}
    if place is None or place.precision == "name":
        return None
    return stated.get(place.precision) or codes(place).gtd

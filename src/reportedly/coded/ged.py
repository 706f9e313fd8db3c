"""UCDP GED rows, of 19.1 and later, by the names of their columns.

``best``, ``low`` and ``high`` count the dead of all sides. Sides are given, not who attacked whom,
but for one-sided violence, where side A is who did it.
"""

from collections.abc import Mapping
from datetime import date
from math import floor
from typing import Literal

from reportedly.codebook import Codebook
from reportedly.coded.cells import Cell, day, degrees, one_of, people, required
from reportedly.coded.layout import layout
from reportedly.errors import UnusableRow
from reportedly.records import Actor, Coded, Place, PlacePrecision, Precision, Side, Toll, When
from reportedly.records.precision import codes, date_codes

PRECISIONS: Mapping[int, Precision] = {1: "day", 2: "range", 3: "week", 4: "month", 5: "year"}
PLACES: Mapping[int, PlacePrecision] = {
    1: "city", 2: "near", 3: "admin2", 4: "admin1", 5: "area", 6: "country", 7: "area"
}  # fmt: skip
AT_SEA = 7
STATE, ARMED, CIVILIANS = "government", "armed_group", "civilian"  # kinds of actors
Kinds = tuple[str | None, str | None]


class GedImporter:
    name = "ged"
    coder = "UCDP GED"
    layout = layout("ged")
    known_by = frozenset({"type_of_violence", "date_prec", "where_prec", "side_a", "side_b"})
    needed = ("id", "date_start")

    def read(self, cells: Mapping[str, str]) -> Coded:
        kinds = _kinds(cells)
        code = one_of(cells.get("where_prec", ""), "where_prec", range(1, 8))
        toll = Toll(*(_people(cells, name) for name in ("low", "best", "high")))
        return Coded(
            format=self.name,
            key=required(cells["id"], "id"),
            when=_when(cells),
            place=_place(cells, code),
            named=bool(cells.get("where_coordinates")),
            at_sea=code == AT_SEA,
            one=_side(cells, "a", kinds[0]),
            other=_side(cells, "b", kinds[1]),
            killed=toll if toll != Toll(None, None, None) else None,
            civilians=_people(cells, "deaths_civilians"),
            unknown=_people(cells, "deaths_unknown"),
        )

    def write(self, coded: Coded, book: Codebook) -> dict[str, Cell]:
        place, toll = coded.place, coded.killed or Toll(None, None, None)
        point = (place.lat, place.lon) if place else (None, None)
        when = coded.when
        return {
            "id": coded.key,
            "year": when.earliest.year if when else None,
            "type_of_violence": _violence(coded, book),
            "side_a": _names(coded.one),
            "side_b": _names(coded.other),
            "where_prec": AT_SEA if coded.at_sea else _precision(place),
            "where_coordinates": place.name if place and coded.named else None,
            "adm_1": place.admin1 if place else None,
            "latitude": point[0],
            "longitude": point[1],
            "geom_wkt": _point(*point),
            "priogrid_gid": _grid(*point),
            "country": place.country if place else None,
            "date_prec": _date_code(when) if when else None,
            "date_start": when.earliest.isoformat() if when else None,
            "date_end": when.latest.isoformat() if when else None,
            "deaths_a": coded.one.killed,
            "deaths_b": coded.other.killed,
            "deaths_civilians": coded.civilians,
            "deaths_unknown": coded.unknown,
            "best": toll.best,
            "high": toll.high,
            "low": toll.low,
        }


def _when(cells: Mapping[str, str]) -> When:
    first = day(required(cells["date_start"], "date_start"), "date_start")
    assert first is not None
    last = day(cells.get("date_end", ""), "date_end") or first
    if last < first:
        raise UnusableRow(f"date_end is {last}, before date_start, {first}")
    code = one_of(cells.get("date_prec", ""), "date_prec", range(1, 6))
    return When(first, last, PRECISIONS[code] if code else _precise(first, last))


def _precise(first: date, last: date) -> Precision:
    return "day" if first == last else "range"


def _place(cells: Mapping[str, str], code: int | None) -> Place | None:
    names = [cells.get(name) or None for name in ("where_coordinates", "adm_1", "country")]
    name = next((name for name in names if name), None)
    lat = degrees(cells.get("latitude", ""), "latitude", 90)
    lon = degrees(cells.get("longitude", ""), "longitude", 180)
    if name is None:
        return None
    precision = PLACES[code] if code else "name"
    return Place(name, precision, admin1=names[1], country=names[2], lat=lat, lon=lon)


def _kinds(cells: Mapping[str, str]) -> Kinds:
    """Of the two sides: only a state has a number among Gleditsch and Ward's states (gwno)."""
    violence = one_of(cells.get("type_of_violence", ""), "type_of_violence", range(1, 4))
    one, other = (STATE if cells.get(f"gwno{side}", "").strip() else ARMED for side in "ab")
    match violence:
        case 1:
            return STATE, other
        case 2:
            return ARMED, ARMED
        case 3:
            return one, CIVILIANS
    return None, None


def _side(cells: Mapping[str, str], side: Literal["a", "b"], kind: str | None) -> Side:
    name = cells.get(f"side_{side}", "")
    actors = (Actor(name, kind=kind),) if name else ()
    return Side(actors, _people(cells, f"deaths_{side}"))


def _people(cells: Mapping[str, str], name: str) -> int | None:
    return people(cells.get(name, ""), name)


def _violence(coded: Coded, book: Codebook) -> Cell:
    sides = " ".join(_camp(side, book) for side in (coded.one, coded.other))
    return book.codes("ged", "violence", sides).get("type_of_violence")


def _camp(side: Side, book: Codebook) -> str:
    """ "state", "armed" or "civilian"; "" where the kinds of its actors do not tell."""
    kind = side.actors[0].kind if side.actors else None
    found = book.codes("ged", "actor", kind) or book.codes("ged", "people", kind)
    return str(found.get("side", ""))


def _names(side: Side) -> str | None:
    return ", ".join(actor.name for actor in side.actors) or None


def _precision(place: Place | None) -> int | None:
    stated = {precision: code for code, precision in PLACES.items() if code != AT_SEA}
    if place is None or place.precision == "name":
        return None
    return stated.get(place.precision) or codes(place).ged


def _date_code(when: When) -> int | None:
    stated = {precision: code for code, precision in PRECISIONS.items()}
    return stated.get(when.precision) or date_codes(when).ged


def _point(lat: float | None, lon: float | None) -> str | None:
    if lat is None or lon is None:
        return None
    return f"POINT ({number(lon)} {number(lat)})"


def number(degrees: float) -> str:
    """Without a point where there is nothing behind it."""
    return str(int(degrees)) if degrees.is_integer() else repr(degrees)


def _grid(lat: float | None, lon: float | None) -> int | None:
    """The PRIO-GRID cell of half a degree, counted from the south-western corner of the map."""
    if lat is None or lon is None:
        return None
    return min(floor((lat + 90) * 2), 359) * 720 + min(floor((lon + 180) * 2), 719) + 1

"""ACLED rows, by the names of their columns (since March 2023; earlier ones as far as they match).

A pair of actors has no direction. ``event_date`` is one day: with ``time_precision`` 2 a day within
about a week, with 3 one within the month, so that the date here is wider and ``day`` keeps theirs.
``fatalities`` counts the dead of all sides. It is 0 both for nobody and for nothing reported: 0 is
therefore kept as their number, and read as no statement that nobody died.
"""

from calendar import monthrange
from collections.abc import Mapping
from datetime import timedelta

from reportedly.codebook import Codebook
from reportedly.codebook.countries import country
from reportedly.coded.cells import Cell, day, degrees, one_of, people, required
from reportedly.coded.layout import layout
from reportedly.coded.terms import kind_of, type_of
from reportedly.records import Actor, Coded, Place, PlacePrecision, Precision, Side, Toll, When
from reportedly.records.precision import codes, date_codes

PRECISIONS: Mapping[int, Precision] = {1: "day", 2: "week", 3: "month"}
PLACES: Mapping[int, PlacePrecision] = {1: "city", 2: "near", 3: "admin1"}
_BY = "; "
_WITHIN = timedelta(days=6)  # of a week that is not said to begin on any day


class AcledImporter:
    name = "acled"
    coder = "ACLED"
    layout = layout("acled")
    known_by = frozenset({"event_id_cnty", "event_date", "event_type", "fatalities"})
    needed = ("event_id_cnty", "event_date")

    def read(self, cells: Mapping[str, str]) -> Coded:
        put = day(required(cells["event_date"], "event_date"), "event_date")
        code = one_of(cells.get("time_precision", ""), "time_precision", range(1, 4))
        dead = people(cells.get("fatalities", ""), "fatalities")
        terms = tuple(cells.get(name, "") for name in ("event_type", "sub_event_type"))
        assert put is not None
        first, last = put, put
        if code == 2:
            first, last = put - _WITHIN, put + _WITHIN
        elif code == 3:
            first, last = put.replace(day=1), put.replace(day=monthrange(put.year, put.month)[1])
        return Coded(
            format=self.name,
            key=required(cells["event_id_cnty"], "event_id_cnty"),
            when=When(first, last, PRECISIONS[code] if code else "day"),
            day=put,
            place=_place(cells),
            named=bool(cells.get("location")),
            words=terms if any(terms) else (),
            type=type_of("acled", terms[1]),
            one=_side(cells, 1),
            other=_side(cells, 2),
            killed=Toll(None, dead, None) if dead is not None else None,
        )

    def write(self, coded: Coded, book: Codebook) -> dict[str, Cell]:
        place, when = coded.place, coded.when
        put = coded.day or (when.earliest if when else None)
        terms = _terms(coded, book)
        known = country(place.country_code) if place else None
        return {
            "event_id_cnty": coded.key,
            "event_date": put.isoformat() if put else None,
            "year": put.year if put else None,
            "time_precision": _date_code(when) if when else None,
            "disorder_type": book.codes("acled", "type", coded.type).get("disorder_type"),
            "event_type": terms[0],
            "sub_event_type": terms[1],
            "actor1": coded.one.actors[0].name if coded.one.actors else None,
            "assoc_actor_1": _BY.join(actor.name for actor in coded.one.actors[1:]) or None,
            "actor2": coded.other.actors[0].name if coded.other.actors else None,
            "assoc_actor_2": _BY.join(actor.name for actor in coded.other.actors[1:]) or None,
            "inter1": _inter(coded.one, book),
            "inter2": _inter(coded.other, book),
            "iso": known.number if known else None,
            "country": place.country if place else None,
            "admin1": place.admin1 if place else None,
            "location": place.name if place and coded.named else None,
            "latitude": place.lat if place else None,
            "longitude": place.lon if place else None,
            "geo_precision": _precision(place),
            "fatalities": coded.killed.best if coded.killed else None,
        }


def _place(cells: Mapping[str, str]) -> Place | None:
    names = [cells.get(name) or None for name in ("location", "admin1", "country")]
    name = next((name for name in names if name), None)
    code = one_of(cells.get("geo_precision", ""), "geo_precision", range(1, 4))
    lat = degrees(cells.get("latitude", ""), "latitude", 90)
    lon = degrees(cells.get("longitude", ""), "longitude", 180)
    if name is None:
        return None
    precision = PLACES[code] if code else "name"
    return Place(name, precision, admin1=names[1], country=names[2], lat=lat, lon=lon)


def _side(cells: Mapping[str, str], n: int) -> Side:
    """The first actor with its kind; those with it, whose kinds are not coded."""
    name, beside = cells.get(f"actor{n}", ""), cells.get(f"assoc_actor_{n}", "")
    if not name:
        return Side()
    first = Actor(name, kind=kind_of(cells.get(f"inter{n}", "")))
    return Side((first, *(Actor(one) for one in beside.split(_BY) if beside)))


def _terms(coded: Coded, book: Codebook) -> tuple[Cell, Cell]:
    """Their own, or for a row of another format the nearest ones of the codebook's table."""
    if coded.format == AcledImporter.name and coded.words:
        return coded.words[0], coded.words[1]
    found = book.codes("acled", "type", coded.type)
    return found.get("event_type"), found.get("sub_event_type")


def _inter(side: Side, book: Codebook) -> Cell:
    kind = side.actors[0].kind if side.actors else None
    found = book.codes("acled", "actor", kind) or book.codes("acled", "people", kind)
    return found.get("inter")


def _precision(place: Place | None) -> int | None:
    stated = {precision: code for code, precision in PLACES.items()}
    if place is None or place.precision == "name":
        return None
    return stated.get(place.precision) or codes(place).acled


def _date_code(when: When) -> int | None:
    stated = {precision: code for code, precision in PRECISIONS.items()}
    return stated.get(when.precision) or date_codes(when).acled

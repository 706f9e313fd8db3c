"""``acled.csv``: the 31 columns of ACLED's event file, dyadic.

Column names as of the change of 20 March 2023. ACLED has no empty ``fatalities``; here it is
empty where no report states deaths, and ``notes`` says so: 0 would be a claim of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from reportedly.codebook.countries import country
from reportedly.export.event import Event
from reportedly.export.flat import Of, columns, joined, named, notes, row, write
from reportedly.export.harmless import Cell
from reportedly.export.lost import Lost
from reportedly.export.piece import Piece
from reportedly.export.pieces import pieces
from reportedly.plugins import Released
from reportedly.records.precision import codes, date_codes

CARRIES = {
    "attribution",
    "voices",
    "perpetrators",
    "qualifier",
    "target",
    "weapon",
    "denied",
    "injured",
}


def _id(event: Event) -> str:
    known = country(event.place.country_code) if event.place else None
    return f"{known.alpha3}{event.id.removeprefix('INC-')}" if known else event.id


def _types(event: Event) -> dict[str, str | int]:
    if event.status == "foiled":
        return event.codes("acled", "foiled", event.family)
    if event.victims in ("security", "fighter"):
        found = event.codes("acled", "against_armed", event.type)
        return found or event.codes("acled", "type", event.type)
    return event.codes("acled", "type", event.type)


def _type(name: str) -> Of:
    return lambda event: _types(event).get(name)


def _inter(event: Event, actor: int) -> str | None:
    """The kind of actor 1 or 2; None where the registry does not tell."""
    if actor == 1:
        kind = event.perpetrators[0].kind if event.perpetrators else None
        found = event.codes("acled", "actor", kind).get("inter")
    else:
        found = _second(event).get("inter")
    return str(found) if found else None


def _second(event: Event) -> dict[str, str | int]:
    return event.codes("acled", "people", event.victims)


def _actor2(event: Event) -> str | None:
    found = _second(event).get("actor")
    where = event.place.country if event.place else None
    return f"{found} ({where})" if found and where else str(found) if found else None


def _interaction(event: Event) -> str | None:
    one, two = _inter(event, 1), _inter(event, 2)
    if one and two:
        return f"{one}-{two}"
    return f"{one} only" if one and not event.text("target") else None


def _iso(event: Event) -> int | None:
    known = country(event.place.country_code) if event.place else None
    return known.number if known else None


def _located(event: Event) -> bool:
    return event.place is not None and codes(event.place).acled is not None


CELLS: Mapping[str, Of] = {
    "event_id_cnty": _id,
    "event_date": lambda e: e.day.earliest.isoformat() if e.day else None,
    "year": lambda e: e.day.earliest.year if e.day else None,
    "time_precision": lambda e: date_codes(e.day).acled if e.day else None,
    "disorder_type": _type("disorder_type"),
    "event_type": _type("event_type"),
    "sub_event_type": _type("sub_event_type"),
    "actor1": lambda e: named(e.perpetrators[0]) if e.perpetrators else None,
    "assoc_actor_1": lambda e: joined(named(a) for a in e.perpetrators[1:]),
    "inter1": lambda e: _inter(e, 1),
    "actor2": _actor2,
    "inter2": lambda e: _inter(e, 2),
    "interaction": _interaction,
    "civilian_targeting": lambda e: "Civilian targeting" if _inter(e, 2) == "Civilians" else None,
    "iso": _iso,
    "country": lambda e: e.place.country if e.place else None,
    "admin1": lambda e: e.place.admin1 if e.place else None,
    "location": lambda e: e.place.name if e.place else None,
    "latitude": lambda e: e.point[0] if e.point and _located(e) else None,
    "longitude": lambda e: e.point[1] if e.point and _located(e) else None,
    "geo_precision": lambda e: codes(e.place).acled if e.place else None,
    "source": lambda e: joined(e.outlets),
    "notes": notes,
    "fatalities": lambda e: deaths(e),
}
COLUMNS = columns("acled.tsv", CELLS)


def deaths(event: Event) -> int | None:
    """Victims and attackers together: ACLED and GTD count both."""
    found = [n for n in map(event.figure, ("killed", "attackers_killed")) if n is not None]
    return sum(found) if found else None


class AcledExporter:
    name = "acled"

    def __init__(self) -> None:
        self._lost = Lost()

    def write(self, released: Released, folder: Path) -> Sequence[Path]:
        path = folder / "acled.csv"
        write(path, COLUMNS, pieces(released, _row, self._lost), self._lost)
        return [path]

    def lost(self) -> Sequence[str]:
        return self._lost.lines()


def _row(event: Event, released: Released, lost: Lost) -> Iterator[Piece[dict[str, Cell]]]:
    if event.status == "retracted":
        lost.note("left out: retracted incidents", event.id)
        return
    if event.status == "foiled" and not _types(event):
        why = "left out: foiled incidents of a type that ACLED does not code as foiled"
        lost.note(why, event.id)
        return
    lost.compare(event, CARRIES)
    made = row(COLUMNS, event, _GAPS, lost)
    if event.count("killed") and event.count("attackers_killed"):
        lost.note("sums of victims and attackers killed in one number", event.id)
    yield Piece(made)


_GAPS = {
    "fatalities": "incidents with empty `fatalities`, as no report states deaths (unknown, not 0)",
    "event_date": "incidents without a date",
    "event_type": "incidents of a type that ACLED has no code for",
    "sub_event_type": "incidents without a `sub_event_type`",
    "latitude": "incidents without coordinates fine enough for ACLED",
}

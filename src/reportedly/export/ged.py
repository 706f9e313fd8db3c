"""``ged.csv``: the 49 columns of the UCDP Georeferenced Event Dataset, by name and in its order.

GED holds events with at least one direct death and a date; others are left out and counted. Its
identifiers of conflicts, dyads, actors and countries are UCDP's own: those cells stay empty.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import floor
from pathlib import Path

from reportedly.codebook.people import Kind
from reportedly.export.event import Event, people
from reportedly.export.flat import Of, columns, joined, named, row, write
from reportedly.export.harmless import Cell
from reportedly.export.lost import Lost
from reportedly.export.piece import Piece
from reportedly.export.pieces import pieces
from reportedly.plugins import Released
from reportedly.records import Count
from reportedly.records.precision import codes, date_codes

CARRIES = {"range", "span", "voices", "perpetrators", "qualifier", "attackers", "reports"}
ENDS = ("best", "high", "low")


def _sides(event: Event) -> tuple[str | None, str | None]:
    """Side A and side B as "state", "armed" or "civilian"; None where reports do not tell."""
    kind = event.perpetrators[0].kind if event.perpetrators else None
    one = event.codes("ged", "actor", kind).get("side")
    other = event.codes("ged", "people", event.victims).get("side")
    return str(one) if one else None, str(other) if other else None


def _violence(event: Event) -> int | None:
    one, other = _sides(event)
    found = event.codes("ged", "violence", f"{one} {other}").get("type_of_violence")
    return int(found) if found is not None else None


def _side_b(event: Event) -> str | None:
    return "Civilians" if _sides(event)[1] == "civilian" else None


def _dyad(event: Event) -> str | None:
    one = _side_a(event)
    other = _side_b(event)
    return f"{one} - {other}" if one and other else None


def _side_a(event: Event) -> str | None:
    return joined(map(named, event.perpetrators), ", ")


def total(event: Event, end: str) -> int | None:
    """Victims and attackers killed. An open upper end is the best figure: LOST.md says so."""
    found = [_end(c, end) for c in map(event.count, ("killed", "attackers_killed")) if c]
    return sum(found) if found else None


def _end(count: Count, end: str) -> int:
    value: int | None = getattr(count, end)
    if value is None and end == "low":
        return 0
    return count.figure if value is None else value


def shares(event: Event) -> dict[str, int]:
    """The best figure by side: these four always add up to it."""
    attackers = event.figure("attackers_killed") or 0
    victims = event.figure("killed") or 0
    found: dict[str, int] = {}
    for finding in event.incident.groups:
        kind: Kind | None = people(finding.group) if finding.group else None
        column = event.codes("ged", "people", kind).get("deaths")
        if finding.field == "killed" and column and isinstance(finding.value, Count):
            # The largest figure alone: two groups of a kind may be the same people.
            found[str(column)] = max(found.get(str(column), 0), finding.value.figure)
    if sum(found.values()) > victims:
        found = {}
    rest = victims - sum(found.values())
    return {
        "deaths_a": attackers,
        "deaths_b": found.get("deaths_b", 0),
        "deaths_civilians": found.get("deaths_civilians", 0),
        "deaths_unknown": rest,
    }


def _share(name: str) -> Callable[[Event], int]:
    return lambda event: shares(event)[name]


def _total(end: str) -> Callable[[Event], int | None]:
    return lambda event: total(event, end)


def priogrid(lat: float, lon: float) -> int:
    """The PRIO-GRID cell of half a degree, counted from the south-western corner of the map."""
    row = min(floor((lat + 90) * 2), 359)
    column = min(floor((lon + 180) * 2), 719)
    return row * 720 + column + 1


def _number(event: Event) -> int | None:
    digits = event.id.removeprefix("INC-")
    return int(digits) if digits.isdigit() else None


def _sources(event: Event) -> str | None:
    cited = (
        ",".join(p.replace('"', "'") for p in _facts(event, n) if p)
        for n in range(len(event.reports))
    )
    return ";".join(f'"{one}"' for one in cited) or None


def _facts(event: Event, n: int) -> tuple[str, str, str]:
    report = event.reports[n]
    day = report.published.isoformat() if report.published else ""
    return report.publisher or report.name, day, report.title or ""


def _listed(part: int) -> Callable[[Event], str | None]:
    """One fact of each report, in the same order in each column; an unknown one is empty."""
    return lambda event: (
        ";".join(_facts(event, n)[part].replace(";", ",") for n in range(len(event.reports)))
        or None
    )


def _point(event: Event) -> str | None:
    return f"POINT ({event.point[1]} {event.point[0]})" if event.point else None


CELLS: Mapping[str, Of] = {
    "id": _number,
    "relid": lambda e: e.id,
    "year": lambda e: e.day.earliest.year if e.day else None,
    "type_of_violence": _violence,
    "dyad_name": _dyad,
    "side_a": _side_a,
    "side_b": _side_b,
    "number_of_sources": lambda e: len(e.reports),
    "source_article": _sources,
    "source_office": _listed(0),
    "source_date": _listed(1),
    "source_headline": _listed(2),
    "source_original": lambda e: joined(e.voices),
    "where_prec": lambda e: codes(e.place).ged if e.place else None,
    "where_coordinates": lambda e: e.place.name if e.place else None,
    "adm_1": lambda e: e.place.admin1 if e.place else None,
    "latitude": lambda e: e.point[0] if e.point else None,
    "longitude": lambda e: e.point[1] if e.point else None,
    "geom_wkt": _point,
    "priogrid_gid": lambda e: priogrid(*e.point) if e.point else None,
    "country": lambda e: e.place.country if e.place else None,
    "event_clarity": lambda _: 1,
    "date_prec": lambda e: date_codes(e.day).ged if e.day else None,
    "date_start": lambda e: e.day.earliest.isoformat() if e.day else None,
    "date_end": lambda e: e.day.latest.isoformat() if e.day else None,
    "deaths_a": _share("deaths_a"),
    "deaths_b": _share("deaths_b"),
    "deaths_civilians": _share("deaths_civilians"),
    "deaths_unknown": _share("deaths_unknown"),
    "best": _total("best"),
    "high": _total("high"),
    "low": _total("low"),
}
COLUMNS = columns("ged.tsv", CELLS)


class GedExporter:
    name = "ged"

    def __init__(self) -> None:
        self._lost = Lost()

    def write(self, released: Released, folder: Path) -> Sequence[Path]:
        path = folder / "ged.csv"
        write(path, COLUMNS, pieces(released, _row, self._lost), self._lost)
        return [path]

    def lost(self) -> Sequence[str]:
        return self._lost.lines()


def _row(event: Event, released: Released, lost: Lost) -> Iterator[Piece[dict[str, Cell]]]:
    if why := left_out(event):
        lost.note(f"left out, as {why}: incidents", event.id)
        return
    lost.compare(event, CARRIES)
    made = row(COLUMNS, event, _GAPS, lost)
    if event.victims and not made["side_b"]:
        lost.note("incidents whose victims are no actor by name (no `side_b`)", event.id)
    yield Piece(made)


_GAPS = {
    "type_of_violence": "incidents without a `type_of_violence`",
    "latitude": "incidents without coordinates",
}


def left_out(event: Event) -> str | None:
    """Why GED would not hold the event."""
    if event.status in ("retracted", "foiled"):
        return f"they are {event.status}"
    best = total(event, "best")
    if best is None:
        return "no report states deaths (unknown, not 0)"
    if best == 0:
        return "nobody was killed"
    if event.day is None:
        return "no report dates them"
    return "their date is open by more than a year" if date_codes(event.day).ged is None else None

"""``gtd.csv``: the 135 columns of the Global Terrorism Database, by name and in its order.

Its own codes for "not known" are kept: 0 for a month or a day, -9 and -99 where its columns use
them, "Unknown" for a perpetrator; all else that no report states is empty. Whether an event meets
its criteria is not judged.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from reportedly.export.acled import deaths
from reportedly.export.event import Event
from reportedly.export.flat import Of, citation, columns, named, notes, row, write
from reportedly.export.harmless import Cell
from reportedly.export.lost import Lost
from reportedly.export.piece import Piece
from reportedly.export.pieces import pieces
from reportedly.plugins import Released
from reportedly.records import Attribution
from reportedly.records.precision import codes

CARRIES = {
    "attribution", "voices", "qualifier", "denied", "injured", "attackers", "target", "weapon",
    "status", "span", "perpetrators",
}  # fmt: skip
UNKNOWN = "Unknown"
_MOST = 3  # perpetrators, and citations


def _code(name: str) -> Callable[[Event], Cell]:
    return lambda event: event.codes("gtd", "type", event.type).get(name)


def _target(name: str) -> Callable[[Event], Cell]:
    return lambda event: event.codes("gtd", "people", event.victims).get(name)


def _month(event: Event) -> int:
    day = event.day
    known = day is not None and day.earliest.replace(day=1) == day.latest.replace(day=1)
    return day.earliest.month if day and known else 0


def _day(event: Event) -> int:
    day = event.day
    return day.earliest.day if day and day.earliest == day.latest else 0


def _approximate(event: Event) -> str | None:
    day = event.day
    if day is None or day.earliest == day.latest:
        return None
    return f"{day.earliest.isoformat()} to {day.latest.isoformat()}"


def _year(event: Event) -> int | None:
    day = event.day
    return day.earliest.year if day and day.earliest.year == day.latest.year else None


def _group(n: int) -> Callable[[Event], str | None]:
    return lambda event: (
        event.perpetrators[n].name if len(event.perpetrators) > n else None if n else UNKNOWN
    )


def _uncertain(n: int) -> Callable[[Event], int | None]:
    """1 where reports say "suspected"; 0 where they name the group without; empty without one."""

    def found(event: Event) -> int | None:
        if len(event.perpetrators) <= n:
            return None
        weak = event.attribution and event.attribution.status == "suspected"
        return int(bool(event.perpetrators[n].qualifier or weak))

    return found


def _claimed(event: Event) -> int:
    return 1 if event.attribution and event.attribution.status == "claimed" else -9


def _competing(event: Event) -> int | None:
    """1 where two voices claim it; empty else, for nobody rules out a second claim."""
    found = {
        c.value.by
        for c in event.claims
        if isinstance(c.value, Attribution) and c.value.status == "claimed" and c.value.by
    }
    return 1 if len(found) > 1 else None


def _suicide(event: Event) -> int | None:
    return None if event.type is None else int(event.type == "suicide_bombing")


def _success(event: Event) -> int | None:
    return {"completed": 1, "attempted": 0, "foiled": 0}.get(event.status or "")


def _vicinity(event: Event) -> int:
    precision = event.place.precision if event.place else None
    return {"near": 1, "city": 0, "site": 0}.get(precision or "", -9)


def _cited(n: int) -> Callable[[Event], str | None]:
    return lambda event: citation(event.reports[n]) if len(event.reports) > n else None


def _further(event: Event) -> str:
    return "; ".join([f"reportedly {event.id}", *map(citation, event.reports[_MOST:])])


def _taken(event: Event) -> int:
    return 1 if event.type == "kidnapping" or event.count("abducted") else -9


def _or(field: str, unknown: int | None) -> Callable[[Event], int | None]:
    def found(event: Event) -> int | None:
        figure = event.figure(field)
        return unknown if figure is None else figure

    return found


CELLS: Mapping[str, Of] = {
    "iyear": _year,
    "imonth": _month,
    "iday": _day,
    "approxdate": _approximate,
    "country_txt": lambda e: e.place.country if e.place else None,
    "provstate": lambda e: e.place.admin1 if e.place else None,
    "city": lambda e: e.place.name if e.place and codes(e.place).gtd <= 2 else UNKNOWN,
    "latitude": lambda e: e.point[0] if e.point and e.place and (codes(e.place).gtd < 5) else None,
    "longitude": lambda e: e.point[1] if e.point and e.place and (codes(e.place).gtd < 5) else None,
    "specificity": lambda e: codes(e.place).gtd if e.place else 5,
    "vicinity": _vicinity,
    "location": lambda e: e.place.name if e.place and e.place.precision != "city" else None,
    "summary": notes,
    "doubtterr": lambda _: -9,
    "success": _success,
    "suicide": _suicide,
    "attacktype1": _code("attacktype1"),
    "attacktype1_txt": _code("attacktype1_txt"),
    "targtype1": _target("targtype1"),
    "targtype1_txt": _target("targtype1_txt"),
    "target1": lambda e: e.text("target"),
    "gname": _group(0),
    "gname2": _group(1),
    "gname3": _group(2),
    "guncertain1": _uncertain(0),
    "guncertain2": _uncertain(1),
    "guncertain3": _uncertain(2),
    "nperps": lambda _: -99,
    "nperpcap": lambda _: -99,
    "claimed": _claimed,
    "compclaim": _competing,
    "weaptype1": _code("weaptype1"),
    "weaptype1_txt": _code("weaptype1_txt"),
    "weapdetail": lambda e: e.text("weapon"),
    "nkill": deaths,
    "nkillter": _or("attackers_killed", None),
    "nwound": _or("injured", None),
    "property": lambda _: -9,
    "ishostkid": _taken,
    "nhostkid": lambda e: _or("abducted", -99)(e) if _taken(e) == 1 else None,
    "nreleased": lambda e: _or("freed", -99)(e) if _taken(e) == 1 else _or("freed", None)(e),
    "addnotes": _further,
    "scite1": _cited(0),
    "scite2": _cited(1),
    "scite3": _cited(2),
    "dbsource": lambda _: "reportedly",
    "INT_LOG": lambda _: -9,
    "INT_IDEO": lambda _: -9,
    "INT_MISC": lambda _: -9,
    "INT_ANY": lambda _: -9,
}
COLUMNS = columns("gtd.tsv", CELLS)


class GtdExporter:
    name = "gtd"

    def __init__(self) -> None:
        self._lost = Lost()

    def write(self, released: Released, folder: Path) -> Sequence[Path]:
        path = folder / "gtd.csv"
        write(path, COLUMNS, self._rows(released), self._lost)
        return [path]

    def lost(self) -> Sequence[str]:
        return self._lost.lines()

    def _rows(self, released: Released) -> Iterator[dict[str, Cell]]:
        on_day: Counter[str] = Counter()
        for made in pieces(released, _row, self._lost):
            day = f"{made['iyear'] or 0:04}{made['imonth']:02}{made['iday']:02}"
            on_day[day] += 1
            yield made | {"eventid": f"{day}{on_day[day]:04}"}


def _row(event: Event, released: Released, lost: Lost) -> Iterator[Piece[dict[str, Cell]]]:
    if event.status == "retracted":
        lost.note("left out: retracted incidents", event.id)
        return
    lost.compare(event, CARRIES)
    made = row(COLUMNS, event, _GAPS, lost)
    if len(event.perpetrators) > _MOST:
        lost.note("incidents with perpetrators after the third", event.id)
    if any(a.qualifier for a in event.perpetrators):
        who = ", ".join(named(a) for a in event.perpetrators if a.qualifier)
        lost.note("kinds of doubt that are only `guncertain` here", f"{event.id} ({who})")
    if event.type == "suicide_bombing" and event.count("attackers_killed") is None:
        why = "suicide bombings with an `nkill` without the attackers, whom no report counts"
        lost.note(why, event.id)
    yield Piece(made)


_GAPS = {
    "nkill": "incidents with an empty `nkill`, since no report states deaths (unknown, not 0)",
    "nwound": "incidents with an empty `nwound`, since no report states it (unknown, not 0)",
    "attacktype1": "incidents of a type that GTD has no code for",
    "iyear": "incidents without an `iyear`",
}

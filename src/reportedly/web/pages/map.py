"""``/map``: where incidents are reported, each place as wide as it is uncertain."""

from dataclasses import dataclass, replace
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from reportedly import wording
from reportedly.records import Place
from reportedly.store.asked import Asked
from reportedly.web.asking import AskedFor, query
from reportedly.web.desk import AtDesk, Desk
from reportedly.web.plots.circles import Located, Places, places
from reportedly.web.plots.tally import Tally
from reportedly.web.rendering import page

router = APIRouter()
_DRAWN = 2_000  # circles
_TABLED = 100  # places in the table

COLUMNS = ("name", "lat", "lon", "km", "outline", "incidents", "killed", "precision", "search")


@dataclass(frozen=True, slots=True)
class Drawn:
    """Circles as rows of ``columns``: degrees, kilometres, the code of a country to draw by its
    outline, and an address that lists the incidents. ``left_out``: places with fewer incidents.
    """

    columns: tuple[str, ...]
    rows: list[list[Any]]
    left_out: int


@router.get("/map", include_in_schema=False)
def show(request: Request, desk: AtDesk, by: AskedFor) -> Response:
    found = _places(desk, by)
    ranked = sorted(found.circles, key=lambda c: (-c.tally.incidents, c.place.name))
    return page(
        request,
        "map.html",
        by=by,
        places=found,
        rows=[(one, _search(by, one.place)) for one in ranked[:_TABLED]],
        more=max(0, len(ranked) - _TABLED),
        data="/api/map" + query(by),
        types=desk.tools.codebook.types,
    )


@router.get("/api/map", tags=["plots"])
def data(desk: AtDesk, by: AskedFor) -> Drawn:
    """The places of the incidents that are asked for, the widest first."""
    found = _places(desk, by)
    ranked = sorted(found.circles, key=lambda c: -c.tally.incidents)[:_DRAWN]
    rows = [
        [
            wording.place(one.place),
            one.place.lat,
            one.place.lon,
            one.km,
            one.outline,
            one.tally.incidents,
            one.tally.killed,
            one.precision,
            _search(by, one.place),
        ]
        for one in sorted(ranked, key=lambda c: -c.km)
    ]
    return Drawn(COLUMNS, rows, len(found.circles) - len(rows))


def _places(desk: Desk, by: Asked) -> Places:
    rows = desk.lists().grouped.by_place(by)
    return places(Located(row.place, Tally(*row.sums)) for row in rows)


def _search(by: Asked, place: Place) -> str:
    there = replace(by, place=place.name, precision=place.precision)
    return "/search" + query(there, kind="incidents")

"""``/map``: where incidents are reported, each place as wide as it is uncertain."""

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from reportedly import wording
from reportedly.records import Place
from reportedly.store.asked import Asked
from reportedly.store.grouped import Placed
from reportedly.web.asking import AskedFor, query
from reportedly.web.desk import AtDesk, Desk
from reportedly.web.plots.circles import Located, Places, places
from reportedly.web.plots.tally import Tally
from reportedly.web.rendering import page

router = APIRouter()
_DRAWN = 1_000  # places
_TABLED = 120

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
    placed, found = _places(desk, by, _TABLED)
    ranked = sorted(found.circles, key=lambda c: (-c.tally.incidents, c.place.name))
    return page(
        request,
        "map.html",
        by=by,
        places=found,
        placed=placed,
        rows=[(one, _search(by, one.place)) for one in ranked],
        data="/api/map" + query(by),
        types=desk.tools.codebook.types,
    )


@router.get("/api/map", tags=["plots"])
def data(desk: AtDesk, by: AskedFor) -> Drawn:
    """The places with most of the incidents that are asked for, the widest first."""
    placed, found = _places(desk, by, _DRAWN)
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
        for one in found.circles
    ]
    return Drawn(COLUMNS, rows, placed.located - len(rows))


def _places(desk: Desk, by: Asked, most: int) -> tuple[Placed, Places]:
    placed = desk.lists().grouped.by_place(by, most)
    return placed, places(Located(row.place, Tally(*row.sums)) for row in placed.rows)


def _search(by: Asked, place: Place) -> str:
    return "/search" + query(by, place=place.name, precision=place.precision, kind="incidents")

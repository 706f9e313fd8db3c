"""``/timeline``: incidents and reported deaths along time, with what is not known to a period."""

from dataclasses import replace
from datetime import date

from fastapi import APIRouter, Request
from fastapi.responses import Response

from reportedly.errors import CodebookError
from reportedly.store.asked import Asked
from reportedly.web.asking import AskedFor, query
from reportedly.web.desk import AtDesk, Desk
from reportedly.web.plots.drawing import drawing
from reportedly.web.plots.periods import UNITS, Unit
from reportedly.web.plots.tally import Tally
from reportedly.web.plots.timeline import Dated, Timeline, timeline
from reportedly.web.rendering import page

router = APIRouter()
_TABLED = 400  # rows of the table


@router.get("/timeline", include_in_schema=False)
def show(request: Request, desk: AtDesk, by: AskedFor, unit: str = "") -> Response:
    line = _line(desk, by, unit)
    return page(
        request,
        "timeline.html",
        by=by,
        line=line,
        drawn=drawing(line),
        unit=unit,
        units=[(one, "/timeline" + query(by, unit=one)) for one in UNITS],
        rows=[column for column in line.columns if column.tally.incidents][-_TABLED:],
        bars=line.bars[-_TABLED:],
        types=desk.tools.codebook.types,
        search=lambda first, last: "/search" + query(_within(by, first, last), kind="incidents"),
    )


@router.get("/api/timeline", tags=["plots"])
def data(desk: AtDesk, by: AskedFor, unit: str = "") -> Timeline:
    """Incidents by period, and those that lie in several with the days they may lie in."""
    return _line(desk, by, unit)


def _line(desk: Desk, by: Asked, unit: str) -> Timeline:
    if unit and unit not in UNITS:
        raise CodebookError(f"unit={unit!r} is none; write {', '.join(UNITS)}")
    chosen: Unit | None = next((one for one in UNITS if one == unit), None)
    rows = desk.lists().grouped.by_date(by)
    dated = (Dated(row.earliest, row.latest, Tally(*row.sums)) for row in rows)
    return timeline(dated, chosen, by.first, by.last)


def _within(by: Asked, first: date, last: date) -> Asked:
    return replace(by, first=first, last=last)

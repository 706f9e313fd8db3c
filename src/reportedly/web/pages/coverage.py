"""``/coverage``: which source was read on which day, so that a gap is not read as peace."""

from datetime import date, timedelta

from fastapi import APIRouter, Request
from fastapi.responses import Response

from reportedly.errors import CodebookError
from reportedly.store.asked import Asked
from reportedly.store.lists import Lists
from reportedly.web.asking import AskedFor, query
from reportedly.web.desk import AtDesk
from reportedly.web.plots.coverage import Coverage, Read, coverage, fitting, level
from reportedly.web.plots.periods import UNITS, Unit, earlier, end, later, start
from reportedly.web.rendering import page

router = APIRouter()
_DAYS = 28  # shown unless other days are asked for
_MOST = 366 * 20  # days that can be asked for
_REASONS = 12


@router.get("/coverage", include_in_schema=False)
def show(request: Request, desk: AtDesk, by: AskedFor, unit: str = "") -> Response:
    lists = desk.lists()
    known = lists.grouped.published()
    days = _days(known, by)
    made = _coverage(lists, days, unit) if days else None
    before, after = (earlier(*days), later(*days)) if days else (None, None)
    return page(
        request,
        "coverage.html",
        made=made,
        days=days,
        known=known,
        failed=lists.grouped.failed(_REASONS),
        unit=unit,
        before=_link(before, unit) if before and known and before[1] >= known[0] else None,
        after=_link(after, unit) if after and known and after[0] <= known[1] else None,
        whole=_link(known, "") if known else None,
        level=level,
        units=UNITS,
    )


@router.get("/api/coverage", tags=["plots"])
def data(desk: AtDesk, by: AskedFor, unit: str = "") -> Coverage | None:
    """Reports by source and period; null where no report has a day of publication."""
    lists = desk.lists()
    days = _days(lists.grouped.published(), by)
    return _coverage(lists, days, unit) if days else None


def _days(known: tuple[date, date] | None, by: Asked) -> tuple[date, date] | None:
    """What is asked for, else the last weeks of the reports."""
    if known is None:
        return None
    last = by.last or (max(known[1], by.first) if by.first else known[1])
    first = by.first or max(known[0], last - timedelta(days=_DAYS - 1))
    if first > last:
        raise CodebookError(f"from={first} is after to={last}")
    if (last - first).days > _MOST:
        raise CodebookError("coverage shows twenty years at most; ask for fewer days")
    return first, last


def _coverage(lists: Lists, days: tuple[date, date], unit: str) -> Coverage:
    if unit and unit not in UNITS:
        raise CodebookError(f"unit={unit!r} is none; write {', '.join(UNITS)}")
    chosen: Unit = next((one for one in UNITS if one == unit), fitting(*days))
    months = chosen in ("month", "year")
    if months:  # whole ones, as a month's reports stand on its first day
        days = start(days[0], "month"), end(days[1], "month")
    read = (Read(*row) for row in lists.grouped.by_source(*days, months=months))
    return coverage(read, *days, chosen)


def _link(days: tuple[date, date] | None, unit: str) -> str:
    first, last = days or (None, None)
    return "/coverage" + query(Asked(first=first, last=last), unit=unit)

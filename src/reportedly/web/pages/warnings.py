"""``/warnings``: who warned of what, until when, and what was reported in that time: candidates
for a reader to judge, never judged here.
"""

from dataclasses import dataclass, replace
from datetime import date

from fastapi import APIRouter, Request
from fastapi.responses import Response

from reportedly import wording
from reportedly.pipeline.foreseen import FORESEEING, Candidate, Foreseen
from reportedly.pipeline.warned import MOST, warned
from reportedly.store.asked import Asked
from reportedly.store.sides import Side
from reportedly.web import said
from reportedly.web.asking import AskedFor, Place, query
from reportedly.web.desk import AtDesk, Desk
from reportedly.web.plots.contradictions import Position, position
from reportedly.web.rendering import page

router = APIRouter()
_AT_ONCE = 10
_SHOWN = 8  # candidates; the rest is counted


@dataclass(frozen=True, slots=True)
class Incident:
    """A candidate: an incident of those days, and what it has in common with the warning."""

    id: str
    when: str
    reasons: list[str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A warning, when it was said, and the days that it speaks of; None: it names none."""

    n: int
    warning: Position
    said_on: date | None
    horizon: str | None
    candidates: list[Incident]


@router.get("/warnings", include_in_schema=False)
def show(request: Request, desk: AtDesk, by: AskedFor, before: Place = None) -> Response:
    rows, more = _entries(desk, by, before)
    return page(
        request,
        "warnings.html",
        by=by,
        rows=rows,
        shown=_SHOWN,
        many=MOST,
        more="/warnings" + query(by, before=more) if more else None,
    )


@router.get("/api/warnings", tags=["warnings"])
def data(desk: AtDesk, by: AskedFor, before: Place = None) -> list[Entry]:
    """Warnings and forecasts, the last stored first, ten at a time; ``before``: the lowest ``n``
    of the page before.
    """
    return _entries(desk, by, before)[0]


def _entries(desk: Desk, by: Asked, before: int | None) -> tuple[list[Entry], int | None]:
    spoken = replace(by, act=by.act if by.act in FORESEEING else "")
    release = desk.release()
    people = said.statements(release, before), release.verdicts.said()
    rows = desk.lists().finds.statements(spoken, before, _AT_ONCE, FORESEEING, *people)
    readings = release.readings.of(side.report.id for side in rows.rows)
    found = warned(desk.store, readings, [(side.report.id, side.id) for side in rows.rows])
    by_id = {one.statement.id: one for one in found}
    return [_entry(side, by_id.get(side.id)) for side in rows.rows], rows.next


def _entry(side: Side, found: Foreseen | None) -> Entry:
    return Entry(
        n=side.n,
        warning=position(side),
        said_on=found.said_on if found else side.report.published,
        horizon=wording.horizon(side.horizon) if side.horizon else None,
        candidates=[_incident(one) for one in found.candidates] if found else [],
    )


def _incident(one: Candidate) -> Incident:
    reasons = [f"{kind}: {wording.code(name)}" for kind, name in one.reasons]
    return Incident(one.incident, wording.when(one.day), reasons)

"""``/search``: reports, statements and incidents by words and filters that compose."""

from dataclasses import replace
from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from reportedly import wording
from reportedly.records import Bound, Count, When
from reportedly.store.asked import Asked
from reportedly.web import said
from reportedly.web.asking import AskedFor, Place, query
from reportedly.web.desk import AtDesk, Desk
from reportedly.web.plots.contradictions import position
from reportedly.web.plots.excerpts import excerpt
from reportedly.web.rendering import page

router = APIRouter()
KINDS = ("incidents", "statements", "reports")
_FEW, _MANY = 6, 30  # rows of each kind together, and of one kind alone


@router.get("/search", include_in_schema=False)
def show(
    request: Request, desk: AtDesk, by: AskedFor, kind: str = "", before: Place = None
) -> Response:
    """``kind``: one of the three alone, by pages."""
    alone = kind if kind in KINDS else None
    wanted = [alone] if alone else _fitting(by)
    found = {one: _found(desk, by, one, before, _MANY if alone else _FEW) for one in wanted}
    return page(
        request,
        "search.html",
        by=by,
        kind=alone,
        kinds=KINDS,
        found=found,
        link=lambda kind, before=None: "/search" + query(by, kind=kind, before=before),
        without=_without(by, alone),
        types=desk.tools.codebook.types,
        acts_known=wording.ACTS,
    )


def _fitting(by: Asked) -> list[str]:
    """The kinds that every filter applies to."""
    of_incident = by.type or by.place or by.actor or by.disputed or by.precision
    of_statement = by.act or by.speaker
    if of_incident:
        return [] if of_statement else ["incidents"]
    return ["statements"] if of_statement else list(KINDS)


def _found(
    desk: Desk, by: Asked, kind: str, before: int | None, most: int
) -> tuple[list[dict[str, Any]], int | None]:
    finds = desk.lists().finds
    if kind == "incidents":
        of_incidents = finds.incidents(replace(by, act="", speaker=""), before, most)
        return [incident(row) for row in of_incidents.rows], of_incidents.next
    plain = replace(by, type="", place="", actor="", disputed="", precision="")
    if kind == "statements":
        release = desk.release()
        people = said.statements(release, before), release.verdicts.said()
        rows = finds.statements(plain, before, most, (), *people)
        return [{"side": position(row)} for row in rows.rows], rows.next
    reports = finds.reports(replace(plain, act="", speaker=""), before, most)
    found = [{"source": r.source, "parts": excerpt(r.text, by.words)} for r in reports.rows]
    return found, reports.next


def incident(row: Any) -> dict[str, Any]:
    """A row of the list of incidents, in words."""
    day = date.fromisoformat
    when = row.earliest and When(day(row.earliest), day(row.latest), row.date_precision)
    killed = (row.killed_low, row.killed_best, row.killed_high)
    known = any(end is not None for end in killed)
    within = [row.place, row.admin1, row.country]
    near = "near " if row.place_precision == "near" else ""
    return {
        "id": row.incident,
        "type": wording.code(row.type) if row.type else "incident",
        "when": wording.when(when or None),
        "place": near + ", ".join(dict.fromkeys(p for p in within if p)) or "place not stated",
        "killed": wording.count(Count(*killed, _bound(*killed))) if known else wording.UNKNOWN,
        "actors": row.actors,
        "voices": row.voices,
        "disputes": row.disputes,
    }


def _bound(low: int | None, best: int | None, high: int | None) -> Bound:
    """What the ends of a figure say about it; how it was worded is not in the list."""
    return "at_least" if high is None else "up_to" if low is None else "range"


def _without(by: Asked, kind: str | None) -> list[tuple[str, str, str]]:
    """Each filter in words, with the address that lacks it."""
    labels = {"first": "from", "last": "until", "words": "words", "type": "type"}
    found = []
    for name in by.__dataclass_fields__:
        value = getattr(by, name)
        if value:
            empty: Any = None if name in ("first", "last") else ""
            address = "/search" + query(replace(by, **{name: empty}), kind=kind)
            found.append((labels.get(name, name), wording.code(str(value)), address))
    return found

"""``/disputes``: where voices contradict each other, each side in its words with its source."""

from dataclasses import replace

from fastapi import APIRouter, Request
from fastapi.responses import Response

from reportedly.errors import CodebookError
from reportedly.store.asked import Asked
from reportedly.web import said
from reportedly.web.asking import AskedFor, Place, query
from reportedly.web.desk import AtDesk, Desk
from reportedly.web.plots.contradictions import Contradicted, Denial, contradicted, denied
from reportedly.web.rendering import page

router = APIRouter()
KINDS = ("count", "date", "place", "responsibility", "proposition")
_AT_ONCE = 15


@router.get("/disputes", include_in_schema=False)
def show(request: Request, desk: AtDesk, by: AskedFor, before: Place = None) -> Response:
    """``disputed=statements``: statements that are denied, of an incident or not."""
    statements = by.disputed == "statements"
    found, after = ([], None) if statements else _contradicted(desk, by, before)
    denials, later = _denied(desk, before) if statements else ([], None)
    more = after or later
    return page(
        request,
        "disputes.html",
        by=by,
        found=found,
        denials=denials,
        kinds=KINDS,
        link=lambda kind: "/disputes" + query(replace(by, disputed=kind)),
        more="/disputes" + query(by, before=more) if more else None,
        types=desk.tools.codebook.types,
    )


@router.get("/api/disputes", tags=["disputes"])
def data(desk: AtDesk, by: AskedFor, before: Place = None) -> list[Contradicted]:
    """Disputed incidents, the newest first, fifteen at a time; ``before``: the lowest number of
    the page before.
    """
    return _contradicted(desk, by, before)[0]


@router.get("/api/denials", tags=["disputes"])
def denials(desk: AtDesk, before: Place = None) -> list[Denial]:
    """Statements that another statement of their report denies, the newest first, fifteen at a
    time, those of reports in which people made or set right statements before all others;
    ``before``: the lowest ``n`` of the page before.
    """
    return _denied(desk, before)[0]


def _contradicted(
    desk: Desk, by: Asked, before: int | None
) -> tuple[list[Contradicted], int | None]:
    if by.disputed not in ("", "any", *KINDS):
        raise CodebookError(f"no kind of dispute {by.disputed!r}; there are: {', '.join(KINDS)}")
    lists = desk.lists()
    rows = lists.finds.incidents(replace(by, disputed=by.disputed or "any"), before, _AT_ONCE)
    names = [row.incident for row in rows.rows]
    known = {belief.id: belief.incident for belief in desk.store.beliefs.at(ids=names)}
    incidents = [one for name in names if (one := known.get(name))]
    ids = {side for i in incidents for d in i.disputes for side in (d.left, d.right)}
    sides = said.sides(desk.release(), lists, ids)
    kind = by.disputed if by.disputed in KINDS else None
    return [contradicted(one, sides, kind) for one in incidents], rows.next


def _denied(desk: Desk, before: int | None) -> tuple[list[Denial], int | None]:
    lists = desk.lists()
    release = desk.release()
    people = said.denials(release, before)
    rows = lists.finds.denials(before, _AT_ONCE, people, release.verdicts.said())
    sides = said.sides(release, lists, {id for row in rows.rows for id in (row.one, row.other)})
    made = [denied(row.n, sides.get(row.one), sides.get(row.other)) for row in rows.rows]
    return [one for one in made if one], rows.next

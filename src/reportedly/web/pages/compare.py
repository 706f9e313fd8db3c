"""``/compare``: two incidents field by field, with what the linker has for and against."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from reportedly import pipeline, wording
from reportedly.records import Incident, Link
from reportedly.web import card
from reportedly.web.desk import AtDesk, Desk
from reportedly.web.pages.decisions import seen
from reportedly.web.pages.incident import known
from reportedly.web.rendering import page

router = APIRouter()


@router.get("/compare", include_in_schema=False)
def show(request: Request, desk: AtDesk, left: str, right: str) -> Response:
    """Raises UnknownRecord."""
    release = desk.release()
    one, other = release.incident(left), release.incident(right)
    mine, theirs = known(one), known(other)
    rows = [
        (wording.label(field), mine.get(field), theirs.get(field))
        for field in release.codebook.fields
        if field in mine or field in theirs
    ]
    same = one.id == other.id
    return page(
        request,
        "compare.html",
        one=one,
        other=other,
        headlines=(card.headline(one), card.headline(other)),
        rows=rows,
        told=tuple([r.report for r in release.told(each)] for each in (one, other)),
        link=None
        if same
        else pipeline.likeness(desk.store, desk.tools, one.accounts, other.accounts),
        log=seen(desk),
    )


def _link(desk: Desk, one: Incident, other: Incident) -> Link | None:
    return pipeline.likeness(desk.store, desk.tools, one.accounts, other.accounts)

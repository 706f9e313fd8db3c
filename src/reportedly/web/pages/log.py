"""``/log``: who decided what, when and why; the newest first, undone ones too."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from reportedly.records import Decision
from reportedly.records.decision import void
from reportedly.web.desk import AtDesk
from reportedly.web.rendering import page
from reportedly.wording import decided

router = APIRouter()
_AT_ONCE = 100


@router.get("/log", include_in_schema=False)
def show(request: Request, desk: AtDesk, before: str | None = None) -> Response:
    """``before``: the id of the decision after which the page starts."""
    made = desk.store.decisions()
    known: dict[str, Decision] = {one.id: one for one in made}
    newest = list(reversed(made))
    first = next((n for n, one in enumerate(newest, 1) if one.id == before), 0)
    shown = newest[first : first + _AT_ONCE]
    release, out = desk.release(), void(made)
    rows = [
        (one, decided.moment(one.made_at), decided.words(one, release, known), one.id in out)
        for one in shown
    ]
    more = shown[-1].id if first + _AT_ONCE < len(newest) else None
    return page(request, "log.html", rows=rows, more=more)

"""``/``: the desk, where reports come in and a decision about an incident goes out."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from reportedly.web.desk import AtDesk
from reportedly.web.rendering import page

router = APIRouter()


@router.get("/", include_in_schema=False)
def show(request: Request, desk: AtDesk) -> Response:
    return page(request, "desk.html", incidents=list(desk.release().incidents()))

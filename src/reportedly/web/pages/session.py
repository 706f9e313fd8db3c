"""Who decides: asked once in each browser, kept there, and signed under every decision."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, StringConstraints

from reportedly.web.desk import NAME, reviewer

router = APIRouter(tags=["session"])
_YEAR = 365 * 24 * 3600


class Name(BaseModel):
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]


class Session(BaseModel):
    """``token``: the header ``X-Token`` of every write."""

    name: str | None
    token: str


@router.get("/api/session")
def session(request: Request) -> Session:
    """Who decides in this browser, and the token for its writes."""
    return Session(name=reviewer(request), token=request.state.token)


@router.put("/api/session")
def named(request: Request, given: Name, response: Response) -> Session:
    """Say who decides in this browser from now on."""
    response.set_cookie(
        NAME, quote(given.name), max_age=_YEAR, httponly=True, samesite="strict", path="/"
    )
    return Session(name=given.name, token=request.state.token)

"""The first run: the demonstration, or a store of one's own."""

from collections.abc import Callable
from typing import Annotated, Literal

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, StringConstraints

from reportedly.codebook import DEFAULT, named
from reportedly.pipeline import Tools
from reportedly.store.store import Store

router = APIRouter(tags=["session"])
Kind = Literal["demo", "own"]
Start = Callable[[Kind, str], tuple[Store, Tools]]


class Chosen(BaseModel):
    """``codebook``: of a store of one's own."""

    kind: Kind
    codebook: Annotated[str, StringConstraints(max_length=40)] = DEFAULT


@router.post("/api/start", status_code=201)
def start(request: Request, chosen: Chosen) -> Response:
    """Make the store that this server then works with. Only where it has none (409)."""
    state = request.app.state
    if state.store is not None or state.start is None:
        return JSONResponse({"error": "this server has a store already"}, 409)
    named(chosen.codebook)  # else nothing is made
    state.store, state.tools = state.start(chosen.kind, chosen.codebook)
    state.store.keep_readings()
    return JSONResponse({"kind": chosen.kind}, 201)

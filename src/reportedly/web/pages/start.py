"""The first run: the demonstration, or a store of one's own."""

from collections.abc import Callable
from typing import Literal

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel

from reportedly.pipeline import Tools
from reportedly.store.store import Store

router = APIRouter(tags=["session"])
Kind = Literal["demo", "own"]
Start = Callable[[Kind], tuple[Store, Tools]]


class Chosen(BaseModel):
    kind: Kind


@router.post("/api/start", status_code=201)
def start(request: Request, chosen: Chosen) -> Response:
    """Make the store that this server then works with. Only where it has none (409)."""
    state = request.app.state
    if state.store is not None or state.start is None:
        return JSONResponse({"error": "this server has a store already"}, 409)
    state.store, state.tools = state.start(chosen.kind)
    return JSONResponse({"kind": chosen.kind}, 201)

"""The application: its pages, its API, its errors in plain words."""

from collections.abc import Collection
from importlib import import_module

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response
from fastapi.staticfiles import StaticFiles

from reportedly import __version__
from reportedly.codebook import practices
from reportedly.errors import (
    CodebookError,
    DecisionConflict,
    ReportedlyError,
    StoreError,
    UnknownRecord,
)
from reportedly.pipeline import Tools
from reportedly.store.store import Store
from reportedly.web.desk import NoStoreYet
from reportedly.web.guard import LOOPBACK, Guard
from reportedly.web.kept import Kept
from reportedly.web.pages import PAGES
from reportedly.web.pages.start import Start
from reportedly.web.rendering import page
from reportedly.web.templating import HERE

_STATUS: dict[type[ReportedlyError], int] = {
    UnknownRecord: 404,
    DecisionConflict: 409,
    CodebookError: 422,
    StoreError: 503,
}


def create_app(
    store: Store | None,
    tools: Tools,
    *,
    start: Start | None = None,
    reviewer: str | None = None,
    hosts: Collection[str] = LOOPBACK,
    any_address: bool = False,
) -> FastAPI:
    """The workbench over an open store; without one, ``start`` makes the one that is chosen.

    ``reviewer``: who decides where a browser has not said so. ``hosts``: the names that it answers
    to; ``any_address``: any IP address too.
    """
    app = FastAPI(
        title="reportedly",
        version=__version__,
        description="Who reported what about an incident, and what it adds up to.",
        openapi_url="/api/openapi.json",
        docs_url=None,  # theirs loads scripts from elsewhere
        redoc_url=None,
    )
    app.state.store, app.state.tools, app.state.reviewer = store, tools, reviewer
    app.state.start = start
    if store is not None:
        store.keep_readings()
    app.state.kept = Kept()
    for name in PAGES:
        app.include_router(import_module(f"reportedly.web.pages.{name}").router)
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    app.add_exception_handler(ReportedlyError, _expected)
    app.add_exception_handler(404, _missing)
    app.add_exception_handler(NoStoreYet, _first)
    app.add_middleware(Guard, hosts=hosts, any_address=any_address)
    return app


async def _expected(request: Request, error: Exception) -> Response:
    """What was raised on purpose, in its own words: to programs as JSON, to people as a page."""
    status = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), 422)
    return _told(request, str(error), status)


async def _first(request: Request, error: Exception) -> Response:
    if request.method != "GET" or request.url.path.startswith("/api/"):
        return _told(request, str(error), 503)
    book = request.app.state.tools.codebook
    return page(request, "first.html", codebook=book, practices=practices().values())


async def _missing(request: Request, error: Exception) -> Response:
    return _told(request, getattr(error, "detail", None) or "There is no such page.", 404)


def _told(request: Request, words: str, status: int) -> Response:
    if request.method != "GET" or request.url.path.startswith("/api/"):
        return JSONResponse({"error": words}, status)
    return page(request, "problem.html", status=status, words=words)

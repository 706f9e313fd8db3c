"""The first pages, asked for before a person does: what is made once for all is made by then.

Statements to the database, shapes of records and templates take longer to make than the answers.
"""

import asyncio
from contextlib import suppress

from fastapi import FastAPI
from starlette.types import Message, Scope

from reportedly import pipeline

_PAGES = ("/", "/api/incidents")


def ask(app: FastAPI) -> None:
    """Nothing is asked of an app without a store, or while reports wait: linking may take long.

    What fails is left to the person who asks for that page, and sees why.
    """
    state = app.state
    if state.store is not None and not pipeline.waiting(state.store, state.tools):
        for path in _PAGES:
            with suppress(Exception):
                asyncio.run(_get(app, path))


async def _get(app: FastAPI, path: str) -> None:
    scope: Scope = {
        "type": "http",
        "http_version": "1.1",
        "scheme": "http",
        "method": "GET",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": b"",
        "headers": [(b"host", b"localhost")],
        "client": None,
        "server": None,
    }

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        """Nobody reads the answer."""

    await app(scope, receive, send)

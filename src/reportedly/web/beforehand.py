"""What is made or fetched before a person asks for it.

The first pages: statements to the database, shapes of records and templates take longer to make
than the answers. And the readings of the largest incidents: one account in ten can be theirs, and
they take longest to fetch.
"""

import asyncio
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread

from fastapi import FastAPI
from starlette.types import Message, Scope

from reportedly import pipeline
from reportedly.errors import ReportedlyError
from reportedly.store.queries import some_of
from reportedly.store.store import Store
from reportedly.web.tabs import TABS

_FIRST = ("/", "/api/incidents")
_ACCOUNTS = 12_000  # of the largest incidents together; their readings leave room for others
_SOON = 3.0  # seconds: by then the pages that a browser opens with are there
_AT_ONCE, _PAUSE = 25, 0.03  # readings, and seconds between: pages that are asked for go first


def ask(app: FastAPI, pages: Iterable[str] = _FIRST) -> None:
    """Nothing is asked of an app without a store, or while reports wait: linking may take long.

    What fails is left to the person who asks for that page, and sees why.
    """
    state = app.state
    if state.store is not None and not pipeline.waiting(state.store, state.tools):
        for path in pages:
            with suppress(Exception):
                asyncio.run(_get(app, path))


@contextmanager
def fetching(app: FastAPI) -> Iterator[None]:
    """Meanwhile, ask for the other pages and fetch what large cards will need."""
    ended = Event()
    aside = Thread(target=_fetch, args=(app, ended), name="beforehand")
    if app.state.store is not None:
        aside.start()
    try:
        yield
    finally:
        ended.set()
        if aside.ident is not None:
            aside.join()


def _fetch(app: FastAPI, ended: Event) -> None:
    if ended.wait(_SOON):
        return
    for path, _ in TABS:
        ask(app, [path])
        if ended.wait(_PAUSE):
            return
    fetch(app.state.store, ended)


def fetch(store: Store, ended: Event) -> None:
    """The readings of the largest incidents, until it is ``ended``."""
    with suppress(ReportedlyError):  # whoever asks for the page is told
        for name in store.beliefs.largest(_ACCOUNTS):
            numbers = [number for _, number in store.derived.members([name])]
            reports = dict.fromkeys(head.report for head in store.derived.heads(numbers))
            for some in some_of(reports, _AT_ONCE):
                store.readings(reports=some)
                if ended.wait(_PAUSE):
                    return


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

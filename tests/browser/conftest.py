"""A real browser at a real server, both on this machine; skipped where there is no Chromium."""

import os
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect, sync_playwright

from reportedly.pipeline import Tools
from reportedly.store import open_store
from reportedly.store.store import Store
from reportedly.web import create_app
from tests.web.conftest import db, made

__all__ = ["db", "made"]  # the fixtures of tests/web
_NAMES = ("chromium", "chromium-browser", "google-chrome")


def _chromium() -> str | None:
    named = os.environ.get("REPORTEDLY_CHROMIUM")
    return named or next((path for name in _NAMES if (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = _chromium()
    if path is None:
        pytest.skip("no Chromium on this machine; install one, or name it in REPORTEDLY_CHROMIUM")
    with sync_playwright() as running:
        # Its sandbox needs rights that containers seldom give; it opens our own pages alone.
        found = running.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture
def address(db: Path, made: tuple[Path, Tools]) -> Iterator[str]:
    """The workbench over a copy of the demonstration's store."""
    with open_store(f"sqlite:///{db}") as store, serving(store, made[1]) as found:
        yield found


@contextmanager
def serving(store: Store | None, tools: Tools) -> Iterator[str]:
    """The address of a server on a free port."""
    with socket.create_server(("127.0.0.1", 0)) as sock:
        config = uvicorn.Config(create_app(store, tools), log_level="error")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [sock]}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{sock.getsockname()[1]}"
        server.should_exit = True
        thread.join(timeout=10)


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A window that has said who decides. No request may leave this host, no script may fail."""
    context = browser.new_context(base_url=address)
    asked: list[str] = []
    failed: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.on("weberror", lambda error: failed.append(str(error.error)))
    window = context.new_page()
    window.goto("/log")
    named(window, "Ana Tessel")
    yield window
    context.close()
    assert asked
    assert not [url for url in asked if not url.startswith((address, "data:"))]
    assert not failed


def named(window: Page, name: str) -> None:
    """Say who decides, as a person does."""
    window.click("#who")
    window.fill("#name-given", name)
    window.keyboard.press("Enter")
    expect(window.locator("#who bdi")).to_have_text(name)

"""Pictures of the workbench over the demonstration, for the documentation: ``docs/pictures``.

``.venv/bin/python docs/pictures.py`` draws them anew; it needs Chromium (REPORTEDLY_CHROMIUM names
one). Everything on them is invented. Kept small: WebP, all together under one megabyte.
"""

import base64
import os
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import uvicorn
from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from reportedly.cli import demo
from reportedly.store import open_store
from reportedly.web import create_app

FOLDER = Path(__file__).parent / "pictures"
SIZES = {"wide": (1280, 800), "narrow": (390, 844)}
SCHEMES = ("light", "dark")
MARKET = "INC-6"
PAGES = {
    "desk": "/?only=disputed",
    "incident": f"/incident/{MARKET}",
    "map": "/map",
    "timeline": "/timeline",
    "compare": "/compare?left=INC-22&right=INC-24",
}
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_QUALITY = 60


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with _demonstration() as address, sync_playwright() as running:
        path = os.environ.get("REPORTEDLY_CHROMIUM") or next(
            filter(None, map(shutil.which, _NAMES))
        )
        browser = running.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for scheme in SCHEMES:
            for size in SIZES:
                _draw(browser, address, scheme, size)
        browser.close()


def _draw(browser: Browser, address: str, scheme: str, size: str) -> None:
    width, height = SIZES[size]
    context = browser.new_context(
        base_url=address,
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
        viewport={"width": width, "height": height},
    )
    page = context.new_page()
    session = context.new_cdp_session(page)
    for name, path in PAGES.items():
        page.goto(path)
        page.wait_for_load_state("networkidle")
        _compose(page, name)
        _save(session, FOLDER / f"{name}-{size}-{scheme}.webp")
    context.close()


def _compose(page: Page, name: str) -> None:
    """Have on the picture what the page is for."""
    if name == "map":
        page.locator(".map.ready").wait_for()
    if name == "incident":
        report = page.locator("#report").get_attribute("data-report")
        page.locator(f'#v-killed .stack button[data-reports~="{report}"]').first.focus()


def _save(session: CDPSession, path: Path) -> None:
    # Playwright writes PNG and JPEG only; the browser itself writes WebP.
    answer = session.send("Page.captureScreenshot", {"format": "webp", "quality": _QUALITY})
    path.write_bytes(base64.b64decode(answer["data"]))


@contextmanager
def _demonstration() -> Iterator[str]:
    """The address of a workbench over a fresh store of the invented corpus."""
    with TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0)) as sock:
        tools = demo.unpack(Path(folder))
        with open_store(f"sqlite:///{Path(folder) / demo.STORE}") as store:
            demo.read(Path(folder), store, tools)
            app = create_app(store, tools, reviewer="Ana Tessel")
            server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
            thread = threading.Thread(target=server.run, kwargs={"sockets": [sock]}, daemon=True)
            thread.start()
            yield f"http://127.0.0.1:{sock.getsockname()[1]}"
            server.should_exit = True
            thread.join(timeout=10)


if __name__ == "__main__":
    main()

"""The pages of a release in a real browser, from the disk: no request leaves, nothing fails."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from reportedly import pipeline
from reportedly.pipeline import Tools
from reportedly.publish.citation import Citation
from reportedly.publish.manifest import Versions
from reportedly.publish.release import Order, publish
from reportedly.store import open_store

pytestmark = pytest.mark.browser
PAGES = ("index", "map", "timeline", "sources", "incidents/INC-6")


@pytest.fixture(scope="module")
def site(made: tuple[Path, Tools], tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the pages of a release of the demonstration begin."""
    db, tools = made
    day = date(2031, 5, 20)
    citation = Citation("Quessara", "1", day, ["Tessel, Ana"], "As reported.")
    out = tmp_path_factory.mktemp("release") / "quessara"
    order = Order("quessara", out, ["csv"], citation, Versions("0", "0", {}))
    with open_store(f"sqlite:///{db}") as store:
        publish(pipeline.release(store, tools), order)
    return (out / "site").as_uri()


@pytest.fixture
def window(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context()
    asked: list[str] = []
    said: list[str] = []
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: said.append(f"failed: {request.url}"))
    page.on("console", lambda message: said.append(message.text))
    context.on("weberror", lambda error: said.append(str(error.error)))
    yield page
    context.close()
    assert asked
    assert not [url for url in asked if not url.startswith(("file:", "data:"))]
    assert not said


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_styled_and_fits(window: Page, site: str, name: str, width: int) -> None:
    window.set_viewport_size({"width": width, "height": 800})
    window.goto(f"{site}/{name}.html")
    assert window.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert "Times" not in window.evaluate("getComputedStyle(document.body).fontFamily")
    assert window.locator("h1").count() == 1


def test_by_keyboard_from_the_map_to_the_words(window: Page, site: str) -> None:
    window.goto(f"{site}/map.html")
    window.keyboard.press("Tab")
    expect(window.locator(":focus")).to_have_text("Skip to the content")
    window.locator("svg a").first.focus()
    window.keyboard.press("Enter")
    expect(window.locator("tr:target")).to_be_visible()
    window.locator("tr:target a.incident").first.focus()
    window.keyboard.press("Enter")
    window.wait_for_url("**/incidents/INC-*.html")
    window.locator("summary").first.focus()
    opened = window.locator("details[open]").count()
    window.keyboard.press("Enter")
    expect(window.locator("details[open]")).not_to_have_count(opened)
    expect(window.locator("blockquote mark").first).to_be_visible()


def test_tables_map_and_plots_are_drawn(window: Page, site: str) -> None:
    window.goto(f"{site}/index.html")
    assert window.locator("tbody tr").count() > 10
    window.goto(f"{site}/map.html")
    assert window.locator("svg .place").count() == window.locator("tbody tr").count()
    window.goto(f"{site}/timeline.html")
    assert window.locator("svg .bar").count() > 3

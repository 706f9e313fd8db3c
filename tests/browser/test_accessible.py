"""axe over every page, light and dark, wide and narrow: nothing serious stands in anyone's way."""

from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, expect

from reportedly.pipeline import Tools
from reportedly.store import open_store
from reportedly.web.tabs import TABS

from .conftest import serving

pytestmark = pytest.mark.browser
MARKET = "INC-6"
PAGES = (
    *(path for path, _ in TABS),
    *("/?at=33", "/?only=likely", "/search?q=market", "/disputes?disputed=statements"),
    *(f"/incident/{MARKET}", f"/incident/{MARKET}?as_of=2031-03-19"),
    *(f"/incident/{MARKET}/history", "/compare?left=INC-22&right=INC-24", "/nowhere"),
)
BOXES = {"?": "#help-box", "e": "#decide-box", "s Enter": "#quote-box", "s w": "#say-box"}
# WCAG 2.0 to 2.2 at A and AA, and what axe's authors recommend beyond them.
EVERYTHING = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["cat.color"]  # all that a dark scheme can change


def _serious(page: Page) -> list[str]:
    """What axe objects to as serious or worse, at each size and in each scheme."""
    page.evaluate(AXE_SCRIPT)
    return [
        f"{page.url} {scheme} {width}: {one['id']}: {node['html'][:200]}"
        for scheme, tags in (("light", EVERYTHING), ("dark", COLOURS))
        for width, height in ((1280, 800), (390, 844))
        for one in _violations(page, scheme, (width, height), tags)
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]


def _violations(page: Page, scheme: Any, size: tuple[int, int], tags: list[str]) -> Any:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": size[0], "height": size[1]})
    asked = {"runOnly": {"type": "tag", "values": tags}, "resultTypes": ["violations"]}
    return page.evaluate("asked => axe.run(asked)", asked)["violations"]


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_serious(page: Page, path: str) -> None:
    page.goto(path)
    if path.startswith("/map"):
        expect(page.locator(".map.ready")).to_be_visible()
    assert not _serious(page)


@pytest.mark.parametrize("keys", BOXES)
def test_nor_in_a_box(page: Page, keys: str) -> None:
    page.goto(f"/incident/{MARKET}")
    page.locator("#v-killed .chosen").focus()
    for key in keys.split():
        page.keyboard.press(key)
    expect(page.locator(BOXES[keys])).to_be_visible()
    assert not _serious(page)


@pytest.mark.parametrize("begun", [True, False], ids=["an empty store", "no store"])
def test_nor_before_the_first_report(
    browser: Browser, made: tuple[Path, Tools], tmp_path: Path, begun: bool
) -> None:
    with ExitStack() as held:
        url = f"sqlite:///{tmp_path / 'empty.db'}"
        store = held.enter_context(open_store(url)) if begun else None
        page = browser.new_page(base_url=held.enter_context(serving(store, made[1])))
        for path in ("/", "/map", "/timeline", "/search"):
            page.goto(path)
            assert not _serious(page)
        page.close()

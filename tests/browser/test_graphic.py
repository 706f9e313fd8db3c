"""Graphic reports are covered until they are asked for, and counted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from reportedly import pipeline
from reportedly.pipeline import Tools
from reportedly.records import receive
from reportedly.store import open_store

from .conftest import named, serving

pytestmark = pytest.mark.browser
TEXTS = (
    "A bomb killed nine people in Keddrin on 2 May 2031, police said. The bodies were charred.",
    "Gunmen killed four people in Vathren on 9 June 2031, police said. One was mutilated.",
)


@pytest.fixture
def graphic(
    browser: Browser, db: Path, made: tuple[Path, Tools]
) -> Iterator[tuple[Page, str, str]]:
    """A window, and the addresses of two graphic reports."""
    received = [
        receive(text.encode(), "text/plain", name=f"g{n}", text=text, title=f"Toll {n}")
        for n, text in enumerate(TEXTS)
    ]
    with open_store(f"sqlite:///{db}") as store:
        pipeline.add(received, store, pipeline.Readers(made[1]))
        with serving(store, made[1]) as address:
            page = browser.new_page(base_url=address)
            page.goto("/log")
            named(page, "Ana")
            one, other = (f"/report/{each.report.id}" for each in received)
            yield page, one, other
            page.close()


def test_it_is_covered_until_asked_for_and_counted(graphic: tuple[Page, str, str]) -> None:
    page, one, other = graphic
    page.goto(one)
    expect(page.locator("#cover")).to_contain_text("charred")
    expect(page.locator("#report-text")).to_be_hidden()
    expect(page.locator("#report-title")).to_be_hidden()
    page.keyboard.press("v")
    expect(page.locator("#report-text")).to_be_visible()
    expect(page.locator(".sheet .graphic-seen").last).to_have_text(
        "Graphic in this sitting: 1 report."
    )
    page.goto(other)
    expect(page.locator("#report-text")).to_be_hidden()
    expect(page.locator("#cover .graphic-seen")).to_have_text("Graphic in this sitting: 1 report.")
    page.click("#uncover")
    expect(page.locator(".sheet .graphic-seen").last).to_have_text(
        "Graphic in this sitting: 2 reports."
    )
    page.goto(one)  # asked for once, it stays so
    expect(page.locator("#report-text")).to_be_visible()


def test_a_report_like_most_is_not(page: Page) -> None:
    page.goto("/incident/INC-6")
    expect(page.locator("#report-text")).to_be_visible()
    assert page.locator("#cover").count() == 0


def test_slash_goes_to_the_words_of_a_search_from_anywhere(page: Page) -> None:
    for path in ("/", "/incident/INC-6", "/map", "/log", "/search"):
        page.goto(path)
        page.keyboard.press("/")
        expect(page.locator("#find")).to_be_focused()
        page.keyboard.type("market")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert "q=market" in page.url


@pytest.mark.parametrize(
    "path", ["/", "/incident/INC-6", "/map", "/log", "/compare?left=INC-22&right=INC-24"]
)
def test_the_keys_are_listed_everywhere(page: Page, path: str) -> None:
    page.goto(path)
    page.keyboard.press("?")
    for key in ("/", "?"):
        expect(page.locator("#help-box kbd", has_text=key).first).to_be_visible()

"""The map in a real browser: circles by precision, by mouse and by keyboard alone."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def _opened(page: Page, query: str = "") -> None:
    page.goto(f"/map{query}")
    expect(page.locator(".map.ready")).to_be_visible()


def _radius(page: Page, name: str) -> float:
    marks = page.locator(".map circle", has=page.locator("title", has_text=name))
    return float(marks.first.get_attribute("r") or 0)


def test_circles_are_as_wide_as_the_place_is_uncertain(page: Page) -> None:
    _opened(page)
    for _ in range(6):
        page.click('[data-do="in"]')  # until no circle is drawn wider than it is, to be seen
    page.wait_for_function("document.querySelector('.map svg').viewBox.baseVal.width < 30")
    near, town = _radius(page, "near Marrabine"), _radius(page, "Keddrin")
    assert 4.5 < near / town < 5.5  # 25 km and 5 km, at nearly one latitude


def test_it_says_in_the_table_what_it_draws(page: Page) -> None:
    _opened(page)
    assert page.locator(".map .place").count() == page.locator("table tbody tr").count()


def test_places_by_keyboard_alone(page: Page) -> None:
    _opened(page)
    page.locator(".stage").focus()
    page.keyboard.press("n")
    expect(page.locator(".map-card")).to_contain_text("incident")
    before = page.locator(".map svg").get_attribute("viewBox")
    page.keyboard.press("+")
    page.keyboard.press("ArrowLeft")
    page.wait_for_function(
        "before => document.querySelector('.map svg').getAttribute('viewBox') !== before",
        arg=before,
    )
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/search?" in page.url
    expect(page.locator("a.incident").first).to_be_visible()


def test_a_filter_is_an_address_without_empty_parts(page: Page) -> None:
    _opened(page)
    page.select_option("select[name=type]", "bombing")
    with page.expect_navigation():
        page.click("form.filters button")
    assert page.url.endswith("/map?type=bombing")


@pytest.mark.parametrize(
    "path", ["map", "timeline", "coverage", "disputes", "warnings", "search?q=market"]
)
@pytest.mark.parametrize("width", [360, 1280, 3840])
def test_no_page_is_wider_than_the_window(page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"/{path}")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_words_lead_to_their_place_in_the_report(page: Page) -> None:
    page.goto("/disputes?disputed=statements")
    quote = page.locator("blockquote mark").first.inner_text()
    page.locator(".source a").first.click()
    page.wait_for_url(re.compile("/report/"))
    assert "".join(page.locator("#report .mine").all_inner_texts()) == quote

"""A coder at the desk, by keyboard alone."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from reportedly.web.pages import desk

from .conftest import named

pytestmark = pytest.mark.browser
MARKET = "INC-6"


def _left(page: Page) -> int:
    return int(page.locator("#queue-title .number").inner_text())


def _press(page: Page, key: str) -> None:
    """A key that opens the next page."""
    with page.expect_navigation():
        page.keyboard.press(key)
    page.wait_for_function("document.readyState === 'complete'")


def _answer(page: Page, reason: str) -> None:
    """What the box asks for, typed and sent."""
    expect(page.locator("#decide-box")).to_be_visible()
    page.locator("#decide-reason").focus()
    page.keyboard.type(reason)
    _press(page, "Enter")


def test_twenty_reports_by_keyboard_alone(page: Page) -> None:
    page.goto("/")
    before = _left(page)
    keys = []
    for _ in range(20):
        first = page.locator("[data-do].main").get_attribute("data-do")
        key = {"same": "y", "new": "n"}[first or ""]
        keys.append(key)
        _press(page, key)
        expect(page.locator("#said p")).to_contain_text("Stored.")
    assert set(keys) == {"y", "n"}
    assert _left(page) <= before - 20
    for _ in range(20):
        _press(page, "u")
    assert _left(page) == before
    page.goto("/log")
    assert page.locator(".entries > li").count() == 40


def test_evidence_lights_up_and_is_the_text_at_its_offsets(page: Page) -> None:
    page.goto(f"/incident/{MARKET}")
    report = page.locator("#report").get_attribute("data-report")
    answer = page.request.get(f"/api/reports/{report}?text=true").json()
    points = list(answer["report"]["text"])  # JavaScript counts otherwise
    spans = page.locator("#report-text .ev").evaluate_all(
        "found => found.map(one => [Number(one.dataset.start), one.textContent])"
    )
    assert spans
    for start, words in spans:
        assert "".join(points[start : start + len(words)]) == words
    page.locator("#v-killed .chosen").focus()
    page.keyboard.press("ArrowDown")
    claims = page.evaluate("document.activeElement.dataset.claims").split()
    lit = page.locator(".ev.lit").evaluate_all("all => all.map(one => one.dataset.claims)")
    assert all(set(one.split()) & set(claims) for one in lit)


def test_the_words_of_a_value_are_found_in_its_own_report(page: Page) -> None:
    page.goto(f"/incident/{MARKET}")
    first = page.locator("#report").get_attribute("data-report")
    elsewhere = f'#v-killed .stack button:not([data-reports~="{first}"])'
    page.locator(elsewhere).first.focus()
    _press(page, "Enter")
    shown = page.locator("#report").get_attribute("data-report")
    assert shown != first
    expect(page.locator("#v-killed .chosen")).to_be_focused()
    page.locator(f'#v-killed .stack button[data-reports~="{shown}"]').first.focus()
    expect(page.locator(".ev.lit").first).to_be_in_viewport()


def test_reports_that_are_not_listed_are_reached_by_keyboard(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "_LISTED", 1)
    page.goto(f"/incident/{MARKET}")
    first = page.locator("#report").get_attribute("data-report")
    links = page.locator("#told a")
    expect(links).to_have_count(1)
    # A value whose report is not listed opens it.
    page.locator(f'#v-killed .stack button:not([data-reports~="{first}"])').first.focus()
    _press(page, "Enter")
    assert page.locator("#report").get_attribute("data-report") != first
    expect(links).to_have_count(2)
    links.last.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".beside .more a")).to_be_focused()
    _press(page, "Enter")
    expect(links).to_have_count(int(page.locator("#desk").get_attribute("data-told") or 0))
    links.last.focus()
    _press(page, "Enter")
    expect(links.last).to_have_attribute("aria-current", "true")
    assert links.count() > 2


def test_an_override_without_a_reason_is_refused(page: Page) -> None:
    page.goto(f"/incident/{MARKET}")
    chosen = page.locator("#v-killed .chosen")
    before = chosen.inner_text()
    page.locator("#v-killed .stack .against button").first.focus()
    page.keyboard.press("a")
    expect(page.locator("#decide-box")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#decide-refusal")).to_contain_text("takes a reason")
    page.keyboard.press("Escape")
    page.reload()
    assert chosen.inner_text() == before


def test_an_override_stands_beside_what_was_read_and_undo_restores(page: Page) -> None:
    page.goto(f"/incident/{MARKET}")
    chosen = page.locator("#v-killed .chosen")
    before = chosen.inner_text()
    chosen.focus()
    page.keyboard.press("e")
    page.locator("#decide-value").fill("9")
    _answer(page, "the hospital register")
    expect(chosen).to_have_text("9")
    expect(chosen).to_be_focused()
    expect(page.locator("#v-killed")).to_have_class(re.compile("disputed"))
    expect(page.locator("#v-killed .person")).to_contain_text("Ana Tessel corrected it on")
    expect(page.locator("#v-killed .person")).to_contain_text("the hospital register")
    expect(page.locator("#v-killed .machine")).to_contain_text("the machine reads 7 to 15")
    page.keyboard.press("d")
    _answer(page, "two registers")
    _press(page, "u")
    _press(page, "u")
    expect(chosen).to_have_text(before)


def test_two_windows_do_not_overwrite_each_other(
    page: Page, browser: Browser, address: str
) -> None:
    page.goto(f"/incident/{MARKET}")
    context = browser.new_context(base_url=address)
    other = context.new_page()
    other.goto(f"/incident/{MARKET}")
    named(other, "Mara")
    other.locator("#v-killed .chosen").focus()
    _press(other, "a")
    page.locator("#v-killed .chosen").focus()
    page.keyboard.press("e")
    page.locator("#decide-value").fill("9")
    _answer(page, "the register")
    expect(page.locator("#said p")).to_contain_text("Mara decided about the same thing")
    expect(page.locator("#v-killed .person")).to_contain_text("Mara accepted it")
    context.close()


def test_the_range_shows_what_was_known_when(page: Page) -> None:
    page.goto(f"/incident/{MARKET}")
    day = page.locator("#day")
    expect(day).to_be_visible()
    day.focus()
    page.keyboard.press("Home")
    chosen = page.locator("#v-killed .chosen")
    seen = []
    for _ in range(3):
        seen.append(chosen.inner_text().partition(" (")[0])
        page.keyboard.press("ArrowRight")
    assert seen == ["7", "7 to 12", "7 to 15"]
    page.keyboard.press("End")
    expect(page.locator("#day-words")).to_have_text("now")
    expect(chosen).to_have_text("7 to 15 (best 12)")


def test_two_cards_compared_and_kept_apart(page: Page) -> None:
    def alike() -> list[str]:
        page.goto("/?only=likely")
        rows = page.locator("[data-item]", has_text="same as INC-22").all_inner_texts()
        return [row for row in rows if "Ullascar" in row and "armed assault" in row]

    before = alike()
    page.goto("/compare?left=INC-24&right=INC-22")
    _press(page, "x")
    expect(page.locator("#said p")).to_contain_text("Stored.")
    assert len(alike()) < len(before)


def test_help_and_names_are_boxes_that_escape_closes(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("?")
    expect(page.locator("#help-box")).to_be_visible()
    page.keyboard.press("y")  # nothing is decided while a box is open
    page.keyboard.press("Escape")
    expect(page.locator("#help-box")).to_be_hidden()
    assert page.request.get("/api/log").json()["decisions"] == []


@pytest.mark.parametrize("path", ["/", f"/incident/{MARKET}"])
def test_columns_scroll_and_the_page_does_not(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollHeight") == 800

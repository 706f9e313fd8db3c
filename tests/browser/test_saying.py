"""Words are selected in the report, and become somebody's statement; those read are set right."""

import pytest
from playwright.sync_api import Page, expect

from .test_quoting import MARKET, _select

pytestmark = pytest.mark.browser


def _decide(page: Page) -> None:
    page.fill("#say-reason", "it was passed over")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("#said p")).to_contain_text("Stored.")


def test_a_statement_is_made_by_mouse_and_denied(page: Page) -> None:
    page.goto(f"/incident/{MARKET}")
    text = page.locator("#report-text").inner_text()
    said, denial = "smoke", text[text.index("The blast") :].split(",")[0]
    _select(page, said)
    page.click("#quote-who")
    expect(page.locator("#say-shown")).to_have_text(said)
    page.select_option("#say-speaker", "nobody")
    page.select_option("#say-act", "assert")
    page.click("#say-box [value=ok]")
    expect(page.locator("#say-refusal")).to_contain_text("takes a reason")
    _decide(page)
    made = page.locator("[data-act=assert]").filter(has=page.get_by_text(said, exact=True))
    expect(made).to_contain_text("somebody the report does not name said")
    expect(page.locator(".spoken .person")).to_contain_text("Ana Tessel corrected it on")
    assert page.locator("#report-text .ev.person").count()
    made.focus()
    assert "".join(page.locator("#report .ev.lit").all_inner_texts()) == said
    id = made.get_attribute("data-statement")
    _select(page, denial)
    page.keyboard.press("w")
    page.select_option("#say-speaker", index=2)  # the first whom the report names
    who = page.locator("#say-speaker option").nth(2).inner_text()
    page.select_option("#say-act", "deny")
    page.select_option("#say-denies", id)
    _decide(page)
    page.goto("/disputes?disputed=statements")
    pair = page.locator(".opposed").first
    expect(pair).to_contain_text(denial)
    expect(pair.locator(".speaks").last).to_contain_text(f"{who} denied by a person")


def test_the_speaker_is_selected_too_and_all_by_keyboard(page: Page) -> None:
    page.goto(f"/incident/{MARKET}")
    page.keyboard.press("s")
    for key in ("ArrowDown", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight"):
        page.keyboard.press(key)
    words = page.evaluate("getSelection().toString()").strip()
    page.keyboard.press("w")
    expect(page.locator("#say-box")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator("#say-pick")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#say-box")).to_be_hidden()
    expect(page.locator("#said p")).to_contain_text("Select who says it")
    page.keyboard.press("Escape")  # back, with nobody chosen
    expect(page.locator("#say-speaker")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    for key in ("ArrowRight", "ArrowRight", "Shift+ArrowRight"):
        page.keyboard.press(key)
    who = page.evaluate("getSelection().toString()").strip()
    page.keyboard.press("Enter")
    expect(page.locator("#say-act")).to_be_focused()
    expect(page.locator("#say-shown")).to_have_text(words)
    assert page.locator("#say-speaker").evaluate("one => one.selectedOptions[0].text") == who
    page.keyboard.type("wa")  # warned
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.type("it was passed over")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    made = page.locator("[data-act=warn]", has_text=words)
    expect(made).to_contain_text(f"{who} warned")
    with page.expect_navigation():
        page.keyboard.press("u")
    expect(made).to_have_count(0)


def test_what_was_read_as_said_is_set_right(page: Page) -> None:
    page.goto(f"/incident/{MARKET}")
    first = page.locator("[data-statement]").first
    id, who = first.get_attribute("data-statement"), first.get_attribute("data-who") or ""
    first.focus()
    page.keyboard.press("e")
    expect(page.locator("#say-about")).to_contain_text("It is read as said")
    page.select_option("#say-act", "doubt")
    _decide(page)
    mine = page.locator(f"[data-statement={id}]")
    expect(mine).to_contain_text(f"{who} doubted")
    expect(page.locator(".spoken .machine")).to_contain_text(f"the machine reads: {who} ")
    quote = mine.locator(".words").inner_text()
    _select(page, quote)
    page.keyboard.press("w")  # the same words are the same statement
    expect(page.locator("#say-act")).to_have_value("doubt")


def test_what_was_read_as_said_is_no_statement(page: Page) -> None:
    page.goto(f"/incident/{MARKET}")
    first = page.locator("[data-statement]").first
    id = first.get_attribute("data-statement")
    quote = first.locator(".words").inner_text()
    first.focus()
    page.keyboard.press("e")
    page.locator("#say-act").focus()
    page.keyboard.type("nothing")
    _decide(page)
    mine = page.locator(f"[data-statement={id}]")
    expect(mine).to_have_count(0)
    gone = page.locator(".spoken .unsaid")
    expect(gone.locator("s")).to_have_text(quote)
    expect(gone).to_contain_text("Ana Tessel rejected it on")
    with page.expect_navigation():
        page.keyboard.press("u")
    expect(mine).to_have_count(1)
    _select(page, "smoke")  # what is read nowhere need not be denied
    page.click("#quote-who")
    expect(page.locator("#say-none")).to_be_disabled()


def test_whoever_comes_second_is_told(page: Page) -> None:
    page.goto(f"/incident/{MARKET}")
    first = page.locator("[data-statement]").first
    id = first.get_attribute("data-statement")
    first.focus()
    page.keyboard.press("e")
    page.select_option("#say-act", "doubt")
    other = page.context.new_page()
    other.goto(f"/incident/{MARKET}")
    other.locator("[data-statement]").first.focus()
    other.keyboard.press("e")
    other.select_option("#say-act", "deny")
    _decide(other)
    page.fill("#say-reason", "mine")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("#said p")).to_contain_text("decided about the same thing")
    expect(page.locator(f"[data-statement={id}]")).to_contain_text("denied")

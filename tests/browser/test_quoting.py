"""Words are selected in the report, and become evidence by their place."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from reportedly import pipeline
from reportedly.pipeline import Tools
from reportedly.records import receive
from reportedly.store import open_store
from reportedly.store.queue import Asked

from .conftest import named, serving

pytestmark = pytest.mark.browser
MARKET = "INC-6"
SELECT = """([words, part]) => {
  const home = document.getElementById(part);
  const walker = document.createTreeWalker(home, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const start = home.textContent.indexOf(words);
  let seen = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode, end = seen + node.length;
    if (seen <= start && start < end) range.setStart(node, start - seen);
    const last = start + words.length;
    if (seen < last && last <= end) range.setEnd(node, last - seen);
    seen = end;
  }
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


def _select(page: Page, words: str, part: str = "report-text") -> None:
    page.evaluate(SELECT, [words, part])
    expect(page.locator("#quote-bar")).to_be_visible()


def _say(page: Page, field: str, value: str, counts: str = "claim") -> None:
    """Fill in the box, and send it."""
    page.select_option("#quote-field", field)
    page.fill("#quote-value", value)
    page.check(f"#quote-box [value={counts}]")
    page.fill("#quote-reason", "it was passed over")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("#said p")).to_contain_text("Stored.")


def _quotes(page: Page, field: str, incident: str = MARKET) -> list[str]:
    why = page.request.get(f"/api/incidents/{incident}/{field}").json()
    told = why["basis"] + why["against"] + why["rest"]
    return [words["quote"] for one in told for words in one["evidence"]]


def test_a_claim_is_made_of_words_by_mouse(page: Page) -> None:
    page.goto(f"/incident/{MARKET}")
    text = page.locator("#report-text").inner_text()
    words = text[text.index(" ", 30) + 1 :].split(".")[0]  # over several pieces of evidence
    _select(page, f" {words}")
    page.click("#quote-do")
    expect(page.locator("#quote-shown")).to_have_text(words)
    page.select_option("#quote-field", "missing")
    page.fill("#quote-value", "41")
    page.keyboard.press("Enter")
    expect(page.locator("#quote-refusal")).to_contain_text("takes a reason")
    _say(page, "missing", "41")
    expect(page.locator("#v-missing .chosen")).to_have_text("41")
    expect(page.locator("#v-missing .stack")).to_contain_text("by a person")
    assert page.locator("#report-text .ev.person").count()
    page.locator("#v-missing .stack button").focus()
    lit = page.locator("#report .ev.lit").all_inner_texts()
    assert "".join(lit) == words


def test_words_are_selected_by_keyboard_alone(page: Page) -> None:
    page.goto(f"/incident/{MARKET}")
    page.keyboard.press("s")
    expect(page.locator("#quote-bar")).to_be_visible()
    for key in ("ArrowDown", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "ArrowRight"):
        page.keyboard.press(key)
    one = page.evaluate("getSelection().toString()").strip()
    page.keyboard.press("Shift+ArrowRight")
    words = page.evaluate("getSelection().toString()").strip()
    assert one
    assert words.startswith(one)
    assert len(words.split()) > len(one.split())
    page.keyboard.press("Enter")
    expect(page.locator("#quote-box")).to_be_visible()
    expect(page.locator("#quote-shown")).to_have_text(words)
    _say(page, "missing", "3")
    assert _quotes(page, "missing") == [words]


def test_words_that_are_read_already_are_corrected(page: Page) -> None:
    page.goto(f"/incident/{MARKET}")
    killed = page.locator("#v-killed .stack button").last
    killed.click()
    page.wait_for_load_state()
    value = page.locator("#v-killed .stack button").last
    value.focus()
    words = "".join(page.locator("#report-text .ev.lit").all_inner_texts())
    _select(page, words)
    page.keyboard.press("c")
    expect(page.locator("#quote-about")).to_contain_text("Read here: killed")
    expect(page.locator("#quote-field")).to_have_value("killed")
    _say(page, "killed", "8", counts="value")
    expect(page.locator("#v-killed .chosen")).to_have_text("8")
    expect(page.locator("#v-killed .person")).to_contain_text("Ana Tessel accepted it")
    assert words in _quotes(page, "killed")
    for _ in range(2):
        with page.expect_navigation():
            page.keyboard.press("u")
    expect(page.locator("#v-killed .chosen")).to_have_text("7 to 15 (best 12)")


def test_the_place_of_words_is_counted_as_the_report_counts_it(
    browser: Browser, db: Path, made: tuple[Path, Tools]
) -> None:
    """Line ends of two characters, and characters that a browser counts twice."""
    words = "four 🚚 drivers are\r\nunaccounted for"
    text = f"A 💣 bomb\r\nkilled nine people in Dulmeck on 18 March 2031.\r\n😢 In all {words}.\r\n"
    received = receive(text.encode(), "text/plain", name="r", text=text, title="Nine 💥 killed")
    with open_store(f"sqlite:///{db}") as store:
        pipeline.add([received], store, pipeline.Readers(made[1]))
        row = store.queue.page(Asked(report=received.report.id))[0]
        with serving(store, made[1]) as address:
            page = browser.new_page(base_url=address)
            page.goto(f"/incident/{row.incident}?report={received.report.id}")
            named(page, "Ana")
            assert text.count("\r\n") == page.locator("#report-text").inner_text().count("\n")
            _select(page, words.replace("\r", ""))
            page.keyboard.press("c")
            _say(page, "missing", "4")
            assert _quotes(page, "missing", row.incident or "") == [words]
            _select(page, "💥", "report-title")
            page.keyboard.press("c")
            _say(page, "weapon", "explosives")
            assert "💥" in _quotes(page, "weapon", row.incident or "")
            page.close()

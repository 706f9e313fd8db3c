"""What a report contains cannot act on the terminal."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.cli.screen import Screen, strong
from reportedly.cli.terminal import as_json, shorten, visible

BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
ANY_TEXT = st.text(st.characters() | st.sampled_from("\x1b\x9b\x07\r\n" + BIDI))


def _harmless(text: str) -> bool:
    return not any(unicodedata.category(c) in ("Cc", "Zl", "Zp", "Cs") or c in BIDI for c in text)


@given(ANY_TEXT)
def test_no_control_character_reaches_the_terminal(text: str) -> None:
    assert _harmless(visible(text))


def test_hostile_characters_are_shown_not_dropped() -> None:
    assert visible("\x1b[2Jgone") == "<U+001B>[2Jgone"
    assert visible("7\u202e dellik") == "7<U+202E> dellik"


def test_line_breaks_become_spaces() -> None:
    assert visible("seven\r\n  people") == "seven people"


def test_marks_that_scripts_need_stay() -> None:
    persian = "می\u200cخواهم"
    assert persian in visible(persian)


def test_figures_beside_right_to_left_text_keep_their_place() -> None:
    assert visible("قتل 145").endswith("\u200e")


@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\x9b" + BIDI)))
def test_json_is_harmless_and_the_same_value(text: str) -> None:
    line = as_json({"quote": text})
    assert json.loads(line) == {"quote": text}
    assert _harmless(line)


@given(ANY_TEXT, st.integers(2, 60))
def test_a_shortened_text_fits(text: str, longest: int) -> None:
    assert len(shorten(text, longest)) <= longest


def test_text_is_cut_at_a_word() -> None:
    assert shorten("killing seven people", 16) == "killing seven…"


@given(ANY_TEXT)
def test_every_way_onto_the_page_is_harmless(text: str) -> None:
    screen = Screen(width=80)
    screen.line([text, strong(text)])
    screen.pairs([("label", text)])
    screen.columns([[text, text]])
    screen.table(["a"], [[text]])
    screen.quotation(text, text, text)
    assert _harmless(screen.text().replace("\n", ""))


@pytest.mark.parametrize("width", [40, 80, 120])
def test_wide_and_right_to_left_text_stays_within_the_page(width: int) -> None:
    screen = Screen(width=width)
    wide = "三月十八日の市場爆発で七人が死亡した" * 5
    screen.table(["what", "who"], [[wide[:10], "قتل 145 شخصا " * 12], ["short", wide]])
    for line in screen.text().splitlines():
        cells = sum(
            2 if unicodedata.east_asian_width(c) in "WF" else unicodedata.category(c) != "Cf"
            for c in line
        )
        assert cells <= width

"""What a spreadsheet would run, or what turns a line around, is marked and can be restored."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.export.harmless import harmless, restored

TRICKY = st.text(st.sampled_from("'=+-@\t\r\n<U+202E>ab \u202e\u2066\x00\x1b＝"), max_size=12)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_formulas_are_disarmed_and_numbers_are_not(start: str) -> None:
    assert harmless(f"{start}1+1") == f"'{start}1+1"
    assert harmless(-3.5) == -3.5
    assert harmless("a=1") == "a=1"
    assert harmless(None) is None


def test_characters_that_turn_a_line_around_show_their_code() -> None:
    assert harmless("a\u202eb") == "a<U+202E>b"
    assert harmless("a<U+202E>b") == "a<<U+202E>b"
    assert harmless("مرحبا") == "مرحبا"


@given(st.one_of(TRICKY, st.text()))
def test_what_is_marked_can_be_restored(text: str) -> None:
    made = harmless(text)
    assert isinstance(made, str)
    assert restored(made) == text
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00\x1b]", made)
    assert not made.startswith(("=", "+", "-", "@", "\t", "\r"))

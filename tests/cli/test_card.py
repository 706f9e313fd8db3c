"""A reading as a card."""

from dataclasses import replace

from reportedly.cli.card import card, source_line
from reportedly.cli.screen import Screen
from reportedly.records import Failure, Reading


def _shown(reading: Reading, width: int = 80) -> str:
    screen = Screen(width=width)
    card(screen, reading)
    return screen.text()


def test_the_card_says_what_when_where_and_by_whom(ministry_reading: Reading) -> None:
    shown = _shown(ministry_reading, 120)
    assert "Title of ministry\nHalyard · 18 March 2031 · en · 162 characters\n" in shown
    assert "1  bombing · 18 March 2031 · Dulmeck, Ilvane, Quessara" in shown
    assert "7 people" in shown
    assert "«seven people» (the interior ministry)" in shown
    assert "The ministry\n    warned:  «more attacks before April» (until 1 April 2031)" in shown


def test_what_the_source_does_not_state_is_said(ministry_reading: Reading) -> None:
    bare = replace(ministry_reading.report, publisher=None, published=None, language=None)
    assert source_line(bare).startswith("publisher not stated · date not stated · 162")


def test_a_failed_reading_is_not_an_empty_one(ministry_reading: Reading) -> None:
    failed = replace(
        ministry_reading,
        accounts=(),
        statements=(),
        failures=(Failure("ministry", "language", "the text is in 'fr'"),),
    )
    shown = _shown(failed)
    assert "not read: the text is in 'fr' (language)" in shown
    assert "no incidents" not in shown


def test_nothing_found_is_said(ministry_reading: Reading) -> None:
    shown = _shown(replace(ministry_reading, accounts=(), statements=()))
    assert "no incidents" in shown
    assert "no statements" in shown


def test_the_card_fits_narrow_and_wide_pages(hospital_reading: Reading) -> None:
    for width in (40, 80, 120):
        assert all(len(line) <= width for line in _shown(hospital_reading, width).splitlines())

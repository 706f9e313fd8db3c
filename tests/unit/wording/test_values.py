"""Values in words: nothing is lost, nothing is invented."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly import wording
from reportedly.records import Actor, Attribution, Code, Count, Horizon, Place, Text, When

MARCH_18 = date(2031, 3, 18)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Count(7, 7, 7, "exact"), "7"),
        (Count(1500, 1500, 1500, "exact"), "1,500"),
        (Count(15, 15, None, "at_least"), "at least 15"),
        (Count(91, None, None, "at_least"), "at least 91"),
        (Count(None, None, 9, "up_to"), "up to 9"),
        (Count(None, 9, 9, "up_to"), "up to 9"),
        (Count(None, 40, None, "approx"), "about 40"),
        (Count(40, 40, 40, "approx"), "about 40"),
        (Count(7, None, 12, "range"), "7 to 12"),
        (Count(7, 12, 15, "exact"), "7 to 15 (best 12)"),
        (Count(7, 12, None, "at_least"), "at least 7 (best 12)"),
        (Count(24, None, 99, "dozens"), "dozens (24 to 99)"),
        (Count(200, None, 999, "dozens"), "hundreds (200 to 999)"),
        (Count(3, None, 9, "several"), "several (3 to 9)"),
        (Count(0, 0, 0, "exact"), "0"),
        (None, "not stated"),
    ],
)
def test_counts(value: Count | None, words: str) -> None:
    assert wording.count(value) == words


NUMBER = st.none() | st.integers(0, 10_000)
BOUNDS = st.sampled_from(["exact", "at_least", "up_to", "approx", "range", "dozens", "several"])


@given(NUMBER, NUMBER, NUMBER, BOUNDS)
def test_every_count_has_words_with_its_figure(low, best, high, bound) -> None:  # type: ignore[no-untyped-def]
    try:
        value = Count(low, best, high, bound)
    except ValueError:
        return
    assert any(
        f"{n:,}" in wording.count(value)
        for n in (value.low, value.best, value.high)
        if n is not None
    )


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (When(MARCH_18, MARCH_18, "day"), "18 March 2031"),
        (When(date(2031, 3, 1), date(2031, 3, 31), "month"), "March 2031"),
        (When(date(2031, 1, 1), date(2031, 12, 31), "year"), "2031"),
        (When(MARCH_18, date(2031, 3, 20), "range"), "18 to 20 March 2031"),
        (When(MARCH_18, date(2031, 4, 2), "range"), "18 March 2031 to 2 April 2031"),
        (None, "not stated"),
    ],
)
def test_days(value: When | None, words: str) -> None:
    assert wording.when(value) == words


def test_an_open_horizon_stays_open() -> None:
    assert wording.horizon(Horizon(None, MARCH_18)) == "until 18 March 2031"
    assert wording.horizon(Horizon(MARCH_18, None)) == "from 18 March 2031"
    assert wording.horizon(Horizon(MARCH_18, date(2031, 4, 2))) == "18 March 2031 to 2 April 2031"


def test_places_say_what_is_not_known_of_them() -> None:
    town = Place("Dulmeck", "city", "Ilvane", "Quessara")
    assert wording.place(town) == "Dulmeck, Ilvane, Quessara"
    assert wording.place(Place("Dulmeck", "near", "Ilvane", "Quessara")).startswith("near Dulmeck")
    assert wording.place(Place("Saltgate", "name")) == "Saltgate (not located)"
    assert wording.place(Place("Quessara", "country", None, "Quessara")) == "Quessara"


def test_actors_keep_their_qualifier() -> None:
    assert wording.actor(Actor("gunmen", kind="unnamed")) == "gunmen (unnamed)"
    assert wording.actor(Actor("Ridge Front", qualifier="suspected")) == "suspected Ridge Front"
    already = Actor("suspected rebels", kind="unnamed", qualifier="suspected")
    assert wording.actor(already) == "suspected rebels (unnamed)"


def test_attribution_names_the_accuser_and_the_denial() -> None:
    accused = Attribution("accused", "the interior ministry", denied=True)
    assert wording.attribution(accused) == "accused by the interior ministry, denied"
    assert wording.attribution(Attribution("unknown")) == "nobody named"
    assert wording.attribution(Attribution("claimed")) == "claimed"


def test_any_value() -> None:
    assert wording.say(None) == "not stated"
    assert wording.say(Code("suicide_bombing")) == "suicide bombing"
    assert wording.say(Text("a handcart")) == "a handcart"
    assert wording.say(Count(7, 7, 7, "exact")) == "7"

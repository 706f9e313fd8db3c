"""How far an account is believed."""

from datetime import date

import pytest
from tests.invented import account, claim, report
from tests.unit.extract.trained.test_events import TEXT, events

from reportedly.extract.trained.belief import probability, signs, weighed
from reportedly.records import Code, When

DAY = When(date(2031, 3, 1), date(2031, 3, 1), "day")


def test_the_score_is_the_logistic_of_the_weighted_signs() -> None:
    weights = {"": 0.5, "x": 2.0, "y": -1.0}
    assert probability({"x": 0.0, "y": 0.5}, weights) == pytest.approx(0.5)
    assert probability({"x": 5.0, "y": 0.0}, weights) > 0.99


def test_signs_tell_what_the_account_and_the_network_know() -> None:
    source = report(text=TEXT)
    made = account(source, claim(source, "type", Code("arson")), claim(source, "date", DAY))
    found = signs(made, events(score=0.9, likely=0.5))
    assert found["event of that type"] == pytest.approx(0.9)
    assert found["first words tell of an event"] == pytest.approx(0.5)
    assert (found["date known"], found["killed known"], found["country only"]) == (1, 0, 0)


def test_who_knows_more_is_believed_more_and_a_sum_over_incidents_has_no_score() -> None:
    source = report(text=TEXT)
    known = (claim(source, "type", Code("arson")), claim(source, "date", DAY))
    told = [account(source, *known), account(source), account(source, role="aggregate")]
    more, less, none = (one.score for one in weighed(told, events(score=0.9, likely=0.9)))
    assert none is None
    assert 0 < (less or 0) < (more or 0) < 1

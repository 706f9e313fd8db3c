"""How far an account is believed."""

from datetime import date

import pytest
from tests.invented import account, claim, report
from tests.unit.extract.trained.test_events import TEXT, events

from reportedly.extract.trained.belief import believed, probability, signs
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
    assert found["of that type"] == pytest.approx(0.9)
    assert (found["date known"], found["town known"], found["news"]) == (1, 0, 0)


def test_more_knowledge_is_more_belief_and_a_sum_over_incidents_has_no_score() -> None:
    source = report(text=TEXT)
    heard = events(score=0.9, likely=0.9)
    typed = account(source, claim(source, "type", Code("arson")), claim(source, "date", DAY))
    scored = believed([typed, account(source, role="aggregate")], heard)
    assert scored[0].score is not None and 0.3 <= scored[0].score <= 1
    assert scored[1].score is None


def test_every_sign_has_a_weight() -> None:
    source = report(text=TEXT)
    believed([account(source)], events(score=0.1, likely=0.1))  # KeyError if one has none

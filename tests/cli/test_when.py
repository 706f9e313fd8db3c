"""The times of a text, with the days they mean and what that rests on."""

import io
import json
from collections.abc import Callable

import pytest

from .conftest import Ran

Reportedly = Callable[..., Ran]


def test_each_time_says_what_it_rests_on(
    reportedly: Reportedly, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    ran = reportedly("when", "The ferry sank on Friday.", "--published", "2031-03-05")
    assert ran.status == 0
    assert "2031-02-28" in ran.out
    assert "5 March 2031, the day of publication" in ran.out


def test_nothing_is_guessed(reportedly: Reportedly) -> None:
    row = json.loads(reportedly("when", "It sank on Friday.", "--json").out)
    assert row["date"] is None
    assert row["reason"] == "the day of publication is not known"


def test_standard_input(reportedly: Reportedly, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("It opened on 3 May 2030."))
    row = json.loads(reportedly("when", "-", "--json").out)
    assert row["quote"] == "3 May 2030"
    assert row["date"] == {"earliest": "2030-05-03", "latest": "2030-05-03", "precision": "day"}
    assert row["basis"] == "stated"


def test_no_text_is_an_error(reportedly: Reportedly) -> None:
    ran = reportedly("when", "  ")
    assert ran.status != 0
    assert "there is no text to read" in ran.err
    assert ran.out == ""


def test_no_times(reportedly: Reportedly) -> None:
    assert reportedly("when", "They went home.").out == "No times.\n"

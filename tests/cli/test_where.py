"""The places of a text, with why each was chosen and what else it could be."""

import io
import json
from collections.abc import Callable

import pytest

from .conftest import Ran

Reportedly = Callable[..., Ran]


def test_each_place_says_why(reportedly: Reportedly, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    ran = reportedly("where", "Two died in Paris, Texas, and 30 km north of Mosul.")
    assert ran.status == 0
    assert "Paris, Texas, United States" in ran.out
    assert "in Texas" in ran.out
    assert "Paris, Île-de-France, France" in ran.out
    assert "near Mosul" in ran.out


def test_what_nothing_supports_stays_open(reportedly: Reportedly) -> None:
    ran = reportedly("where", "Kenya said police in Nairobi and in Sparta were hit.", "--json")
    rows = {row["quote"]: row for row in map(json.loads, ran.out.splitlines())}
    assert rows["Nairobi"]["place"]["country_code"] == "KE"
    assert rows["Sparta"]["place"]["ref"] is None
    assert rows["Sparta"]["candidates"]
    assert "not resolved" in rows["Sparta"]["reason"]


def test_standard_input(reportedly: Reportedly, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("It began in Lima."))
    row = json.loads(reportedly("where", "-", "--json").out)
    assert (row["quote"], row["place"]["country_code"]) == ("Lima", "PE")


def test_no_text_is_an_error(reportedly: Reportedly) -> None:
    ran = reportedly("where", " ")
    assert ran.status != 0
    assert "there is no text to read" in ran.err


def test_no_places(reportedly: Reportedly) -> None:
    assert reportedly("where", "They went home.").out == "No places.\n"

"""``who``: whom a text means, and the registry."""

import json
from collections.abc import Callable

import pytest

from .conftest import Ran

Reportedly = Callable[..., Ran]


def test_it_tells_whom_and_why(reportedly: Reportedly, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "240")
    ran = reportedly("who", "The ADF raided Beni, in DR Congo.", "--published", "2022-01-03")
    assert ran.status == 0
    assert "Allied Democratic Forces (allied-democratic-forces)" in ran.out
    assert "CD is named nearby" in ran.out
    assert "Ambazonia Defence Forces" in ran.out


def test_what_is_open_shows_its_candidates(reportedly: Reportedly) -> None:
    (row,) = map(json.loads, reportedly("who", "The ADF raided a farm.", "--json").out.splitlines())
    assert row["quote"] == "ADF"
    assert row["actor"] is None
    assert {one["ref"] for one in row["candidates"]} == {
        "allied-democratic-forces", "ambazonia-defence-forces",
    }  # fmt: skip
    assert "open" in reportedly("who", "The ADF raided a farm.").out


def test_the_country_may_be_given(reportedly: Reportedly) -> None:
    rows = [
        json.loads(line)
        for line in reportedly(
            "who", "The army came.", "--country", "ml", "--json"
        ).out.splitlines()
    ]
    assert [row["actor"]["ref"] for row in rows] == ["malian-armed-forces"]


def test_the_registry_may_be_browsed(reportedly: Reportedly) -> None:
    shown = reportedly("who", "--list", "Fatah al-Sham").out
    assert "al-nusra-front" in shown
    assert "government-of-france" in reportedly("who", "--list", "Matignon").out


def test_no_text_and_no_country_are_plain_errors(reportedly: Reportedly) -> None:
    assert "there is no text to read" in reportedly("who").err
    assert reportedly("who", "The army came.", "--country", "qq").status == 2
    assert reportedly("who", "It rained.").out == "No actors.\n"


@pytest.mark.parametrize("command", ["when", "where", "who"])
def test_the_three_commands_are_one_family(reportedly: Reportedly, command: str) -> None:
    text = "On 3 May 2030 the army of Mali left Gao."
    for line in reportedly(command, text, "--json").out.splitlines():
        keys = list(json.loads(line))
        assert (keys[:3], keys[-2:]) == (["start", "end", "quote"], ["reason", "candidates"])
    assert reportedly(command, "").err == reportedly("when", "").err


@pytest.mark.parametrize("command", ["where", "who"])
def test_another_gazetteer_is_honoured(reportedly: Reportedly, command: str) -> None:
    ran = reportedly(command, "It began in Lima.", "--gazetteer", "nowhere.sqlite")
    assert ran.status != 0
    assert "nowhere.sqlite" in ran.err

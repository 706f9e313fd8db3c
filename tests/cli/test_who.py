"""``who``: whom a text means, and the registry."""

import json
from collections.abc import Callable

from .conftest import Ran

Reportedly = Callable[..., Ran]


def test_it_tells_whom_and_why(reportedly: Reportedly) -> None:
    ran = reportedly("who", "The ADF raided Beni, in DR Congo.", "--published", "2022-01-03")
    assert ran.status == 0
    assert "Allied Democratic Forces (allied-democratic-forces)" in ran.out
    assert "CD is named nearby" in ran.out
    assert "could also be: Ambazonia Defence Forces" in ran.out


def test_what_is_open_shows_its_candidates(reportedly: Reportedly) -> None:
    assert "ADF: open" in reportedly("who", "The ADF raided a farm.").out


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
    assert reportedly("who").status == 2
    assert reportedly("who", "The army came.", "--country", "qq").status == 2
    assert "no actor" in reportedly("who", "It rained.").out

"""Days, numbers, kinds and phrases in MUC-4's form."""

from datetime import date

import pytest
from bench.quality.muc4 import kinds
from bench.quality.muc4.dates import incident_date
from bench.quality.muc4.numbers import number
from bench.quality.muc4.phrases import NAMED, how_many, people, person

from reportedly.records import Bound, Count, Evidence, When

DAY = date(1990, 5, 3)


def when(first: date, last: date | None = None) -> When:
    return When(first, last or first, "day" if last is None else "range")


@pytest.mark.parametrize(
    ("said", "words", "raw"),
    [
        (None, "", "- 03 MAY 90"),
        (when(DAY), "today", "03 MAY 90"),
        (when(date(1990, 4, 30)), "Monday", "- 03 MAY 90"),  # weekdays are left unresolved
        (when(date(1990, 5, 2)), "last night", "02 MAY 90 - 03 MAY 90"),
        (when(date(1990, 3, 1), date(1990, 3, 31)), "March", "01 MAR 90 - 31 MAR 90"),
        (when(date(1990, 1, 1), date(1990, 12, 31)), "this year", "01 JAN 90 - 03 MAY 90"),
    ],
)
def test_days(said: When | None, words: str, raw: str) -> None:
    value = incident_date(said, words, DAY)
    assert value is not None
    assert value["raw"] == raw


def test_no_day_without_a_dateline() -> None:
    assert incident_date(None, "", None) is None


@pytest.mark.parametrize(
    ("low", "best", "high", "bound", "raw"),
    [
        (5, 5, 5, "exact", "5"),
        (15, 15, None, "at_least", "15-"),
        (None, None, 9, "up_to", "-9"),
        (30, 30, 30, "approx", "~30"),
        (3, None, 4, "range", "3-4"),
        (24, None, 99, "dozens", "PLURAL"),
    ],
)
def test_numbers(
    low: int | None, best: int | None, high: int | None, bound: Bound, raw: str
) -> None:
    assert number(Count(low, best, high, bound))["raw"] == raw


def test_kinds() -> None:
    assert kinds.incident_type("suicide_bombing") == "BOMBING"
    assert kinds.incident_type("assassination") == "ATTACK"
    assert kinds.type_of("human", "mayor of Bredo") == "GOVERNMENT OFFICIAL"
    assert kinds.type_of("human", "passersby") == "CIVILIAN"
    assert kinds.type_of("physical", "a branch of the Coast Bank") == "FINANCIAL"
    assert kinds.type_of("instrument", "car bomb") == "VEHICLE BOMB"
    assert kinds.type_of("instrument", "message") == ""
    assert kinds.excluded("things", "the barracks")


def cited(quote: str) -> Evidence:
    return Evidence("r", 0, len(quote), quote)


@pytest.mark.parametrize(
    ("quote", "group", "name", "description"),
    [
        ("at least 12 peasants were wounded", "peasants", None, "peasants"),
        ("killed two\nbank clerks", "bank clerks", None, "bank clerks"),
        ("11 members of the Bredo council have been kidnapped", "members", None,
         "members of the Bredo council"),
        ("Ana Quiroz, a judge from Bredo, was shot", NAMED, "Ana Quiroz", "judge"),
        ("Colonel Arturo Belmonte was wounded", NAMED, "Arturo Belmonte", "Colonel"),
        ("six fishermen were killed", None, None, "fishermen"),
    ],
)  # fmt: skip
def test_people(quote: str, group: str | None, name: str | None, description: str | None) -> None:
    found = people(cited(quote), quote, group)
    assert found is not None
    assert (found.name and found.name.words) == name
    assert (found.description and found.description.words) == description


@pytest.mark.parametrize("quote", ["five were killed", "30 wounded", "four bodies"])
def test_nobody_told_apart(quote: str) -> None:
    assert people(cited(quote), quote, None) is None


def test_aimed_at() -> None:
    found = person(cited("the mayor of Bredo"), "the mayor of Bredo")
    assert found is not None
    assert found.description is not None
    assert found.description.words == "mayor of Bredo"


def test_quantities_of_things() -> None:
    assert how_many("two banks", "banks") == Count(2, 2, 2, "exact")
    assert how_many("the banks in Bredo", "banks in Bredo").bound == "several"
    assert how_many("a bank", "bank") == Count(1, 1, 1, "exact")

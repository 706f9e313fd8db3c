"""Numbers in digits and in words."""

import pytest

from reportedly.annotate.numbers import numbers, tokens
from reportedly.codebook import default
from reportedly.records import Count


def count(text: str) -> Count:
    (found,) = numbers(tokens(text), default())
    return found.count


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("1,200", 1200),
        ("twelve", 12),
        ("twenty-one", 21),
        ("two hundred and six", 206),
        ("a hundred", 100),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("three dozen", 36),
        ("three thousand four hundred", 3400),
        ("2 million", 2_000_000),
    ],
)
def test_the_value(text: str, value: int) -> None:
    assert count(f"killed {text} people") == Count(value, value, value, "exact")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at least 9", Count(9, 9, None, "at_least")),
        ("no fewer than nine", Count(9, 9, None, "at_least")),
        ("more than 90", Count(90, 90, None, "at_least")),
        ("9 or more", Count(9, 9, None, "at_least")),
        ("up to 9", Count(None, None, 9, "up_to")),
        ("as many as 9", Count(None, None, 9, "up_to")),
        ("fewer than 9", Count(None, None, 8, "up_to")),
        ("about 9", Count(9, 9, 9, "approx")),
        ("nearly 40", Count(40, 40, 40, "approx")),
        ("between 9 and 12", Count(9, None, 12, "range")),
        ("9 or 10", Count(9, None, 10, "range")),
        ("dozens of", Count(24, None, 99, "dozens")),
        ("several", Count(3, None, 9, "several")),
        ("hundreds of thousands of", Count(200_000, None, 999_000, "dozens")),
    ],
)
def test_the_bound(text: str, expected: Count) -> None:
    assert count(f"wounding {text} people") == expected


@pytest.mark.parametrize(
    "text", ["an M-16 rifle of the 23-year-old man", "some say so", "in the first days"]
)
def test_what_is_no_number_of_people(text: str) -> None:
    assert not [n for n in numbers(tokens(text), default()) if n.count.figure in (23, 3, 1)]


@pytest.mark.parametrize("text", ["hundred " * 9_000, "one hundred " * 9_000, "1" + ",000" * 9_000])
def test_a_number_does_not_grow_for_ever(text: str) -> None:
    assert all(n.count.figure < 10**15 for n in numbers(tokens(text), default()))

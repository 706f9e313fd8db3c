"""Which values the plain words of an expression allow."""

from datetime import date

import pytest
from bench.quality.plain_times import counted, plain

WEDNESDAY = date(2031, 3, 5)


@pytest.mark.parametrize(
    ("words", "value", "said"),
    [
        ("Friday", "2031-02-28", True),
        ("Friday", "2031-02-27", False),
        ("Friday", "2031-01-31", False),
        ("yesterday", "2031-03-04", True),
        ("last week", "2031-W09", True),
        ("last week", "2031-WXX", False),
        ("this month", "2031-03", True),
        ("next year", "2031", False),
        ("ten days", "P10D", True),
        ("the past 3 hours", "PT3H", True),
        ("2028", "2028-05", False),
        ("March 3", "2031-03-03", True),
        ("Mar. 3, 2030", "2031-03-03", False),
        ("Friday night", "2031-02-28", False),
        ("now", "PRESENT_REF", True),
        ("a year earlier", "2030-Q1", None),
        ("several days", "PXD", None),
    ],
)
def test_plain(words: str, value: str, said: bool | None) -> None:
    assert plain(words, value, WEDNESDAY) is said


def test_counted() -> None:
    row = {
        "text": "On Friday it fell.",
        "dct": "2031-03-05",
        "timexes": [{"start": 3, "end": 9, "value": "2031-02-28"}],
    }
    assert counted([row]) == {True: 1}

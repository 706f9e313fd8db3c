"""Days of publication, as written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.read.dates import parse_published

THIRD = date(2024, 5, 3)


@pytest.mark.parametrize(
    "words",
    [
        "2024-05-03",
        "20240503",
        " 2024-05-03 ",
        "2024-05-03T23:40:00-05:00",
        "2024-05-03T10:00:00Z",
        "2024-05-03 10:00",
        "2024-05-03T10:00:00.123456+00:00",
        "Fri, 03 May 2024 10:00:00 GMT",
        "Fri, 3 May 2024 23:59:59 -0800",
        "3 May 2024",
        "03 may 2024",
        "3rd May, 2024",
        "May 3, 2024",
        "May 3rd 2024",
        "Friday, May 3, 2024",
        "Friday 3 May 2024, 10:05",
        "May 3, 2024 at 10:05 a.m. EDT",
    ],
)
def test_the_day_as_written(words: str) -> None:
    assert parse_published(words) == THIRD


@pytest.mark.parametrize(
    "words",
    [
        "", "2024", "2024-05", "May 2024", "3 May", "03/05/2024", "3.5.2024", "yesterday",
        "2024-02-30", "31 April 2024", "1714694400", "1714694400000", "May 3, 24", "Mayday 3 2024",
        "2024-05-03 and more", "٢٠٢٤-٠٥-٠٣", "x" * 100_000, "3 May 0000",
    ],
)  # fmt: skip
def test_what_is_no_day(words: str) -> None:
    assert parse_published(words) is None


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_in_every_form(day: date) -> None:
    assert parse_published(day.isoformat()) == day
    assert parse_published(f"{day.day} {day:%B} {day.year}") == day
    assert parse_published(f"{day:%b}. {day.day}, {day.year}") == day


@given(st.text(max_size=90))
def test_any_words_are_a_day_or_nothing(words: str) -> None:
    assert parse_published(words) is None or isinstance(parse_published(words), date)

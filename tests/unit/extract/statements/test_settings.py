"""When, where, to whom, and for which days."""

from collections.abc import Callable
from datetime import date

import pytest

from reportedly.extract.statements.horizons import horizon_of
from reportedly.records import Horizon, Statement, TimeMark, When

Read = Callable[..., tuple[Statement, ...]]
SAID = When(date(2023, 3, 1), date(2023, 3, 31), "month")
PUBLISHED = date(2024, 6, 14)


@pytest.mark.parametrize(
    ("text", "forum", "addressee"),
    [
        ("Roe told the Lake Senate Committee that it fell.", "the Lake Senate Committee",
         "the Lake Senate Committee"),
        ("Speaking to the Lake Council on Monday, Roe said it fell.", "the Lake Council", None),
        ("Roe said in a statement that it fell.", "a statement", None),
        ("“It fell at noon,” Roe said on Telegram.", "Telegram", None),
        ("Roe told Radio One that it fell.", None, "Radio One"),
        ("Roe urged all member states to act.", None, "all member states"),
    ],
)  # fmt: skip
def test_forum_and_addressee(
    read: Read, text: str, forum: str | None, addressee: str | None
) -> None:
    (one,) = read(text)
    assert (one.forum, one.addressee) == (forum, addressee)


def test_the_date_stands_outside_the_reported_words(read: Read) -> None:
    text = "On Monday, Roe said that it fell on Sunday."
    monday = When(date(2024, 6, 10), date(2024, 6, 10), "day")
    sunday = When(date(2024, 6, 9), date(2024, 6, 9), "day")
    times = [
        TimeMark(3, 9, "date", "2024-06-10", monday, "published"),
        TimeMark(36, 42, "date", "2024-06-09", sunday, "published"),
    ]
    (one,) = read(text, times=times)
    assert one.date == monday


@pytest.mark.parametrize(
    ("content", "horizon"),
    [
        ("they could strike in as little as four months", Horizon(date(2023, 7, 1), None)),
        ("they could strike within two weeks", Horizon(date(2023, 3, 1), date(2023, 4, 14))),
        ("it will end before the end of the year", Horizon(date(2023, 3, 1), date(2023, 12, 31))),
        ("it will end by 2025", Horizon(date(2023, 3, 1), date(2025, 12, 31))),
        ("it will end before 2025", Horizon(date(2023, 3, 1), date(2024, 12, 31))),
        ("it will last for some time", None),
        ("it will end within 999 decades", None),
    ],
)
def test_horizon_from_the_day_of_the_statement(content: str, horizon: Horizon | None) -> None:
    assert horizon_of("warn", content, SAID, PUBLISHED) == horizon


def test_horizon_from_publication_or_not_at_all() -> None:
    words = "they could strike within 30 days"
    assert horizon_of("warn", words, None, PUBLISHED) == Horizon(PUBLISHED, date(2024, 7, 14))
    assert horizon_of("warn", words, None, None) is None
    assert horizon_of("assert", words, None, PUBLISHED) is None

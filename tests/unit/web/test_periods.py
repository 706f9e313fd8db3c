"""Days in periods, and round numbers along an axis."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.web.plots.periods import UNITS, Unit, earlier, end, finest, later, periods, start
from reportedly.web.plots.scale import percent, steps

_DAYS = st.dates(date(1, 1, 8), date(9999, 1, 1))


@given(_DAYS, st.integers(0, 800), st.sampled_from(UNITS))
def test_periods_leave_no_day_out_and_have_none_twice(day: date, more: int, unit: Unit) -> None:
    last = date.fromordinal(min(day.toordinal() + more, date.max.toordinal()))
    made = periods(day, last, unit)
    assert made[0].first <= day
    assert last <= made[-1].last
    for one, other in pairwise(made):
        assert other.first.toordinal() == one.last.toordinal() + 1
    assert all(start(p.last, unit) == p.first and end(p.first, unit) == p.last for p in made)


@pytest.mark.parametrize(
    ("days", "unit"), [(1, "day"), (120, "day"), (121, "week"), (900, "month"), (9000, "year")]
)
def test_the_finest_unit_that_fits(days: int, unit: Unit) -> None:
    first = date(2031, 1, 1)
    assert finest(first, date.fromordinal(first.toordinal() + days - 1)) == unit


def test_labels() -> None:
    (week,) = periods(date(2031, 4, 29), date(2031, 5, 2), "week")
    assert (week.label, week.short, week.tick) == ("28 Apr to 4 May 2031", "28 Apr", "28")
    (month,) = periods(date(2031, 5, 2), date(2031, 5, 2), "month")
    assert (month.label, month.tick, month.above) == ("May 2031", "May", "2031")


def test_turning_the_pages() -> None:
    days = (date(2031, 5, 8), date(2031, 5, 14))
    assert earlier(*days) == (date(2031, 5, 1), date(2031, 5, 7))
    assert later(*days) == (date(2031, 5, 15), date(2031, 5, 21))
    assert earlier(date(1, 1, 3), date(1, 1, 9)) is None
    assert later(date(9999, 12, 20), date.max) is None


@given(st.integers(0, 10**9))
def test_an_axis_reaches_the_top_in_few_steps(top: int) -> None:
    made = steps(top)
    assert made[0] == 0
    assert made[-1] >= top
    assert 2 <= len(made) <= 6


def test_percent() -> None:
    assert (percent(1, 8), percent(1, 0)) == ("12.5%", "0%")

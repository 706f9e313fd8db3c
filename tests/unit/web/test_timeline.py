"""Incidents along time: nothing is put on a day that is not known, and nothing is lost."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reportedly.web.plots.periods import UNITS, Unit
from reportedly.web.plots.tally import Tally, total
from reportedly.web.plots.timeline import Dated, timeline

ONE = Tally(incidents=1, stated=1, low=7, best=12, high=15)
MAY = (date(2031, 5, 1), date(2031, 5, 31))


def test_a_month_is_a_column_of_months_and_a_bar_over_days() -> None:
    rows = [Dated(*MAY, ONE), Dated(date(2031, 5, 3), date(2031, 5, 3), ONE)]
    by_month = timeline(rows, "month")
    assert [column.tally.incidents for column in by_month.columns] == [2]
    assert not by_month.bars
    by_day = timeline(rows, "day")
    assert [column.tally.incidents for column in by_day.columns] == [0, 0, 1, *[0] * 28]
    (bar,) = by_day.bars
    assert (bar.begin, bar.stop, bar.lane, bar.tally) == (0, 31, 0, ONE)


def test_no_date_is_counted_beside() -> None:
    line = timeline([Dated(None, None, ONE)])
    assert (line.columns, line.undated, line.shown) == ((), ONE, Tally())


def test_bars_that_overlap_lie_in_lanes_of_their_own() -> None:
    rows = [Dated(*MAY, ONE), Dated(date(2031, 5, 20), date(2031, 6, 9), ONE)]
    line = timeline(rows, "day")
    assert [bar.lane for bar in line.bars] == [0, 1]
    assert line.lanes == 2


def test_bounds_cut_what_is_drawn_and_what_is_counted() -> None:
    rows = [Dated(*MAY, ONE), Dated(date(2031, 7, 1), date(2031, 7, 1), ONE)]
    line = timeline(rows, "day", date(2031, 5, 10), date(2031, 5, 12))
    assert len(line.columns) == 3
    assert line.shown == ONE
    assert (line.bars[0].begin, line.bars[0].stop) == (0, 3)


def test_years_are_cut_to_what_can_be_told_apart() -> None:
    line = timeline([Dated(date(2, 1, 1), date(2031, 1, 1), ONE)], "year")
    assert line.cut
    assert len(line.columns) == 400
    assert line.shown == ONE


_ROWS = st.lists(
    st.builds(
        lambda day, more, n: Dated(day, day + timedelta(days=more), Tally(n, n, n, n, n, 0)),
        st.dates(date(2029, 1, 1), date(2031, 12, 31)),
        st.sampled_from([0, 0, 6, 30, 364]),
        st.integers(1, 9),
    ),
    max_size=30,
)


@given(_ROWS, st.sampled_from([None, "week", "month", "year"]))
def test_every_incident_is_shown_once(rows: list[Dated], unit: Unit | None) -> None:
    line = timeline(rows, unit)
    drawn = total([c.tally for c in line.columns] + [b.tally for b in line.bars])
    assert drawn == line.shown == total(row.tally for row in rows)
    assert line.unit in UNITS


def test_words_for_sums() -> None:
    assert Tally(2, 0).killed == "not stated"
    assert Tally(1, 1, 0, 0, 0).killed == "0"
    assert ONE.killed == "7 to 15 (best 12)"
    assert Tally(2, 2, 15, 15, 15, 1).killed == "at least 15"
    assert Tally(3, 2, 15, 20, 30, 1).killed == "at least 15 (best 20)"
    assert Tally(3, 2).unstated == 1

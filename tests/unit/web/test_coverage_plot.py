"""Coverage: what was not read is seen."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from reportedly.web.plots.coverage import Read, coverage, level

DAYS = (date(2031, 5, 1), date(2031, 5, 7))


def _read(source: str | None, day: int | None, reports: int = 1) -> Read:
    return Read(source, date(2031, 5, day) if day else None, reports)


def test_sources_days_and_gaps() -> None:
    rows = [_read("Wire", 1, 3), _read("Wire", 5), _read("Post", 2), _read(None, None, 2)]
    made = coverage(rows, *DAYS)
    assert made.unit == "day"
    assert [(s.name, list(s.counts)) for s in made.sources] == [
        ("Wire", [3, 0, 0, 0, 1, 0, 0]),
        ("Post", [0, 1, 0, 0, 0, 0, 0]),
    ]
    assert list(made.totals) == [3, 1, 0, 0, 1, 0, 0]
    assert [gap.first.day for gap in made.gaps] == [3, 4, 6, 7]
    assert (made.reports, made.undated, made.peak) == (5, 2, 3)
    silence = made.sources[0].silence
    assert silence
    assert (silence.first.day, silence.last.day, silence.periods) == (2, 4, 3)
    assert made.sources[1].silence is None


def test_the_rest_is_one_row() -> None:
    rows = [_read("Wire", 1, 3), _read("Post", 2), _read("Echo", 2)]
    made = coverage(rows, *DAYS, most=1)
    assert [s.name for s in made.sources] == ["Wire"]
    assert made.folded == 2
    assert made.others
    assert list(made.others.counts)[1] == 2


def test_nothing_read_is_all_gap() -> None:
    made = coverage([], *DAYS)
    assert len(made.gaps) == 7
    assert made.reports == 0


@given(st.integers(1, 10_000), st.integers(0, 10_000))
def test_one_report_is_seen_and_the_peak_is_darkest(peak: int, count: int) -> None:
    assert level(0, peak) == 0
    assert level(min(1, peak), peak) >= 1
    assert 0 <= level(min(count, peak), peak) <= 4
    assert level(min(count, peak), peak) <= level(peak, peak)

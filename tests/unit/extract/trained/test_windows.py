"""Overlapping windows lose no token and repeat none."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.extract.trained.windows import SIZE, windows


@given(st.integers(min_value=0, max_value=6000))
def test_every_token_is_kept_from_exactly_one_window(length: int) -> None:
    kept: list[int] = []
    for start, end, low, high in windows(length):
        assert 0 <= start <= low <= high <= end <= length
        assert end - start <= SIZE - 2
        kept += range(low, high)
    assert kept == list(range(length))


def test_a_short_text_is_one_window() -> None:
    assert list(windows(SIZE - 2)) == [(0, SIZE - 2, 0, SIZE - 2)]


def test_inside_a_long_text_no_token_is_read_at_the_edge_of_its_window() -> None:
    for start, end, low, high in windows(2000):
        assert low == 0 or low - start >= 40
        assert high == 2000 or end - high >= 40

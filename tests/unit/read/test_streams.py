"""Streams within limits."""

import gzip
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import UnreadableSource
from reportedly.read.streams import lines, read_all, unpacked, with_head


@given(st.binary(max_size=300), st.integers(1, 50))
def test_lines_are_those_of_the_stream(data: bytes, limit: int) -> None:
    expected = [
        line if len(line) <= limit else None for line in data.replace(b"\r", b" ").split(b"\n")
    ]
    data = data.replace(b"\r", b" ")
    expected = [line if len(line) <= limit else None for line in io.BytesIO(data)]
    assert list(lines(io.BytesIO(data), limit)) == expected


def test_a_long_line_is_not_held() -> None:
    data = b"x" * 300_000 + b"\nshort\n" + b"y" * 300_000
    assert list(lines(io.BytesIO(data), 100_000)) == [None, b"short\n", None]


@given(st.binary(max_size=200), st.integers(1, 300))
def test_the_head_is_read_twice(data: bytes, size: int) -> None:
    head, stream = with_head(io.BytesIO(data), size)
    assert head == data[:size]
    assert stream.read() == data


def test_what_came_before_damage_is_read() -> None:
    packed = gzip.compress(b"one\ntwo\n")[:-4]
    head, stream = with_head(unpacked(io.BytesIO(packed), 100))
    assert head == b"one\ntwo\n"
    found = lines(stream, 100)
    assert [next(found), next(found)] == [b"one\n", b"two\n"]
    with pytest.raises(UnreadableSource, match="damaged"):
        next(found)


def test_limits() -> None:
    with pytest.raises(UnreadableSource, match="larger than 10 bytes"):
        read_all(io.BytesIO(b"x" * 11), 10)
    assert read_all(io.BytesIO(b"x" * 10), 10) == b"x" * 10
    with pytest.raises(UnreadableSource, match="unpacks to more"):
        read_all(unpacked(io.BytesIO(gzip.compress(bytes(1_000_000))), 1000), 10_000_000)

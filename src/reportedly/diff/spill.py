"""Rows put aside in the order they come: a few in memory, the rest in a file that vanishes."""

import marshal
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import IO, Generic, TypeVar

_AT_ONCE = 256
T = TypeVar("T")


class Spill(Generic[T]):
    """Holds tuples and lists of text and numbers; gone through once, after the last was added."""

    def __init__(self) -> None:
        self._waiting: list[T] = []
        self._file: IO[bytes] | None = None
        self._sizes: list[int] = []

    def add(self, row: T) -> None:
        self._waiting.append(row)
        if len(self._waiting) == _AT_ONCE:
            # Version 2 does not look for objects that stand twice: a third faster.
            packed = marshal.dumps(self._waiting, 2)
            self._file = self._file or TemporaryFile()  # noqa: SIM115 (``close`` does)
            self._file.write(packed)
            self._sizes.append(len(packed))
            self._waiting = []

    def __iter__(self) -> Iterator[T]:
        if self._file is not None:
            self._file.seek(0)
            for size in self._sizes:
                yield from marshal.loads(self._file.read(size))
        yield from self._waiting

    def close(self) -> None:
        self._waiting = []
        if self._file is not None:
            self._file.close()

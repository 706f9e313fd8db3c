"""Text → tokens → overlapping windows, and back: long reports are never cut off."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reportedly.extract.trained.wordpiece import WordPiece

SIZE = 384  # tokens the encoder takes at once, its two marks included
OVERLAP = 96
PAD, START, END = 0, 101, 102


@dataclass(frozen=True, slots=True)
class Tokens:
    """``ids[i]`` stands for ``text[starts[i]:ends[i]]``, in code points."""

    ids: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.ids)

    def within(self, start: int, end: int) -> tuple[int, int] | None:
        """The first and the last token of a stretch of text; None if it holds none."""
        first = int(np.searchsorted(self.ends, start, side="right"))
        last = int(np.searchsorted(self.starts, end, side="left")) - 1
        return (first, last) if first <= last else None


def tokenise(text: str, pieces: WordPiece) -> Tokens:
    """The tokens of ``text``."""
    table = np.asarray(pieces.encode(text), dtype=np.int64).reshape(-1, 3)
    return Tokens(table[:, 0], table[:, 1], table[:, 2])


def windows(length: int) -> Iterator[tuple[int, int, int, int]]:
    """(start, end, keep from, keep to) over ``length`` tokens, in windows of even size.

    Every token is kept from exactly one window, the one where it stands farther from the edge.
    """
    most = SIZE - 2
    if length <= most:
        yield 0, length, 0, length
        return
    count = -(-(length - OVERLAP) // (most - OVERLAP))
    room = -(-(length + (count - 1) * OVERLAP) // count)  # no more than needed: a third of the time
    starts = [round(i * (length - room) / (count - 1)) for i in range(count)]
    for i, start in enumerate(starts):
        keep_from = 0 if i == 0 else (start + starts[i - 1] + room) // 2
        keep_to = length if i == count - 1 else (starts[i + 1] + start + room) // 2
        yield start, start + room, keep_from, keep_to

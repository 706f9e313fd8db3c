"""Tag probabilities → spans, cut at whole words."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from reportedly.extract.trained.heads import Floats, Sheet
from reportedly.extract.trained.labels import TAGS

_OUT, _BEGIN, _IN = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Proposal:
    """A span the network proposes: code points [start, end), tokens first to last, both inside."""

    tag: str
    start: int
    end: int
    first: int
    last: int
    score: float


def propose(
    sheet: Sheet, text: str, tag: str, least: float = 0.5, edge: float | None = None
) -> list[Proposal]:
    """The spans of one tag whose tokens are inside with a probability of at least ``least``.

    With ``edge``, one token so sure is enough, and the span goes on while tokens reach ``edge``;
    the score is then that of the surest.
    """
    column = sheet.tags[:, TAGS.index(tag)]
    found = runs(column, least if edge is None else edge)
    if edge is not None:
        inside = 1 - column[:, _OUT]
        peaks = ((a, b, float(inside[a : b + 1].max())) for a, b, _ in found)
        found = (run for run in peaks if run[2] >= least)
    return [
        Proposal(tag, start, end, first, last, score)
        for first, last, score in found
        for start, end in [whole_words(text, *_offsets(sheet, first, last))]
    ]


def runs(column: Floats, least: float) -> Iterator[tuple[int, int, float]]:
    """(first, last, mean probability) of the runs in one column of (tokens, 3)."""
    within = 1 - column[:, _OUT]
    begins = column[:, _BEGIN] > column[:, _IN]
    start = None
    for at in range(len(column) + 1):
        goes_on = at < len(column) and within[at] >= least
        if start is not None and (not goes_on or begins[at]):
            yield start, at - 1, float(within[start:at].mean())
            start = None
        if goes_on and start is None:
            start = at


def _offsets(sheet: Sheet, first: int, last: int) -> tuple[int, int]:
    return int(sheet.tokens.starts[first]), int(sheet.tokens.ends[last])


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The span grown to the edges of the words it cuts."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return start, end


def merge(spans: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Spans joined where only space parts them."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def mean(values: list[float]) -> float:
    """Their mean; 0 of none."""
    return float(np.mean(values)) if values else 0.0

"""Which source was read on which day: a day without reports is not a day without violence."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from reportedly.web.plots.periods import Period, Unit, finest, periods, start

_SOURCES = 40
_PERIODS = 62


class Read(NamedTuple):
    """How many reports of a source say that they were published that day."""

    source: str | None  # None: the publisher is not stated
    day: date | None
    reports: int


@dataclass(frozen=True, slots=True)
class Silence:
    """A stretch of periods without a report between two that have one."""

    first: date
    last: date
    periods: int


@dataclass(frozen=True, slots=True)
class Source:
    name: str | None
    counts: Sequence[int]  # one a period
    undated: int
    silence: Silence | None  # the longest

    @property
    def total(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Coverage:
    unit: Unit
    periods: Sequence[Period]
    sources: Sequence[Source]  # the busiest first
    others: Source | None  # all that are not listed, as one
    folded: int  # how many these are
    totals: Sequence[int]
    undated: int
    gaps: Sequence[Period]  # in which nothing at all was read
    peak: int  # the most reports of a listed source in a period

    @property
    def reports(self) -> int:
        return sum(self.totals)


def fitting(first: date, last: date) -> Unit:
    """The finest unit in which the days fit on a page."""
    return finest(first, last, _PERIODS)


def coverage(
    rows: Iterable[Read], first: date, last: date, unit: Unit | None = None, most: int = _SOURCES
) -> Coverage:
    """``unit``: None chooses the finest that fits. ``most``: how many sources are listed."""
    unit = unit or fitting(first, last)
    shown = periods(first, last, unit)
    place = {period.first: number for number, period in enumerate(shown)}
    counts: dict[str | None, list[int]] = defaultdict(lambda: [0] * len(shown))
    undated: dict[str | None, int] = defaultdict(int)
    for row in rows:
        if row.day is None:
            undated[row.source] += row.reports
        elif first <= row.day <= last:
            counts[row.source][place[start(row.day, unit)]] += row.reports
    names = sorted(counts, key=lambda name: (-sum(counts[name]), name or ""))
    listed = names[:most]
    rest = names[most:]
    totals = [sum(column) for column in zip(*counts.values(), strict=True)] or [0] * len(shown)
    return Coverage(
        unit=unit,
        periods=shown,
        sources=[Source(n, counts[n], undated[n], _silence(counts[n], shown)) for n in listed],
        others=Source(None, [sum(c) for c in zip(*(counts[n] for n in rest), strict=True)], 0, None)
        if rest
        else None,
        folded=len(rest),
        totals=totals,
        undated=sum(undated.values()),
        gaps=[period for period, count in zip(shown, totals, strict=True) if not count],
        peak=max((max(counts[name]) for name in listed), default=0),
    )


def level(count: int, peak: int) -> int:
    """How dark a cell is, 0 (nothing) to 4: steps of a doubling scale, so that one stays seen."""
    if count <= 0:
        return 0
    return 1 + min(3, int(4 * (count.bit_length() - 1) / max(1, peak.bit_length())))


def _silence(counts: Sequence[int], shown: Sequence[Period]) -> Silence | None:
    read = [number for number, count in enumerate(counts) if count]
    found = max(
        ((after - before - 1, before) for before, after in pairwise(read)),
        default=(0, 0),
        key=lambda gap: gap[0],
    )
    length, before = found
    if not length:
        return None
    return Silence(shown[before + 1].first, shown[before + length].last, length)

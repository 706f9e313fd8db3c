"""Incidents along time: those known to lie in one period as columns, the others as bars over the
days they may lie in. A month is never put on its first day, and no date is no column.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from reportedly.web.plots.periods import Period, Unit, finest, periods, start
from reportedly.web.plots.tally import Tally, total

_LANES = 12  # rows of bars drawn; the table has all
_COLUMNS = 400


class Dated(NamedTuple):
    """The incidents of one reported date; both None: without a date."""

    earliest: date | None
    latest: date | None
    tally: Tally


@dataclass(frozen=True, slots=True)
class Column:
    at: int  # its place
    period: Period
    tally: Tally


@dataclass(frozen=True, slots=True)
class Bar:
    """Incidents that lie somewhere in these days, which are more than one period.

    ``begin`` and ``stop`` are the columns it covers, the end exclusive; ``lane`` is None where
    there was no room to draw it.
    """

    first: date
    last: date
    tally: Tally
    begin: int
    stop: int
    lane: int | None


@dataclass(frozen=True, slots=True)
class Timeline:
    unit: Unit
    columns: Sequence[Column]
    bars: Sequence[Bar]
    undated: Tally
    shown: Tally  # all of the columns and bars
    cut: bool  # there are more periods than could be shown, and the earliest are left out

    @property
    def lanes(self) -> int:
        return max((bar.lane + 1 for bar in self.bars if bar.lane is not None), default=0)


def timeline(
    rows: Iterable[Dated],
    unit: Unit | None = None,
    first: date | None = None,
    last: date | None = None,
) -> Timeline:
    """``unit``: None chooses the finest that fits. ``first`` and ``last`` bound what is drawn; a
    date that reaches over a bound is drawn up to it. What lies outside is not counted.
    """
    undated, dated = Tally(), []
    for row in rows:
        if row.earliest is None or row.latest is None:
            undated += row.tally
        elif (last is None or row.earliest <= last) and (first is None or row.latest >= first):
            dated.append((row.earliest, row.latest, row.tally))
    if not dated:
        return Timeline(unit or "month", (), (), undated, Tally(), False)
    begin = first or min(earliest for earliest, _, _ in dated)
    finish = last or max(latest for _, latest, _ in dated)
    unit = unit or finest(begin, finish)
    shown = periods(begin, finish, unit)
    cut = len(shown) > _COLUMNS
    shown = shown[-_COLUMNS:]
    place = {period.first: number for number, period in enumerate(shown)}
    columns = [Tally()] * len(shown)
    wide: dict[tuple[date, date], Tally] = {}
    for earliest, latest, tally in dated:
        if latest < shown[0].first:
            continue
        one, other = start(earliest, unit), start(latest, unit)
        if one == other:
            columns[place[one]] += tally
        else:
            wide[earliest, latest] = wide.get((earliest, latest), Tally()) + tally
    bars = _bars(wide, shown, unit)
    return Timeline(
        unit=unit,
        columns=[Column(n, *pair) for n, pair in enumerate(zip(shown, columns, strict=True))],
        bars=bars,
        undated=undated,
        shown=total([*columns, *wide.values()]),
        cut=cut,
    )


def _bars(
    wide: dict[tuple[date, date], Tally], shown: Sequence[Period], unit: Unit
) -> Sequence[Bar]:
    """In the order of time, each in the first lane that is free."""
    place = {period.first: number for number, period in enumerate(shown)}
    ends: list[int] = []  # of each lane: the first column that is free again
    found = []
    for (first, last), tally in sorted(wide.items()):
        begin = place.get(start(first, unit), 0)
        stop = place.get(start(last, unit), len(shown) - 1) + 1
        lane = next((n for n, free in enumerate(ends) if free <= begin), len(ends))
        if lane == len(ends) and lane < _LANES:
            ends.append(0)
        if lane < _LANES:
            ends[lane] = stop
        found.append(Bar(first, last, tally, begin, stop, lane if lane < _LANES else None))
    return found

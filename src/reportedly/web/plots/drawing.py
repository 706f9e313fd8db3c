"""A timeline as it is drawn: shares of the width, pixels of the height."""

from dataclasses import dataclass

from reportedly.web.plots.scale import percent, steps
from reportedly.web.plots.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Drawing:
    """Where the columns stand, in shares of the width, and how high the two axes go."""

    line: Timeline
    incidents: tuple[int, ...]  # the numbers along the axis
    killed: tuple[int, ...]
    every: int  # each so-manieth period is named under the columns

    def x(self, column: float) -> str:
        return percent(column, len(self.line.columns))

    def up(self, value: int, axis: tuple[int, ...], height: int) -> float:
        """How far above the foot a value stands, in pixels."""
        return round(height * value / axis[-1], 1)


def drawing(line: Timeline) -> Drawing:
    tallies = [column.tally for column in line.columns]
    return Drawing(
        line=line,
        incidents=tuple(steps(max((one.incidents for one in tallies), default=0))),
        killed=tuple(steps(max((one.high for one in tallies), default=0))),
        every=max(1, -(-len(tallies) // 12)),
    )

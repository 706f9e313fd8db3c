"""What a person wants to know first of two tables: how many rows, which columns, which tolls.

Sums of tolls are those of the rows that state one; how many do is said with them.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from heapq import heappush, heappushpop

from reportedly.diff.cells import number
from reportedly.diff.rows import Change, Kind, Side
from reportedly.diff.table import Row

Figure = int | float


@dataclass
class Toll:
    """One column of figures on one side."""

    total: Figure = 0
    stated: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Moved:
    """A toll that changed. ``by``: how much, or the toll itself where the other is not known."""

    by: Figure
    order: int  # the earlier, the higher
    key: tuple[str, ...] = field(compare=False)
    kind: Kind = field(compare=False)
    column: str = field(compare=False)
    old: Figure | None = field(compare=False)
    new: Figure | None = field(compare=False)


@dataclass
class Summary:
    """Fills while rows and changes pass by; holds a few examples, however many there are."""

    tolls: Sequence[str] = ()
    examples: int = 5
    kinds: Counter[Kind] = field(default_factory=Counter)
    columns: Counter[str] = field(default_factory=Counter)
    shown: dict[Kind, list[Change]] = field(default_factory=dict)
    sums: dict[str, tuple[Toll, Toll]] = field(default_factory=dict)
    _at: dict[Side, list[tuple[str, int]]] = field(default_factory=dict)
    _moved: list[Moved] = field(default_factory=list)

    def watch(self, side: Side, columns: Sequence[str]) -> None:
        """Say where the tolls of a side stand, before its first row."""
        self._at[side] = [(toll, columns.index(toll)) for toll in self.tolls if toll in columns]
        for toll, _ in self._at[side]:
            self.sums.setdefault(toll, (Toll(), Toll()))

    def see(self, side: Side, row: Row) -> None:
        for toll, at in self._at[side]:
            if (cell := row[at]) and (found := number(cell.strip())) is not None:
                mine = self.sums[toll][side]
                mine.total += found
                mine.stated += 1

    def take(self, change: Change) -> None:
        self.kinds[change.kind] += 1
        if change.kind == "changed":
            self.columns.update(change.cells.keys())
        kept = self.shown.setdefault(change.kind, [])
        if len(kept) < self.examples:
            kept.append(change)
        for toll in self.tolls:
            if toll in change.cells:
                self._move(change, toll)

    def biggest(self) -> list[Moved]:
        return sorted(self._moved, reverse=True)

    def _move(self, change: Change, toll: str) -> None:
        old, new = (number(cell.strip()) for cell in change.cells[toll])
        if old is None and new is None:
            return
        by = abs(new - old) if old is not None and new is not None else abs(old or new or 0)
        order = -self.kinds.total()
        one = Moved(by, order, change.key, change.kind, toll, old, new)
        if len(self._moved) < self.examples:
            heappush(self._moved, one)
        elif self.examples:
            heappushpop(self._moved, one)

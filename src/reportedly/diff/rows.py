"""Two tables row by row: which rows are new, which are gone, which say something else.

Rows are dealt into heaps by their key, those of one key into one heap, and compared heap by heap:
memory holds a small share of a table, however long it is. What was found is put back into the
order of the tables.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from operator import itemgetter
from typing import Literal
from zlib import crc32

from reportedly.diff import cells
from reportedly.diff.spill import Spill
from reportedly.diff.table import Row, Table

Kind = Literal["added", "withdrawn", "changed"]
Side = Literal[0, 1]  # old, new
Seen = Callable[[Side, Row], None]
Cells = dict[str, tuple[str, str]]
Dealt = tuple[int, str, str]  # the row's number, its key, its cells, these two in one string each
Found = tuple[int, Kind, str, Cells]
_HEAPS = 32
_BETWEEN = "\x1f"  # ASCII's unit separator


@dataclass(frozen=True, slots=True)
class Change:
    """A row that differs. ``cells``: column -> what it held and holds, "" for nothing; of a row
    that is new or gone every cell that holds something, of one that changed those that did.
    """

    kind: Kind
    key: tuple[str, ...]
    cells: Cells


class Rows:
    """The rows of two tables by their ``key``, columns that both have.

    ``counts`` and ``same`` are known when :meth:`changes` has ended.
    """

    def __init__(
        self, old: Table, new: Table, key: Sequence[str], ignored: Sequence[str] = ()
    ) -> None:
        left_out = {*key, *ignored}
        both = [c for c in old.columns if c in new.columns and c not in left_out]
        self.columns = tuple(both)
        self.counts = [0, 0]
        self.same = 0
        self._tables = (old, new)
        self._key = key
        self._compared = [(c, old.columns.index(c), new.columns.index(c)) for c in both]
        self._aligned = old.columns == new.columns

    def changes(self, seen: Seen | None = None) -> Iterator[Change]:
        """In the order of the tables. ``seen`` is shown each row of each side."""
        olds, news = self._deal(0, seen), self._deal(1, seen)
        heaps = [self._heap(old, new) for old, new in zip(olds, news, strict=True)]
        try:
            for _, kind, key, changed in merge(*heaps, key=itemgetter(0, 1)):
                yield Change(kind, tuple(key.split(_BETWEEN)), changed)
        finally:
            for heap in heaps:
                heap.close()

    def _deal(self, side: Side, seen: Seen | None) -> list[Spill[Dealt]]:
        table = self._tables[side]
        heaps: list[Spill[Dealt]] = [Spill() for _ in range(_HEAPS)]
        at = [table.columns.index(name) for name in self._key]
        number, between = 0, len(table.columns) - 1
        for number, row in enumerate(table.rows, 1):
            if seen:
                seen(side, row)
            whole = _BETWEEN.join(row)
            if whole.count(_BETWEEN) != between:
                table.notes.add("unit separators (U+001F) read as spaces", f"row {number}")
                row = [cell.replace(_BETWEEN, " ") for cell in row]
                whole = _BETWEEN.join(row)
            key = _BETWEEN.join([cells.key(row[n]) for n in at])
            heap = crc32(key.encode("utf-8", "surrogatepass")) % _HEAPS
            heaps[heap].add((number, key, whole))
        self.counts[side] = number
        return heaps

    def _heap(self, olds: Spill[Dealt], news: Spill[Dealt]) -> Spill[Found]:
        """What differs in one heap, by the number of the row."""
        before, after = self._by_key(0, olds), self._by_key(1, news)
        found: list[Found] = []
        for key, rows in before.items():
            found += self._of_key(key, rows, after.pop(key, []))
        for key, rows in after.items():
            found += self._of_key(key, [], rows)
        spill: Spill[Found] = Spill()
        for one in sorted(found, key=itemgetter(0, 1)):
            spill.add(one)
        return spill

    def _by_key(self, side: Side, dealt: Spill[Dealt]) -> dict[str, list[Dealt]]:
        rows: dict[str, list[Dealt]] = {}
        notes = self._tables[side].notes
        for one in dealt:
            key = one[1]
            mine = rows.setdefault(key, [])
            if not key.strip(_BETWEEN):
                notes.add("rows without a key; only equal ones are matched", f"row {one[0]}")
            elif mine:
                name = key.replace(_BETWEEN, " ")
                notes.add("rows that repeat a key; matched in their order", name)
            mine.append(one)
        dealt.close()
        return rows

    def _of_key(self, key: str, olds: list[Dealt], news: list[Dealt]) -> Iterator[Found]:
        if len(olds) > 1 or len(news) > 1:
            olds, news = self._unequal(olds, news)
        paired = min(len(olds), len(news)) if key.strip(_BETWEEN) else 0
        for old, new in zip(olds[:paired], news[:paired], strict=True):
            if changed := self._differing(old[2], new[2]):
                yield new[0], "changed", key, changed
            else:
                self.same += 1
        for number, _, row in olds[paired:]:
            held = zip(self._tables[0].columns, row.split(_BETWEEN), strict=True)
            yield number, "withdrawn", key, {name: (cell, "") for name, cell in held if cell}
        for number, _, row in news[paired:]:
            held = zip(self._tables[1].columns, row.split(_BETWEEN), strict=True)
            yield number, "added", key, {name: ("", cell) for name, cell in held if cell}

    def _unequal(self, olds: list[Dealt], news: list[Dealt]) -> tuple[list[Dealt], list[Dealt]]:
        """Rows of one key less those that stand on both sides word for word."""
        waiting: dict[tuple[str, ...], list[Dealt]] = {}
        for new in news:
            row = new[2].split(_BETWEEN)
            waiting.setdefault(tuple(row[n] for _, _, n in self._compared), []).append(new)
        left = []
        for old in olds:
            row = old[2].split(_BETWEEN)
            if equal := waiting.get(tuple(row[n] for _, n, _ in self._compared)):
                equal.pop(0)
                self.same += 1
            else:
                left.append(old)
        return left, sorted(new for some in waiting.values() for new in some)

    def _differing(self, before: str, after: str) -> Cells:
        if self._aligned and before == after:  # true of most rows, which need not be cut up
            return {}
        old, new = before.split(_BETWEEN), after.split(_BETWEEN)
        return {
            name: (old[a], new[b])
            for name, a, b in self._compared
            if old[a] != new[b] and not cells.same(old[a], new[b])
        }

"""Two releases, or two files of anyone's data, row by row: what is new, gone, said otherwise."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.diff.about import about
from reportedly.diff.known import recognised
from reportedly.diff.rows import Change, Kind, Rows
from reportedly.diff.sides import Pair, Sheet, Side, pairs, side
from reportedly.diff.summary import Moved, Summary
from reportedly.errors import UnreadableSource

__all__ = ["Change", "Compared", "Comparison", "Kind", "Moved", "Summary", "compare"]


@dataclass
class Compared:
    """One table on both sides. ``rows`` and ``summary`` are full when :meth:`changes` has ended."""

    name: str
    key: tuple[str, ...]
    rows: Rows
    summary: Summary
    lone: tuple[tuple[str, ...], tuple[str, ...]]  # columns of one side only
    telling: tuple[str, ...]  # columns by which a person knows a row; none where that is not known
    _pair: Pair

    def changes(self) -> Iterator[Change]:
        """In the order of the tables."""
        self.summary.watch(0, self._pair.old.columns)
        self.summary.watch(1, self._pair.new.columns)
        for change in self.rows.changes(self.summary.see):
            self.summary.take(change)
            yield change

    @property
    def differs(self) -> bool:
        return bool(self.summary.kinds) or any(self.lone)

    def notes(self) -> Iterator[tuple[str, str]]:
        """What else a person should know: ``old`` or ``new``, and what."""
        yield from (("old", line) for line in self._pair.old.notes.lines())
        yield from (("new", line) for line in self._pair.new.notes.lines())


@dataclass(frozen=True)
class Comparison:
    """``about``: how the releases were made, where that differs: what, old, new.

    ``lone``: tables of one side only.
    """

    about: Sequence[tuple[str, str, str]]
    lone: tuple[tuple[str, ...], tuple[str, ...]]
    _old: Side
    _new: Side
    _key: Sequence[str]
    _ignored: Sequence[str]
    _only: Collection[str]
    _examples: int

    def tables(self) -> Iterator[Compared]:
        """One after the other; go through the changes of one before you ask for the next."""
        for opened in pairs(self._old, self._new, self._only):
            yield self._compared(opened())

    def _compared(self, pair: Pair) -> Compared:
        old, new = pair.old, pair.new
        known = recognised([c for c in old.columns if c in new.columns])
        key = tuple(self._key) or (known.key if known else ())
        for name, columns in (("old", old.columns), ("new", new.columns)):
            if not key:
                raise UnreadableSource(
                    f"table {pair.name}: which column names a row? Say --key COLUMN, "
                    f"one of: {', '.join(c for c in columns if c)}"
                )
            if missing := [one for one in key if one not in columns]:
                raise UnreadableSource(
                    f"table {pair.name}: the {name} side has no column {', '.join(missing)}; "
                    f"it has: {', '.join(c for c in columns if c)}"
                )
        return Compared(
            name=known.name if known else pair.name,
            key=key,
            rows=Rows(old, new, key, self._ignored),
            summary=Summary(known.tolls if known else (), self._examples),
            lone=(
                tuple(c for c in old.columns if c not in (*new.columns, *self._ignored)),
                tuple(c for c in new.columns if c not in (*old.columns, *self._ignored)),
            ),
            telling=known.telling if known else (),
            _pair=pair,
        )


def compare(
    old: Path,
    new: Path,
    *,
    key: Sequence[str] = (),
    ignored: Sequence[str] = (),
    only: Collection[str] = (),
    examples: int = 5,
    sheet: Sheet | None = None,
) -> Comparison:
    """Compare two files, folders or zips.

    ``key``: the columns that name a row, where they are not known. ``ignored``: columns that are
    not compared. ``only``: tables of a release, or sheets of a workbook. ``examples``: of each
    kind. ``sheet``: reads a workbook's. Raises UnreadableSource, here and on the way.
    """
    left, right = side(old, sheet, only), side(new, sheet, only)
    return Comparison(
        about=about(left.about, right.about),
        lone=(
            tuple(name for name in left.tables if name not in right.tables),
            tuple(name for name in right.tables if name not in left.tables),
        )
        if not (left.single or right.single)
        else ((), ()),
        _old=left,
        _new=right,
        _key=key,
        _ignored=ignored,
        _only=only,
        _examples=examples,
    )

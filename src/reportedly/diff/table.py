"""A table of anyone's: its columns, and its rows one after another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

Row = list[str]  # "" for an empty cell


@dataclass
class Notes:
    """What a person should know of a table beside its differences: counted, with an example."""

    _found: dict[str, tuple[int, str]] = field(default_factory=dict)

    def add(self, what: str, example: str = "") -> None:
        count, first = self._found.get(what, (0, example))
        self._found[what] = (count + 1, first)

    def lines(self) -> list[str]:
        return [
            f"{what}: {count:,} (as {first})" if first else what
            for what, (count, first) in self._found.items()
        ]


@dataclass(frozen=True)
class Table:
    """``rows`` can be gone through once; ``notes`` fill on the way."""

    columns: tuple[str, ...]
    rows: Iterator[Row]
    notes: Notes


def table(header: Iterable[str], rows: Iterable[tuple[int, Row]], place: str = "line") -> Table:
    """``rows`` come with the number of their line, or of another ``place``, for a person to find
    them. Short ones are filled up.
    """
    notes = Notes()
    columns = _columns(header)
    return Table(columns, _whole(rows, len(columns), notes, place), notes)


def _columns(header: Iterable[str]) -> tuple[str, ...]:
    """Names without spaces around them; the second ``notes`` is ``notes (2)``."""
    names: list[str] = []
    seen: dict[str, int] = {}
    for name in (one.strip() for one in header):
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(names)


def _whole(rows: Iterable[tuple[int, Row]], width: int, notes: Notes, place: str) -> Iterator[Row]:
    for number, row in rows:
        if len(row) == width:
            yield row
        elif len(row) < width:
            if row:  # a line without anything is no row
                notes.add(
                    "rows shorter than the header; what is missing is empty", f"{place} {number}"
                )
                yield [*row, *([""] * (width - len(row)))]
        else:
            notes.add(
                "rows longer than the header; what is beyond it is not compared",
                f"{place} {number}",
            )
            yield row[:width]

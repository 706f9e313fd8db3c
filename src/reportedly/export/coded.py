"""Rows that others coded, in the columns of a format: ``coded-ged.csv`` and its like.

A copy of their data, apart from the files of own incidents; what it carries of each column is said
in ``coded-LOST.md``. Their terms of use go with it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reportedly.export.flat import Column, write
from reportedly.export.folder import aside, settle
from reportedly.export.harmless import Cell
from reportedly.export.lost import Lost
from reportedly.plugins import Importer

_SAID: Mapping[str, str] = {
    "record": "Read and written anew from what was understood",
    "reckoned": "Reckoned from these",
    "kept": "Carried unread, where the coder's file is of this format; else empty",
}


@dataclass
class Copy:
    """The rows in one format; they are asked for once, with where to note what is lost."""

    importer: Importer
    rows: Callable[[Callable[[str, str, int], None]], Iterable[Mapping[str, Cell]]]
    _lost: Lost = field(default_factory=Lost)

    def write(self, folder: Path, progress: Callable[[str, int], None] | None = None) -> Path:
        path = folder / f"coded-{self.importer.name}.csv"
        columns = [Column(name, "string", "") for name in self.importer.layout.columns]
        write(path, columns, self._counted(progress), self._lost)
        return path

    def lost(self) -> Iterator[str]:
        yield f"Rows in it: {self._lost.written:,}."
        for how, said in _SAID.items():
            names = [f"`{n}`" for n, one in self.importer.layout.columns.items() if one == how]
            if names:
                yield f"{said}: {', '.join(names)}."
        yield from self._lost.lines()[1:]

    def _counted(self, progress: Callable[[str, int], None] | None) -> Iterator[Mapping[str, Cell]]:
        for row in self.rows(self._lost.note):
            self._lost.written += 1
            if progress:
                progress(self.importer.name, self._lost.written)
            yield row


def copy(
    coder: str,
    copies: Sequence[Copy],
    folder: Path,
    progress: Callable[[str, int], None] | None = None,
) -> list[Path]:
    """Write each copy and what it could not carry; all files appear at the end, or none does.

    ``progress`` is told the format, and how many of its rows were written.
    """
    with aside(folder) as away:
        written = [one.write(away, progress) for one in copies]
        lines = [f"# What these copies of rows by {coder} could not carry", ""]
        for one in copies:
            lines += [f"## {one.importer.name}", "", *(f"- {line}" for line in one.lost()), ""]
        lost = away / "coded-LOST.md"
        lost.write_text("\n".join(lines), encoding="utf-8", newline="\n")
        return settle([*written, lost], away, folder)

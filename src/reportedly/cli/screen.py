"""A page of text, tables and quotations, made harmless and wrapped to the terminal.

Everything that reaches the page passes through ``visible``, so that a hostile report cannot act on
the terminal through any of the commands.
"""

import io
import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reportedly.cli.terminal import coloured, visible, write

if TYPE_CHECKING:
    from rich.text import Text

Tone = Literal["plain", "strong", "faint", "amber"]
_STYLES: dict[Tone, str] = {"plain": "", "strong": "bold", "faint": "dim", "amber": "yellow"}


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text in one tone."""

    text: str
    tone: Tone = "plain"


Part = str | Words
Line = Part | Sequence[Part]


def strong(text: str) -> Words:
    return Words(text, "strong")


def faint(text: str) -> Words:
    return Words(text, "faint")


def amber(text: str) -> Words:
    return Words(text, "amber")


class Screen:
    """Lines in the order they are added; ``show`` writes them to standard output."""

    def __init__(self, width: int | None = None) -> None:
        from rich.console import Console

        self._colour = coloured(sys.stdout)
        self._buffer = io.StringIO()
        self._console = Console(
            file=self._buffer,
            width=width or shutil.get_terminal_size((80, 24)).columns,
            force_terminal=self._colour,
            color_system="standard" if self._colour else None,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
        )

    def line(self, line: Line = "", indent: int = 0) -> None:
        """One paragraph, wrapped with a hanging indent."""
        from rich.padding import Padding

        self._console.print(Padding(self._text(line), (0, 0, 0, indent)))

    def pairs(self, rows: Iterable[tuple[str, Line]], indent: int = 0) -> None:
        """Labels in a narrow column, what they label beside them."""
        self._grid([(faint(label), line) for label, line in rows], indent)

    def columns(self, rows: Iterable[Sequence[Line]], indent: int = 0) -> None:
        """Columns without a heading; the last one takes the width that is left and wraps."""
        self._grid(list(rows), indent)

    def table(self, headings: Sequence[str], rows: Iterable[Sequence[Line]]) -> None:
        """Columns under headings. No rule of lines: it has to survive copying into a mail."""
        from rich.table import Table

        table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", show_edge=False)
        for number, heading in enumerate(headings):
            table.add_column(heading, no_wrap=number == 0, overflow="fold")
        for row in rows:
            table.add_row(*(self._text(cell) for cell in row))
        self._console.print(table)

    def quotation(self, before: str, quoted: str, after: str, indent: int = 0) -> None:
        """A sentence with the words that matter in bold; between «» where there is no bold."""
        marked = strong(quoted) if self._colour else f"«{quoted}»"
        self.line([before, marked, after], indent)

    def text(self) -> str:
        """The page so far, without spaces at the ends of lines or free lines around it."""
        lines = [line.rstrip() for line in self._buffer.getvalue().splitlines()]
        body = "\n".join(lines).strip("\n")
        return f"{body}\n" if body else ""

    def show(self, otherwise: str = "") -> None:
        """Write the page; ``otherwise`` is said where nothing was put on it."""
        if otherwise and not self.text():
            self.line(faint(otherwise))
        write(self.text())

    def _grid(self, rows: Sequence[Sequence[Line]], indent: int) -> None:
        from rich.padding import Padding
        from rich.table import Table

        if not rows:
            return
        grid = Table.grid(padding=(0, 2, 0, 0))
        for number in range(max((len(row) for row in rows), default=0)):
            last = number == len(rows[0]) - 1
            widest = None if last else self._console.width * 3 // 10
            grid.add_column(no_wrap=number == 0, max_width=widest, overflow="fold")
        for row in rows:
            grid.add_row(*(self._text(cell) for cell in row))
        self._console.print(Padding(grid, (0, 0, 0, indent)))

    def _text(self, line: Line) -> "Text":
        from rich.text import Text

        text = Text(overflow="fold")
        for part in [line] if isinstance(line, str | Words) else line:
            words = Words(part) if isinstance(part, str) else part
            text.append(visible(words.text), style=_STYLES[words.tone])
        return text

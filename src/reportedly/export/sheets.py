"""Rows of sheets as XML, made apart and put into a workbook that has only headers.

Nearly all of a large workbook is rows. Made where the incidents are, on every core, they need only
a number and the styles of the workbook from the one process that writes it.
"""

import re
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

# What stands in a row until it is written. No cell holds them: they are shown by their code.
_NUMBER, DAY, MARKED = "\0", "\1", "\2"
_DAY_0 = date(1899, 12, 30)  # of spreadsheets, for days after February 1900
_CODED = re.compile("(_x[0-9a-fA-F]{4}_)")
_NO_XML = str.maketrans({"\r": "_x000D_", "\ufffe": "_xFFFE_", "\uffff": "_xFFFF_"})


def row(cells: Iterable[str]) -> str:
    return f'<row r="{_NUMBER}">{"".join(cells)}</row>'


def number(column: str, cell: int | float) -> str:
    return f'<c r="{column}{_NUMBER}"><v>{cell:.16G}</v></c>'


def truth(column: str, cell: bool) -> str:
    return f'<c r="{column}{_NUMBER}" t="b"><v>{cell:d}</v></c>'


def day(column: str, cell: date) -> str:
    return f'<c r="{column}{_NUMBER}" s="{DAY}"><v>{(cell - _DAY_0).days}</v></c>'


def words(column: str, text: str, marked: bool) -> str:
    """``marked``: as text that no program may run."""
    style = f' s="{MARKED}"' if marked else ""
    if "_x" in text:
        text = _CODED.sub(r"_x005F\1", text)
    if not text.isprintable():
        text = text.translate(_NO_XML)
    keep = ' xml:space="preserve"' if len(text.strip()) < len(text) else ""
    return (
        f'<c r="{column}{_NUMBER}"{style} t="inlineStr"><is><t{keep}>'
        f"{escape(text, quote=False)}</t></is></c>"
    )


class Rows:
    """The rows below the header of each sheet, in files."""

    def __init__(self, files: Mapping[str, BinaryIO]) -> None:
        self._files = files
        self._styles: dict[str, str] = {}
        self.many: Counter[str] = Counter()

    @property
    def styles(self) -> Sequence[str]:
        """``DAY`` and ``MARKED``, as far as they were met, in that order: the workbook's styles
        after the header's.
        """
        return list(self._styles)

    def add(self, sheet: str, row: str) -> None:
        self.many[sheet] += 1
        for style in (DAY, MARKED):
            if style in row:
                row = row.replace(style, self._styles.setdefault(style, f"{2 + len(self._styles)}"))
        numbered = row.replace(_NUMBER, str(self.many[sheet] + 1))  # the header is the first
        self._files[sheet].write(numbered.encode())

    def put(self, bare: Path, path: Path) -> None:
        """Write the workbook ``bare`` to ``path``, each sheet with all its rows in place of its
        last one. The sheets are the first ones of the workbook.
        """
        sheets = enumerate(self._files.items(), 1)
        files = {f"xl/worksheets/sheet{n}.xml": f for n, (name, f) in sheets if self.many[name]}
        with ZipFile(bare) as packed, ZipFile(path, "w", ZIP_DEFLATED) as target:
            for member in packed.infolist():
                text, rows = packed.read(member), files.get(member.filename)
                end = text.rindex(b"<row ") if rows else len(text)
                member.file_size += rows.tell() if rows else 0  # roughly: how large it will be
                with target.open(member, "w") as into:
                    into.write(text[:end])
                    if rows:
                        rows.seek(0)
                        shutil.copyfileobj(rows, into, 1 << 20)
                    into.write(text[end:].partition(b"</row>")[2])


@contextmanager
def rows_of(sheets: Iterable[str]) -> Iterator[Rows]:
    """Room for the rows of these sheets, gone afterwards."""
    with TemporaryDirectory() as folder, ExitStack() as opened:
        files = {name: opened.enter_context(Path(folder, name).open("w+b")) for name in sheets}
        yield Rows(files)

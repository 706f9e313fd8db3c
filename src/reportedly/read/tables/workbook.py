"""Rows of a sheet of an .xlsx file, streamed.

A cell gives what a person sees in it: a formula its last result, a day in ISO form, a number its
digits. A formula that was never worked out, and an error, have no value: such a row is a Failure.
Sizes are counted while the file is unpacked, so that a small file cannot fill the memory.
"""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta
from itertools import chain
from typing import IO, Any, BinaryIO

from lxml import etree

from reportedly.errors import UnreadableSource
from reportedly.read.encoding import check_text
from reportedly.read.limits import Limits
from reportedly.read.streams import size_in_words
from reportedly.read.tables import Row, Table, distinct
from reportedly.records import Failure

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DATE_CODES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})$")
_LAST_DAY = 2_958_465  # 31 December 9999, by the format's count
_ENTRIES = 10_000  # of the archive
_DAMAGE = (
    *(zipfile.BadZipFile, etree.LxmlError, zlib.error, struct.error),
    *(EOFError, OSError, NotImplementedError, RuntimeError, ValueError),
)


class _Bad(Exception):
    """A cell without a value; the message is the reason."""


@contextmanager
def read_workbook(
    stream: BinaryIO, name: str, sheet: str | None, limits: Limits
) -> Iterator[Table]:
    """Raises UnreadableSource where the file as a whole cannot be read."""
    with ExitStack() as stack:
        try:
            archive = stack.enter_context(zipfile.ZipFile(stream))
            book = _Book(archive, limits)
            rows = _rows(stack.enter_context(book.opened(book.path(sheet))), book, limits)
            header = next((cells for _, cells, _ in rows if any(cells)), [])
        except _DAMAGE as error:
            raise UnreadableSource(f"is a damaged or locked workbook: {error}") from None
        columns = distinct(header, limits.columns)
        yield Table(columns, _told(rows, columns, name))


class _Book:
    """What cells refer to: shared texts, which styles are dates, where days are counted from."""

    def __init__(self, archive: zipfile.ZipFile, limits: Limits) -> None:
        self._archive = archive
        self._limits = limits
        self._names = set(archive.namelist())
        if len(self._names) > _ENTRIES or "xl/workbook.xml" not in self._names:
            raise UnreadableSource("is a zip archive but no workbook: unpack it first")
        root = self._tree("xl/workbook.xml")
        about = root.find(f"{_MAIN}workbookPr")
        by_1904 = about is not None and about.get("date1904") in ("1", "true")
        self.epoch = datetime(1904, 1, 1) if by_1904 else datetime(1899, 12, 30)
        self._sheets = [
            (str(one.get("name")), str(one.get(_ID))) for one in root.iter(f"{_MAIN}sheet")
        ]
        self.dates = self._date_styles()
        self.texts = list(self._texts())

    def path(self, sheet: str | None) -> str:
        """Where the sheet with that name, or the first one, is in the archive."""
        wanted = [id for name, id in self._sheets if sheet is None or name == sheet]
        if not wanted:
            known = ", ".join(name for name, _ in self._sheets) or "none"
            raise UnreadableSource(f"has no sheet named {sheet!r}; its sheets are: {known}")
        for one in self._tree("xl/_rels/workbook.xml.rels"):
            if one.get("Id") == wanted[0]:
                target = str(one.get("Target"))
                return target[1:] if target.startswith("/") else f"xl/{target}"
        raise UnreadableSource("is a damaged workbook: it does not say where its sheet is")

    def opened(self, path: str) -> "_Counted":
        if path not in self._names:
            raise UnreadableSource(f"is a damaged workbook: {path} is missing")
        return _Counted(self._archive.open(path), self._limits.unpacked)

    def _tree(self, path: str) -> Any:
        with self.opened(path) as part:
            data = part.read(self._limits.page + 1)
        if len(data) > self._limits.page:
            raise UnreadableSource(f"has a {path} larger than {size_in_words(self._limits.page)}")
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))

    def _date_styles(self) -> frozenset[int]:
        if "xl/styles.xml" not in self._names:
            return frozenset()
        root = self._tree("xl/styles.xml")
        own = {
            int(one.get("numFmtId", 0)): _is_date(str(one.get("formatCode", "")))
            for one in root.iter(f"{_MAIN}numFmt")
        }
        styles = root.find(f"{_MAIN}cellXfs")
        codes = [int(one.get("numFmtId", 0)) for one in styles] if styles is not None else []
        return frozenset(n for n, code in enumerate(codes) if own.get(code, code in _DATE_CODES))

    def _texts(self) -> Iterator[str]:
        if "xl/sharedStrings.xml" not in self._names:
            return
        size = 0
        with self.opened("xl/sharedStrings.xml") as part:
            for one in _elements(part, f"{_MAIN}si"):
                text = _text(one)
                size += len(text)
                if size > self._limits.texts:
                    most = size_in_words(self._limits.texts)
                    raise UnreadableSource(f"has more than {most} of texts: save it as CSV UTF-8")
                yield text


class _Counted:
    """A part of the archive that ends in a reason instead of filling the memory."""

    def __init__(self, part: IO[bytes], limit: int) -> None:
        self._part = part
        self._left = limit
        self._limit = limit

    def read(self, size: int = -1) -> bytes:
        data = self._part.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise UnreadableSource(f"unpacks to more than {size_in_words(self._limit)}")
        return data

    def __enter__(self) -> "_Counted":
        return self

    def __exit__(self, *_: object) -> None:
        self._part.close()


def _elements(part: _Counted, *tags: str) -> Iterator[Any]:
    """Each element as it ends; it is emptied afterwards, with all that stands before it."""
    found = etree.iterparse(part, events=("end",), tag=tags, resolve_entities=False)
    for _, element in found:
        yield element
        if element.tag == tags[0]:
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]


def _rows(
    part: _Counted, book: _Book, limits: Limits
) -> Iterator[tuple[int, list[str], str | None]]:
    """Number, cells, and what is wrong with it, of each row that has cells."""
    number, cells = 0, dict[int, Any]()
    for element in _elements(part, f"{_MAIN}row", f"{_MAIN}c"):
        if element.tag == f"{_MAIN}c":
            at = _CELL.match(element.get("r") or "")
            cells[_column(at[1]) if at else len(cells)] = element
            if len(cells) > limits.columns:
                raise UnreadableSource(f"row {number + 1:,} has more than {limits.columns:,} cells")
            continue
        number = int(element.get("r") or number + 1)
        if cells:
            yield number, *_values(cells, book, limits)
        cells = {}


def _values(cells: Mapping[int, Any], book: _Book, limits: Limits) -> tuple[list[str], str | None]:
    width = min(max(cells) + 1, limits.columns + 1)
    found, wrong = [""] * width, None
    for place, cell in cells.items():
        if place < width:
            try:
                found[place] = _value(cell, book)
            except _Bad as error:
                wrong = wrong or f"cell {cell.get('r') or place + 1} {error}"
    return found, wrong


def _value(cell: Any, book: _Book) -> str:
    kind = cell.get("t") or "n"
    if kind == "inlineStr":
        return _text(cell)
    held = cell.find(f"{_MAIN}v")
    text = (held.text or "") if held is not None else ""
    if not text:
        if cell.find(f"{_MAIN}f") is not None and kind != "str":
            raise _Bad("is a formula that was never worked out: open the file in a spreadsheet "
                       "program and save it")  # fmt: skip
        return ""
    match kind:
        case "s":
            number = int(text) if text.isdecimal() else len(book.texts)
            if number >= len(book.texts):
                raise _Bad("refers to a text that is not in the file")
            return book.texts[number]
        case "e":
            raise _Bad(f"shows the error {text[:20]}")
        case "b":
            return "TRUE" if text == "1" else "FALSE"
        case "str" | "d":
            return text
    return _number(text, cell, book)


def _number(text: str, cell: Any, book: _Book) -> str:
    style = cell.get("s") or "0"
    if style.isdecimal() and int(style) in book.dates:
        try:
            days = float(text)
        except ValueError:
            raise _Bad("is a date without a number") from None
        if not 0 <= days <= _LAST_DAY:
            raise _Bad("is a date that no calendar has")
        moment = book.epoch + timedelta(days=round(days * 86_400) / 86_400)
        return moment.date().isoformat() if days == int(days) else moment.isoformat(" ", "seconds")
    if len(text) > 1 and ("." in text or "E" in text or "e" in text):
        try:
            exact = float(text)  # the file has 0.10000000000000001 for 0.1
        except ValueError:
            return text
        return str(int(exact)) if exact.is_integer() and abs(exact) < 1e15 else repr(exact)
    return text


def _told(
    rows: Iterator[tuple[int, list[str], str | None]], columns: Sequence[str], name: str
) -> Iterator[Row | Failure]:
    last = 0
    try:
        for last, cells, wrong in rows:
            if not any(cells) and not wrong:
                continue
            reason = wrong or _not_text(cells)
            if not reason and any(cells[len(columns) :]):
                reason = "has cells beyond the last column that has a name"
            if reason:
                yield Failure(f"{name} row {last}", "import", reason)
            else:
                padded = chain(cells[: len(columns)], [""] * (len(columns) - len(cells)))
                yield Row(last, tuple(padded))
    except (*_DAMAGE, UnreadableSource) as error:
        yield Failure(f"{name} row {last + 1}", "import", f"{error}; nothing after it was read")


def _not_text(cells: Sequence[str]) -> str | None:
    try:
        check_text("".join(cells), "the row")
    except UnreadableSource as error:
        return str(error)
    return None


def _text(element: Any) -> str:
    """The words in it, without hints at their pronunciation."""
    found = element.iter(f"{_MAIN}t")
    return "".join(t.text or "" for t in found if t.getparent().tag != f"{_MAIN}rPh")


def _is_date(code: str) -> bool:
    return bool(set("ymdhs") & set(_LITERAL.sub("", code.casefold()).split(";")[0]))


def _column(letters: str) -> int:
    """0 for A, 26 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1

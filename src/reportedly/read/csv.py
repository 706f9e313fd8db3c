"""Tables with a header: the columns of :mod:`reportedly.read.rows`, in any order, others ignored.

A record that quoting or column count shows to be broken is a failure, never a guess at what its
text was: an unquoted comma would otherwise cut a report short without a trace.
"""

import codecs
import csv
from collections.abc import Iterator
from typing import BinaryIO

from reportedly.errors import UnreadableSource
from reportedly.read.encoding import encoding_of
from reportedly.read.limits import Limits
from reportedly.read.rows import row_report
from reportedly.read.streams import CHUNK, lines, size_in_words, with_head
from reportedly.records import Failure, Received

DELIMITERS = (",", ";", "\t")
AS_UTF8 = "save it as 'CSV UTF-8' and read it again"


class CsvReader:
    name = "csv"

    def __init__(self, limits: Limits = Limits()) -> None:  # noqa: B008 (frozen)
        self.limits = limits

    def read(
        self, name: str, data: BinaryIO, *, url: str | None, charset: str | None = None
    ) -> Iterator[Received | Failure]:
        """Record by record; memory holds one record. ``charset`` is ignored: the bytes tell."""
        csv.field_size_limit(max(csv.field_size_limit(), self.limits.row))
        source = _Lines(data, self.limits.row)
        columns, delimiter = self._header(source)
        records = csv.reader(source, delimiter=delimiter, strict=True)
        while True:
            first = source.number + 1
            source.record.clear()
            try:
                cells = next(records)
                if any(cells):
                    source.check()
                    yield self._row(columns, cells, bytes(source.record), name)
            except StopIteration:
                return
            except csv.Error as error:
                # where lines have one cell, nothing tells the rest of a broken one from the next
                rest = "; nothing after it was read" if len(columns) == 1 else ""
                yield Failure(f"{name} line {first}", "read", self._broken(error) + rest)
                if rest:
                    return
            except UnreadableSource as error:
                yield Failure(f"{name} line {first}", "read", str(error))
                if source.spoilt:
                    return

    def _header(self, source: "_Lines") -> tuple[list[str], str]:
        line = next(source, None)
        while line is not None and not line.strip():
            line = next(source, None)
        if line is None:
            raise UnreadableSource("is empty")
        tables = [(_cells(line, delimiter), delimiter) for delimiter in DELIMITERS]
        columns, delimiter = max(tables, key=lambda t: ("text" in t[0], len(t[0])))
        if len(columns) > self.limits.columns:
            raise UnreadableSource(
                f"has {len(columns):,} columns; at most {self.limits.columns:,} are read"
            )
        if "text" not in columns:
            found = ", ".join(c[:40] for c in columns[:20] if c) or "none"
            raise UnreadableSource(f"has no column named text; its columns are: {found}")
        if columns.count("text") > 1:
            raise UnreadableSource("has more than one column named text")
        return columns, delimiter

    def _row(self, columns: list[str], cells: list[str], raw: bytes, name: str) -> Received:
        if len(cells) < len(columns) or any(cells[len(columns) :]):
            raise UnreadableSource(
                f"has {len(cells):,} cells under {len(columns):,} columns; "
                "a text with the delimiter in it must stand in quotation marks"
            )
        row = dict(zip(columns, cells, strict=False))
        return row_report(row, name, data=raw.rstrip(b"\r\n"), media_type="text/csv")

    def _broken(self, error: csv.Error) -> str:
        if "unexpected end of data" in str(error):
            return "opens a quotation mark that is never closed, and so goes on to the end"
        if "field larger" in str(error):
            return f"has a cell larger than {size_in_words(self.limits.row)}"
        return f"is not well-formed: {error}"


class _Lines:
    """Decoded lines for csv.reader, which asks for several where a cell has line ends in it.

    Keeps the raw lines of the record at hand, and its size within the limit.
    """

    def __init__(self, data: BinaryIO, limit: int) -> None:
        head, data = with_head(data, CHUNK)
        if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise UnreadableSource(f"is UTF-16: {AS_UTF8}")
        # the head may end inside a character or a line
        whole = head[: head.rfind(b"\n") + 1] or head.rstrip(bytes(range(0x80, 0x100)))
        self.encoding = _encoding(whole)
        self.record = bytearray()  # as it stands in the file
        self.number = 0  # of the line read last
        self.spoilt = False  # no telling where the next record begins
        self._limit = limit
        self._lines = lines(data, limit)

    def check(self) -> None:
        """Raise UnreadableSource if the record at hand has bytes that cannot be decoded."""
        try:
            self.record.decode(self.encoding)
        except UnicodeDecodeError as error:
            raise UnreadableSource(
                f"byte {error.start:,} is not {self.encoding.upper()}: {AS_UTF8}"
            ) from None

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.number += 1
        if line is None or len(self.record) + len(line) > self._limit:
            self.spoilt = True
            raise UnreadableSource(
                f"is longer than {size_in_words(self._limit)}; nothing after it was read"
            )
        if self.number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        self.record += line
        # bytes that cannot be decoded must not hide where the record ends
        return line.decode(self.encoding, "surrogateescape")


def _encoding(sample: bytes) -> str:
    """The table's encoding; UTF-8 where it cannot be told, so that rows fail one by one."""
    try:
        return encoding_of(sample)[0]
    except UnreadableSource:
        if b"\0" in sample:
            raise
        return "utf-8"


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return [cell.strip().lower() for cell in next(csv.reader([line], delimiter=delimiter))]
    except csv.Error:
        return []

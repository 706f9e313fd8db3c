"""Tables with a header: the columns of :mod:`reportedly.read.rows`, in any order, others ignored.

A record that quoting or column count shows to be broken is a failure, never a guess at what its
text was: an unquoted comma would otherwise cut a report short without a trace.
"""

import codecs
import csv
from collections.abc import Iterator
from typing import BinaryIO

from reportedly.errors import UnreadableSource
from reportedly.read.csv_lines import AS_UTF8, Lines, broken, too_few
from reportedly.read.encoding import encoding_of
from reportedly.read.limits import Limits
from reportedly.read.rows import row_report
from reportedly.read.streams import CHUNK, lines, with_head
from reportedly.records import Failure, Received

DELIMITERS = (",", ";", "\t")


class CsvReader:
    name = "csv"

    def __init__(self, limits: Limits = Limits()) -> None:  # noqa: B008 (frozen)
        self.limits = limits

    def read(
        self, name: str, data: BinaryIO, *, url: str | None, charset: str | None = None
    ) -> Iterator[Received | Failure]:
        """Record by record; memory holds one record. ``charset`` is ignored: the bytes tell."""
        csv.field_size_limit(max(csv.field_size_limit(), self.limits.row))
        source = _lines(data, self.limits.row)
        columns, delimiter = self._header(source)
        records = csv.reader(source, delimiter=delimiter, strict=True)
        while True:
            first = source.number + 1
            source.record.clear()
            try:
                cells = next(records)
                if any(cells):
                    source.decoded()
                    yield self._row(columns, cells, bytes(source.record), name)
            except StopIteration:
                return
            except csv.Error as error:
                # where lines have one cell, nothing tells the rest of a broken one from the next
                rest = "; nothing after it was read" if len(columns) == 1 else ""
                yield Failure(f"{name} line {first}", "read", broken(error) + rest)
                if rest:
                    return
            except UnreadableSource as error:
                yield Failure(f"{name} line {first}", "read", str(error))
                if source.spoilt:
                    return

    def _header(self, source: Lines) -> tuple[list[str], str]:
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
            raise UnreadableSource(too_few(len(cells), len(columns), "text"))
        row = dict(zip(columns, cells, strict=False))
        return row_report(row, name, data=raw.rstrip(b"\r\n"), media_type="text/csv")


def _lines(data: BinaryIO, limit: int) -> Lines:
    head, data = with_head(data, CHUNK)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise UnreadableSource(f"is UTF-16: {AS_UTF8}")
    # the head may end inside a character or a line
    whole = head[: head.rfind(b"\n") + 1] or head.rstrip(bytes(range(0x80, 0x100)))
    return Lines(lines(data, limit), _encoding(whole), limit)


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

"""Rows of a .csv, .tsv or semicolon file of any encoding that can be told for sure."""

import codecs
import csv
from collections.abc import Iterator
from typing import BinaryIO

from reportedly.errors import UnreadableSource
from reportedly.read.encoding import check_text, encoding_of
from reportedly.read.limits import Limits
from reportedly.read.streams import size_in_words
from reportedly.read.tables import Row, Table, distinct
from reportedly.records import Failure

DELIMITERS = (",", ";", "\t", "|")
AS_UTF8 = "save it as 'CSV UTF-8' and read it again"
_PIECE = 1 << 20
_SAMPLE = 50_000  # bytes of lines beyond ASCII that a guess at the encoding may look at


def read_delimited(stream: BinaryIO, name: str, limits: Limits) -> Table:
    """Raises UnreadableSource where the file as a whole is no table."""
    csv.field_size_limit(max(csv.field_size_limit(), limits.row))
    lines = _Lines(stream, _encoding(stream), limits.row)
    first = next((line for line in lines if line.strip()), None)
    if first is None:
        raise UnreadableSource("is empty")
    tables = [(_cells(first, delimiter), delimiter) for delimiter in DELIMITERS]
    header, delimiter = max(tables, key=lambda table: len(table[0]))
    lines.check()
    columns = distinct(header, limits.columns)
    return Table(columns, _rows(lines, columns, delimiter, name))


def _rows(
    lines: "_Lines", columns: tuple[str, ...], delimiter: str, name: str
) -> Iterator[Row | Failure]:
    records = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        first = lines.number + 1
        lines.record.clear()
        try:
            cells = next(records)
            if any(cells):
                lines.check()
                yield Row(first, _filled(cells, columns))
        except StopIteration:
            return
        except csv.Error as error:
            yield Failure(f"{name} line {first}", "import", _broken(error))
        except UnreadableSource as error:
            yield Failure(f"{name} line {first}", "import", str(error))
            if lines.spoilt:
                return


def _filled(cells: list[str], columns: tuple[str, ...]) -> tuple[str, ...]:
    if len(cells) < len(columns) or any(cells[len(columns) :]):
        raise UnreadableSource(
            f"has {len(cells):,} cells under {len(columns):,} columns; a cell with the delimiter "
            "in it must stand in quotation marks"
        )
    return tuple(cells[: len(columns)])


def _broken(error: csv.Error) -> str:
    if "unexpected end of data" in str(error):
        return "opens a quotation mark that is never closed, and so goes on to the end"
    return f"is not well-formed: {error}"


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter))
    except csv.Error:
        return []


def _encoding(stream: BinaryIO) -> str:
    """Told by the whole file, not by its beginning: one accent may stand in its last line."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    valid, beyond, plain, head = True, bytearray(), b"", stream.read(4)
    stream.seek(0)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise UnreadableSource(f"is UTF-16: {AS_UTF8}")
    while piece := stream.read(_PIECE):
        if valid:
            try:
                decoder.decode(piece)
            except UnicodeDecodeError:
                valid = False
        if len(beyond) < _SAMPLE and not piece.isascii():
            lines = (line for line in piece.split(b"\n") if not line.isascii())
            beyond += b"\n".join(lines)[:_SAMPLE]
        plain = plain or piece[:_SAMPLE]
    stream.seek(0)
    try:
        told, _ = encoding_of(bytes(beyond) if not valid else plain)
    except UnreadableSource:
        if b"\0" in beyond or b"\0" in plain:
            raise
        return "utf-8"  # so that rows fail one by one
    return "utf-8" if valid else told


class _Lines:
    """Decoded lines for csv.reader, which asks for several where a cell has line ends in it.

    Keeps the size of the record at hand within the limit.
    """

    def __init__(self, stream: BinaryIO, encoding: str, limit: int) -> None:
        self._stream = stream
        self._encoding = encoding
        self._limit = limit
        self.record = bytearray()  # as it stands in the file
        self.number = 0  # of the line read last
        self.spoilt = False  # no telling where the next record begins

    def check(self) -> None:
        """Raise UnreadableSource if the record at hand is no text."""
        try:
            check_text(self.record.decode(self._encoding), "the row")
        except UnicodeDecodeError as error:
            raise UnreadableSource(
                f"byte {error.start:,} is not {self._encoding.upper()}: {AS_UTF8}"
            ) from None

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._stream.readline(self._limit + 1)
        if not line:
            raise StopIteration
        self.number += 1
        if len(self.record) + len(line) > self._limit:
            self.spoilt = True
            raise UnreadableSource(
                f"is longer than {size_in_words(self._limit)}; nothing after it was read"
            )
        if self.number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        self.record += line
        # bytes that cannot be decoded must not hide where the record ends
        return line.decode(self._encoding, "surrogateescape")

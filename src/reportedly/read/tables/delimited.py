"""Rows of a .csv, .tsv or semicolon file of any encoding that can be told for sure."""

import codecs
import csv
from collections.abc import Iterator
from typing import BinaryIO

from reportedly.errors import UnreadableSource
from reportedly.read.csv_lines import AS_UTF8, Lines, broken, too_few
from reportedly.read.encoding import check_text, encoding_of
from reportedly.read.limits import Limits
from reportedly.read.streams import lines as split
from reportedly.read.tables import Row, Table, distinct
from reportedly.records import Failure

DELIMITERS = (",", ";", "\t", "|")
_PIECE = 1 << 20
_SAMPLE = 50_000  # bytes of lines beyond ASCII that a guess at the encoding may look at


def read_delimited(stream: BinaryIO, name: str, limits: Limits) -> Table:
    """Raises UnreadableSource where the file as a whole is no table."""
    csv.field_size_limit(max(csv.field_size_limit(), limits.row))
    lines = Lines(split(stream, limits.row), _encoding(stream), limits.row)
    first = next((line for line in lines if line.strip()), None)
    if first is None:
        raise UnreadableSource("is empty")
    tables = [(_cells(first, delimiter), delimiter) for delimiter in DELIMITERS]
    header, delimiter = max(tables, key=lambda table: len(table[0]))
    check_text(lines.decoded(), "the row")
    columns = distinct(header, limits.columns)
    return Table(columns, _rows(lines, columns, delimiter, name))


def _rows(
    lines: Lines, columns: tuple[str, ...], delimiter: str, name: str
) -> Iterator[Row | Failure]:
    records = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        first = lines.number + 1
        lines.record.clear()
        try:
            cells = next(records)
            if any(cells):
                check_text(lines.decoded(), "the row")
                yield Row(first, _filled(cells, columns))
        except StopIteration:
            return
        except csv.Error as error:
            yield Failure(f"{name} line {first}", "import", broken(error))
        except UnreadableSource as error:
            yield Failure(f"{name} line {first}", "import", str(error))
            if lines.spoilt:
                return


def _filled(cells: list[str], columns: tuple[str, ...]) -> tuple[str, ...]:
    if len(cells) < len(columns) or any(cells[len(columns) :]):
        raise UnreadableSource(too_few(len(cells), len(columns), "cell"))
    return tuple(cells[: len(columns)])


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

"""Lines of a table in text, decoded for csv.reader, which asks for several where a cell has line
ends in it; and what its errors mean.
"""

import codecs
import csv
from collections.abc import Iterator

from reportedly.errors import UnreadableSource
from reportedly.read.streams import size_in_words

AS_UTF8 = "save it as 'CSV UTF-8' and read it again"


class Lines:
    """Keeps the raw lines of the record at hand, and its size within the limit."""

    def __init__(self, lines: Iterator[bytes | None], encoding: str, limit: int) -> None:
        self.encoding = encoding
        self.record = bytearray()  # as it stands in the file
        self.number = 0  # of the line read last
        self.spoilt = False  # no telling where the next record begins
        self._limit = limit
        self._lines = lines

    def decoded(self) -> str:
        """The record at hand. Raises UnreadableSource if it has bytes that cannot be decoded."""
        try:
            return self.record.decode(self.encoding)
        except UnicodeDecodeError as error:
            raise UnreadableSource(
                f"byte {error.start:,} is not {self.encoding.upper()}: {AS_UTF8}"
            ) from None

    def __iter__(self) -> "Lines":
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


def broken(error: csv.Error) -> str:
    """The reason for which a record is no record."""
    if "unexpected end of data" in str(error):
        return "opens a quotation mark that is never closed, and so goes on to the end"
    return f"is not well-formed: {error}"


def too_few(cells: int, columns: int, what: str) -> str:
    """The reason for a record of another length than the header; ``what`` may hold a delimiter."""
    return (
        f"has {cells:,} cells under {columns:,} columns; a {what} with the delimiter in it must "
        "stand in quotation marks"
    )

"""JSON Lines: one report a row. A broken row is a failure of its own; the others are read."""

import codecs
import json
from collections.abc import Iterator
from typing import BinaryIO

from reportedly.errors import UnreadableSource
from reportedly.read.limits import Limits
from reportedly.read.rows import row_report
from reportedly.read.streams import lines, size_in_words
from reportedly.records import Failure, Received

UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class JsonlReader:
    name = "jsonl"

    def __init__(self, limits: Limits = Limits()) -> None:  # noqa: B008 (frozen)
        self.limits = limits

    def read(
        self, name: str, data: BinaryIO, *, url: str | None, charset: str | None = None
    ) -> Iterator[Received | Failure]:
        """Row by row; memory holds one row. ``charset`` is ignored: JSON Lines is UTF-8."""
        blank = True
        for number, line in enumerate(lines(data, self.limits.row), start=1):
            if number == 1 and line is not None:
                if line.startswith(UTF16):
                    raise UnreadableSource("is UTF-16; JSON Lines is UTF-8: convert it first")
                line = line.removeprefix(codecs.BOM_UTF8)
            if line is not None and not line.strip():
                continue
            blank = False
            try:
                yield self._row(line, name)
            except UnreadableSource as error:
                yield Failure(f"{name} line {number}", "read", str(error))
        if blank:
            raise UnreadableSource("is empty")

    def _row(self, line: bytes | None, name: str) -> Received:
        if line is None:
            raise UnreadableSource(f"is longer than {size_in_words(self.limits.row)}")
        try:
            row = json.loads(line.decode("utf-8"))
        except UnicodeDecodeError as error:
            raise UnreadableSource(f"byte {error.start:,} is not UTF-8") from None
        except RecursionError:
            raise UnreadableSource("is nested too deeply") from None
        except ValueError as error:
            raise UnreadableSource(f"is not JSON: {error}") from None
        if not isinstance(row, dict):
            raise UnreadableSource("is JSON, but not an object in braces")
        return row_report(row, name, data=line.rstrip(b"\r\n"), media_type="application/json")

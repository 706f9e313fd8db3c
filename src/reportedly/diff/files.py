"""Files of anyone's as tables: CSV with any usual delimiter and encoding, JSON Lines.

What is opened is a stream of bytes, so that a member of a zip reads like a file.
"""

import codecs
import csv
import json
from collections.abc import Callable, Iterator, Mapping
from io import TextIOWrapper
from itertools import chain, count
from typing import Any, BinaryIO

from reportedly.diff.table import Row, Table, table
from reportedly.errors import UnreadableSource

Open = Callable[[], BinaryIO]
SUFFIXES = (".csv", ".tsv", ".jsonl")
# Characters of a cell, where the library's own limit is an eighth of a megabyte; bytes of a line.
_LONGEST = 64 * 1024 * 1024
_CHUNK = 1 << 20
_DELIMITERS = ",;\t|"
_MARKS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def opened(name: str, opener: Open) -> Table:
    """The table of one file. Raises UnreadableSource for what is none."""
    reader = _jsonl if name.lower().endswith(".jsonl") else _csv
    try:
        return reader(name, opener)
    except (csv.Error, UnicodeError) as error:
        raise UnreadableSource(f"{name}: {error}") from error


def _csv(name: str, opener: Open) -> Table:
    csv.field_size_limit(max(csv.field_size_limit(), _LONGEST))
    encoding = _encoding(opener)
    text = TextIOWrapper(opener(), encoding=encoding, errors="backslashreplace", newline="")
    first = next((line for line in text if line.strip()), None)
    if first is None:
        raise UnreadableSource(f"{name} is empty: a table begins with the names of its columns")
    delimiter = max(_DELIMITERS, key=first.count)
    records = csv.reader(chain([first], text), delimiter=delimiter)
    made = table(next(records), _numbered(name, records))
    if encoding == "cp1252":
        made.notes.add("read as Windows-1252, since it is not UTF-8")
    return made


def _numbered(name: str, records: Any) -> Iterator[tuple[int, Row]]:
    try:
        for record in records:
            yield records.line_num, record
    except csv.Error as error:
        raise UnreadableSource(f"{name} line {records.line_num}: {error}") from error


def _encoding(opener: Open) -> str:
    """UTF-8 where all of it is; else what Windows wrote before, as GTD still does."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with opener() as file:
        head = file.read(_CHUNK)
        if mark := next((m for m in _MARKS if head.startswith(m)), None):
            return _MARKS[mark]
        try:
            while head:
                decoder.decode(head)
                head = file.read(_CHUNK)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


def _jsonl(name: str, opener: Open) -> Table:
    """An object a line; what is nested is one column a leaf: ``killed.best``."""
    columns: dict[str, None] = {}
    with opener() as file:  # the columns are those of all lines
        for number, line in _lines(name, file):
            columns |= dict.fromkeys(_leaves(name, number, line))
    header = tuple(columns)

    def rows() -> Iterator[tuple[int, Row]]:
        with opener() as file:
            for number, line in _lines(name, file):
                if found := dict(_leaves(name, number, line)):
                    yield number, [found.get(column, "") for column in header]

    return table(header, rows())


def _lines(name: str, file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    for number in count(1):
        line = file.readline(_LONGEST)
        if not line:
            return
        if len(line) == _LONGEST and not line.endswith(b"\n"):
            raise UnreadableSource(f"{name} line {number} is longer than {_LONGEST:,} bytes")
        yield number, line


def _leaves(name: str, number: int, line: bytes) -> Mapping[str, str]:
    if not line.strip():
        return {}
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnreadableSource(f"{name} line {number} is no JSON: {error}") from error
    if not isinstance(found, dict):
        raise UnreadableSource(f"{name} line {number} is no JSON object")
    return dict(_flat(found, ""))


def _flat(value: Any, at: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _flat(one, f"{at}.{key}" if at else str(key))
    elif value is None or value == []:
        yield at, ""
    elif isinstance(value, str):
        yield at, value
    else:
        yield at, json.dumps(value, ensure_ascii=False, sort_keys=True)

"""What was written, read again: no name that is withheld stands in any file, packed ones too."""

import io
import re
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from pathlib import Path
from typing import BinaryIO
from zipfile import ZipFile, is_zipfile

from reportedly.errors import LeakedName
from reportedly.export.privacy.matching import Names

_AT_ONCE = 1 << 17  # bytes
_OVERLAP = 400  # characters in which a name may be cut in two
Written = tuple[str, str]  # where, and the words there
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


def check(
    paths: Iterable[Path],
    names: Names,
    many: Callable[[Iterator[Written]], Iterator[str | None]] | None = None,
) -> None:
    """Raise LeakedName for the first withheld name in these files; it says where.

    ``many``: does what :func:`leak` does with these names, of many at once.
    """
    if not names:
        return
    written = _written(paths)
    for said in many(written) if many else (leak(text, names) for text in written):
        if said:
            raise LeakedName(said)


def leak(text: Written, names: Names) -> str | None:
    """What is wrong with what was written; None where no withheld name stands in it."""
    where, words = text
    for read in _readings(words):
        for start, end, _ in names.found(read, parts=False):
            return (
                f"{read[start:end]!r} is withheld, and stands in {where}, line "
                f"{read.count(chr(10), 0, start) + 1}: nothing was written; keep the name in the "
                "profile (`known`) if it is no private person's, and please report it otherwise"
            )
    return None


def _readings(text: str) -> Iterator[str]:
    """A text as it stands, and as programs show it."""
    yield text
    if "\\u" in text:
        yield _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    if (shown := unescape(text)) != text:
        yield shown


def _written(paths: Iterable[Path]) -> Iterator[Written]:
    for path in paths:
        yield path.name, path.name
        with path.open("rb") as file:
            yield from _texts(path.name, file)


def _texts(name: str, file: BinaryIO) -> Iterator[Written]:
    """Where, and the words there, some at a time. Of packed files, what is packed in them."""
    begins = file.read(4)
    file.seek(0)
    if begins == b"PAR1":
        yield from _columns(name, file)
    elif begins[:2] == b"PK" and is_zipfile(file):
        with ZipFile(file) as packed:
            for member in packed.namelist():
                with packed.open(member) as inner:
                    yield from _texts(f"{name}: {member}", io.BytesIO(inner.read()))
    else:
        yield from _lines(name, io.TextIOWrapper(file, "utf-8", "replace"))


def _lines(name: str, file: io.TextIOWrapper) -> Iterator[Written]:
    before = ""
    while some := file.read(_AT_ONCE):
        text = before + some
        yield name, text
        before = text[-_OVERLAP:]


def _columns(name: str, file: BinaryIO) -> Iterator[Written]:
    from pyarrow import parquet, types

    for batch in parquet.ParquetFile(file).iter_batches():
        for field, column in zip(batch.schema, batch.columns, strict=True):
            if types.is_string(field.type):
                yield f"{name}: {field.name}", "\n".join(filter(None, column.to_pylist()))

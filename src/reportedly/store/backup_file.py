"""The file of a backup: a zip of one ``tables/NAME.jsonl`` a table, one JSON object a row, and
``manifest.json`` with the form of the database, and of each table its rows and its SHA-256.

Equal stores give equal bytes: no time and no machine is written into the file. Bytes stand as
``{"base64": "..."}``.
"""

import base64
import json
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import sha256
from os import fdopen
from pathlib import Path
from tempfile import mkstemp
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from reportedly.errors import DamagedBackup, StoreError

Row = Mapping[str, Any]
FORM = 1  # of this file, not of the database in it
_MANIFEST = "manifest.json"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can state
_DAMAGE = (
    *(BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(NotImplementedError, RuntimeError, KeyError, TypeError, ValueError),
)


@dataclass(frozen=True, slots=True)
class Counted:
    """What the manifest says of a table."""

    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    form: int
    reportedly: str  # the version that wrote it
    step: str  # the form of the database: a step of its migrations
    tables: Mapping[str, Counted]

    @property
    def rows(self) -> int:
        return sum(table.rows for table in self.tables.values())


def write(
    file: Path, reportedly: str, step: str, tables: Iterable[tuple[str, Iterable[Row]]]
) -> Manifest:
    """Write a backup, row by row; it appears when it is whole. Raises StoreError where FILE is."""
    if file.exists():
        raise StoreError(f"{file} is there already: name another file, or move it away")
    handle, aside = mkstemp(prefix=".writing-", dir=file.parent)  # for its owner's eyes only
    try:
        with fdopen(handle, "wb") as out, ZipFile(out, "w", ZIP_DEFLATED) as packed:
            counted = {name: _write_table(packed, name, rows) for name, rows in tables}
            manifest = Manifest(FORM, reportedly, step, counted)
            text = json.dumps(asdict(manifest), indent=2)
            packed.writestr(_member(_MANIFEST), text + "\n")
        Path(aside).replace(file)
    finally:
        Path(aside).unlink(missing_ok=True)
    return manifest


def _write_table(packed: ZipFile, name: str, rows: Iterable[Row]) -> Counted:
    digest, written = sha256(), 0
    with packed.open(_member(_path(name)), "w", force_zip64=True) as out:
        for row in rows:
            line = json.dumps(row, ensure_ascii=False, default=_bytes).encode() + b"\n"
            digest.update(line)
            out.write(line)
            written += 1
    return Counted(written, digest.hexdigest())


def _path(table: str) -> str:
    return f"tables/{table}.jsonl"


def _member(name: str) -> ZipInfo:
    member = ZipInfo(name, _EPOCH)
    member.compress_type = ZIP_DEFLATED
    member.create_system = 3
    member.external_attr = 0o600 << 16
    return member


def _bytes(value: object) -> object:
    if isinstance(value, bytes):
        return {"base64": base64.b64encode(value).decode()}
    raise TypeError(f"{type(value).__name__} has no place in a backup")


class BackupFile:
    """A backup that was found whole: every table is what the manifest says."""

    def __init__(self, file: Path, packed: ZipFile, manifest: Manifest) -> None:
        self._file = file
        self._packed = packed
        self.manifest = manifest

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of a table, in the order of writing."""
        with _told(self._file), self._packed.open(_path(table)) as lines:
            for line in lines:
                yield {name: _value(value) for name, value in json.loads(line).items()}


def _value(value: Any) -> Any:
    return base64.b64decode(value["base64"]) if isinstance(value, dict) else value


@contextmanager
def opened(file: Path) -> Iterator[BackupFile]:
    """Open a backup and check all of it. Raises DamagedBackup, and OSError where no file is."""
    with file.open("rb") as data:
        with _told(file):
            packed = ZipFile(data)
            manifest = _manifest(json.loads(packed.read(_MANIFEST)))
        if manifest.form != FORM:
            raise StoreError(f"{file} was written by reportedly {manifest.reportedly}, in a form "
                             "that this one does not know: update reportedly")  # fmt: skip
        with _told(file):
            for name, counted in manifest.tables.items():
                _check(packed, name, counted)
        yield BackupFile(file, packed, manifest)


def _manifest(found: Any) -> Manifest:
    tables = {name: Counted(**counted) for name, counted in found.pop("tables").items()}
    return Manifest(**found, tables=tables)


def _check(packed: ZipFile, name: str, counted: Counted) -> None:
    digest, rows = sha256(), 0
    with packed.open(_path(name)) as lines:
        for line in lines:
            digest.update(line)
            rows += 1
    if Counted(rows, digest.hexdigest()) != counted:
        raise ValueError(f"the table {name} is not the one that was written")


@contextmanager
def _told(file: Path) -> Iterator[None]:
    """Whatever a damaged file makes the libraries raise, as one error that says what to do."""
    try:
        yield
    except _DAMAGE as error:
        raise DamagedBackup(
            f"{file} is damaged, or no backup ({error}); nothing was restored: "
            "take another copy of it"
        ) from error

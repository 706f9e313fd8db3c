"""What can be compared: a file of rows, or the tables of a release, a folder or a zip."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast
from zipfile import BadZipFile, ZipFile

from reportedly.diff.files import SUFFIXES, opened
from reportedly.diff.known import recognised
from reportedly.diff.known import tables as known
from reportedly.diff.table import Table
from reportedly.errors import UnreadableSource

Opener = Callable[[], Table]
Sheet = Callable[[Path, str | None], Table]  # of a workbook, by its name; None: the first
WORKBOOK = ".xlsx"
# Of one release these say the same again; the tidy tables say it all.
_RETOLD = ("acled", "ged", "gtd", "incidents.jsonl")
ABOUT = "release.json"
_LONGEST_ABOUT = 16 * 1024 * 1024  # bytes


@dataclass(frozen=True)
class Side:
    """``tables`` by name. ``about``: the bytes that say how a release was made, if it is one."""

    path: Path
    tables: Mapping[str, Opener]
    about: bytes | None = None
    single: bool = False  # one file of rows


@dataclass(frozen=True)
class Pair:
    name: str
    old: Table
    new: Table


def side(path: Path, sheet: Sheet | None = None, only: Collection[str] = ()) -> Side:
    """Raises UnreadableSource, or OSError where nothing is there. ``only``: of a workbook."""
    if path.is_dir():
        files = sorted(one for one in path.rglob("*") if one.is_file())
        return _many(path, {one.relative_to(path).as_posix(): one.open for one in files})
    if path.suffix.lower() == ".zip":
        return _many(path, _members(path))
    path.open("rb").close()
    if sheet and path.suffix.lower() == WORKBOOK:
        return _book(path, sheet, only)
    if path.suffix.lower() not in SUFFIXES:
        kinds = ", ".join([*SUFFIXES, WORKBOOK])
        raise UnreadableSource(f"{path}: only {kinds} files, folders and .zip can be compared")
    return _single(path, opened(str(path), cast(Callable[[], BinaryIO], partial(path.open, "rb"))))


def _single(path: Path, made: Table) -> Side:
    kind = recognised(made.columns)
    return Side(path, {kind.name if kind else path.stem: lambda: made}, single=True)


def _book(path: Path, sheet: Sheet, only: Collection[str]) -> Side:
    """The sheets that are asked for; else the first, as one table."""
    if not only:
        return _single(path, sheet(path, None))
    return Side(path, {name: partial(sheet, path, name) for name in only})


def _many(path: Path, files: Mapping[str, Callable[..., BinaryIO]]) -> Side:
    tables: dict[str, Opener] = {}
    about = None
    for name, opener in files.items():
        at = PurePosixPath(name)
        if at.name == ABOUT:
            with opener("rb") as file:
                about = file.read(_LONGEST_ABOUT)
        elif at.suffix.lower() in SUFFIXES:
            short = at.name if at.suffix == ".jsonl" else at.stem
            tables.setdefault(short, partial(opened, f"{path}: {name}", partial(opener, "rb")))
    if not tables:
        kinds = ", ".join(SUFFIXES)
        raise UnreadableSource(f"{path} holds no table: no file that ends in {kinds}")
    return Side(path, tables, about)


def _members(path: Path) -> Mapping[str, Callable[..., BinaryIO]]:
    try:
        with ZipFile(path) as packed:
            names = sorted(one.filename for one in packed.infolist() if not one.is_dir())
    except BadZipFile as error:
        raise UnreadableSource(f"{path} is no zip: {error}") from error
    return {name: partial(_member, path, name) for name in names}


def _member(path: Path, name: str, mode: str) -> BinaryIO:
    """A stream that reads while it unpacks. ``mode`` is that of a file, for which it stands."""
    try:
        return cast(BinaryIO, ZipFile(path).open(name))
    except (BadZipFile, RuntimeError, NotImplementedError) as error:
        raise UnreadableSource(f"{path}: {name} cannot be unpacked: {error}") from error


def pairs(old: Side, new: Side, only: Collection[str] = ()) -> Sequence[Callable[[], Pair]]:
    """The tables to compare, opened when called.

    Raises UnreadableSource where the sides have none in common, or not those asked for.
    """
    if old.single and new.single and not only:
        (name, first), (_, second) = *old.tables.items(), *new.tables.items()
        return [lambda: Pair(name, first(), second())]
    order = [one.name for one in known()]  # the incidents before what they rest on
    common = sorted(
        (name for name in old.tables if name in new.tables),
        key=lambda name: order.index(name) if name in order else len(order),
    )
    if missing := [name for name in only if name not in common]:
        there = ", ".join(common) or "none"
        raise UnreadableSource(f"no table {', '.join(missing)} on both sides; there are: {there}")
    if not common:
        told = "; ".join(f"{one.path} holds {', '.join(one.tables)}" for one in (old, new))
        raise UnreadableSource(f"no table is on both sides: {told}")
    if only:
        common = [name for name in common if name in only]
    elif "incidents" in common:
        common = [name for name in common if name not in _RETOLD]
    return [partial(_pair, name, old, new) for name in common]


def _pair(name: str, old: Side, new: Side) -> Pair:
    return Pair(name, old.tables[name](), new.tables[name]())

"""The rows of one coder in the columns of a format: those of its own files, or of another's.

What our records hold is written from them; what a format keeps unread is carried from the cells of
a row of the same format. Nothing else is filled in.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime

from reportedly.codebook import Codebook
from reportedly.coded.cells import Cell, as_written, same
from reportedly.coded.choosing import importer as importer_of
from reportedly.coded.mapped import unmapped
from reportedly.errors import UnknownRecord, UnusableRow
from reportedly.plugins import Importer
from reportedly.records import Coded, CodedFile, CodedRow, Place, Side
from reportedly.store.coded import AsOf
from reportedly.store.store import Store

Note = Callable[[str, str, int], None]  # what was lost, in which row, how often
_OTHERWISE = "cells of `{}` that are written otherwise than in the file"
_NOT_CARRIED = "cells of the coder's file that no record of ours holds, and so not carried here"
_SAID = {
    "when": "dates",
    "place": "places",
    "type": "types",
    "one": "first sides",
    "other": "second sides",
    "killed": "tolls",
    "civilians": "counts of civilians killed",
    "unknown": "counts of killed of no known side",
    "attackers": "counts of attackers killed",
    "injured": "counts of injured",
}


def coded_copy(
    store: Store,
    coder: str,
    importer: Importer,
    note: Note,
    *,
    book: Codebook,
    as_of: date | datetime | None = None,
) -> Iterator[dict[str, Cell]]:
    """Raises UnknownRecord for a coder of whom the store has no file."""
    files = {file.id: file for file in store.coded.files(AsOf.of(as_of)) if file.coder == coder}
    if not files:
        known = dict.fromkeys(file.coder for file in store.coded.files())
        raise UnknownRecord(f"no file of {coder!r}; there are files of: {', '.join(known) or '-'}")
    for row in store.coded.rows(AsOf.of(as_of), coder=coder):
        yield _copy(row, files[row.file], importer, book, note)


def _copy(
    row: CodedRow, file: CodedFile, importer: Importer, book: Codebook, note: Note
) -> dict[str, Cell]:
    held = dict(zip(file.columns, row.cells, strict=True))
    own = file.format == importer.name
    made = dict(importer.write(row.event, book))
    if not own:
        for what in _lost(row.event, made, importer):
            note(f"{what} that this format has no room for", row.event.key, 1)
    for column, how in importer.layout.columns.items():
        if not own or column not in held:
            made.setdefault(column, None)
        elif how == "kept":
            made[column] = as_written(held[column])
        elif not same(made[column], held[column] or None):
            note(_OTHERWISE.format(column), row.event.key, 1)
    if unread := sum(1 for name in _unread(file, own) if held[name]):
        note(_NOT_CARRIED, row.event.key, unread)
    return made


def _lost(event: Coded, made: Mapping[str, Cell], importer: Importer) -> Iterator[str]:
    """What a reader of the written row would not find in it."""
    cells = {name: "" if cell is None else str(cell) for name, cell in made.items()}
    try:
        again = importer.read({**dict.fromkeys(importer.layout.columns, ""), **cells})
    except UnusableRow:
        yield "rows with a value"
        return
    for field, what in _SAID.items():
        if _bare(getattr(again, field)) != _bare(getattr(event, field)):
            yield what


def _bare(value: object) -> object:
    """Without what was looked up: a copy has names alone."""
    match value:
        case Place():
            return replace(value, ref=None, country_code=None)
        case Side():
            bare = (replace(actor, ref=None, parent=None) for actor in value.actors)
            return replace(value, actors=tuple(bare))
    return value


def _unread(file: CodedFile, own: bool) -> list[str]:
    """The columns of a file that a copy leaves out, as no record holds them."""
    if file.map is not None:
        return unmapped(file.map, file.columns)
    known = importer_of(file.format).layout.columns
    return [name for name in file.columns if known.get(name) in (None, *(() if own else ("kept",)))]

"""``reportedly diff OLD NEW``: two releases, or two files of anyone's data, row by row."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportedly.cli.options import Json

if TYPE_CHECKING:
    from reportedly.cli.screen import Screen
    from reportedly.diff import Change, Compared, Comparison, Moved

SAME, DIFFERENT, NOT_COMPARED = 0, 1, 2
Old = Annotated[
    Path,
    typer.Argument(metavar="OLD", help="A .csv, .jsonl or .xlsx file, or a release."),
]
New = Annotated[Path, typer.Argument(metavar="NEW", help="Likewise.")]
Key = Annotated[
    list[str] | None,
    typer.Option(
        "--key",
        metavar="COLUMN",
        help="What names a row, where that is not known; may be given several times.",
    ),
]
Ignored = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="COLUMN", help="A column to leave out, as timestamp."),
]
Only = Annotated[
    list[str] | None,
    typer.Option("--table", metavar="NAME", help="A table of a release, a sheet of a workbook."),
]
Examples = Annotated[
    int, typer.Option("--examples", metavar="N", min=0, help="How many rows of each kind to show.")
]


def command(
    old: Old,
    new: New,
    key: Key = None,
    ignored: Ignored = None,
    only: Only = None,
    examples: Examples = 5,
    as_json: Json = False,
) -> None:
    """Compare two releases, or two files of anyone's data.

    Rows by the column that names them: added, withdrawn, changed with old and new. Knows the
    columns of ACLED, GED, GTD and of our own tables. Exits with 0 if they say the same, 1 if they
    differ, 2 if they could not be compared.
    """
    from reportedly.cli.terminal import complain
    from reportedly.errors import ReportedlyError
    from reportedly.pipeline.comparing import compared

    try:
        found = compared(
            old, new, key=key or (), ignored=ignored or (), only=only or (), examples=examples
        )
        differs = _as_json(found) if as_json else _shown(found)
    except ReportedlyError as error:
        complain(str(error))
        raise typer.Exit(NOT_COMPARED) from error
    except OSError as error:
        complain(f"{error.filename}: {error.strerror}" if error.filename else str(error))
        raise typer.Exit(NOT_COMPARED) from error
    raise typer.Exit(DIFFERENT if differs else SAME)


def _as_json(found: "Comparison") -> bool:
    """A line for each row that differs, then one for its table; empty cells are null."""
    from reportedly.cli.terminal import write_json

    differs = bool(found.about) or any(found.lone)
    if differs:
        for what, old, new in found.about:
            write_json({"about": what, "old": old or None, "new": new or None})
        for one, names in zip(("old", "new"), found.lone, strict=True):
            for name in names:
                write_json({"table": name, "only": one})
    for table in found.tables():
        for change in table.changes():
            write_json(_row(table.name, change))
        write_json(_counts(table))
        differs |= table.differs
    return differs


def _row(table: str, change: "Change") -> dict[str, Any]:
    cells = {c: {"old": o or None, "new": n or None} for c, (o, n) in change.cells.items()}
    return {"table": table, "kind": change.kind, "key": change.key, "cells": cells}


def _counts(table: "Compared") -> dict[str, Any]:
    told = table.summary
    return {
        "table": table.name,
        "key": table.key,
        "rows": dict(zip(("old", "new"), table.rows.counts, strict=True)),
        **{kind: told.kinds[kind] for kind in ("added", "withdrawn", "changed")},
        "same": table.rows.same,
        "columns": dict(told.columns.most_common()),
        "columns_of_one": dict(zip(("old", "new"), table.lone, strict=True)),
        "tolls": {
            name: {
                when: {"sum": one.total, "stated": one.stated}
                for when, one in zip(("old", "new"), both, strict=True)
            }
            for name, both in told.sums.items()
        },
        "notes": [{"side": one, "note": line} for one, line in table.notes()],
    }


def _shown(found: "Comparison") -> bool:
    from reportedly.cli.screen import Screen, faint, strong

    screen = Screen()
    differs = bool(found.about) or any(found.lone)
    if found.about:
        screen.line(strong("Made otherwise"))
        rows = [(what, f"{old or '-'} -> {new or '-'}") for what, old, new in found.about]
        screen.pairs(rows, indent=2)
        screen.line()
    for one, names in zip(("old", "new"), found.lone, strict=True):
        if names:
            screen.line(faint(f"only in the {one} release: {', '.join(names)}"))
    for table in found.tables():
        for _ in table.changes():
            pass
        _table(screen, table)
        differs |= table.differs
    screen.show()
    return differs


def _table(screen: "Screen", table: "Compared") -> None:
    from reportedly.cli.screen import amber, faint, strong

    old, new = table.rows.counts
    kinds = table.summary.kinds
    by = ", ".join(table.key)
    screen.line([strong(table.name), f" {old:,} rows -> {new:,} rows", faint(f" by {by}")])
    told = [f"{kinds[kind]:,} {kind}" for kind in ("added", "withdrawn", "changed")]
    screen.line(", ".join([*told, f"{table.rows.same:,} the same"]), indent=2)
    for one, names in zip(("old", "new"), table.lone, strict=True):
        if names:
            screen.line(f"columns of the {one} side only: {', '.join(names)}", indent=2)
    for one, line in table.notes():
        screen.line([amber(f"{one}: "), line], indent=2)
    _figures(screen, table)
    _examples(screen, table)
    screen.line()


def _figures(screen: "Screen", table: "Compared") -> None:
    from reportedly import wording
    from reportedly.cli.screen import faint

    told = table.summary
    if not told.kinds:
        return
    for name, (old, new) in told.sums.items():
        stated = f" (stated by {old.stated:,} -> {new.stated:,} rows)"
        screen.line([f"sum of {name} {old.total:,} -> {new.total:,}", faint(stated)], indent=2)
    if told.columns:
        screen.line(faint("rows changed, by column"), indent=2)
        screen.columns([(f"{n:,}", name) for name, n in told.columns.most_common(10)], indent=4)
        if (more := len(told.columns) - 10) > 0:
            screen.line(faint(f"and {wording.number(more, 'more column')}"), indent=4)


def _examples(screen: "Screen", table: "Compared") -> None:
    from reportedly import wording
    from reportedly.cli.screen import faint, strong

    if moved := table.summary.biggest():
        screen.line(faint("tolls that changed most"), indent=2)
        screen.columns([_moved(one) for one in moved], indent=4)
    for kind in ("changed", "added", "withdrawn"):
        some = table.summary.shown.get(kind, [])
        if some:
            screen.line(faint(f"{kind}, as"), indent=2)
        for change in some:
            screen.line(strong(" ".join(change.key)), indent=4)
            cells = _cells_of(change, table)
            screen.pairs([(c, _cells(kind, *both)) for c, both in cells[:_MOST]], indent=6)
            if (more := len(cells) - _MOST) > 0:
                screen.line(faint(f"and {wording.number(more, 'more column')}"), indent=6)


def _cells_of(change: "Change", table: "Compared") -> list[tuple[str, tuple[str, str]]]:
    """Of a row that is new or gone first those by which a person knows it."""
    cells = {c: both for c, both in change.cells.items() if c not in table.key}
    first = [] if change.kind == "changed" else [c for c in table.telling if c in cells]
    return [(c, cells[c]) for c in dict.fromkeys([*first, *cells])]


_MOST = 7  # columns of an example
_LONG = 60  # characters of a cell


def _moved(one: "Moved") -> tuple[str, str, str]:
    old, new = (("not stated" if n is None else f"{n:,}") for n in (one.old, one.new))
    words = {"added": f"{new}, added", "withdrawn": f"{old}, withdrawn"}
    return " ".join(one.key), one.column, words.get(one.kind, f"{old} -> {new}")


def _cells(kind: str, old: str, new: str) -> str:
    from reportedly.cli.terminal import shorten

    before, after = (shorten(one, _LONG) or "(empty)" for one in (old, new))
    return {"added": after, "withdrawn": before}.get(kind, f"{before} -> {after}")

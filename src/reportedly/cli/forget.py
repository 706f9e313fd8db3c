"""``reportedly forget REPORT --why TEXT``: erase a report, or a coder's file, for good."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.options import By, Db
from reportedly.errors import UnknownRecord

if TYPE_CHECKING:
    from reportedly.store.store import Store

Report = Annotated[
    str,
    typer.Argument(
        metavar="REPORT",
        help="A report by id or name, as `show` prints it, or a file by "
        "id, as `coded --files` prints it.",
    ),
]
Why = Annotated[
    str, typer.Option("--why", metavar="TEXT", help="The reason; it stays, and is public.")
]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]


def command(report: Report, why: Why, by: By = None, yes: Yes = False, db: Db = None) -> None:
    """Erase a report, or a file that another coder made, for good.

    Its text, title, address and original bytes, every quotation and everything read from it; of a
    coder's file its name and its rows. Not to be undone. What stays: that it was forgotten, when,
    by whom and why, and a checksum, so that it is not taken in again. Copies that you exported or
    backed up are yours to erase.
    """
    from reportedly import pipeline
    from reportedly.cli import opened, reviewer
    from reportedly.cli.terminal import write

    if not why.strip():
        raise typer.BadParameter("give the reason", param_hint="--why")
    with opened.store(db) as store:
        name = reviewer.who(store, by)
        files = [file.id for file in store.coded.files() if file.id == report]
        id = files[0] if files else _id(store, report)
        if not yes and sys.stdin.isatty():
            typer.confirm(f"Erase {report} for good?", abort=True, err=True)
        if files:
            pipeline.forget_file(store, id, name, why)
        else:
            pipeline.forget(store, opened.tools(book=opened.book_of(store)), id, name, why)
    write(f"{id} is forgotten. Copies in exports and backups are not reached from here.\n")


def _id(store: "Store", name: str) -> str:
    """The one report so called, or one that is forgotten already. Raises UnknownRecord."""
    found = [one.id for one in store.reports() if name in (one.id, one.name)]
    found += [one.report for one in store.tombstones() if one.report == name]
    if len(found) == 1:
        return found[0]
    if not found:
        raise UnknownRecord(f"no report {name!r} in the store")
    raise UnknownRecord(
        f"{len(found)} reports are called {name!r}; give the id: {', '.join(found)}"
    )

"""``reportedly restore FILE``: a store made of a backup."""

from pathlib import Path
from typing import Annotated

import typer

from reportedly.config import SETTINGS

File = Annotated[Path, typer.Argument(metavar="FILE", help="What `reportedly backup` wrote.")]
Into = Annotated[
    str | None,
    typer.Option(
        "--into",
        metavar="URL",
        help="The new store. " + SETTINGS["db"].help,
        envvar=SETTINGS["db"].variable,
        show_default=SETTINGS["db"].default,
        show_envvar=True,
    ),
]


def command(file: File, into: Into = None) -> None:
    """Make a store of a backup.

    The same lists, history and numbers as in the store that was backed up. The file is checked
    before anything is written; a store that is there already is never overwritten.
    """
    from reportedly.cli.progress import bar
    from reportedly.cli.terminal import visible, write
    from reportedly.config import database
    from reportedly.store.backing_up import restore

    address = database(into)
    with bar("rows") as progress:
        made = restore(file, address, progress)
    reports, decisions = (made.tables[name].rows for name in ("reports", "decisions"))
    write(f"{visible(address)}: {reports:,} reports, {decisions:,} decisions\n")

"""``reportedly backup FILE``: everything that a store holds, in one file."""

from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.options import Db

File = Annotated[Path, typer.Argument(metavar="FILE", help="The file to make, such as store.zip.")]


def command(file: File, db: Db = None) -> None:
    """Write the whole store into one file.

    Reports with their original bytes, readings, decisions, and the history of what was believed.
    `reportedly restore` makes the same store of it, also with a later version. The file holds all
    names and texts: keep it as you keep the store.
    """
    from reportedly.cli import opened
    from reportedly.cli.progress import bar
    from reportedly.cli.terminal import visible, write
    from reportedly.store.backing_up import back_up

    with opened.store(db) as store, bar("rows") as progress:
        written = back_up(store.url, file, progress)
    reports, decisions = (written.tables[name].rows for name in ("reports", "decisions"))
    size = file.stat().st_size
    write(f"{visible(str(file))}: {reports:,} reports, {decisions:,} decisions, {size:,} bytes\n")

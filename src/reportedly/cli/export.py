"""``reportedly export --as FORMAT OUT``: files in the formats of others, and what these lose."""

from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.options import AsOf, Db, Rule

Out = Annotated[Path, typer.Argument(metavar="OUT", help="The folder, made if need be.")]
Formats = Annotated[
    list[str],
    typer.Option("--as", metavar="FORMAT", help="A format; may be given several times."),
]


def command(
    out: Out, formats: Formats, rule: Rule = None, as_of: AsOf = None, db: Db = None
) -> None:
    """Write files in the formats of others.

    With LOST.md beside them, which says what these formats cannot carry.
    """
    from reportedly.cli import opened
    from reportedly.cli.terminal import visible, write
    from reportedly.export import export

    with opened.release(db, rule=rule, as_of=as_of) as release:
        for path in export(release, formats, out):
            write(visible(str(path)) + "\n")

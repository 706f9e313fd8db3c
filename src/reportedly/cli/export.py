"""``reportedly export --as FORMAT OUT``: files in the formats of others, and what these lose."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.options import AsOf, Db, Given, Rule

Out = Annotated[Path, typer.Argument(metavar="OUT", help="The folder, made if need be.")]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--as",
        metavar="FORMAT",
        help="A format; may be given several times. Needed, unless the project follows a data set.",
    ),
]


def command(
    out: Out,
    formats: Formats = None,
    given: Given = "public",
    rule: Rule = None,
    as_of: AsOf = None,
    db: Db = None,
) -> None:
    """Write files in the formats of others.

    Private persons are not named in them, unless the profile says otherwise. LOST.md beside them
    says what was withheld, and what these formats could not carry. All files appear at the end,
    or none does.
    """
    from reportedly.cli import opened
    from reportedly.cli.progress import bar
    from reportedly.cli.terminal import visible, write
    from reportedly.export import export
    from reportedly.export.privacy.profile import profile

    recipient = profile(given)
    until = recipient.until(as_of, date.today())
    with opened.release(db, rule=rule, as_of=until) as release:
        practice = release.codebook.practice
        formats = formats or list(practice.exports if practice else ())
        if not formats:
            raise typer.BadParameter("name at least one format", param_hint="--as")
        with bar("incidents", len(release.names)) as progress:
            paths = export(
                release,
                formats,
                out,
                progress,
                given=recipient,
                listed=opened.listed(),
            )
        for path in paths:
            write(visible(str(path)) + "\n")

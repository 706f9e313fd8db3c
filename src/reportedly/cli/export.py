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
Coder = Annotated[
    str | None,
    typer.Option(
        "--coder",
        metavar="NAME",
        help="Not the incidents, but the rows that this coder made, as `import` took them in.",
    ),
]


def command(
    out: Out,
    formats: Formats = None,
    given: Given = "public",
    coder: Coder = None,
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

    if coder is not None:
        _copy(out, formats or [], coder, given, as_of, db)
        return
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
                again=opened.again(release, db, rule=rule, as_of=until),
            )
        for path in paths:
            write(visible(str(path)) + "\n")


def _copy(
    out: Path, formats: list[str], coder: str, given: str, as_of: date | None, db: str | None
) -> None:
    """A copy is the coder's rows as they are: no name in it is masked, and that has to be meant."""
    from functools import partial

    from reportedly import codebook, pipeline
    from reportedly.cli import opened
    from reportedly.cli.progress import bar
    from reportedly.cli.terminal import visible, write
    from reportedly.coded.choosing import importer
    from reportedly.export.coded import Copy, copy
    from reportedly.export.privacy.profile import profile

    if not profile(given).open:
        raise typer.BadParameter(
            "a copy of a coder's rows has their cells as they are, names of private persons too; "
            "if that is meant, say --profile internal",
            param_hint="--coder",
        )
    if not formats:
        raise typer.BadParameter("name at least one format", param_hint="--as")
    book = codebook.default()
    chosen = [importer(name) for name in dict.fromkeys(formats)]
    with opened.store(db) as store:
        made = partial(pipeline.coded_copy, store, coder, book=book, as_of=as_of)
        copies = [Copy(one, partial(made, one)) for one in chosen]
        with bar("rows") as progress:
            paths = copy(coder, copies, out, progress)
        for path in paths:
            write(visible(str(path)) + "\n")

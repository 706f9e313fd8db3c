"""``reportedly release NAME``: data that can be cited, checked and read, in one folder or zip."""

import re
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.options import AsOf, Db, Given, Rule, day
from reportedly.config import SETTINGS
from reportedly.errors import StoreError

if TYPE_CHECKING:
    from reportedly.publish.manifest import Versions

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
Name = Annotated[
    str, typer.Argument(metavar="NAME", help="Of the release, as in quessara-2031-04.")
]
Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="DIR|FILE.zip", help="Where it goes.", show_default="./NAME"),
]
Formats = Annotated[
    str | None,
    typer.Option(
        "--formats",
        metavar="FORMAT,...",
        help="Those of `reportedly export`.",
        show_default="all but parquet",
    ),
]
Author = Annotated[
    list[str] | None,
    typer.Option(
        "--author",
        metavar="NAME",
        help="Who answers for it: 'Family, Given', or the name of a group; "
        f"may be given several times. [env var: {SETTINGS['authors'].variable}, between ;]",
    ),
]
Title = Annotated[
    str | None, typer.Option("--title", metavar="TEXT", help="For readers.", show_default="NAME")
]
About = Annotated[
    str,
    typer.Option("--about", metavar="TEXT", help="What it covers, in a sentence or two."),
]
Licence = Annotated[
    str | None,
    typer.Option("--license", metavar="SPDX", help="Of the data, as in CC-BY-4.0."),
]
Released = Annotated[
    date | None,
    typer.Option(
        "--date",
        metavar="DATE",
        parser=day,
        help="The day of the release; else that of --as-of, or of the last change of the store.",
    ),
]
_ABOUT = "Incidents of political violence as reported, with who reported what in which words."


def command(
    name: Name,
    out: Out = None,
    as_of: AsOf = None,
    rule: Rule = None,
    formats: Formats = None,
    author: Author = None,
    title: Title = None,
    about: About = _ABOUT,
    licence: Licence = None,
    released: Released = None,
    given: Given = "public",
    db: Db = None,
) -> None:
    """Freeze the data with all that is needed to read, check and cite them.

    Data in the formats of `reportedly export`, codebook, rules, versions, digests, a README,
    CITATION.cff, and pages that open without a network. The same store and moment give the same
    bytes.
    """
    from reportedly.cli import opened
    from reportedly.cli.progress import bar
    from reportedly.cli.terminal import visible, write
    from reportedly.config import authors
    from reportedly.export.privacy.profile import profile
    from reportedly.publish.bundle import free
    from reportedly.publish.citation import Citation
    from reportedly.publish.release import FORMATS, Order, publish

    if not _NAME.fullmatch(name):
        raise typer.BadParameter("use letters, digits, hyphens and dots", param_hint="NAME")
    by = authors(author)
    if not by:
        raise typer.BadParameter(
            f"say who answers for the release: --author 'Family, Given', or set "
            f"{SETTINGS['authors'].variable}",
            param_hint="--author",
        )
    target = out or Path(name)
    free(target)
    recipient = profile(given)
    as_of = recipient.until(as_of, date.today())
    asked = [one.strip() for one in formats.split(",")] if formats is not None else FORMATS
    with opened.release(db, rule=rule, as_of=as_of) as release, opened.store(db) as store:
        changed = store.index.last_change()
        day = released or _day(as_of or changed)
        order = Order(
            name=name,
            out=target,
            formats=list(dict.fromkeys(asked)),
            citation=Citation(title or name, day.isoformat(), day, by, about, licence),
            versions=_versions(None if as_of else changed),
            given=recipient,
            listed=opened.listed(),
            again=opened.again(release, db, rule=rule, as_of=as_of),
        )
        with bar("incidents", len(release.names)) as progress:
            made = publish(release, order, progress)
    write(visible(str(made)) + "\n")


def _day(moment: date | datetime | None) -> date:
    if moment is None:
        raise StoreError("the store is empty; `reportedly add SOURCE` fills it")
    return moment.date() if isinstance(moment, datetime) else moment


def _versions(until: datetime | None) -> "Versions":
    from hashlib import file_digest

    from reportedly import __version__, config
    from reportedly.publish.manifest import Versions
    from reportedly.store.schema import NEWEST

    own = {
        "own places": config.own_places(),
        "own actors": config.own_actors(),
        "own gazetteer": config.own_gazetteer(),
    }
    digests = {}
    for what, path in own.items():
        if path is not None:
            with path.open("rb") as file:
                digests[what] = file_digest(file, "sha256").hexdigest()
    return Versions(__version__, NEWEST, digests, until)

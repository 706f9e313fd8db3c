"""Options that several commands share, so that one name means one thing everywhere."""

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Annotated

import typer

from reportedly.config import SETTINGS


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a day; write it as 2031-03-18") from None


def moment(text: str) -> datetime:
    """A moment as a person writes it, in local time unless it says otherwise; a day is its end."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(
            f"{text!r} is no time; write a day as 2031-03-18, a moment as 2031-03-18T14:30"
        ) from None
    if len(text) == len("2031-03-18"):
        found = datetime.combine(found, time.max)
    return found.astimezone(UTC)


def _time(text: str) -> date:
    return day(text) if len(text) <= len("2031-03-18") else moment(text)


Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        help="A .txt, .html, .pdf, .jsonl, .csv or feed file, a folder, an http(s) address, or -.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="For programs: one JSON object a line.")]
Db = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="URL",
        help=SETTINGS["db"].help,
        envvar=SETTINGS["db"].variable,
        show_default=SETTINGS["db"].default,
        show_envvar=True,
    ),
]
Extractor = Annotated[
    str | None,
    typer.Option(
        "--extractor",
        metavar="NAME",
        help=SETTINGS["extractor"].help,
        envvar=SETTINGS["extractor"].variable,
        show_default=SETTINGS["extractor"].default,
        show_envvar=True,
    ),
]
Gazetteer = Annotated[
    Path | None,
    typer.Option(
        "--gazetteer",
        metavar="FILE",
        help=SETTINGS["gazetteer"].help,
        envvar=SETTINGS["gazetteer"].variable,
        show_envvar=True,
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        metavar="N",
        min=1,
        help=SETTINGS["jobs"].help,
        envvar=SETTINGS["jobs"].variable,
        show_default="one a core",
        show_envvar=True,
    ),
]
Rule = Annotated[
    str | None,
    typer.Option(
        "--rule",
        metavar="NAME",
        help=SETTINGS["rule"].help,
        envvar=SETTINGS["rule"].variable,
        show_envvar=True,
    ),
]
Published = Annotated[
    date | None,
    typer.Option(
        "--published",
        metavar="DATE",
        parser=day,
        help="The day of publication, for sources that do not state it.",
    ),
]
Publisher = Annotated[
    str | None,
    typer.Option("--publisher", metavar="NAME", help="The outlet, where the source names none."),
]
Title = Annotated[
    str | None,
    typer.Option("--title", metavar="TEXT", help="The title, where the source has none."),
]
AsOf = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        metavar="TIME",
        parser=_time,
        help=(
            "2031-03-18: what the reports published by the end of that day add up to. "
            "2031-03-18T14:30: what was stored and believed at that moment."
        ),
    ),
]
Given = Annotated[
    str,
    typer.Option(
        "--profile",
        metavar="NAME",
        help="What the recipient is given: public, internal, or a .toml file of your own.",
    ),
]
By = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar="NAME",
        help=SETTINGS["by"].help,
        envvar=SETTINGS["by"].variable,
        show_envvar=True,
    ),
]
From = Annotated[
    date | None,
    typer.Option("--from", metavar="DATE", parser=day, help="Not before this day."),
]
To = Annotated[
    date | None, typer.Option("--to", metavar="DATE", parser=day, help="Not after this day.")
]

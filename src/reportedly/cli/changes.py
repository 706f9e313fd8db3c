"""``reportedly changes --since TIME``: what is believed otherwise than it was."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.options import Db, Json, moment

if TYPE_CHECKING:
    from reportedly.cli.screen import Screen
    from reportedly.pipeline import Change
    from reportedly.records import Value

Since = Annotated[
    datetime,
    typer.Option(
        "--since",
        metavar="TIME",
        parser=moment,
        help="A moment, as 2031-03-18T14:30, or a day, for its end.",
    ),
]
Until = Annotated[
    datetime | None,
    typer.Option("--until", metavar="TIME", parser=moment, help="Up to a moment before now."),
]


def command(since: Since, until: Until = None, db: Db = None, as_json: Json = False) -> None:
    """List what changed since a moment.

    New, changed and withdrawn incidents, with old and new values and the reason.
    """
    from reportedly import pipeline
    from reportedly.cli import opened
    from reportedly.cli.screen import Screen
    from reportedly.cli.terminal import write_json
    from reportedly.wording import programs

    screen = Screen()
    with opened.store(db) as store:
        opened.linked(store, opened.tools(book=opened.book_of(store)))
        for change in pipeline.changes(store, since, until):
            if as_json:
                write_json(programs.change(change))
            else:
                show(screen, change)
    screen.show("No changes." if not as_json else "")


def show(screen: "Screen", change: "Change") -> None:
    """The incident, what became of it, each field with its old and new value, and why."""
    from reportedly.cli.screen import faint, strong
    from reportedly.cli.summary import headline, summary
    from reportedly.wording import label

    if change.kind == "new" and change.incident:
        screen.line(strong(f"{change.id} is new"))
        summary(screen, change.incident)
    elif change.incident:
        headline(screen, change.incident)
        rows = [(label(one.field), f"{_say(one.old)} -> {_say(one.new)}") for one in change.altered]
        screen.pairs(rows, indent=2)
    else:
        gone = f"joined {change.home}" if change.home else "withdrawn"
        screen.line([strong(change.id), f" {gone}"])
    screen.line(faint("; ".join(change.reasons)), indent=2)
    screen.line()


def _say(values: Sequence["Value"]) -> str:
    from reportedly.wording import UNKNOWN, say

    return ", ".join(say(value) for value in values) or UNKNOWN

"""``reportedly statements``: who says what, in which words."""

from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.options import AsOf, Db, From, Json, To

if TYPE_CHECKING:
    from datetime import date

Speaker = Annotated[
    str | None,
    typer.Option("--speaker", metavar="TEXT", help="Whose name, role or body has these words."),
]
Act = Annotated[
    str | None, typer.Option("--act", metavar="ACT", help="One act: assert, deny, accuse, warn ...")
]


def command(
    speaker: Speaker = None,
    act: Act = None,
    first: From = None,
    last: To = None,
    as_of: AsOf = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """List who said what.

    Speaker, act and exact words, under the report that prints them.
    """
    from reportedly import contract, wording
    from reportedly.cli import card, opened
    from reportedly.cli.screen import Screen, faint, strong
    from reportedly.cli.terminal import write_json

    if act is not None and act not in wording.ACTS:
        raise typer.BadParameter(f"no act {act!r}; there are: {', '.join(wording.ACTS)}")
    asked = (speaker or "").casefold()
    screen = Screen()
    with opened.release(db, as_of=as_of) as release:
        for reading in release.readings:
            report = reading.report
            if not within(report.published, first, last):
                continue
            wanted = [
                said
                for said in reading.statements
                if act in (None, said.act) and asked in card.speaker(said.speaker).casefold()
            ]
            if as_json:
                for said in wanted:
                    made = contract.statement(said, reading.accounts)
                    write_json({"report": report.name, **made})
            elif wanted:
                screen.line(strong(report.title or report.name))
                screen.line(faint(card.source_line(report)))
                for said in wanted:
                    card.statement_row(screen, said)
                screen.line()
    screen.show("No statements." if not as_json else "")


def within(day: "date | None", first: "date | None", last: "date | None") -> bool:
    """Whether a day lies between two others; an unknown day only if neither is asked for."""
    if day is None:
        return first is None and last is None
    return (first is None or first <= day) and (last is None or day <= last)

"""``reportedly incidents``: the incidents of the store, as reported."""

from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.options import AsOf, Db, From, Json, Rule, To

if TYPE_CHECKING:
    from datetime import date

    from reportedly.records import Incident

Type = Annotated[
    str | None, typer.Option("--type", metavar="CODE", help="Of one type, such as bombing.")
]
Where = Annotated[
    str | None,
    typer.Option("--place", metavar="TEXT", help="Whose place, region or country is so named."),
]
By = Annotated[
    str | None,
    typer.Option("--actor", metavar="TEXT", help="Of an actor whose name has these words."),
]
Disputed = Annotated[bool, typer.Option("--disputed", help="Only those with a dispute.")]


def command(
    type: Type = None,
    place: Where = None,
    actor: By = None,
    first: From = None,
    last: To = None,
    disputed: Disputed = False,
    rule: Rule = None,
    as_of: AsOf = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """List incidents.

    What, when, where, how many and by whom, as reported, and what is disputed.
    """
    from reportedly import codebook
    from reportedly.cli import opened
    from reportedly.cli.coded import beside
    from reportedly.cli.screen import Screen
    from reportedly.cli.summary import summary
    from reportedly.cli.terminal import write_json
    from reportedly.export.jsonl import exported

    code = codebook.default().type(type).code if type else None
    with opened.release(db, rule=rule, as_of=as_of) as release:
        screen = Screen()
        for incident in release.incidents():
            if not _wanted(incident, code, place, actor, first, last, disputed):
                continue
            if as_json:
                write_json(exported(release, incident))
            else:
                summary(screen, incident, beside(release, release.beside.of(incident)))
        screen.show("No incidents." if not as_json else "")


def _wanted(
    incident: "Incident",
    code: str | None,
    place: str | None,
    actor: str | None,
    first: "date | None",
    last: "date | None",
    disputed: bool,
) -> bool:
    """Whether every filter lets it through; what is unknown passes no filter that asks for it."""
    from reportedly.records import When
    from reportedly.wording import say

    when = incident.get("date")
    if first or last:
        if not isinstance(when, When):
            return False
        if (first and when.latest < first) or (last and when.earliest > last):
            return False
    names = [say(f.value).casefold() for f in incident.findings if f.field == "perpetrator"]
    return (
        (code is None or say(incident.get("type")) == code.replace("_", " "))
        and (place is None or place.casefold() in say(incident.get("place")).casefold())
        and (actor is None or any(actor.casefold() in name for name in names))
        and (not disputed or bool(incident.disputes))
    )

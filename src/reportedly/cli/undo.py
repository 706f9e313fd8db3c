"""``reportedly undo [ID]``: take a decision back; undo an undo to have it again."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.options import By, Db, Json
from reportedly.errors import UnknownRecord

if TYPE_CHECKING:
    from reportedly.records import Decision

Id = Annotated[
    str | None,
    typer.Argument(
        metavar="[ID]", help="A decision, also an undo; your last one in force if not given."
    ),
]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, if you like.")]


def command(
    id: Id = None, why: Why = "", by: By = None, db: Db = None, as_json: Json = False
) -> None:
    """Take a decision back.

    It stays in the log, with who took it back; to undo the undo brings it into force again.
    """
    from reportedly import pipeline
    from reportedly.cli import opened, reviewer
    from reportedly.cli.decide import show
    from reportedly.review import decide

    with opened.store(db) as store:
        tools = opened.tools()
        name = reviewer.who(store, by)
        target = _target(store.decisions(), id, name)
        undo = decide("undo", [target], reviewer=name, codebook=tools.codebook, reason=why)
        changes = pipeline.put(store, tools, undo)
    show(undo, changes, as_json)


def _target(decisions: "Sequence[Decision]", id: str | None, name: str) -> str:
    """The decision to take back. Raises UnknownRecord where there is none, or it is out already."""
    from reportedly.records.decision import standing, void

    short = (id or "").removeprefix("decision-")
    if id is None:
        mine = [one.id for one in standing(decisions) if one.reviewer == name]
        if not mine:
            raise UnknownRecord(f"no decision of {name} is in force; `reportedly log` lists all")
        return mine[-1]
    found = [one.id for one in decisions if one.id.removeprefix("decision-").startswith(short)]
    if len(found) != 1:
        raise UnknownRecord(f"{len(found)} decisions are called {id!r}; see `reportedly log`")
    if found[0] in void(decisions):
        raise UnknownRecord(
            f"{found[0]} is not in force; to bring it back, undo what took it out: "
            "`reportedly log` shows that"
        )
    return found[0]

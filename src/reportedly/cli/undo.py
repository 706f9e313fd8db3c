"""``reportedly undo [ID]``: take a decision back; undo an undo to have it again."""

from typing import Annotated

import typer

from reportedly.cli.options import By, Db, Json

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
    from reportedly.review import decide, to_undo

    with opened.store(db) as store:
        tools = opened.tools(book=opened.book_of(store))
        name = reviewer.who(store, by)
        target = to_undo(store.decisions(), id, name)
        undo = decide("undo", [target], reviewer=name, codebook=tools.codebook, reason=why)
        changes = pipeline.put(store, tools, undo)
    show(undo, changes, as_json)

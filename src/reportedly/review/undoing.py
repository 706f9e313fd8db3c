"""Which decision somebody takes back. Pure."""

from collections.abc import Sequence

from reportedly.errors import UnknownRecord
from reportedly.records import Decision
from reportedly.records.decision import standing, void


def to_undo(decisions: Sequence[Decision], id: str | None, name: str) -> str:
    """The id of the decision that an id, or its beginning, means; None: the last one in force of
    that person.

    Raises UnknownRecord where there is none, or it is out already.
    """
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

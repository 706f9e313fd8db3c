"""``reportedly log``: who decided what, when and why; what waits; where the machine differs."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportedly.cli.options import Db, Json

if TYPE_CHECKING:
    from reportedly.cli.screen import Screen
    from reportedly.pipeline import Release
    from reportedly.records import Decision, Tombstone

Id = Annotated[str | None, typer.Argument(metavar="[ID]", help="Only what concerns this incident.")]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Only what they decided.")]
Differs = Annotated[
    bool,
    typer.Option("--differs", help="Where the machine, as it reads today, says something else."),
]
Waiting = Annotated[
    bool,
    typer.Option("--waiting", help="Decisions whose words are not read any more: look at them."),
]


def command(
    id: Id = None,
    by: By = None,
    differs: Differs = False,
    waiting: Waiting = False,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """List decisions.

    Oldest first, undone ones too, and the reports that were forgotten.
    """
    from reportedly import pipeline
    from reportedly.cli import opened
    from reportedly.cli.screen import Screen

    screen = Screen()
    with opened.store(db) as store:
        release = pipeline.release(store, opened.tools(book=opened.book_of(store)))
        made = store.decisions()
        if differs:
            _differing(screen, release, id, by, as_json)
        else:
            _log(screen, release, _wanted(release, made, id, by, waiting), made, as_json)
        if not (id or differs or waiting):
            graves = [one for one in store.tombstones() if by in (None, one.reviewer)]
            _forgotten(screen, graves, as_json)
    screen.show("" if as_json else "No decisions.")


def _wanted(
    release: "Release", made: "list[Decision]", id: str | None, by: str | None, waiting: bool
) -> "list[Decision]":
    lost = {one.decision.id for one in release.verdicts.found if one.waiting}
    about = {one.id for one in release.decisions(release.incident(id))} if id else None
    return [
        one
        for one in made
        if (about is None or one.id in about)
        and by in (None, one.reviewer)
        and (not waiting or one.id in lost)
    ]


def _log(
    screen: "Screen",
    release: "Release",
    wanted: "list[Decision]",
    made: "list[Decision]",
    as_json: bool,
) -> None:
    from reportedly.cli.screen import amber, faint
    from reportedly.cli.terminal import write_json
    from reportedly.wording import decided

    known = {one.id: one for one in made}
    state = _states(release, made)
    for one in wanted:
        words = decided.words(one, release, known)
        if as_json:
            write_json({**_for_programs(one), "words": words, "state": state.get(one.id)})
            continue
        screen.line([faint(decided.moment(one.made_at)), f"  {one.reviewer}  {words}"])
        if one.reason:
            screen.line(f"because: {one.reason}", indent=4)
        note = amber(state[one.id]) if one.id in state else "in force"
        screen.line([faint(f"{one.id}, "), note], indent=4)


def _states(release: "Release", made: "list[Decision]") -> Mapping[str, str]:
    """What is to be said of decisions that do nothing now, by id."""
    from reportedly.records.decision import void

    out = void(made)
    states = {
        one.decision.id: "waits for a person: what it was about is not read any more"
        for one in release.verdicts.found
        if one.waiting
    }
    for one in made:
        ended = one.subject[0] if one.action == "undo" else one.replaces
        if ended and one.id not in out:
            how = "undone" if one.action == "undo" else "replaced"
            states[ended] = f"{how} by {one.reviewer} ({one.id})"
    return states


def _for_programs(one: "Decision") -> Mapping[str, Any]:
    from reportedly import contract

    return {key: value for key, value in contract.decision(one).items()
            if key not in ("in_force", "machine")}  # fmt: skip


def _differing(
    screen: "Screen", release: "Release", id: str | None, by: str | None, as_json: bool
) -> None:
    from reportedly import contract
    from reportedly.cli.screen import faint
    from reportedly.cli.terminal import write_json
    from reportedly.wording import decided

    incidents = [release.incident(id)] if id else list(release.incidents())
    for one in (found for incident in incidents for found in release.differing(incident)):
        if by not in (None, one.decision.reviewer):
            continue
        if as_json:
            made = contract.decision(one.decision, machine=one.machine)
            write_json({"incident": one.incident, "words": decided.differs(one), **made})
            continue
        screen.line(decided.differs(one))
        day = decided.moment(one.decision.made_at)
        screen.line(faint(f"{day}, {one.decision.id}"), indent=4)


def _forgotten(screen: "Screen", graves: "list[Tombstone]", as_json: bool) -> None:
    from reportedly.cli.screen import faint
    from reportedly.cli.terminal import write_json
    from reportedly.wording import decided

    for one in graves:
        words = f"forgot a report: {one.reason}"
        if as_json:
            write_json(
                {"id": one.report, "action": "forget", "reviewer": one.reviewer,
                 "made_at": one.forgotten_at.isoformat(), "reason": one.reason, "words": words}
            )  # fmt: skip
            continue
        screen.line([faint(decided.moment(one.forgotten_at)), f"  {one.reviewer}  {words}"])
        screen.line(faint(one.report), indent=4)

"""``reportedly decide``: what a person makes of an incident, stored beside what was read."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.options import By, Db, Json

if TYPE_CHECKING:
    from reportedly.pipeline import Change, Matter, Release, Tools
    from reportedly.records import Decision, Value


class Action(StrEnum):
    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    ADJUDICATE = "adjudicate"
    JOIN = "join"
    SPLIT = "split"
    DISPUTE = "dispute"


Words = Annotated[
    list[str],
    typer.Argument(metavar="ID...", help="An incident, then what the action takes; see above."),
]
Why = Annotated[
    str,
    typer.Option("--why", metavar="TEXT", help="The reason; needed to overrule what was read."),
]
From = Annotated[
    str | None,
    typer.Option("--report", metavar="NAME", help="Only what this report says of the field."),
]
Expect = Annotated[
    str | None,
    typer.Option(
        "--expect",
        metavar="ID",
        help="Store it only if this decision, or none, is the last about the same matter.",
    ),
]
Quote = Annotated[
    str | None,
    typer.Option(
        "--quote", metavar="WORDS", help="Words of the report: as they stand, or as 120-180."
    ),
]
SaidBy = Annotated[
    str | None,
    typer.Option(
        "--speaker", metavar="WORDS", help="Who says it, in words of the report; or nobody."
    ),
]
SaidOn = Annotated[
    str | None, typer.Option("--said-on", metavar="DAY", help="When a statement was made.")
]
Denies = Annotated[
    list[str] | None,
    typer.Option(
        "--denies", metavar="ID", help="A statement of that report which it denies; or nothing."
    ),
]
_NOBODY, _NOTHING = "nobody", "nothing"
_TAKES = {
    Action.ACCEPT: "ID [FIELD [VALUE]]",
    Action.REJECT: "ID [FIELD [VALUE]]",
    Action.CORRECT: "ID FIELD VALUE",
    Action.ADJUDICATE: "ID FIELD VALUE",
    Action.JOIN: "ID ID",
    Action.SPLIT: "ID REPORT...",
    Action.DISPUTE: "ID [FIELD]",
}


@dataclass(frozen=True, slots=True)
class _Meant:
    """What the words of the command line mean."""

    matter: "Matter"
    field: str | None = None
    value: "Value | None" = None


@dataclass(frozen=True, slots=True)
class _Spoken:
    """What is told of a statement."""

    quote: str | None = None
    speaker: str | None = None
    on: str | None = None
    denies: tuple[str, ...] = ()


def command(
    action: Action,
    words: Words,
    why: Why = "",
    report: From = None,
    by: By = None,
    quote: Quote = None,
    speaker: SaidBy = None,
    said_on: SaidOn = None,
    denies: Denies = None,
    expect: Expect = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Decide about an incident, a field of it, or what one report says.

    \b
    accept INC-3 [FIELD [VALUE]]      it is so; without a field: it happened
    reject INC-3 [FIELD [VALUE]]      what was read is wrong; without a field: no such incident
    correct INC-3 FIELD VALUE         the value is another
    adjudicate INC-3 FIELD VALUE      the last word where people differ
    join INC-3 INC-7                  they are one incident
    split INC-3 REPORT...             these reports tell of another incident
    dispute INC-3 [FIELD]             mark as disputed
    correct STATEMENT ACT             what was read as said is a denial, a warning ...
    correct REPORT ACT --quote WORDS  words of a report are a statement
    reject STATEMENT                  what was read as said is no statement

    \b
    VALUE: 12, 12-15, '>=15', dozens; 2031-03-18, 2031-03, 2031-03-18..2031-03-20; a place or
    actor by name; a code; words. With --report NAME only that report's claim is meant.
    ACT: assert, deny, claim_responsibility, accuse, confirm, warn, urge, estimate, assess,
    predict, promise, doubt.

    Nothing that was read is lost: `log` shows every decision, `undo` takes one back.
    """
    from reportedly import pipeline
    from reportedly.cli import opened, reviewer
    from reportedly.review import decide

    with opened.store(db) as store:
        tools = opened.tools(book=opened.book_of(store))
        name = reviewer.who(store, by)
        before = pipeline.release(store, tools)
        try:
            spoken = _Spoken(quote, speaker, said_on, tuple(denies or ()))
            said = _said(action, words, spoken, before, tools)
            meant = said or _meant(action, words, report, before, tools)
            decision = decide(
                action.value,
                meant.matter.subject,
                reviewer=name,
                codebook=tools.codebook,
                field=meant.field,
                value=meant.value,
                reason=why,
                anchors=meant.matter.anchors,
            )
        except ValueError as error:
            hint = " (--why TEXT)" if "reason" in str(error) else ""
            raise typer.BadParameter(f"{error}{hint}") from None
        changes = pipeline.put(store, tools, decision, expect)
    show(decision, changes, as_json)


def show(decision: "Decision", changes: "list[Change]", as_json: bool) -> None:
    """What a decision changed, and how to take it back."""
    from reportedly import contract
    from reportedly.cli.screen import Screen, faint
    from reportedly.cli.terminal import write_json
    from reportedly.wording import decided, programs

    if as_json:
        found = [programs.change(one) for one in changes]
        write_json({"decision": contract.decision(decision), "changes": found})
        return
    screen = Screen()
    for line in (line for one in changes for line in decided.change(one)):
        screen.line(line)
    if not changes:
        screen.line("Recorded; no value changed.")
    screen.line(faint(f"by {decision.reviewer}; take it back: reportedly undo {decision.id}"))
    screen.show()


def _said(
    action: Action, words: list[str], spoken: _Spoken, release: "Release", tools: "Tools"
) -> _Meant | None:
    """What is decided about a statement; None where it is about anything else.

    Raises UnknownRecord, or ValueError where the words mean none, or several.
    """
    from reportedly import pipeline, wording
    from reportedly.pipeline import saying
    from reportedly.records import Said, When

    known = release.statement(words[0])
    act = next((one for one in wording.ACTS if words[1:] == [one]), None)
    if known is None and act is None and spoken == _Spoken():
        return None
    if known and action is Action.REJECT and (words[1:], spoken) == ([], _Spoken()):
        return _Meant(saying.on_statement(release, known))
    if action is not Action.CORRECT or act is None:
        acts = ", ".join(wording.ACTS)
        raise ValueError(f"a statement takes correct, and one of: {acts}; or reject alone")
    if (known is None) == (spoken.quote is None):
        raise ValueError("write the id of a statement; or a report, with --quote WORDS")
    reading = saying.reading_of(release, known.report if known else words[0])
    named = spoken.speaker not in (None, _NOBODY)
    on = pipeline.typed("date", spoken.on, tools) if spoken.on else None
    matter = saying.on_spoken(
        release,
        known or saying.words_in(release, reading, spoken.quote or ""),
        saying.speaker_in(release, reading, spoken.speaker or "") if named else None,
        [id for id in spoken.denies if id != _NOTHING],
    )
    day = on if isinstance(on, When) else None
    said = Said(act, day, spoken.speaker == _NOBODY, _NOTHING in spoken.denies)
    return _Meant(matter, None, said)


def _meant(
    action: Action, words: list[str], report: str | None, release: "Release", tools: "Tools"
) -> _Meant:
    """Raises ValueError where words are missing or too many, else what the parts raise."""
    from reportedly import pipeline

    id, *rest = words
    if action is Action.JOIN and len(rest) == 1:
        return _Meant(pipeline.joining(release, id, rest[0]))
    if action is Action.SPLIT and rest:
        return _Meant(pipeline.splitting(release, id, rest))
    if action in (Action.JOIN, Action.SPLIT):
        raise ValueError(f"write: reportedly decide {action} {_TAKES[action]}")
    if release.claims([id]):
        return _claim(action, id, " ".join(rest), release, tools)
    field, value = (rest[0] if rest else None), " ".join(rest[1:])
    if field is None and (report or action in (Action.CORRECT, Action.ADJUDICATE)):
        raise ValueError(f"write: reportedly decide {action} {_TAKES[action]}")
    if field is None:
        return _Meant(pipeline.on_incident(release, id))
    field = field.lower().replace("-", "_")
    meant = pipeline.typed(field, value, tools) if value else None
    tools.codebook.field(field)
    if action is Action.REJECT:
        return _Meant(pipeline.on_claims(release, id, field, report, meant), field)
    if report is not None:
        return _one_claim(action, pipeline.on_claims(release, id, field, report), field, meant)
    if action is Action.ACCEPT:
        meant = _accepted(release, id, field, meant)
    if meant is None and action is not Action.DISPUTE:
        raise ValueError(f"write: reportedly decide {action} {_TAKES[action]}")
    return _Meant(pipeline.on_incident(release, id), field, meant)


def _claim(action: Action, id: str, words: str, release: "Release", tools: "Tools") -> _Meant:
    from reportedly import pipeline

    matter, claim = pipeline.on_claim(release, id)
    value = pipeline.typed(claim.field, words, tools) if words else None
    return _Meant(matter, claim.field, value)


def _one_claim(action: Action, matter: "Matter", field: str, value: "Value | None") -> _Meant:
    from reportedly import wording

    if len(matter.subject) > 1:
        claims = "; ".join(f"{a.id} ({wording.say(a.value)})" for a in matter.anchors)
        raise ValueError(f"the report says several things of {field}; name the claim: {claims}")
    return _Meant(matter, field, value)


def _accepted(release: "Release", id: str, field: str, value: "Value | None") -> "Value":
    """The value that the person sees now, or the one of several that they name."""
    from reportedly import pipeline
    from reportedly.wording.decided import values

    shown = [f.value for f in release.incident(id).findings if f.field == field]
    if value is not None:
        if value not in shown:
            pipeline.on_claims(release, id, field, value=value)
        return value
    if len(shown) != 1:
        raise ValueError(f"{field} of {id} is {values(shown)}; write the value that you accept")
    return shown[0]

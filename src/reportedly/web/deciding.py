"""What a page asks for becomes a decision of the log: the same one that the command line makes."""

from typing import Annotated, Literal

from pydantic import BaseModel, Field, StringConstraints

from reportedly import pipeline, review
from reportedly.errors import UnknownRecord
from reportedly.pipeline import Matter, Release, Tools
from reportedly.pipeline.deciding import cited
from reportedly.pipeline.saying import on_spoken, on_statement
from reportedly.records import Act, Decision, Evidence, Said, Statement, Value, When
from reportedly.records.evidence import Part

Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2_000)]
Id = Annotated[str, StringConstraints(max_length=200)]
_OVERRULE = "to choose another value than the rule takes a reason"


class Selected(BaseModel):
    """Words of a report: code points ``start`` to ``end`` of its text or title."""

    report: Id
    part: Part = "text"
    start: int
    end: int


class Asked(BaseModel):
    """One decision about ``incident``.

    Without a field: ``accept`` or ``reject`` it, or with ``account`` what one report tells of it;
    ``join`` or ``split`` it and ``other``, or one ``account`` and the rest. With a field:
    ``accept`` the value shown (the ``nth`` of several) or that of a ``claim``, ``reject`` a
    ``claim``, ``correct`` or ``adjudicate`` to ``value`` as a person writes it, ``dispute`` it.
    To ``correct`` with ``words`` makes these the report's claim, or corrects the claim on them.
    """

    action: Literal["accept", "reject", "correct", "adjudicate", "join", "split", "dispute"]
    incident: Id
    other: Id | None = None
    account: Id | None = None
    field: Id | None = None
    nth: int = 0
    claim: Id | None = None
    value: Words | None = None
    words: Selected | None = None
    reason: Words = ""


class Spoken(BaseModel):
    """What was said: a ``statement`` that is read, or ``words`` of a report.

    ``act``: what it does; ``none`` where it is no statement, of which nothing else is told.
    ``speaker``: words of that report that name who says it, or ``nobody``; ``said_on``: a day as a
    person writes it; ``denies``: statements of that report. What is null stays as it was read.
    """

    statement: Id | None = None
    words: Selected | None = None
    act: Act | Literal["none"]
    speaker: Selected | Literal["nobody"] | None = None
    said_on: Words | None = None
    denies: Annotated[list[Id], Field(max_length=20)] | None = None
    reason: Words = ""


def spoken(asked: Spoken, release: Release, tools: Tools, reviewer: str) -> Decision:
    """Raises UnknownRecord, or ValueError for a decision that lacks a part."""
    words: Evidence | Statement | None = None
    if asked.words is not None and asked.statement is None:
        words = _cited(asked.words, release)
    elif asked.statement is not None and asked.words is None:
        words = release.statement(asked.statement)
        if words is None:
            raise UnknownRecord(f"no statement {asked.statement!r} is read at present")
    if words is None:
        raise ValueError("it takes a statement, or words of a report")
    if asked.act == "none":
        return _unsaid(asked, words, release, tools, reviewer)
    named = asked.speaker if isinstance(asked.speaker, Selected) else None
    on = pipeline.typed("date", asked.said_on, tools) if asked.said_on else None
    speaker = _cited(named, release) if named else None
    matter = on_spoken(release, words, speaker, asked.denies or ())
    value = Said(
        asked.act,
        on if isinstance(on, When) else None,
        unnamed=asked.speaker == "nobody",
        denies_nothing=asked.denies == [],
    )
    return review.decide(
        "correct",
        matter.subject,
        reviewer=reviewer,
        codebook=tools.codebook,
        value=value,
        reason=asked.reason,
        anchors=matter.anchors,
    )


def _unsaid(
    asked: Spoken, words: Evidence | Statement, release: Release, tools: Tools, reviewer: str
) -> Decision:
    if asked.speaker or asked.said_on or asked.denies:
        raise ValueError("what is no statement has no speaker and no day, and denies nothing")
    matter = on_statement(release, words)
    return review.decide(
        "reject",
        matter.subject,
        reviewer=reviewer,
        codebook=tools.codebook,
        reason=asked.reason,
        anchors=matter.anchors,
    )


def _cited(words: Selected, release: Release) -> Evidence:
    return cited(release, words.report, words.part, words.start, words.end)


def decision(asked: Asked, release: Release, tools: Tools, reviewer: str) -> Decision:
    """Raises UnknownRecord, CodebookError, or ValueError for a decision that lacks a part."""
    if asked.action in ("join", "split"):
        matter, value = _pair(asked, release), None
    elif asked.field is None:
        matter, value = _whole(asked, release), None
    elif asked.words is not None:
        matter, value = _on_words(asked, asked.field, asked.words, release, tools)
    elif asked.claim is not None:
        matter, value = _on_claim(asked, release, tools)
    else:
        matter, value = pipeline.on_incident(release, asked.incident), _value(asked, release, tools)
    return review.decide(
        asked.action,
        matter.subject,
        reviewer=reviewer,
        codebook=tools.codebook,
        field=asked.field,
        value=value,
        reason=asked.reason,
        anchors=matter.anchors,
    )


def _pair(asked: Asked, release: Release) -> Matter:
    if asked.other is not None:
        return pipeline.joining(release, asked.incident, asked.other)
    if asked.account is None:
        raise ValueError(f"to {asked.action} takes another incident, or one account")
    return pipeline.splitting(release, asked.incident, [asked.account])


def _whole(asked: Asked, release: Release) -> Matter:
    if asked.action not in ("accept", "reject", "dispute"):
        raise ValueError(f"to {asked.action} takes a field")
    if asked.account is not None:
        return pipeline.on_account(release, asked.account)
    return pipeline.on_incident(release, asked.incident)


def _on_claim(asked: Asked, release: Release, tools: Tools) -> tuple[Matter, Value | None]:
    matter, claim = pipeline.on_claim(release, asked.claim or "")
    if claim.field != asked.field:
        raise ValueError(f"that claim is about {claim.field}, not {asked.field}")
    if asked.action == "accept":
        shown = [
            f.value for f in release.incident(asked.incident).findings if f.field == claim.field
        ]
        if claim.value not in shown and not asked.reason:
            raise ValueError(_OVERRULE)
    written = pipeline.typed(claim.field, asked.value, tools) if asked.value else None
    return matter, written


def _on_words(
    asked: Asked, field: str, words: Selected, release: Release, tools: Tools
) -> tuple[Matter, Value]:
    if asked.action != "correct":
        raise ValueError("words that are selected make or correct a claim: the action is correct")
    value = pipeline.typed(field, asked.value or "", tools)
    where = (words.report, words.part, words.start, words.end)
    return pipeline.on_words(release, asked.incident, field, *where), value


def _value(asked: Asked, release: Release, tools: Tools) -> Value | None:
    field = asked.field or ""
    shown = _shown(asked, release, field)
    match asked.action:
        case "accept" if 0 <= asked.nth < len(shown):
            return shown[asked.nth]
        case "accept":
            raise ValueError(f"no value of {field} is known; correct it instead")
        case "correct" | "adjudicate":
            return pipeline.typed(field, asked.value or "", tools)
        case "reject":
            raise ValueError("to reject takes the claim that is wrong")
    return None


def _shown(asked: Asked, release: Release, field: str) -> list[Value]:
    return [f.value for f in release.incident(asked.incident).findings if f.field == field]

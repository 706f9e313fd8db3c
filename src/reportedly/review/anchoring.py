"""What a decision was about, kept as places in reports and found again in today's readings. Pure.

A thing that has kept its id is the same. Else it is found where today's reading speaks of the same
stretch of text: the greatest overlap; of claims on one stretch the one with the same value; then
the nearest in extent. What is
not found leaves its decision waiting for a person: it is kept, and does nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.records import (
    PERSON,
    Account,
    Anchor,
    Claim,
    Decision,
    Evidence,
    Reading,
    Said,
    Statement,
    content_id,
)
from reportedly.records.decision import Kind, standing
from reportedly.records.evidence import Part

Thing = Account | Claim | Statement
Span = tuple[Part, int, int]
_KINDS: Mapping[type[Thing], Kind] = {
    Account: "account",
    Claim: "claim",
    Statement: "statement",
}
_TAKES_THE_VALUE = ("accept", "adjudicate")
_SIDES = ("join", "split")
_SAME = 0.5  # of the words of two statements: so much in common, and they are one


@dataclass(frozen=True, slots=True)
class Found:
    """A decision with the ids of today. ``waiting``: what it was about is not read any more."""

    decision: Decision  # its subject: claims or accounts of today, or a decision; () where lost
    accounts: tuple[str, ...] = ()  # that it speaks of, or whose claims it speaks of
    sides: tuple[tuple[str, ...], ...] = ()  # of a join or split
    waiting: bool = False
    adds: bool = False  # the claim or statement that it names is read nowhere: a person made it


def anchor(thing: Thing, subject: str | None = None) -> Anchor:
    """Where a thing stands. ``subject``: the id that the decision calls it by, if not its own."""
    return Anchor(
        subject=subject or thing.id,
        kind=_KINDS[type(thing)],
        id=thing.id,
        report=_cited(thing)[0].report,
        spans=tuple((one.part, one.start, one.end) for one in _cited(thing)),
        field=thing.field if isinstance(thing, Claim) else None,
        value=thing.value if isinstance(thing, Claim) else None,
    )


def current(
    decisions: Iterable[Decision],
    readings: Mapping[str, Reading],
    owners: Mapping[str, str] | None = None,
    called: Mapping[str, str] | None = None,
    told: Mapping[str, Sequence[str]] | None = None,
) -> list[Found]:
    """Every decision with its subject as it is called today, undone ones too, in their order.

    ``readings`` by report id: those of the reports whose things have other ids today. ``owners``:
    the accounts, claims and statements that are read today under the id they had, each with its
    account ("" for statements). ``called``: account ids for what decisions of before anchors name.
    ``told``: the accounts of each report that statements were made of or set right in.
    """
    owners, called, told = dict(owners or {}), called or {}, told or {}
    found = []
    for decision in decisions:
        if decision.action == "undo":
            one = Found(decision)
        elif pair := making(decision):
            one = _made(decision, *pair, readings, owners)
        elif words := saying(decision):
            one = _said(decision, words, readings, owners, told.get(words.report, ()))
        elif decision.anchors:
            one = _anchored(decision, readings, owners)
        else:
            one = _named(decision, owners, called)
        found.append(one)
        if one.adds and not saying(decision):  # later decisions may be about it
            owners |= dict(zip(one.decision.subject, one.accounts, strict=True))
    return found


def making(decision: Decision) -> tuple[Anchor, Anchor] | None:
    """The words that a person made a claim of, and the account that they gave it to."""
    match decision.action, decision.anchors:
        case "correct", (Anchor(kind="claim") as words, Anchor(kind="account") as home):
            return words, home
    return None


def saying(decision: Decision) -> Anchor | None:
    """The words that a person says are somebody's statement, or are none."""
    if isinstance(decision.value, Said) or decision.action == "reject":
        match decision.anchors:
            case (Anchor(kind="statement") as words, *_):
                return words
    return None


def own_id(report: str, span: Span) -> str:
    """Of the statement that people make of these words."""
    return content_id("statement", PERSON, report, *span)


def alike(statements: Iterable[Statement], spans: Sequence[Span]) -> Statement | None:
    """The statement whose words these mostly are; another may stand inside it, or around."""

    def likeness(said: Statement) -> float:
        there = [(one.part, one.start, one.end) for one in _cited(said)]
        shared = _shared(spans, there)
        return shared / (_length(spans) + _length(there) - shared)

    likest = max(statements, key=likeness, default=None)
    return likest if likest and likeness(likest) >= _SAME else None


def again(one: Anchor, reading: Reading) -> Thing | None:
    """What an anchor means in a reading of today."""
    return _again(one, reading)[1]


def dismissed(found: Iterable[Found]) -> dict[str, Decision]:
    """The accounts that people rejected whole: they tell of no incident."""
    said = {one.decision.id: one for one in found}
    return {
        account: decision
        for decision in standing(one.decision for one in said.values())
        if decision.action == "reject" and whole(decision)
        for account in said[decision.id].accounts
    }


def whole(decision: Decision) -> bool:
    """True if it is about an incident as such, not about one of its fields or claims."""
    about_claims = any(a.kind != "account" for a in decision.anchors)
    return decision.field is None and not about_claims and bool(decision.anchors)


def placed(one: Found, home: Mapping[str, str]) -> Found:
    """A decision about an incident, put on one account of the group that has most of its own.

    Where groups have equally many, the one with the account that it names first. So a value that
    a person gave stays with most of what they saw when an account is split off. ``home``: the
    group of each account, as far as it is there.
    """
    known = [account for account in one.accounts if account in home]
    groups = [home[account] for account in known]
    if not known:
        return one
    likest = max(groups, key=lambda group: (groups.count(group), -groups.index(group)))
    account = known[groups.index(likest)]
    return replace(one, decision=replace(one.decision, subject=(account,)), accounts=(account,))


def _anchored(
    decision: Decision, readings: Mapping[str, Reading], owners: Mapping[str, str]
) -> Found:
    sides: dict[str, list[str]] = {subject: [] for subject in decision.subject}
    accounts: list[str] = []
    value = decision.value
    seen = False
    for one in decision.anchors:
        if one.id in owners:
            sides.setdefault(one.subject, []).append(one.id)
            accounts += [owners[one.id]] if owners[one.id] else []
            continue
        if one.report not in readings:
            continue
        seen = True
        account, thing = _again(one, readings[one.report])
        if thing is None:
            continue
        sides.setdefault(one.subject, []).append(thing.id)
        accounts += [account] if account else []
        accepted = value is None and decision.action in _TAKES_THE_VALUE
        if accepted and isinstance(thing, Claim) and thing.value != one.value:
            value = one.value  # the person accepted what they saw
    ids = tuple(dict.fromkeys(id for side in sides.values() for id in side))
    lost = not ids or (decision.action in _SIDES and not all(sides.values()))
    return Found(
        replace(decision, subject=() if lost else ids, value=value),
        accounts=() if lost else tuple(dict.fromkeys(accounts)),
        sides=tuple(map(tuple, sides.values())) if decision.action in _SIDES and not lost else (),
        waiting=lost and seen,
    )


def _made(
    decision: Decision,
    words: Anchor,
    home: Anchor,
    readings: Mapping[str, Reading],
    owners: Mapping[str, str],
) -> Found:
    """A claim that is read on these words today is corrected; else the account gets a new one."""
    reading = readings.get(words.report)
    if reading is None:
        return Found(replace(decision, subject=()))
    account = home.id if home.id in owners else _again(home, reading)[0]
    if account is None:
        return Found(replace(decision, subject=()), waiting=True)
    mine = [one for one in reading.accounts if one.id == account]
    _, read = _again(words, replace(reading, accounts=tuple(mine)))
    subject = (read.id if read else words.id,)
    return Found(replace(decision, subject=subject), accounts=(account,), adds=read is None)


def _said(
    decision: Decision,
    words: Anchor,
    readings: Mapping[str, Reading],
    owners: Mapping[str, str],
    told: Sequence[str],
) -> Found:
    """A statement that is read on these words today is set right; else the report gets a new one,
    if it was a person's. It speaks of all that its report tells: any of it may be what is said.
    """
    made = words.id == own_id(words.report, words.spans[0])
    if not made and words.id in owners:
        return Found(replace(decision, subject=(words.id,)), tuple(told))
    reading = readings.get(words.report)
    if reading is None:
        return Found(replace(decision, subject=()))
    read = alike(reading.statements, words.spans) if made else again(words, reading)
    if read is None and not made:
        return Found(replace(decision, subject=()), waiting=True)
    subject = (read.id if read else words.id,)
    return Found(replace(decision, subject=subject), tuple(told), adds=read is None)


def _again(one: Anchor, reading: Reading) -> tuple[str | None, Thing | None]:
    """The thing of today's reading, with the account that it is or belongs to."""
    likest: tuple[str | None, Thing | None] = None, None
    best: tuple[float, ...] = (0,)
    for account, thing in _things(one, reading):
        spans = [(e.part, e.start, e.end) for e in _cited(thing)]
        shared = _shared(one.spans, spans)
        extent = _length(one.spans) + _length(spans) - shared
        same = isinstance(thing, Claim) and thing.value == one.value
        rank = (shared, same, shared / extent, thing.id == one.id)
        if shared and rank > best:
            best, likest = rank, (account, thing)
    return likest


def _things(one: Anchor, reading: Reading) -> Iterator[tuple[str | None, Thing]]:
    if one.kind == "statement":
        yield from ((None, statement) for statement in reading.statements)
    for account in reading.accounts:
        if one.kind == "account":
            yield account.id, account
        elif one.kind == "claim":
            yield from ((account.id, claim) for claim in account.of(one.field or ""))


def _cited(thing: Thing) -> tuple[Evidence, ...]:
    match thing:
        case Account():
            return thing.mentions
        case Claim():
            return thing.evidence
        case Statement():
            return (thing.content,)


def _shared(ones: Iterable[Span], others: Sequence[Span]) -> int:
    """How many code points both cover."""
    return sum(
        max(0, min(end, last) - max(start, first))
        for part, start, end in ones
        for other, first, last in others
        if part == other
    )


def _length(spans: Iterable[Span]) -> int:
    return sum(end - start for _, start, end in spans)


def _named(decision: Decision, owners: Mapping[str, str], called: Mapping[str, str]) -> Found:
    ids = tuple(called.get(id, id) for id in decision.subject)
    accounts = tuple(owners.get(id, id if id in called.values() else "") for id in ids)
    if not all(accounts):
        return Found(replace(decision, subject=()), waiting=True)
    sides = tuple((id,) for id in ids) if decision.action in _SIDES else ()
    return Found(replace(decision, subject=ids), tuple(dict.fromkeys(accounts)), sides)

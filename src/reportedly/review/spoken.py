"""Statements that people make of words which they selected, or set right. Pure.

What such a decision holds are places in the report: of what is said, of who says it, of what that
denies. The words are cut from the report, and today's reading says who is meant, when it is asked.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reportedly.records import (
    PERSON,
    Account,
    Anchor,
    Decision,
    Evidence,
    Mode,
    Reading,
    Report,
    Said,
    Speaker,
    Statement,
    cite,
)
from reportedly.review.anchoring import Found, again, alike, anchor, own_id, saying

_DENYING = ("deny", "doubt")
_FORWARD = ("warn", "predict", "promise")
_MARKS = frozenset('"“”„‟«»「」『』')
Statements = Mapping[str, Statement]


def spoken(
    reading: Reading,
    words: Evidence | Statement,
    speaker: Evidence | None = None,
    denies: Iterable[Statement] = (),
) -> tuple[Anchor, ...]:
    """What a decision is about that says of a statement, or of words, who says them and what they
    deny: the statement that is read on the words, else a new one.
    """
    first = anchor(words) if isinstance(words, Statement) else _first(reading, words)
    found = [first, *(anchor(one) for one in denies)]
    if speaker is not None:
        spans = ((speaker.part, speaker.start, speaker.end),)
        found.insert(1, replace(first, kind="speaker", spans=spans))
    return tuple(found)


def _first(reading: Reading, words: Evidence) -> Anchor:
    span = (words.part, words.start, words.end)
    if there := alike(reading.statements, [span]):
        return anchor(there)
    id = own_id(words.report, span)
    return Anchor(subject=id, kind="statement", id=id, report=words.report, spans=(span,))


def with_spoken(reading: Reading, found: Sequence[Found]) -> Reading:
    """The reading with the statements that these decisions make in its report or set right, the
    later ones last, without those that they say are none, and with the claims that stand in such
    words as the word of who says them.
    """
    before = {one.id: one for one in reading.statements}
    said = dict(before)
    denying: list[tuple[str, list[Anchor]]] = []
    for one in found:
        if saying(one.decision) is None or not one.decision.subject:
            continue
        (id,) = one.decision.subject
        if one.decision.action == "reject":
            said.pop(id, None)
            continue
        old = said.get(id) or before.get(id) or _new(reading, one.decision.anchors[0], said)
        said[id] = _as_said(reading, one.decision, old)
        if further := [a for a in one.decision.anchors[1:] if a.kind == "statement"]:
            denying.append((id, further))
    every = replace(reading, statements=tuple((before | said).values()))
    for id, anchors in denying:
        meant = [there.id for one in anchors if (there := again(one, every)) and there.id != id]
        if id in said:
            left = (other for other in meant if other in said)
            said[id] = replace(said[id], rebuts=tuple(dict.fromkeys(left)))
    changed = {one.id: one for one in said.values() if one.by == PERSON}
    gone = before.keys() - said.keys()
    if not changed and not gone:
        return reading
    said = {id: _without(one, before, said) for id, one in said.items()}
    return replace(
        reading,
        statements=tuple(sorted(said.values(), key=_place)),
        accounts=tuple(_reheard(one, before, said, changed) for one in reading.accounts),
        disputes=tuple(one for one in reading.disputes if gone.isdisjoint((one.left, one.right))),
    )


def around(statements: Iterable[Statement], words: Evidence) -> Statement | None:
    """The innermost statement that these words stand in."""
    holding = [one for one in statements if _holds(one.content, words)]
    return min(holding, key=lambda one: one.content.end - one.content.start, default=None)


def _as_said(reading: Reading, made: Decision, old: Statement) -> Statement:
    if not isinstance(made.value, Said):
        raise TypeError(f"{made.id} does not say what was said")
    value = made.value
    chosen = next((one for one in made.anchors[1:] if one.kind == "speaker"), None)
    speaker = Speaker(name=None) if value.unnamed else old.speaker
    kept = (old.act not in _DENYING or value.act in _DENYING) and not value.denies_nothing
    return replace(
        old,
        speaker=_speaker(reading, chosen) if chosen else speaker,
        act=value.act,
        date=value.on or old.date,
        rebuts=old.rebuts if kept else (),
        horizon=old.horizon if value.act in _FORWARD else None,
        by=PERSON,
    )


def _new(reading: Reading, words: Anchor, known: Statements) -> Statement:
    (part, start, end), *_ = words.spans
    content = cite(reading.report, start, end, part)
    holder = around(known.values(), content)
    return Statement(
        id=words.id,
        report=words.report,
        speaker=Speaker(name=None),
        act="assert",
        mode=_mode(reading.report, content),
        content=content,
        nested_in=holder.id if holder else None,
        by=PERSON,
    )


def _mode(report: Report, words: Evidence) -> Mode:
    """Direct between quotation marks, mixed where some stand within."""
    source = report.text if words.part == "text" else report.title or ""
    before = source[max(0, words.start - 1) : words.start + 1]
    after = source[words.end - 1 : words.end + 2]
    edges = before, after  # a comma or full stop stands inside the marks
    if all(_MARKS.intersection(edge) for edge in edges):
        return "direct"
    return "mixed" if _MARKS.intersection(words.quote) else "indirect"


def _speaker(reading: Reading, words: Anchor) -> Speaker:
    """Whom these words name: a speaker of the report as read, else one of its actors, else them."""
    (part, start, end), *_ = words.spans
    named = cite(reading.report, start, end, part)
    for said in reading.statements:
        if named in said.speaker.evidence:
            return said.speaker
    met = (one.actor for one in reading.actors if named in (*one.mentions, *one.aliases))
    actor = next(met, None)
    return Speaker(
        name=" ".join(named.quote.split()), ref=actor.ref if actor else None, evidence=(named,)
    )


def _without(one: Statement, before: Statements, left: Statements) -> Statement:
    """A statement that neither denies nor stands in what people say is none."""
    home = one.nested_in
    while home is not None and home not in left:
        home = before[home].nested_in if home in before else None
    rebuts = tuple(id for id in one.rebuts if id in left or id not in before)
    return replace(one, nested_in=home, rebuts=rebuts)


def _reheard(
    account: Account, before: Statements, left: Statements, changed: Statements
) -> Account:
    claims = []
    for claim in account.claims:
        stood = before.get(claim.statement or "")
        if stood and stood.id not in left:  # it is none, people say
            voice = None if claim.voice == stood.speaker.name else claim.voice
            claim, was = replace(claim, statement=None, voice=voice), None
            said = around(left.values(), claim.evidence[0])
        else:
            said = changed.get(claim.statement or "")
            if claim.statement is None and claim.voice is None:
                said = around(changed.values(), claim.evidence[0])
            was = before[said.id].speaker.name if said and said.id in before else None
        if said and claim.voice == was:
            claim = replace(claim, statement=said.id, voice=said.speaker.name)
        claims.append(claim)
    return replace(account, claims=tuple(claims))


def _holds(outer: Evidence, inner: Evidence) -> bool:
    return outer.part == inner.part and outer.start <= inner.start and inner.end <= outer.end


def _place(said: Statement) -> tuple[str, int, int]:
    return said.content.part, said.content.start, -said.content.end

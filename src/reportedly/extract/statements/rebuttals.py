"""Which statement denies which, where the text itself shows it.

A denial, or a statement that cannot be true with another, is joined to what it denies, by the
first rule that finds something:

1. "X's claims ... are false": the denial rebuts the claim nested in it.
2. "rejected **the envoy's warning**": the denial names whose words, or which kind of words
   ("such statements", "the accusation"), it means.
3. "there is **no depot**": a thing that another speaker before said there is.
4. "we **did not shell** the town": a denial that shares its words with an earlier accusation, or
   that answers an accusation right before it.
5. "Roe disagreed. He said ...": what Roe says then is against the statement before.
6. Two voices say of one thing what cannot both be true: see :mod:`.opposites`, and
   :mod:`.answers` for what contradicts without words of denial.

Statements that merely differ are left alone.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reportedly.extract.statements.answers import answered
from reportedly.extract.statements.grammar import words_of
from reportedly.extract.statements.opposites import affirms, contradicted, taken_back
from reportedly.extract.statements.sides import (
    LOOKED_AT,
    WORD,
    acronym,
    identity,
    own_words,
    same_side,
    stems,
)
from reportedly.records import Statement

MOST = 2  # a denial is joined to at most so many statements, all of one speaker
SAME_BREATH = 60  # code points between two halves of one sentence
FIGURES = re.compile(r"figure|toll|number|estimate|count", re.IGNORECASE)
WINDOW = 80  # statements before a denial that it may mean
AFTER = 2  # statements after a denial in which the accusation may be told
NEAR = 400  # code points between an accusation and the denial that answers it
SPEECH_NOUNS = (
    r"statements?|claims?|allegations?|accusations?|charges?|reports?|warnings?|concerns?|fears?|"
    r"remarks?|comments?|assertions?|suggestions?|version|account|figures?|tolls?|numbers?|estimates?|"
    r"findings?|picture|words|denials?|criticisms?|assessment|view|"
    r"calls?|demands?|appeals?|pleas?|requests?|proposals?|offers?"
)
OWNED = re.compile(
    rf"\b(?P<owner>(?:(?:the|an?)\s+)?(?:[\w.’'-]+\s+){{0,4}}?[\w.-]+(?:[’']s|s[’'])|his|her|their|its)\s+"
    rf"(?:[\w-]+\s+){{0,2}}?(?P<noun>{SPEECH_NOUNS})\b",
    re.IGNORECASE,
)
POINTING = re.compile(
    rf"\b(?:such|that|this|those|these|the|any|all|both)\s+(?:[\w-]+\s+){{0,2}}?(?P<noun>{SPEECH_NOUNS})\b",
    re.IGNORECASE,
)
NO_SUCH_THING = re.compile(
    r"\b(?:there (?:is|was|were|are|has been|had been)|has|have|had)\s+(?:no|never any)\s+"
    r"(?:longer\s+)?"
    r"(?:any\s+|a\s+)?(?P<thing>[^\W\d_]{4,})|\bno longer (?:any|a)\s+(?P<other>[^\W\d_]{4,})",
    re.IGNORECASE,
)
NOT_A_THING = words_of(
    """doubt evidence comment need reason information sign word longer immediate other plan
    plans idea choice question problem such more further official claim indication
    confirmation"""
)
DISAGREEMENT = re.compile(
    r"\b(?:disagreed|disagrees|countered|counters|contradicted|begged to differ|"
    r"took a different view|gave a different account)\b"
)
DENYING = re.compile(r"\b(?:den[iy]|reject|dismiss|refut|repudiat|disput|contradict|rul)", re.I)
WARNING_NOUNS = re.compile(r"warning|concern|fear|threat", re.IGNORECASE)
CALL_NOUNS = re.compile(r"call|demand|appeal|plea|request|propos|offer", re.IGNORECASE)
NEGATIVE = re.compile(r"\b(?:no|not|nothing|never|without|lack\w*)\b|n[’']t\b", re.IGNORECASE)
ATTACKED: frozenset[str] = frozenset(["accuse", "warn", "claim_responsibility"])
SAID: frozenset[str] = frozenset(["assert", "estimate", "assess"])  # what may be denied, too


def with_rebuttals(made: Sequence[Statement], text: str) -> tuple[Statement, ...]:
    """The statements of a text, in its order, each denial with the ids of what it denies."""
    known = {one.id: one for one in made}
    inside: dict[str, list[Statement]] = {}  # by the id of the statement of somebody else
    for one in made:
        holder = known.get(one.nested_in or "")
        if holder is not None and holder.speaker.name != one.speaker.name:
            inside.setdefault(holder.id, []).append(one)
    joined: list[Statement] = []
    for place, one in enumerate(made):
        targets: Sequence[Statement] = ()
        if one.act == "deny" and one.nested_in is None:
            before = made[max(0, place - WINDOW) : place]
            targets = (
                inside.get(one.id)
                or _told_next(one, made[place + 1 : place + 1 + AFTER])
                or _denied(one, before, made[place + 1 : place + 1 + AFTER], joined, known)
            )
        elif joined and _disagrees(joined[-1], one, text):
            targets = joined[-1:]
        elif one.nested_in is None:
            before = [s for s in made[max(0, place - WINDOW) : place] if not same_side(one, s)]
            targets = contradicted(one, before) or answered(one, before)
        if not targets and one.nested_in is None:
            own = [s for s in made[max(0, place - WINDOW) : place] if s.nested_in is None]
            targets = taken_back(one, [s for s in own if same_side(one, s) and s.speaker.name])
        ids = tuple(t.id for t in targets[:MOST])
        if ids and joined and _gives_own_figure(joined[-1], one):
            joined[-1] = replace(joined[-1], rebuts=ids)
        joined.append(replace(one, rebuts=ids))
    return tuple(joined)


def _disagrees(before: Statement, one: Statement, text: str) -> bool:
    """ "Roe **disagreed**. He said ..."; "..., the general **countered**"."""
    if same_side(one, before) or one.content.start - before.content.end > NEAR:
        return False
    between = text[before.content.end : one.content.start]
    cue = one.cue.quote if one.cue is not None else ""
    return DISAGREEMENT.search(between) is not None or DISAGREEMENT.search(cue) is not None


def _gives_own_figure(before: Statement, denial: Statement) -> bool:
    """ "said **nine had died** and called the rebels' figure invented"."""
    owned = OWNED.search(denial.content.quote)
    return (
        owned is not None
        and FIGURES.match(owned["noun"]) is not None
        and before.speaker.name == denial.speaker.name
        and 0 <= denial.content.start - before.content.end < SAME_BREATH
    )


def _denied(
    one: Statement,
    before: Sequence[Statement],
    after: Sequence[Statement],
    joined: Sequence[Statement],
    known: Mapping[str, Statement],
) -> Sequence[Statement]:
    earlier = [s for s in before if s.nested_in is None and not same_side(one, s)]
    content = one.content.quote[:LOOKED_AT]
    if owned := OWNED.search(content):
        return list(_of_owner(owned, one, earlier)) or list(_of_owner(owned, one, after))[:1]
    pointing = POINTING.search(content[:120])
    if pointing is not None and CALL_NOUNS.match(pointing["noun"]):
        about = stems(content[pointing.end() :])
        return _of_last_speaker([
            s for s in earlier if s.act == "urge" and about & stems(s.content.quote)
        ])  # fmt: skip
    if pointing is not None:
        previous = next((j for j in reversed(joined) if j.rebuts and same_side(one, j)), None)
        if previous is not None and one.content.start - previous.content.end < NEAR:
            return [known[id] for id in previous.rebuts]
        return _last_attack(earlier) or _said_of(one, earlier)
    if things := _absent_things(content):
        found = [s for s in earlier if things & stems(s.content.quote) and _affirmative(s)]
        if found:
            return _of_last_speaker(found)
    return _answered(one, earlier) or _with_the_denial_before(one, joined, known)


def _with_the_denial_before(
    one: Statement, joined: Sequence[Statement], known: Mapping[str, Statement]
) -> list[Statement]:
    """A denial that follows directly on a joined one goes on denying the same."""
    previous = joined[-1] if joined else None
    if previous is None or not previous.rebuts or one.content.start - previous.content.end > NEAR:
        return []
    return [known[id] for id in previous.rebuts if not same_side(one, known[id])]


def _told_next(one: Statement, after: Sequence[Statement]) -> list[Statement]:
    """The accusation that a report tells right after the denial, in words that they share."""
    words = stems(one.content.quote)
    return [
        s for s in after
        if (s.act == "accuse" or affirms(s, one))
        and s.nested_in is None and not same_side(one, s)
        and s.content.start - one.content.end < NEAR and words & stems(s.content.quote)
    ][:1]  # fmt: skip


def _of_owner(
    owned: re.Match[str], one: Statement, earlier: Sequence[Statement]
) -> Iterator[Statement]:
    owner = owned["owner"].lower()
    kind = "warn" if WARNING_NOUNS.search(owned["noun"]) else None
    kind = "urge" if CALL_NOUNS.match(owned["noun"]) else kind
    if owner in {"his", "her", "their", "its"}:
        yield from _last_attack(earlier) or _said_of(one, earlier)
        return
    described = stems(re.sub(r"[’'](?:s\b)?", " ", owner)) - {"offic"}
    named = [s for s in earlier if described & stems(identity(s.speaker))]
    if not named:
        named = [s for s in earlier if s.speaker.name and acronym(s.speaker.name) in owner.split()]
    if not named:
        return
    about = stems(one.content.quote[owned.end() :])
    same_kind = [s for s in named if kind in (None, s.act)]
    ranked = sorted(
        same_kind or named, key=lambda s: (len(about & stems(s.content.quote)), s.content.start)
    )
    speaker = ranked[-1].speaker.name
    yield from [s for s in reversed(ranked) if s.speaker.name == speaker]


def _last_attack(earlier: Sequence[Statement]) -> list[Statement]:
    """The latest accusation, warning or claim; "her warning" cannot mean a mere remark."""
    found = [s for s in earlier if s.act in ATTACKED]
    return _of_last_speaker(found)[:1]


def _said_of(one: Statement, earlier: Sequence[Statement]) -> list[Statement]:
    """What was said of the one who rejects "the charge", if nobody is said to accuse."""
    mine = own_words(one.speaker)
    near = [s for s in earlier if s.act in SAID and one.content.start - s.content.end < NEAR]
    return [s for s in reversed(near) if mine & stems(s.content.quote)][:1]


def _of_last_speaker(found: Sequence[Statement]) -> list[Statement]:
    if not found:
        return []
    name = found[-1].speaker.name
    return [s for s in reversed(found) if s.speaker.name == name]


def _answered(one: Statement, earlier: Sequence[Statement]) -> list[Statement]:
    words = stems(one.content.quote)
    denied = stems(re.split(r"[:;.]", one.content.quote, maxsplit=1)[0])
    best: list[tuple[int, int, Statement]] = []
    denies = one.cue is not None and DENYING.search(one.cue.quote) is not None
    for number, accusation in enumerate(earlier):
        attacks = accusation.act in ATTACKED
        if not attacks and not (denies and accusation.act in SAID and _affirmative(accusation)):
            continue
        shared = len((words if attacks else denied) & stems(accusation.content.quote))
        aimed = bool(stems(identity(one.speaker)) & stems(accusation.content.quote))
        near = one.content.start - accusation.content.end < NEAR
        answers = (
            shared >= 2
            or (shared and (aimed or near))
            or (near and (aimed or accusation.act == "accuse"))
            if attacks
            else shared and (aimed or near or shared >= 2)
        )
        if answers:
            best.append((shared + 2 * aimed + near + 2 * attacks, number, accusation))
    if not best:
        return []
    accusation = max(best, key=lambda b: b[:2])[2]
    if accusation.act not in ATTACKED:
        return [accusation]
    blamed = _names(accusation)
    more = [s for s in earlier if s.speaker.name == accusation.speaker.name and _names(s) & blamed]
    return [accusation, *(s for s in more if s is not accusation)]


def _names(one: Statement) -> set[str]:
    """The capitalised words of a statement's content: whom it speaks of."""
    return {w for w in WORD.findall(one.content.quote) if w[0].isupper() and len(w) > 2}


def _affirmative(one: Statement) -> bool:
    return one.act != "deny" and NEGATIVE.search(one.content.quote) is None


def _absent_things(content: str) -> set[str]:
    things = {
        (m["thing"] or m["other"]).lower() for m in NO_SUCH_THING.finditer(content)
    } - NOT_A_THING
    return {stem for thing in things for stem in stems(thing)}

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
6. Two voices say of one thing what cannot both be true: see :mod:`.opposites`.

Statements that merely differ are left alone.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from reportedly.extract.statements.grammar import words_of
from reportedly.extract.statements.opposites import affirms, contradicted
from reportedly.records import Speaker, Statement

MOST = 2  # a denial is joined to at most so many statements, all of one speaker
SAME_BREATH = 60  # code points between two halves of one sentence
FIGURES = re.compile(r"figure|toll|number|estimate|count", re.IGNORECASE)
WINDOW = 80  # statements before a denial that it may mean
LOOKED_AT = 1000  # code points of a content
AFTER = 2  # statements after a denial in which the accusation may be told
NEAR = 400  # code points between an accusation and the denial that answers it
SPEECH_NOUNS = (
    r"statements?|claims?|allegations?|accusations?|charges?|reports?|warnings?|concerns?|fears?|"
    r"remarks?|comments?|assertions?|suggestions?|version|account|figures?|tolls?|numbers?|estimates?|"
    r"findings?|picture|words|denials?|criticisms?|assessment|view"
)
OWNED = re.compile(
    rf"\b(?P<owner>(?:(?:the|an?)\s+)?(?:[\w.’'-]+\s+){{0,4}}?[\w.-]+(?:[’']s|s[’'])|his|her|their|its)\s+"
    rf"(?:[\w-]+\s+){{0,2}}?(?P<noun>{SPEECH_NOUNS})\b",
    re.IGNORECASE,
)
POINTING = re.compile(
    rf"\b(?:such|that|this|those|these|the|any|all)\s+(?:[\w-]+\s+){{0,2}}?(?P<noun>{SPEECH_NOUNS})\b",
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
WARNING_NOUNS = re.compile(r"warning|concern|fear|threat", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_][\w-]+")
STOPWORDS = words_of(
    """the and that this with from have has had was were are been being not but for its his her
    their our they them which who whom will would could should said says into over under
    about after before than then there also more most some any all none only other such
    people against between during while when where what how out off did does done very much
    many own men man one two three new group forces officials state government country said"""
)
ATTACKED: frozenset[str] = frozenset(["accuse", "warn", "claim_responsibility"])


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
                or _denied(one, before, joined, known)
            )
        elif joined and _disagrees(joined[-1], one, text):
            targets = joined[-1:]
        elif one.nested_in is None:
            before = [s for s in made[max(0, place - WINDOW) : place] if not _same_side(one, s)]
            targets = contradicted(one, before, lambda s: _identity(s.speaker), _stems)
        ids = tuple(t.id for t in targets[:MOST])
        if ids and joined and _gives_own_figure(joined[-1], one):
            joined[-1] = replace(joined[-1], rebuts=ids)
        joined.append(replace(one, rebuts=ids))
    return tuple(joined)


def _disagrees(before: Statement, one: Statement, text: str) -> bool:
    """ "Roe **disagreed**. He said ..."; "..., the general **countered**"."""
    if _same_side(one, before) or one.content.start - before.content.end > NEAR:
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
    joined: Sequence[Statement],
    known: Mapping[str, Statement],
) -> Sequence[Statement]:
    earlier = [s for s in before if s.nested_in is None and not _same_side(one, s)]
    content = one.content.quote[:LOOKED_AT]
    if owned := OWNED.search(content):
        return list(_of_owner(owned, one, earlier))
    if POINTING.search(content[:120]):
        previous = next((j for j in reversed(joined) if j.rebuts and _same_side(one, j)), None)
        if previous is not None and one.content.start - previous.content.end < NEAR:
            return [known[id] for id in previous.rebuts]
        return _last_attack(earlier)
    if things := _absent_things(content):
        found = [s for s in earlier if things & _stems(s.content.quote) and s.act != "deny"]
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
    return [known[id] for id in previous.rebuts if not _same_side(one, known[id])]


def _told_next(one: Statement, after: Sequence[Statement]) -> list[Statement]:
    """The accusation that a report tells right after the denial, in words that they share."""
    words = _stems(one.content.quote)
    return [
        s for s in after
        if (s.act == "accuse" or affirms(s, one, _stems))
        and s.nested_in is None and not _same_side(one, s)
        and s.content.start - one.content.end < NEAR and words & _stems(s.content.quote)
    ][:1]  # fmt: skip


def _of_owner(
    owned: re.Match[str], one: Statement, earlier: Sequence[Statement]
) -> Iterator[Statement]:
    owner = owned["owner"].lower()
    warned = bool(WARNING_NOUNS.search(owned["noun"]))
    if owner in {"his", "her", "their", "its"}:
        yield from _last_attack(earlier)
        return
    described = _stems(re.sub(r"[’'](?:s\b)?", " ", owner)) - {"offic"}
    named = [s for s in earlier if described & _stems(_identity(s.speaker))]
    if not named:
        named = [s for s in earlier if s.speaker.name and _acronym(s.speaker.name) in owner.split()]
    if not named:
        return
    about = _stems(one.content.quote[owned.end() :])
    same_kind = [s for s in named if (s.act == "warn") == warned] if warned else named
    ranked = sorted(
        same_kind or named, key=lambda s: (len(about & _stems(s.content.quote)), s.content.start)
    )
    speaker = ranked[-1].speaker.name
    yield from [s for s in reversed(ranked) if s.speaker.name == speaker]


def _last_attack(earlier: Sequence[Statement]) -> list[Statement]:
    """The latest accusation, warning or claim; "her warning" cannot mean a mere remark."""
    found = [s for s in earlier if s.act in ATTACKED]
    return _of_last_speaker(found)[:1]


def _of_last_speaker(found: Sequence[Statement]) -> list[Statement]:
    if not found:
        return []
    name = found[-1].speaker.name
    return [s for s in reversed(found) if s.speaker.name == name]


def _answered(one: Statement, earlier: Sequence[Statement]) -> list[Statement]:
    words = _stems(one.content.quote)
    best: list[tuple[int, int, Statement]] = []
    for number, accusation in enumerate(earlier):
        if accusation.act not in ATTACKED:
            continue
        shared = len(words & _stems(accusation.content.quote))
        aimed = bool(_stems(_identity(one.speaker)) & _stems(accusation.content.quote))
        near = one.content.start - accusation.content.end < NEAR
        if (
            shared >= 2
            or (shared and (aimed or near))
            or (near and (aimed or accusation.act == "accuse"))
        ):
            best.append((shared + 2 * aimed + near, number, accusation))
    if not best:
        return []
    accusation = max(best, key=lambda b: b[:2])[2]
    blamed = _names(accusation)
    more = [s for s in earlier if s.speaker.name == accusation.speaker.name and _names(s) & blamed]
    return [accusation, *(s for s in more if s is not accusation)]


def _names(one: Statement) -> set[str]:
    """The capitalised words of a statement's content: whom it speaks of."""
    return {w for w in WORD.findall(one.content.quote) if w[0].isupper() and len(w) > 2}


def _absent_things(content: str) -> set[str]:
    things = {
        (m["thing"] or m["other"]).lower() for m in NO_SUCH_THING.finditer(content)
    } - NOT_A_THING
    return {stem for thing in things for stem in _stems(thing)}


def _same_side(one: Statement, other: Statement) -> bool:
    """The same speaker, or a group and the one who speaks for it."""
    a, b = one.speaker, other.speaker
    if a.name is None or b.name is None:
        return True
    if a.name == b.name or _acronym(a.name) == b.name.lower() or _acronym(b.name) == a.name.lower():
        return True
    first, second = _core(a.name), _core(b.name)
    return bool(
        (first & _core(b.affiliation or "")) or (second & _core(a.affiliation or ""))
    ) and not (a.affiliation and b.affiliation and not _core(a.affiliation) & _core(b.affiliation))


def _core(words: str) -> frozenset[str]:
    return _stems(words) - {"minist", "interior", "foreign", "offic", "depart", "nation"}


def _identity(speaker: Speaker) -> str:
    parts = [speaker.name or "", speaker.role or "", speaker.affiliation or ""]
    return " ".join([*parts, _acronym(speaker.name or ""), _acronym(speaker.affiliation or "")])


def _acronym(name: str) -> str:
    letters = "".join(w[0] for w in re.split(r"[\s-]+", name) if w[:1].isupper()).lower()
    return letters if len(letters) > 1 else ""


@lru_cache(maxsize=4096)
def _stems(words: str) -> frozenset[str]:
    """Words cut to what inflection leaves alone. Acronyms of two letters stay."""
    found = set()
    for match in WORD.finditer(words[:LOOKED_AT]):
        word = match.group()
        low = word.lower()
        if low in STOPWORDS or (len(low) < 4 and not word.isupper()):
            continue
        for ending in ("ings", "ing", "ers", "ed", "es", "er", "s", "ly"):
            if low.endswith(ending) and len(low) - len(ending) >= 4:
                low = low[: -len(ending)]
                break
        found.add(low[:6] if len(low) > 6 else low)
    return frozenset(found)

"""Who speaks for whom, and which words tell what a statement is about."""

import re
from functools import lru_cache

from reportedly.extract.statements.grammar import words_of
from reportedly.records import Speaker, Statement

LOOKED_AT = 1000  # code points of a content
WORD = re.compile(r"[^\W\d_][\w-]+")
STOPWORDS = words_of(
    """the and that this with from have has had was were are been being not but for its his her
    their our they them which who whom will would could should said says into over under
    about after before than then there also more most some any all none only other such
    people against between during while when where what how out off did does done very much
    many own men man one two three new group forces officials state government country said"""
)

# What many have in common who do not speak for each other.
_OFFICES = frozenset(
    {"minist", "interior", "foreign", "offic", "depart", "nation", "spokes", "senior", "chief"}
)
_RULERS = frozenset(["the government", "the authorities", "authorities", "officials", "government"])
SPOKEN_FOR = re.compile(r"spokes|represent", re.IGNORECASE)


def same_side(one: Statement, other: Statement) -> bool:
    """The same speaker, or a group and the one who speaks for it."""
    a, b = one.speaker, other.speaker
    if a.name is None or b.name is None:
        return True
    if a.name == b.name or acronym(a.name) == b.name.lower() or acronym(b.name) == a.name.lower():
        return True
    first, second = _core(a.name), _core(b.name)
    if first and second and (first <= second or second <= first):
        return True
    if {a.name.lower(), b.name.lower()} <= _RULERS:
        return True
    ours, theirs = _body(a), _body(b)
    if not (first & _core(theirs) or second & _core(ours)):
        return False
    return not (ours and theirs and not _core(ours) & _core(theirs))


def own_words(speaker: Speaker) -> frozenset[str]:
    """The words that name a speaker and those for whom it speaks."""
    return stems(identity(speaker)) - _OFFICES


def _body(speaker: Speaker) -> str:
    """For whom somebody speaks: as stated, else as the role of a spokesman says."""
    role = speaker.role or ""
    return speaker.affiliation or (role if SPOKEN_FOR.search(role) else "")


def _core(words: str) -> frozenset[str]:
    return stems(words) - _OFFICES


def identity(speaker: Speaker) -> str:
    parts = [speaker.name or "", speaker.role or "", speaker.affiliation or ""]
    return " ".join([*parts, acronym(speaker.name or ""), acronym(speaker.affiliation or "")])


def acronym(name: str) -> str:
    letters = "".join(w[0] for w in re.split(r"[\s-]+", name) if w[:1].isupper()).lower()
    return letters if len(letters) > 1 else ""


@lru_cache(maxsize=4096)
def stems(words: str) -> frozenset[str]:
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

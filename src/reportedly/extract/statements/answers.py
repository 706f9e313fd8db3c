"""Answers that contradict without denying in so many words.

By the first rule that finds something:

1. "Our forces **do not strike** civilians": what the accused never does, said by the accused.
2. "The Front claimed the attack": against "the army blamed **Orland for** the attack", and against
   "there is **no evidence of a link** to the Front".
3. "called for air strikes": against "air strikes would **make no difference**".
4. "he planted the bomb": the police, against "the arrest is **politically motivated**".
"""

import re
from collections.abc import Sequence

from reportedly.extract.statements.polarity import STATED
from reportedly.extract.statements.sides import acronym, identity, own_words, stems
from reportedly.records import Statement

_HARM = (
    r"(?:strik|target|attack|bomb|shell|kill|harm|hurt|abduct|kidnap|tortur|mistreat|shoot|shot|fir|"
    r"use[sd]?|support|fund|financ|arm|shelter|harbou?r|interfer|violat|abus|tolerat|carr(?:y|ied))"
    r"(?:e|s|es|ed|ing)?"
)
NEVER = re.compile(
    rf"\b(?:(?:do|does|did|would|will|had|have|has)(?: not|n[’']t)|never)\s+"
    rf"(?:\w+\s+)?{_HARM}\b|"
    r"\bnothing to do with|\bno (?:role|hand|part|involvement|links?|connections?)\b|"
    r"\bnot (?:involved|responsible|behind|linked|part of)\b|"
    r"\b(?:attacks?|strikes?|targets?|targeted) only\b|\bonly (?:attack|strike|hit|target)\w*",
    re.IGNORECASE,
)
NO_LINK = re.compile(
    r"\bno (?:\w+ ){0,3}?(?:evidence|indication|sign|proof)\b[^.]{0,80}?"
    r"\b(?:links?|linked|connection|connected|ties?|tied|relationship|involve[dr]?|involvement|"
    r"direct(?:ed|ion)?|command|role|behind|responsible|member)\b",
    re.IGNORECASE,
)
BLAMED = re.compile(
    r"(?:the )?(?P<who>[A-Z][\w.-]+(?: (?:of |al-)?[A-Z][\w.-]+){0,4})\s+(?:for|of)\b"
)
USELESS = re.compile(
    r"\b(?:no bearing|(?:make|makes|made) (?:no|little) difference|counter-?productive|backfire\w*|"
    r"(?:not|nothing|never|hardly|n[’']t)\b[^.]{0,60}?\bmake (?:any|a|much) (?:\w+ )?difference|"
    r"(?:would|will|could|can|do|does) (?:not|never) (?:help|work|solve|end|stop)|"
    r"(?:wo|would|do|does|ca)n[’']t (?:help|work|solve|end|stop)|"
    r"(?:no|not the) (?:solution|answer)|"
    r"(?:only )?make (?:things|matters|it) worse|(?:is|are|be) (?:futile|pointless|a mistake))\b",
    re.IGNORECASE,
)
PERSECUTED = re.compile(
    r"\b(?:politically motivated|politically driven|trumped[ -]up|fabricated|witch[ -]hunt|framed|"
    r"scapegoats?|(?:attempt|bid|effort|campaign|pretext) to "
    r"(?:repress|silence|intimidate|persecute|discredit|muzzle|crush))\b",
    re.IGNORECASE,
)
CHARGES = re.compile(
    r"\b(?:planted|planned|plotted|plotting|carried out|organi[sz]ed|masterminded|involved|guilty|"
    r"belong(?:s|ed)? to|members? of|suspected)\b",
    re.IGNORECASE,
)
SUBJECT = 80  # code points before "would make no difference" in which its subject stands
_AFTER_TARGET = re.compile(r"\b(?:of|for)\b")  # "the army | of shelling the town"
AUTHORITY = re.compile(
    r"\b(?:police|prosecut\w+|investigat\w+|detectives?|security service)\b", re.I
)


def answered(one: Statement, earlier: Sequence[Statement]) -> list[Statement]:
    """Of the statements of others before it, the latest that a statement answers so."""
    for other in reversed(earlier):
        if _never_did(one, other) or _of_another(one, other) or _of_another(other, one):
            return [other]
        if _useless(one, other) or _persecuted(one, other) or _persecuted(other, one):
            return [other]
    return []


def _never_did(one: Statement, other: Statement) -> bool:
    if other.act != "accuse" or one.act not in {*STATED, "promise"} - {"accuse"}:
        return False
    accused = _AFTER_TARGET.split(other.content.quote, maxsplit=1)[0]
    aimed = own_words(one.speaker) & stems(accused)
    return bool(aimed) and NEVER.search(one.content.quote) is not None


def _of_another(claim: Statement, other: Statement) -> bool:
    """A claim of responsibility, and the attack laid at another's door, or no link to it seen."""
    if claim.act != "claim_responsibility":
        return False
    claimant = own_words(claim.speaker)
    if NO_LINK.search(other.content.quote):
        return bool(claimant & stems(other.content.quote))
    blamed = BLAMED.match(other.content.quote) if other.act == "accuse" else None
    if blamed is None or claimant & stems(other.content.quote):
        return False
    short = acronym(claim.speaker.name or "")
    if short and blamed["who"].lower().startswith(short):
        return False
    return bool(stems(claim.content.quote) & stems(other.content.quote[blamed.end() :]))


def _useless(one: Statement, other: Statement) -> bool:
    """What is urged, as the subject of what is said to be of no use."""
    found = USELESS.search(one.content.quote) if other.act == "urge" else None
    if found is None:
        return False
    subject = one.content.quote[max(0, found.start() - SUBJECT) : found.end()]
    return bool(stems(subject) & stems(other.content.quote))


def _persecuted(one: Statement, other: Statement) -> bool:
    return bool(
        PERSECUTED.search(one.content.quote)
        and other.act in STATED
        and AUTHORITY.search(identity(other.speaker))
        and CHARGES.search(other.content.quote)
    )

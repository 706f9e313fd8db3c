"""Whether the text says that an incident happened: not a plan, a fear, a denial or a foiled plot.

Works on a sentence in small letters, and on the clause of it that a trigger stands in.
"""

import re
from typing import Literal

from reportedly.extract.incidents.phrases import lowered_phrase, phrase

Reality = Literal["happened", "unreal", "foiled"]

_LEFT = 200  # characters to the left of a trigger in which its clause is looked for
_RIGHT = 60  # characters to the right in which the clause may say that it was foiled
_REACH = 9  # words to the left in which a modal, a negation or a plan governs a trigger
_WORD = re.compile(r"[\w’'-]+")


def reality(sentence: str, first: int, last: int) -> Reality:
    """Whether the clause of a trigger, the span ``first`` to ``last``, says that it happened."""
    left = _left(sentence, first)
    right = re.split("[,;]", sentence[last : last + _RIGHT], maxsplit=1)[0]
    foiled = lowered_phrase("reality.foiled")
    if foiled.search(left) or foiled.search(right):
        return "foiled"
    if _by_a_court(sentence, first, last):
        return "unreal"
    if phrase("reality.as_it_were").search(left) or _in_quotes(sentence, first, last):
        return "unreal"
    if phrase("reality.wanted").match(sentence, last):
        return "unreal"
    if phrase("reality.only").match(sentence, last) or _charged(sentence, left, last):
        return "unreal"
    if phrase("reality.to_have").search(left):
        return "happened"
    if _governed(left) and not (_governs_nouns(left) and _is_past(sentence, first, last)):
        return "happened" if _is_known(left, sentence[first:last]) else "unreal"
    if phrase("reality.aim").search(left):
        return "happened" if phrase("reality.begun").search(left) else "unreal"
    return "unreal" if phrase("reality.habit").search(left) else "happened"


def _left(sentence: str, first: int) -> str:
    """The last words of a trigger's clause before it."""
    begin = max(0, first - _LEFT)
    for match in phrase("reality.clause_break").finditer(sentence, begin, first):
        begin = match.end()
    left = sentence[begin:first]
    near = [match.start() for match in _WORD.finditer(left)][-_REACH:]
    return left[near[0] :] if near else ""


def _in_quotes(sentence: str, first: int, last: int) -> bool:
    """True for one word in quotation marks: what somebody chose to call "kidnapped"."""
    quoted = phrase("reality.opening").search(sentence[:first])
    return bool(quoted and phrase("reality.closing").match(sentence, last))


def _by_a_court(sentence: str, first: int, last: int) -> bool:
    """True for executions where courts are spoken of: the death penalty is another matter."""
    return bool(
        phrase("reality.execution").match(sentence[first:last])
        and phrase("reality.judicial").search(sentence)
    )


def _charged(sentence: str, left: str, last: int) -> bool:
    """True for the name of a crime that somebody is charged with, without its victim."""
    return bool(phrase("reality.charge").search(left)) and not phrase("reality.of_whom").match(
        sentence, last
    )


def _is_past(sentence: str, first: int, last: int) -> bool:
    return bool(phrase("frames.past").match(sentence[first:last]))


def _governs_nouns(left: str) -> bool:
    """True for a comma after "a possible reprisal": what follows is told as having happened."""
    *_, governor = lowered_phrase("reality.unreal").finditer(left)
    return "," in left[governor.end() :] and bool(
        phrase("reality.of_nouns").match(governor.group())
    )


def _is_known(left: str, word: str) -> bool:
    """True for "the attack", which no negation and no modal takes back: "will not forget it"."""
    *_, governor = lowered_phrase("reality.unreal").finditer(left)
    known = phrase("reality.definite").search(left, governor.end() - 1)
    return bool(
        known
        and phrase("frames.noun").fullmatch(word)
        and phrase("reality.yielding").fullmatch(governor.group())
    )


def _governed(left: str) -> bool:
    """True if a modal, a plan or a negation governs what follows, with no speech in between."""
    *_, last = (None, *lowered_phrase("reality.unreal").finditer(left))
    return last is not None and not phrase("reality.speech").search(left, last.end())

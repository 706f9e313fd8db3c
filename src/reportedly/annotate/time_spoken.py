"""Dates said in words, as in a broadcast: "March thirteenth", "nineteen ninety-six".

Each becomes one token with the type that figures have, so that the grammar need not know.
"""

import re
from collections.abc import Sequence

from reportedly.annotate.time_tokens import TimeToken
from reportedly.annotate.time_words import DECADES, NUMBERS, ORDINALS

_CENTURIES = {"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20}
_SIZES = (5, 4, 3, 2, 1)  # words and dashes of one figure at most, the longest first
_LONGEST_MONTH = 31
_LIKELY = re.compile(r"Q-?[Qz]|Q-?Ou|Mt?[QO]|OoM")  # the types of such words side by side
# "in May first reports came": these may count something else
_LOOSE = frozenset({"first", "second", "third"})
_AFTER_LOOSE = frozenset("|,YiaUo(")


def spoken(tokens: Sequence[TimeToken]) -> Sequence[TimeToken]:
    """The tokens, with what is said in words as one token each."""
    if not _LIKELY.search("".join(token.code for token in tokens)):
        return tokens
    out: list[TimeToken] = []
    at = 0
    while at < len(tokens):
        found = None
        if tokens[at].code in "QO":
            found = _year(tokens, at) or _day(tokens, at, out)
        if found is None:
            out.append(tokens[at])
            at += 1
            continue
        size, code, low = found
        if code == "D" and out and out[-1].code == "t" and [t.code for t in out[-2:-1]] == ["M"]:
            size, at = size + 1, at - 1  # "March the thirteenth"
            out.pop()
        first, last = tokens[at], tokens[at + size - 1]
        out.append(TimeToken(first.start, last.end, first.text, low, code))
        at += size
    return out


def _words(tokens: Sequence[TimeToken], at: int, size: int) -> list[str]:
    return [t.low for t in tokens[at : at + size] if t.code != "-"]


def _year(tokens: Sequence[TimeToken], at: int) -> tuple[int, str, str] | None:
    """ "Nineteen ninety-six", "nineteen oh one", "nineteen sixties", "the year two thousand"."""
    if tokens[at].low == "two" and at and tokens[at - 1].low == "year":
        return (2, "Y", "2000") if _words(tokens, at, 2) == ["two", "thousand"] else None
    century = _CENTURIES.get(tokens[at].low)
    if century is None:
        return None
    for size in _SIZES:
        words = _words(tokens, at + 1, size)
        if at + size >= len(tokens) or tokens[at + size].code == "-":
            continue
        if len(words) == 1 and words[0] in DECADES:
            return size + 1, "z", f"{century}{DECADES[words[0]] % 10}0s"
        rest = _rest(words)
        if rest is not None:
            after = tokens[at + size + 1 : at + size + 3]
            counted = any(t.code in "uqQ" for t in after[:1]) or [t.code for t in after] == [
                "-",
                "u",
            ]
            return None if counted else (size + 1, "Y", f"{century * 100 + rest}")
    return None


def _rest(words: list[str]) -> int | None:
    """The years of a century: "ninety six", "twelve", "oh one", "hundred"."""
    if words == ["hundred"]:
        return 0
    if len(words) == 2 and words[0] in ("oh", "o"):
        return _below_ten(words[1])
    if len(words) == 1:
        value = NUMBERS.get(words[0], 0)
        return value if 10 <= value < 100 and words[0] != "dozen" else None
    if len(words) == 2:
        tens, unit = NUMBERS.get(words[0], 0), _below_ten(words[1])
        return tens + unit if tens in range(20, 100, 10) and unit else None
    return None


def _below_ten(word: str) -> int | None:
    value = NUMBERS.get(word, 0)
    return value if 0 < value < 10 else None


def _day(
    tokens: Sequence[TimeToken], at: int, before: Sequence[TimeToken]
) -> tuple[int, str, str] | None:
    """ "August nineteenth", "the first of May", "the twenty-first century"."""
    for size in (3, 2, 1):
        day = _ordinal(_words(tokens, at, size)) if at + size <= len(tokens) else None
        if day is None or tokens[at + size - 1].code == "-":
            continue
        after = "".join(t.code for t in tokens[at + size : at + size + 2])
        if size > 1 and [t.low for t in tokens[at + size : at + size + 1]] == ["century"]:
            return size, "D", f"{day}th"
        codes = "".join(t.code for t in before[-2:])
        if after == "oM":
            return size, "D", f"{day}th"
        if codes[-1:] == "M" or codes == "Mt":
            loose = tokens[at].low in _LOOSE and after[:1] not in _AFTER_LOOSE
            return None if after and loose else (size, "D", f"{day}th")
        return None
    return None


def _ordinal(words: list[str]) -> int | None:
    """1 to 31 of "nineteenth", "twenty third", "thirtieth"."""
    if not words or words[-1] not in ORDINALS:
        return None
    day = ORDINALS[words[-1]]
    if len(words) == 2:
        tens = NUMBERS.get(words[0], 0)
        day = tens + day if tens in (20, 30) and day < 10 else 0
    return day if len(words) <= 2 and 0 < day <= _LONGEST_MONTH else None

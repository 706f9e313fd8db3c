"""What one voice says with a "not" and another without: "fired on them", "had not fired"."""

import re

from reportedly.extract.statements.sides import stems
from reportedly.records import Statement

STATED = frozenset({"assert", "accuse", "confirm", "estimate", "assess"})
SHARED = 3  # words, the denied one among them, that show that they speak of one thing
_NOT = re.compile(
    r"(?:\b(?:not|never|hardly|cannot)|n[’']t)\b(?! (?:only|just|yet|even|clear|known|sure)\b)"
    r"(?P<what>(?:\s+[\w’'-]+){1,4})",
    re.IGNORECASE,
)


def opposed(one: Statement, other: Statement) -> bool:
    """True if one denies in so many words what the other says."""
    if not {one.act, other.act} <= STATED:
        return False
    mine, theirs = stems(one.content.quote), stems(other.content.quote)
    if len(mine & theirs) < SHARED:
        return False
    not_mine, not_theirs = _denied(one.content.quote), _denied(other.content.quote)
    return bool(not_mine & theirs) != bool(not_theirs & mine) and not not_mine & not_theirs


def _denied(content: str) -> frozenset[str]:
    """The first telling word after each "not": what is denied."""
    found: set[str] = set()
    for match in _NOT.finditer(content):
        word = next((w for w in match["what"].split() if stems(w)), None)
        found |= stems(word) if word else set()
    return frozenset(found)

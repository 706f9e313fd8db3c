"""Statements of different voices that contradict each other without naming each other.

By the first rule that finds something: each side accuses the other; or one says of a thing what
cannot be true with what the other says of it (``opposites.toml``): "all staff are unharmed" against
"tens of invaders dead". The words they share must show that they speak of one thing.
"""

import re
import tomllib
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files

from reportedly.records import Statement

Stems = Callable[[str], frozenset[str]]
_NOT_STATED = frozenset({"urge", "promise", "predict", "deny", "doubt"})


def contradicted(
    one: Statement, earlier: Sequence[Statement], identity: Callable[[Statement], str], stems: Stems
) -> list[Statement]:
    """Of the statements of others before it, those that a statement contradicts, one a voice."""
    if one.act == "accuse":
        for other in reversed(earlier):
            if other.act == "accuse" and _each_other(one, other, identity, stems):
                return [other]
    found: list[tuple[int, int, Statement]] = []
    for number, other in enumerate(earlier):
        if {one.act, other.act} & _NOT_STATED or other.nested_in == one.id:
            continue
        for first, second in _pairs():
            here = _opposite(one, other, first, second) or _opposite(one, other, second, first)
            shared = stems(one.content.quote) & stems(other.content.quote) if here else frozenset()
            if shared:
                found.append((len(shared), number, other))
    plainest = sorted(found, key=lambda each: each[:2])
    return list({other.speaker.name: other for _, _, other in plainest}.values())[::-1]


def affirms(other: Statement, denial: Statement, stems: Stems) -> bool:
    """True if another says, in words of the same sense, what is denied."""
    said, denied = other.content.quote, denial.content.quote
    same = any(p.search(said) and p.search(denied) for pair in _pairs() for p in pair)
    return same and bool(stems(said) & stems(denied))


def _each_other(
    one: Statement, other: Statement, identity: Callable[[Statement], str], stems: Stems
) -> bool:
    mine, theirs = stems(identity(one)), stems(identity(other))
    if mine & stems(one.content.quote) or theirs & stems(other.content.quote):
        return False
    return bool(mine & stems(other.content.quote)) and bool(theirs & stems(one.content.quote))


def _opposite(
    one: Statement, other: Statement, first: re.Pattern[str], second: re.Pattern[str]
) -> bool:
    mine, theirs = one.content.quote, other.content.quote
    return bool(
        first.search(mine) and second.search(theirs)
        and not first.search(theirs) and not second.search(mine)
    )  # fmt: skip


@cache
def _pairs() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    data = tomllib.loads(files(__package__).joinpath("opposites.toml").read_text(encoding="utf-8"))
    return tuple((_any(pair["one"]), _any(pair["other"])) for pair in data["pair"])


def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)

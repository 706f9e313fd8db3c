"""Statements of different voices that contradict each other without naming each other.

By the first rule that finds something: each side accuses the other; or one says of a thing what
cannot be true with what the other says of it (``opposites.toml``): "all staff are unharmed" against
"tens of invaders dead". The words they share must show that they speak of one thing.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from reportedly.extract.statements.polarity import opposed
from reportedly.extract.statements.sides import identity, same_side, stems
from reportedly.records import Statement

_NOT_STATED = frozenset({"urge", "promise", "deny", "doubt"})

_ADMITS = frozenset({"confirm", "claim_responsibility"})
ADMITTED = 2  # words that a denial and the admission share


@dataclass(frozen=True, slots=True)
class Pair:
    one: re.Pattern[str]
    other: re.Pattern[str]
    alone: bool  # of one thing even where no other word is shared
    taken_back: bool  # also of a voice that first says the one and then the other


def contradicted(one: Statement, earlier: Sequence[Statement]) -> list[Statement]:
    """Of the statements of others before it, those that a statement contradicts, one a side."""
    if one.act == "accuse":
        for other in reversed(earlier):
            if other.act == "accuse" and _each_other(one, other):
                return [other]
    found: list[tuple[int, int, int, Statement]] = []
    for number, other in enumerate(earlier):
        if {one.act, other.act} & _NOT_STATED or other.nested_in == one.id:
            continue
        predicts = "predict" in {one.act, other.act}
        shared = stems(one.content.quote) & stems(other.content.quote)
        for rank, pair in enumerate(_pairs()):
            related = pair.alone or (shared and not predicts)
            if related and _opposite(one, other, pair):
                found.append((-rank, len(shared), number, other))
        if opposed(one, other):
            found.append((-len(_pairs()), len(shared), number, other))
    sides: list[Statement] = []
    for *_, other in sorted(found, key=lambda each: each[:3], reverse=True):
        if not any(
            same_side(other, kept) or other.content.overlaps(kept.content) for kept in sides
        ):
            sides.append(other)
    return sides


def taken_back(one: Statement, own: Sequence[Statement]) -> list[Statement]:
    """Of the earlier statements of the same side, the latest that a statement takes back."""
    for other in reversed(own):
        shared = stems(one.content.quote) & stems(other.content.quote)
        acts = {one.act, other.act}
        admits = "deny" in acts and bool(acts & _ADMITS) and len(shared) >= ADMITTED
        turned = (pair for pair in _pairs() if pair.taken_back and shared)
        if one.speaker.name and (admits or any(_opposite(one, other, p) for p in turned)):
            return [other]
    return []


def affirms(other: Statement, denial: Statement) -> bool:
    """True if another says, in words of the same sense, what is denied."""
    said, denied = other.content.quote, denial.content.quote
    patterns = (pattern for pair in _pairs() for pattern in (pair.one, pair.other))
    same = any(pattern.search(said) and pattern.search(denied) for pattern in patterns)
    return same and bool(stems(said) & stems(denied))


def _each_other(one: Statement, other: Statement) -> bool:
    mine, theirs = stems(identity(one.speaker)), stems(identity(other.speaker))
    if mine & stems(one.content.quote) or theirs & stems(other.content.quote):
        return False
    return bool(mine & stems(other.content.quote)) and bool(theirs & stems(one.content.quote))


def _opposite(one: Statement, other: Statement, pair: Pair) -> bool:
    mine, theirs = one.content.quote, other.content.quote
    return any(
        first.search(mine) and second.search(theirs)
        and not first.search(theirs) and not second.search(mine)
        for first, second in ((pair.one, pair.other), (pair.other, pair.one))
    )  # fmt: skip


@cache
def _pairs() -> tuple[Pair, ...]:
    data = tomllib.loads(files(__package__).joinpath("opposites.toml").read_text(encoding="utf-8"))
    return tuple(
        Pair(
            _any(pair["one"]),
            _any(pair["other"]),
            pair.get("alone", False),
            pair.get("taken_back", False),
        )
        for pair in data["pair"]
    )


def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)

"""Spans of one tag that name one person, group or thing, joined."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.quality.muc4.seen import Seen

_WORD = re.compile(r"\w+")
_ARTICLES = frozenset(("the", "a", "an"))
_OF_ONE_NAME = frozenset(("muc_name", "muc_group", "muc_person"))


@dataclass(frozen=True, slots=True)
class Entity:
    """``spans``: numbers of its mentions among the proposals, in text order; ``best``: the one
    to write; ``score``: of the surest.
    """

    tag: str
    spans: tuple[int, ...]
    best: int
    score: float


def entities(seen: Seen, text: str, same: float) -> tuple[Entity, ...]:
    """The entities of a text. ``same``: the probability from which two spans of a tag are one."""
    found: list[list[int]] = []
    spans = seen.proposals.spans
    for n, span in enumerate(spans):
        joined = [
            group
            for group in found
            if spans[group[0]].tag == span.tag and any(_one(seen, text, m, n, same) for m in group)
        ]
        found = [group for group in found if group not in joined]
        found.append(sorted([n, *(m for group in joined for m in group)]))
    return tuple(_entity(seen, text, group) for group in sorted(found))


def _entity(seen: Seen, text: str, group: Sequence[int]) -> Entity:
    spans = seen.proposals.spans
    best = max(group, key=lambda n: (round(spans[n].score, 1), len(_words(text, seen, n)), -n))
    return Entity(spans[best].tag, tuple(group), best, max(spans[n].score for n in group))


def _one(seen: Seen, text: str, m: int, n: int, same: float) -> bool:
    a, b = _words(text, seen, m), _words(text, seen, n)
    if a == b:
        return True
    tag = seen.proposals.spans[m].tag
    short, long = sorted((a, b), key=len)
    inside = bool(short) and set(short) <= set(long)
    if inside and (tag == "muc_name" or short[-1] == long[-1]):
        return True
    return float(seen.proposals.same[m, n]) >= same


def _words(text: str, seen: Seen, n: int) -> tuple[str, ...]:
    span = seen.proposals.spans[n]
    return tuple(_all(text[span.start : span.end]))


def _all(words: str) -> Iterator[str]:
    for word in _WORD.findall(words.casefold()):
        if word not in _ARTICLES:
            yield word

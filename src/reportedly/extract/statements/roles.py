"""Reads what somebody is, and of what: "the Afghan Taliban's chief spokesperson"."""

import re
from collections.abc import Sequence

from reportedly.extract.statements.grammar import (
    ARTICLES,
    POSSESSIVES,
    PREPOSITIONS,
    is_adverb,
    is_capitalised,
    is_finite,
)
from reportedly.extract.statements.lines import Item, Line
from reportedly.extract.statements.subjects import Subject
from reportedly.extract.statements.vocabulary import ORGANISATION_WORDS, ROLE_NOUNS, TITLES

LINKS = frozenset(["for", "of", "at", "from", "with"])
BASED = re.compile(r"^(?:[\w.-]+ ){0,3}?[\w.-]+-based\s+")  # where, not of what
Role = tuple[str | None, str | None]  # role and affiliation


def end_of(item: Item) -> int:
    """Where a word ends without the mark of the possessive."""
    return item.end - (2 if item.low.endswith("'s") else item.low.endswith("s'"))


def clean(words: str) -> str:
    """One line, without an article's or a list's stray signs at its ends."""
    return " ".join(words.split()).strip(" ,;:’'")


def role_of(text: str, items: Sequence[Item]) -> Role:
    """Split a description: by its possessive, by "of" or "for", or before the noun of the role."""
    start = 1 if items and items[0].low in ARTICLES | POSSESSIVES else 0
    items = items[start:]
    if not items:
        return None, None
    words = [i.low for i in items]
    if owner := _owner(items):
        return _written(text, items[owner:]), _affiliation(text, items[:owner])
    nouns = [n for n, w in enumerate(words) if w in ROLE_NOUNS | TITLES]
    for noun in nouns:
        if _names_a_body(items[:noun]):
            return _written(text, items), _affiliation(text, items[:noun])
    for index in range(1, len(items) - 1):
        named = any(is_capitalised(i.text) for i in items[index + 1 :])
        if words[index] in LINKS and named:
            return _written(text, items), _affiliation(text, items[index + 1 :])
    return (_written(text, items) if nouns else None), None


def apposition_of(text: str, line: Line, subject: Subject) -> Role:
    """The role told after a name: ", a professor at X,", ", who heads Y,"."""
    for items in _segments(line, subject):
        first = items[0].low
        if first in {"who", "which"}:
            body = next((n for n in range(2, len(items)) if is_capitalised(items[n].text)), None)
            affiliation = _affiliation(text, items[body:]) if body else None
            return clean(text[items[0].start : items[-1].end]), affiliation
        clause = any(is_finite(i.low) for i in items[:3])
        if first.isdigit() or is_adverb(first) or clause:
            continue
        role, affiliation = role_of(text, items)
        if role:
            return role, affiliation
    return None, None


def _segments(line: Line, subject: Subject) -> list[Sequence[Item]]:
    """What stands between commas after the phrase proper."""
    segments: list[list[Item]] = [[]]
    for item in line.items[subject.head_end : subject.end]:
        if item.low == ",":
            segments.append([])
        else:
            segments[-1].append(item)
    return [s for s in segments if s]


def _owner(items: Sequence[Item]) -> int:
    """How many items the possessor takes, 0 if there is none before a preposition."""
    owner = 0
    for index, item in enumerate(items[:-1]):
        if item.low in PREPOSITIONS:
            break
        if item.low.endswith(("'s", "s'")):
            owner = index + 1
    return owner


def _names_a_body(items: Sequence[Item]) -> bool:
    """True for "UN" and "police"; a portfolio or a nationality is part of the role."""
    return any(
        (i.text.isupper() and len(i.text) > 1)
        or (i.low in ORGANISATION_WORDS - TITLES)
        or i.low in {"police", "army"}
        for i in items
    )


def _written(text: str, items: Sequence[Item]) -> str:
    return clean(text[items[0].start : end_of(items[-1])])


def _affiliation(text: str, items: Sequence[Item]) -> str | None:
    written = re.sub(r"^(?:the|a|an)\s+", "", _written(text, items))
    return BASED.sub("", written) or None

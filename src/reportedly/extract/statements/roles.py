"""Reads what somebody is, and of what: "the Afghan Taliban's chief spokesperson"."""

import re
from collections.abc import Sequence

from reportedly.extract.statements.grammar import (
    ARTICLES,
    BE,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    is_adverb,
    is_capitalised,
    words_of,
)
from reportedly.extract.statements.lines import Item, Line
from reportedly.extract.statements.subjects import Subject
from reportedly.extract.statements.vocabulary import (
    FIELDS,
    HALF_TITLES,
    HONORIFICS,
    KINDS,
    OFFICE_VERBS,
    ORGANISATION_WORDS,
    PORTFOLIO_HOLDERS,
    RANKS,
    ROLE_NOUNS,
    TITLES,
)

LINKS = frozenset(["for", "of", "at", "from", "with"])
BASED = re.compile(r"^(?:[\w.-]+ ){0,3}?[\w.-]+-based\s+")  # where, not of what
ROLES = (ROLE_NOUNS | TITLES) - HALF_TITLES - HONORIFICS
OFFICES = ROLES - RANKS - {"guard"}  # a rank after them is none: "spokesman Colonel Roe"
BODIES = (ORGANISATION_WORDS - TITLES - FIELDS - KINDS) | {"police", "army"}
# "a senior police official" is of the police, "a UN special envoy" of the UN.
SENIORITY = words_of(
    """senior former top retired acting deputy new then unnamed anonymous chief one another special
    permanent assistant high-ranking"""
)
Role = tuple[str | None, str | None]  # role and affiliation


def end_of(item: Item) -> int:
    """Where a word ends without the mark of the possessive."""
    return item.end - (2 if item.low.endswith("'s") else item.low.endswith("s'"))


def clean(words: str) -> str:
    """One line, without an article's or a list's stray signs at its ends."""
    return " ".join(words.split()).strip(" ,;:’'")


def role_of(text: str, items: Sequence[Item]) -> Role:
    """Split a description: by its possessive, by "of" or "for", or before the noun of the role.

    What is no description of a person ("Dr", "the interior ministry") has neither part. The
    affiliation may be "its" or "their", to be resolved by whoever knows the sentences before.
    """
    owned = items[0].low if items and items[0].low in {"its", "their"} else None
    items = _plain(items)
    if not items:
        return None, None
    head = _head(items)
    if owner := _owner(items):
        held = items[owner:]
        if _head(held).low in BODIES:
            return None, None  # "the governor's office"
        return _written(text, held), _affiliation(text, items[:owner])
    end = next((n for n, i in enumerate(items) if n and i.low in PREPOSITIONS), len(items))
    nouns = [n for n, i in enumerate(items[:end]) if i.low in ROLES]
    if not nouns or head.low in BODIES:
        return None, None
    for noun in nouns:
        if body := _body_before(items[:noun]):
            return _written(text, items), _affiliation(text, body)
    for index in range(end, len(items) - 1):
        portfolio = items[index].low == "for" and head.low in PORTFOLIO_HOLDERS
        if items[index].low in LINKS and not portfolio and _names_a_body(items[index + 1 :]):
            return _written(text, items), _affiliation(text, items[index + 1 :])
    return _written(text, items), owned


def apposition_of(text: str, line: Line, subject: Subject) -> Role:
    """The role told after a name: ", a professor at X,", ", who heads Y,"."""
    for items in _segments(line, subject):
        first = items[0].low
        if first in {"who", "which"}:
            told = _office(text, items)
        else:
            clause = any(i.is_verb for i in items[:3])
            none = first.isdigit() or is_adverb(first) or clause
            told = (None, None) if none else role_of(text, items)
        if told[0]:
            return told
    return None, None


def _office(text: str, items: Sequence[Item]) -> Role:
    """ "who heads X" as it is written, "who is a judge of X" without its verb."""
    if len(items) > 2 and items[1].low in BE and items[2].low in ARTICLES:
        return role_of(text, items[2:])
    if not any(i.low in OFFICE_VERBS for i in items[1:4]):
        return None, None
    body = next((n for n in range(2, len(items)) if is_capitalised(items[n].text)), None)
    affiliation = _affiliation(text, items[body:]) if body else None
    return clean(text[items[0].start : items[-1].end]), affiliation


def _segments(line: Line, subject: Subject) -> list[Sequence[Item]]:
    """What stands between commas after the phrase proper."""
    segments: list[list[Item]] = [[]]
    for item in line.items[subject.head_end : subject.end]:
        if item.low == ",":
            segments.append([])
        else:
            segments[-1].append(item)
    return [s for s in segments if s]


def _plain(items: Sequence[Item]) -> Sequence[Item]:
    """The phrase without article, forms of address and the clause that may follow it."""
    start = 1 if items and items[0].low in ARTICLES | POSSESSIVES else 0
    end = next((n for n in range(start + 1, len(items)) if _opens_clause(items, n)), len(items))
    while start < end and items[start].low in HONORIFICS:
        start += 1
    while end > start and items[end - 1].low in HONORIFICS:
        end -= 1
    while end - start > 1 and items[end - 1].low in RANKS and items[end - 2].low in OFFICES:
        end -= 1
    return items[start:end]


def _opens_clause(items: Sequence[Item], at: int) -> bool:
    """Not in "a lawyer for the **deposed** leader", where an article makes it an adjective."""
    item = items[at]
    adjective = items[at - 1].low in ARTICLES and at + 1 < len(items)
    return item.low in RELATIVES or (item.is_verb and item.low != "'s" and not adjective)


def _head(items: Sequence[Item]) -> Item:
    end = next((n for n, i in enumerate(items) if n and i.low in PREPOSITIONS), len(items))
    return items[end - 1]


def _owner(items: Sequence[Item]) -> int:
    """How many items the possessor takes, 0 if there is none before a preposition."""
    owner = 0
    for index, item in enumerate(items[:-1]):
        if item.low in PREPOSITIONS:
            break
        if item.low.endswith(("'s", "s'")):
            owner = index + 1
    return owner


def _body_before(items: Sequence[Item]) -> Sequence[Item]:
    """ "UN", "City police": up to the last word that names a body, without "senior" before it.

    A portfolio, a field ("security") or a nationality is part of the role.
    """
    start = 0
    while start < len(items) and items[start].low in SENIORITY:
        start += 1
    bodies = [n for n in range(start, len(items)) if _is_of_a_body(items, n)]
    if not bodies:
        return ()
    end = bodies[-1] + 1
    while end < len(items) and _goes_on(items[end]):
        end += 1
    return items[start:end]


def _goes_on(item: Item) -> bool:
    """ "Amnesty **International**", "UN **Human Rights**", but "UN Special Envoy"."""
    return is_capitalised(item.text) and item.low not in SENIORITY | ROLES | TITLES


def _is_of_a_body(items: Sequence[Item], at: int) -> bool:
    item = items[at]
    named = at > 0 and is_capitalised(item.text) and is_capitalised(items[at - 1].text)
    acronym = item.text.isupper() and len(item.text) > 1
    return acronym or item.low in BODIES or (named and item.low in KINDS)


def _names_a_body(items: Sequence[Item]) -> bool:
    """True for a name, and for "the town's main hospital"; not for "a village"."""
    return any(is_capitalised(i.text) for i in items) or _head(items).low in BODIES


def _written(text: str, items: Sequence[Item]) -> str:
    return clean(text[items[0].start : end_of(items[-1])])


def _affiliation(text: str, items: Sequence[Item]) -> str | None:
    owned = any(i.low.endswith(("'s", "s'")) for i in items[:-1])
    common = not any(is_capitalised(i.text) for i in items)
    written = _written(text, items)
    if not (owned and common):  # in "the town's hospital" the article is the town's
        written = re.sub(r"^(?:the|a|an)\s+", "", written)
    return BASED.sub("", written) or None

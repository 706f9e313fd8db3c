"""Finds who speaks where the name follows: "said the mayor", "according to X", "rejected by X".

Also whose words a noun stands for: "a statement issued by the police", "the ministry's claim".
"""

from collections.abc import Sequence

from reportedly.extract.statements.adverbials import adjunct_begins
from reportedly.extract.statements.edges import HARD_STOPS, joins_name, may_be_subject
from reportedly.extract.statements.grammar import (
    ARTICLES,
    AUXILIARIES,
    COORDINATORS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    is_adverb,
    is_capitalised,
    words_of,
)
from reportedly.extract.statements.lines import Item, Line
from reportedly.extract.statements.subjects import Subject
from reportedly.extract.statements.vocabulary import MEDIA

# An inverted subject ends where an adverbial begins: "said the mayor on Friday".
AFTER_SUBJECT = words_of(
    """that who which when while as after before during because by via adding saying referring
    speaking citing warning calling describing"""
)


LONGEST_APPOSITION = 30  # words
AFTER_AGENT = (PREPOSITIONS | RELATIVES | {"as"}) - {"of", "for", "in", "from"}


def subject_after(line: Line, start: int) -> Subject | None:
    """The subject that begins at item ``start``: "said **the mayor, Ann Roe**"."""
    if line.low(start) in SUBORDINATORS | PREPOSITIONS | AUXILIARIES | COORDINATORS:
        return None
    index = start
    while index < len(line):
        item = line.items[index]
        if not item.is_word:
            if item.low in {"-", "–", "&", "/"} and joins_name(line, index):
                index += 1
                continue
            break
        if index > start and (item.low in AFTER_SUBJECT or adjunct_begins(line, index)):
            break
        if (
            index > start
            and item.low in COORDINATORS
            and (line.is_verb(index + 1) or line.low(index + 1).endswith("ing"))
        ):
            break
        if index > start and item.low in AUXILIARIES and item.low not in {"'s"}:
            return None  # it was a clause, not a phrase
        index += 1
    while index > start and line.low(index - 1) in PREPOSITIONS | AUXILIARIES:
        index -= 1
    if index == start or not may_be_subject(line, start, index):
        return None
    return Subject(start, _over_apposition(line, index), index)


def passive_agent(line: Line, start: int) -> Subject | None:
    """The phrase after "by" in a passive; it ends before the next preposition or verb."""
    if start >= len(line) or line.low(start) in PREPOSITIONS | AUXILIARIES:
        return None
    end = start + 1
    while end < len(line) and line.items[end].is_word:
        word = line.low(end)
        if word in AFTER_AGENT or line.is_verb(end) or adjunct_begins(line, end):
            break
        end += 1
    while end > start and line.low(end - 1) in PREPOSITIONS | COORDINATORS:
        end -= 1
    return Subject(start, end, end) if may_be_subject(line, start, end) else None


def author(line: Line, subject: Subject) -> Subject | None:
    """Whose statement it is: "a statement issued **by the police**"."""
    words = line.lows(subject.start, subject.head_end)
    if not words or not set(words[:4]) & MEDIA:
        return None
    for index in range(subject.start + 1, min(subject.start + 14, len(line))):
        word = line.low(index)
        if not line.items[index].is_word or line.quote(index) is not None:
            return None
        if word in {"by", "from"} and index + 1 < len(line):
            return passive_agent(line, index + 1)
        if word in {"that", "said", "says"}:
            return None
    return None


def _over_apposition(line: Line, index: int) -> int:
    """Take in ", the regional police chief" after an inverted subject."""
    if line.low(index) != ",":
        return index
    end = index + 1
    while end < len(line) and line.low(end) not in HARD_STOPS | {","} and not line.quote(end):
        end += 1
    return end if _explains(line.items[index + 1 : end]) else index


def _explains(items: Sequence[Item]) -> bool:
    """True for an apposition or a relative clause, not for a clause that goes on."""
    words = [item.low for item in items]
    if not words or len(words) > LONGEST_APPOSITION:
        return False
    first = words[0]
    if first in RELATIVES or first.isdigit():
        return True
    verb = next((n for n, w in enumerate(items) if w.is_verb), len(words))
    if verb < len(words) and not set(words[:verb]) & RELATIVES:
        return False
    if first in ARTICLES | POSSESSIVES:
        return True
    opens_clause = is_adverb(first) or first.endswith("ing") or first in PREPOSITIONS | COORDINATORS
    return len(words) > 1 and not opens_clause and not is_capitalised(items[0].text)


def owner(line: Line, last: int) -> Subject:
    """The possessor that ends at item ``last``: "the **Foreign Ministry's** claim"."""
    start = last
    while (
        start > 0 and is_capitalised(line.items[start - 1].text) and line.items[start - 1].is_word
    ):
        start -= 1
    common = line.items[last].text.islower()
    if common and line.low(start - 1) not in ARTICLES and line.items[start - 1].is_word:
        start = start - 1 if line.low(start - 2) in ARTICLES else start
    if start > 0 and line.low(start - 1) in ARTICLES:
        start -= 1
    return Subject(start, last + 1, last + 1)

"""Finds who speaks: the noun phrase before a reporting verb, with its appositions.

A subject is a range of items of a line. Appositions and relative clauses between the name and the
verb ("Ann Roe, who heads the agency, said") belong to the range; adverbials before it do not.
"""

from dataclasses import dataclass

from reportedly.extract.statements.adverbials import without_leading, without_trailing
from reportedly.extract.statements.edges import (
    HARD_STOPS,
    after_stray_verb,
    left_edge,
    may_be_subject,
)
from reportedly.extract.statements.grammar import (
    ARTICLES,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    TIME_WORDS,
    is_adverb,
    is_capitalised,
)
from reportedly.extract.statements.lines import Line
from reportedly.extract.statements.vocabulary import ROLE_NOUNS

APPOSITIVE_OPENERS = (
    ARTICLES
    | POSSESSIVES
    | RELATIVES
    | PREPOSITIONS
    | {"whose", "now", "then", "formerly", "one", "also", "himself", "herself", "where"}
)


@dataclass(frozen=True, slots=True)
class Subject:
    start: int  # items: the whole phrase with its appositions
    end: int
    head_end: int  # where the phrase proper ends and appositions begin


def subject_before(line: Line, end: int, floor: int) -> Subject | None:
    """The subject that ends right before item ``end``; nothing left of ``floor`` is looked at."""
    end = without_trailing(line, end, floor)
    if end <= floor:
        return None
    if line.low(end - 1) in RELATIVES and end - 1 > floor:
        comma = line.low(end - 2) == ","
        return before_plain(line, end - (2 if comma else 1), floor)
    if line.low(end - 1) == ",":
        return _before_apposition(line, end - 1, floor)
    if line.low(end - 1) in {"-", "–", "—"}:
        return _before_dashes(line, end, floor)
    plain = before_plain(line, end, floor)
    return _with_unclosed_role(line, plain, floor) if plain else None


def _with_unclosed_role(line: Line, plain: Subject, floor: int) -> Subject:
    """ "**Ann Roe, lawyer to the owner** said": the comma after the role was forgotten."""
    comma = plain.start - 1
    role = line.low(plain.start) in ROLE_NOUNS and line.low(plain.start + 1) in PREPOSITIONS
    if not role or comma <= floor or line.low(comma) != ",":
        return plain
    named = before_plain(line, comma, floor)
    if named is None or not is_capitalised(line.items[comma - 1].text):
        return plain
    return Subject(named.start, plain.end, comma)


def _before_dashes(line: Line, end: int, floor: int) -> Subject | None:
    """ "The group -- through its media arm -- claimed": look before the first dash."""
    index = end - 1
    while index > floor and line.low(index) in {"-", "–", "—"}:
        index -= 1
    while index > floor and line.low(index) not in {"-", "–", "—"}:
        index -= 1
    while index > floor and line.low(index - 1) in {"-", "–", "—"}:
        index -= 1
    return before_plain(line, index, floor) if index > floor else None


def before_plain(line: Line, end: int, floor: int) -> Subject | None:
    start = left_edge(line, end, floor)
    start = after_stray_verb(line, start, end)
    start = without_leading(line, start, end)
    if start < end and may_be_subject(line, start, end):
        return Subject(start, end, end)
    return None


def _before_apposition(line: Line, comma: int, floor: int) -> Subject | None:
    """``comma`` closes an apposition: walk back, segment by segment, to the phrase it explains."""
    end = comma
    for _ in range(6):
        opening = _previous_comma(line, end, floor)
        if opening is None:
            return None
        if _is_appositive(line, opening + 1, end):
            end = opening
            there = line.low(end - 1) in {"there", "here"}  # "an official there, who asked ..."
            head = before_plain(line, end - there, floor)
            alone = head is not None and line.low(head.start - 1) != ","
            if head and (alone or not _is_appositive(line, head.start, end)):
                return Subject(head.start, comma, end)
        elif head := _role_named_after(line, opening, floor):
            return Subject(head.start, comma, opening)
        else:
            return None
    return None


def _role_named_after(line: Line, end: int, floor: int) -> Subject | None:
    """ "The spokesman for the police" before the comma, the spokesman's name after it."""
    head = before_plain(line, end, floor)
    if head is None:
        return None
    words = line.lows(head.start, head.end)
    if set(words) & ROLE_NOUNS and len(words) > 1:
        return head
    owned = words[0] in ARTICLES | POSSESSIVES or any(w.endswith("'s") for w in words)
    before = next((n for n in range(1, len(words)) if words[n] in PREPOSITIONS), len(words))
    common = line.items[head.start + before - 1].text.islower()
    return head if owned and common and not line.has_verb(head.start, head.end) else None


def _previous_comma(line: Line, end: int, floor: int) -> int | None:
    for index in range(end - 1, floor - 1, -1):
        if line.low(index) == ",":
            return index if index > floor else None
        if line.quote(index) or line.low(index) in HARD_STOPS - {"-", "–"}:
            return None
    return None


def _is_appositive(line: Line, start: int, end: int) -> bool:
    words = line.lows(start, end)
    if not words or len(words) > 40:
        return False
    first = words[0]
    if first in {"and", "but"} and "by" in words[2:6]:  # "and confirmed as genuine by ..."
        return True
    if first.endswith("ed") or first in {"led", "known", "held", "run", "born", "built", "made"}:
        return len(words) > 1 and words[1] in PREPOSITIONS
    if first.isdigit() or first in APPOSITIVE_OPENERS or is_adverb(first) or first.endswith("ing"):
        return True
    if set(words[:3]) & TIME_WORDS:
        return True
    item = line.items[start]
    if is_capitalised(item.text):
        # "Jones, R-Texas, said"; "Roe, New York-based analyst, said"; "Mayor of X"
        return any(w in PREPOSITIONS or w.endswith("-based") for w in words) or len(words) == 1
    return not line.has_verb(start, end)  # "spokesman for the ministry"


def clause_subject(line: Line, end: int) -> Subject | None:
    """The noun phrase that opens the sentence, up to its first finite verb."""
    start = without_leading(line, 0, end)
    for index in range(start + 1, end):
        if line.is_verb(index) or line.quote(index) is not None:
            return subject_before(line, index, start)
        if line.low(index) in {";", ":"}:
            break
    return None

"""Reads a speaker's noun phrase: the name, the role, the affiliation."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reportedly.extract.statements.grammar import (
    ARTICLES,
    PERSONAL,
    PREPOSITIONS,
    is_capitalised,
)
from reportedly.extract.statements.lines import Item, Line
from reportedly.extract.statements.roles import apposition_of, clean, end_of, role_of
from reportedly.extract.statements.subjects import Subject
from reportedly.extract.statements.vocabulary import (
    BODY_NOUNS,
    HONORIFIC_FEMALE,
    HONORIFIC_MALE,
    ORGANISATION_WORDS,
    PARTICLES,
    ROLE_NOUNS,
    TITLES,
)

Kind = Literal["pronoun", "person", "organisation", "common"]
Gender = Literal["he", "she"]
SUBJECT_FORM = {
    "him": "he", "his": "he", "her": "she", "them": "they", "their": "they", "its": "it",
}  # fmt: skip
DOCTOR = frozenset(["dr", "doctor"])
ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
ARABIC_ARTICLES = ("al-", "el-", "ul-")
PHRASE_ENDS = PREPOSITIONS | {"who", "that", "which"}
LONGEST_NAME = 6  # words of a name in an apposition


@dataclass(frozen=True, slots=True)
class Mention:
    """A speaker as one sentence puts it. Offsets are code points."""

    kind: Kind
    name: str
    start: int
    end: int
    role: str | None = None
    affiliation: str | None = None
    plural: bool = False
    gender: Gender | None = None
    doctor: bool = False  # called "Dr"


def mention_of(text: str, line: Line, subject: Subject) -> Mention:
    """Read the noun phrase and its apposition."""
    mention = _read(text, line, subject)
    called = line.lows(subject.start, subject.end)
    doctor = mention.kind == "person" and not DOCTOR.isdisjoint(called)
    return replace(mention, doctor=True) if doctor else mention


def _read(text: str, line: Line, subject: Subject) -> Mention:
    items = line.items[subject.start : subject.head_end]
    words = [i.low for i in items]
    alone = len(words) == 1
    if words[0] in PERSONAL or (alone and (words[0] in SUBJECT_FORM or words[0] == "who")):
        word = SUBJECT_FORM.get(words[0], words[0])
        return Mention("pronoun", word, items[0].start, items[0].end, plural=word == "they")
    role, affiliation = apposition_of(text, line, subject)
    gender = _gender([*words, *(role or "").lower().split()])
    if named := _named_in_apposition(line, subject):
        if _head(items).low in BODY_NOUNS:
            return _mention("organisation", text, named, None, None)
        role, affiliation = role_of(text, items)
        role = role or ARTICLE.sub("", clean(text[items[0].start : end_of(items[-1])]))
        return _mention("person", text, named, role, affiliation, gender=gender)
    phrase = next((n for n, i in enumerate(items) if n and i.low in PREPOSITIONS), len(items))
    if items[0].low in TITLES and personal_name(items[:phrase]):
        items = items[:phrase]  # "Bishop Roe of Popayán"
    if name := personal_name(items):
        own_role, own_affiliation = role_of(text, items[: name[0]])
        role, affiliation = role or own_role, affiliation or own_affiliation
        return _mention("person", text, items[slice(*name)], role, affiliation, gender=gender)
    if _is_organisation(items) and words[-1] not in ROLE_NOUNS:
        return _mention("organisation", text, items, role, affiliation)
    own_role, own_affiliation = role_of(text, items)
    role, affiliation = role or own_role, affiliation or own_affiliation
    plural = _is_plural(words)
    return _mention("common", text, items, role, affiliation, plural=plural, gender=gender)


def _mention(
    kind: Kind,
    text: str,
    items: Sequence[Item],
    role: str | None,
    affiliation: str | None,
    *,
    plural: bool = False,
    gender: Gender | None = None,
) -> Mention:
    start, end = items[0].start, end_of(items[-1])
    name = clean(text[start:end])
    if kind == "organisation":
        name = ARTICLE.sub("", name)
    return Mention(kind, name, start, end, role, affiliation, plural, gender)


def _named_in_apposition(line: Line, subject: Subject) -> Sequence[Item]:
    """ "the police chief, **Ann Roe**,": a described person whose name follows."""
    items = line.items[subject.start : subject.head_end]
    head = _head(items)
    title_only = head.low in ROLE_NOUNS | TITLES
    of_a_body = head.text.islower() and head is not items[-1]  # "director of X"
    if not of_a_body and (personal_name(items) or (is_capitalised(head.text) and not title_only)):
        return ()
    start = end = subject.head_end + 1
    while end < subject.end and line.low(end) != ",":
        end += 1
    segment = line.items[start:end]
    name = personal_name(segment) if 1 < len(segment) <= LONGEST_NAME else None
    return segment[slice(*name)] if name and name[0] <= 2 else ()


def _head(items: Sequence[Item]) -> Item:
    """The last word before a preposition: "the **director** of the Lake Clinic"."""
    end = next((n for n, i in enumerate(items) if n and i.low in PREPOSITIONS), len(items))
    return items[end - 1]


def _gender(words: Sequence[str]) -> Gender | None:
    if HONORIFIC_FEMALE & set(words):
        return "she"
    return "he" if HONORIFIC_MALE & set(words) else None


def _is_plural(words: Sequence[str]) -> bool:
    end = next((n for n, w in enumerate(words) if n and w in PREPOSITIONS), len(words))
    head = words[end - 1]
    if head in {"police", "people"}:
        return True
    return head.endswith("s") and not head.endswith(("ss", "us", "'s"))


def personal_name(items: Sequence[Item]) -> tuple[int, int] | None:
    """The range of items that is a personal name, if the phrase ends in one."""
    start, end = _capitalised_tail(items), len(items)
    titles = [n for n in range(start, end - 1) if items[n].low in TITLES]
    if titles:
        start = titles[-1] + 1
    preceded = items[start - 1].low if start else ""
    if not titles and preceded in PREPOSITIONS:
        if end - start <= 2:
            return None
        start = end - 2  # "undersecretary for Counterterrorism Ann Roe"
    elif end - start > 2 and _shares_a_portfolio(items[:start]):
        start = end - 2  # "minister for Trade and Industry Ann Roe"
    if start == end or any(_is_of_a_body(i, items) for i in items[start:end]):
        return None
    if titles or preceded in ROLE_NOUNS:
        return start, end
    definite = preceded in ARTICLES or preceded.endswith("'s") or items[0].low == "the"
    return None if end - start < 2 or definite else (start, end)


def _shares_a_portfolio(items: Sequence[Item]) -> bool:
    """True for "minister for Trade and"."""
    words = [item.low for item in items]
    held = next((n for n, word in enumerate(words) if word in PREPOSITIONS), 0)
    return words[-1:] == ["and"] and held > 0 and words[held - 1] in ROLE_NOUNS | TITLES


def _capitalised_tail(items: Sequence[Item]) -> int:
    """Where the capitalised words at the end begin, with "bin" and "van" between them."""
    start = end = len(items)
    while start > 0:
        item = items[start - 1]
        named = is_capitalised(item.text) and not item.low.endswith("'s")
        inner = start < end and (item.low in PARTICLES or item.low in {"-", "‑"}) and start > 1
        if not (named or inner or item.low.startswith(ARABIC_ARTICLES)):
            break
        start -= 1
    while start < end and not is_capitalised(items[start].text) and items[start].low in PARTICLES:
        start += 1
    return start


def _is_of_a_body(item: Item, items: Sequence[Item]) -> bool:
    """A word of an organisation's name, or an acronym where not all is in capitals."""
    acronym = item.text.isupper() and len(item.text) > 1 and "." not in item.text
    shouted = all(i.text.isupper() for i in items if i.is_word)
    return item.of_actor or item.low in ORGANISATION_WORDS or (acronym and not shouted)


def _is_organisation(items: Sequence[Item]) -> bool:
    """A phrase whose head is a name: "the Interior Ministry", "Reuters", "Bank of X"."""
    end = next((n for n, i in enumerate(items) if n and i.low in PHRASE_ENDS), len(items))
    return is_capitalised(items[end - 1].text) and items[end - 1].low != "officials"

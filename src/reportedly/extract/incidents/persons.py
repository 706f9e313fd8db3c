"""Single persons that a sentence tells of: "a 14-year-old boy", "his wife", "the victim", "he".

A name is used only to see that two mentions are of one person or of two; it is never kept.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from reportedly.codebook.people import is_plural, kind_of
from reportedly.extract.incidents.phrases import words

_ADULT = 18
_DESCRIBING = 6  # words between "a" and the noun of a person, the noun included
_TOKEN = re.compile(
    r"\d+-(?:year|month|week|day)s?-old(?![\w-])|[^\W\d_](?:[^\W\d_]\.)+|[^\W\d_]+(?:[’'\-][^\W\d_]+)*|\d+|\S"
)
_AGE = re.compile(r"(\d+)-(year|month|week|day)s?-old")
_ALL_CAPITALS = 2  # letters from which on a word in capitals is an abbreviation
Token = re.Match[str]


@dataclass(frozen=True, slots=True)
class Person:
    """A mention of one person; ``again`` where the words refer to somebody told of before."""

    start: int
    end: int
    noun: str = ""  # what they are called, in small letters; empty for a name and a pronoun
    sex: str = ""  # "m" or "f"; empty where the words do not say
    age: int | None = None
    name: frozenset[str] = frozenset()
    again: bool = False
    another: bool = False
    attacker: bool = False

    @property
    def child(self) -> bool | None:
        """Whether it is a child or an adult; None where the words do not say."""
        if self.age is not None:
            return self.age < _ADULT
        if self.noun in words("persons.children"):
            return True
        return False if self.noun in words("persons.adults") else None


def may_be_one(a: Person, b: Person) -> bool:
    """True unless what two mentions say of the person differs."""
    if a.sex and b.sex and a.sex != b.sex:
        return False
    if a.age is not None and b.age is not None and a.age != b.age:
        return False
    if a.child is not None and b.child is not None and a.child != b.child:
        return False
    if a.name and b.name and not (a.name <= b.name or b.name <= a.name):
        return False
    kin = words("persons.kin")
    if a.noun in kin and b.noun in kin and a.noun != b.noun:
        return False
    kinds = {kind_of(a.noun), kind_of(b.noun)} - {None, "anyone"}
    return a.again or b.again or len(kinds) < 2 or "security" not in kinds


def described(group: str) -> Person:
    """The person whom the words of a count name: "16-year-old boy"."""
    inner = group.lower().split()
    age = next((int(m[1]) for m in map(_AGE.match, inner) if m and m[2] == "year"), None)
    sex = next((s for s in map(_sex, reversed(inner)) if s), "")
    return Person(0, len(group), inner[-1] if inner else "", sex, age)


def as_one(a: Person, b: Person) -> Person:
    """What two mentions of one person say together, at the place of the first."""
    return replace(
        a,
        noun=a.noun or b.noun,
        sex=a.sex or b.sex,
        age=b.age if a.age is None else a.age,
        name=a.name | b.name,
        attacker=a.attacker or b.attacker,
    )


@lru_cache(maxsize=8)
def full_names(text: str) -> frozenset[str]:
    """The words of what may be full names: one of them alone stands for its bearer."""
    runs = _runs(list(_TOKEN.finditer(text)))
    return frozenset(token.group() for run in runs if len(run) > 1 for token in run)


def persons(
    text: str, start: int, end: int, taken: Sequence[tuple[int, int]], known: frozenset[str]
) -> list[Person]:
    """The single persons of a stretch, in text order.

    ``taken``: the stretches that name a place or an actor; ``known``: see ``full_names``.
    """
    tokens = list(_TOKEN.finditer(text, start, end))
    names = {
        run[0].start(): run
        for run in _runs(tokens)
        if not any(a < run[-1].end() and run[0].start() < b for a, b in taken)
        and (len(run) > 1 or run[0].group() in known)
    }
    found: list[Person] = []
    at = 0
    while at < len(tokens):
        person, next_ = _person(tokens, at, names)
        if person and found and _in_apposition(text, found[-1], person):
            found[-1] = replace(as_one(found[-1], person), end=person.end)
        elif person:
            found.append(person)
        at = next_
    return found


def _in_apposition(text: str, before: Person, person: Person) -> bool:
    """ "his wife, 72-year-old Ann Roe", "Ann Roe, a teacher": two mentions of one person."""
    told_apart = bool(before.name) != bool(person.name) and bool(before.noun or person.noun)
    return told_apart and text[before.end : person.start] == ", " and may_be_one(before, person)


def _person(
    tokens: Sequence[Token], at: int, names: dict[int, list[Token]]
) -> tuple[Person | None, int]:
    """The person whom a token begins to tell of, and the index of the token to go on with."""
    token, low = tokens[at], tokens[at].group().lower()
    if low in words("persons.pronouns"):
        return Person(*token.span(), sex="f" if low == "she" else "m", again=True), at + 1
    if token.start() in names:
        run = names[token.start()]
        return _with_age(_of_name(run), tokens, at + len(run)), at + len(run)
    if low in words("persons.articles") or _AGE.fullmatch(token.group()):
        head = _head(tokens, at)
        if head is not None:
            return _described(tokens, at, head, names)
    return None, at + 1


def _head(tokens: Sequence[Token], at: int) -> int | None:
    """The index of the noun of one person in the phrase that begins here; of an age alone, it."""
    found = None
    for here in range(at, min(at + 1 + _DESCRIBING, len(tokens))):
        word = tokens[here].group()
        if here == at and not _AGE.fullmatch(word):
            continue
        kind = kind_of(word)
        if kind and (is_plural(word) or word.lower() in words("persons.nobody")):
            return None
        if kind or _AGE.fullmatch(word):
            found = here
        elif _ends_phrase(word, tokens[found].group() if found is not None else ""):
            break
    if found is None or found + 1 == len(tokens):
        return found
    noun, follows = tokens[found].group(), tokens[found + 1].group()
    if follows.lower() in ("'", "’", "-", *words("persons.described")):
        return None
    county = noun[0].isupper() and follows.lower() in words(
        "persons.not_names"
    )  # "the Cook County"
    return None if county else found


def _ends_phrase(word: str, noun: str) -> bool:
    """True for a word that cannot stand before the noun of a person, or goes on after it."""
    if not word[0].isalpha() or word.lower() in words("persons.breaks"):
        return True
    return bool(noun) and not _AGE.fullmatch(noun)


def _described(
    tokens: Sequence[Token], at: int, head: int, names: dict[int, list[Token]]
) -> tuple[Person, int]:
    inner = [t.group().lower() for t in tokens[at : head + 1]]
    noun = "" if _AGE.fullmatch(inner[-1]) else inner[-1]
    ages = [m for m in map(_AGE.fullmatch, inner) if m]
    age = (int(ages[0][1]) if ages[0][2] == "year" else 0) if ages else None
    owned = any(word.endswith(("'s", "’s")) for word in inner)
    sex = next((s for s in map(_sex, reversed(inner)) if s), "")
    person = Person(
        tokens[at].start(),
        tokens[head].end(),
        noun,
        sex,
        age,
        again=inner[0] in ("the", "this", "that") and not owned,
        another=bool({"another", "second", "third", "fourth", "other"} & set(inner)),
        attacker=kind_of(noun) == "fighter" or bool(words("persons.suspects") & set(inner)),
    )
    end = head + 1
    follows = end + (end < len(tokens) and tokens[end].group() == ",")
    if follows < len(tokens) and (run := names.get(tokens[follows].start())):
        person = replace(person, name=_of_name(run).name, end=run[-1].end())
        end = follows + len(run)
    return _with_age(person, tokens, end), end


def _of_name(run: Sequence[Token]) -> Person:
    name = frozenset(t.group() for t in run)
    return Person(run[0].start(), run[-1].end(), name=name, again=len(run) == 1)


def _with_age(person: Person, tokens: Sequence[Token], at: int) -> Person:
    """The person, with the age that follows a name: "Ann Roe, 34, was ..."."""
    after = [t.group() for t in tokens[at : at + 2]]
    if person.age is None and len(after) == 2 and after[0] == "," and after[1].isdigit():
        return replace(person, age=int(after[1]))
    return person


def _runs(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Runs of words that may be somebody's name, without the titles before it."""
    run: list[Token] = []
    for token in tokens:
        gap = token.string[run[-1].end() : token.start()] if run else ""
        if run and not (gap == " " and _in_name(token)):
            yield from _untitled(run)
            run = []
        if _in_name(token):
            run.append(token)
    yield from _untitled(run)


def _untitled(run: list[Token]) -> Iterator[list[Token]]:
    while run and run[0].group().lower() in words("persons.titles"):
        run = run[1:]
    if run and not any(t.group().lower() in words("persons.not_names") for t in run):
        yield run


def _in_name(token: Token) -> bool:
    word = token.group()
    if not word[0].isupper() or word.endswith(("'s", "’s")):
        return False
    return len(word) < _ALL_CAPITALS or not word.isupper() or "." in word


def _sex(noun: str) -> str:
    return "m" if noun in words("persons.male") else "f" if noun in words("persons.female") else ""

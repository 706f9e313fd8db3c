"""When two names of sources mean one: their telling words, spelt as they may be."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

Words = frozenset[str]
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_VOWELS = re.compile(r"[aeiouy]|(.)(?=\1)")
_STEM = 4  # letters that the name of a country has before its ending


@cache
def listed(name: str) -> Words:
    """One of the word lists of names.toml."""
    return frozenset(_data()[name].split())


@cache
def _data() -> Mapping[str, Any]:
    text = files(__package__).joinpath("names.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@lru_cache(maxsize=20_000)  # sources are named again and again
def telling_words(name: str) -> Words:
    """The words that tell a source from others; all of its words where none does."""
    forms = _data()["forms"]
    found = [forms.get(word, word) for word in bare_words(name)]
    return frozenset(word for word in found if word not in listed("roles")) or frozenset(found)


def bare_words(name: str) -> list[str]:
    """The words of a name, folded, without genitives."""
    folded = name.casefold().replace("’", "'")
    for long, short in _data()["abbreviations"].items():
        folded = folded.replace(long, short)
    return [word.group().removesuffix("'s") for word in _WORD.finditer(folded)]


def names_nobody(words: Words) -> bool:
    """True for sources that no name and no body tells from others: "a witness", "the spokesman"."""
    return words <= listed("anybody") | listed("roles")


def speaks_of_a_body(name: str) -> bool:
    """True where a role or affiliation names an institution."""
    forms = _data()["forms"]
    return bool(listed("institutions") & {forms.get(word, word) for word in bare_words(name)})


def is_audience(name: str) -> bool:
    """True for those told who are no outlet: "reporters", "a news conference"."""
    return bool(listed("audience") & set(bare_words(name)))


def merged(found: Iterable[Words]) -> dict[Words, Words]:
    """Each set of words with the set that stands for it.

    Country names and their adjectives are one word, and so are two spellings of one person's name.
    Then a name stands for the one longer name that contains it; one that two longer, different
    names contain stays apart: nothing says which is meant.
    """
    given = sorted(set(found), key=lambda words: (-len(words), sorted(words)))
    same = _adjectives(word for words in given for word in words)
    plain = {words: frozenset(same.get(word, word) for word in words) for words in given}
    spelt: list[Words] = []
    for words, folded in plain.items():
        plain[words] = next((known for known in spelt if one_person(known, folded)), folded)
        spelt.append(plain[words])
    stands: dict[Words, Words] = {}
    for words in sorted(set(plain.values()), key=lambda words: (-len(words), sorted(words))):
        longer = {stands[other] for other in stands if words < other}
        stands[words] = longer.pop() if len(longer) == 1 else words
    return {words: stands[folded] for words, folded in plain.items()}


def _adjectives(words: Iterable[str]) -> dict[str, str]:
    """Each adjective of a country, or longer form of its name, with the shorter form."""
    known = sorted(set(words), key=lambda word: (len(word), word))
    return {
        longer: shorter
        for n, shorter in enumerate(known)
        if len(shorter) >= _STEM and shorter not in listed("no_demonym")
        for longer in known[n + 1 :]
        if longer.startswith(shorter) and longer[len(shorter) :] in listed("demonyms")
    }


def one_person(left: Words, right: Words) -> bool:
    """True for two spellings of one name: all words alike but one, and its consonants alike."""
    if len(left) != len(right) or len(left) < 2 or (left | right) & listed("institutions"):
        return False
    one, other = left - right, right - left
    return len(one) == 1 and bool(left & right) and _bones(*one) == _bones(*other)


@lru_cache(maxsize=20_000)
def _bones(word: str) -> str:
    return word[:1] + _VOWELS.sub("", word[1:])


def initials(name: str) -> str:
    """How a name of several words is abbreviated: "Lord's Resistance Army" is "lra"."""
    words = [word for word in bare_words(name) if word not in ("the", "of", "for", "and")]
    return "".join(word[0] for word in words) if len(words) > 2 else name.casefold()

"""Words as names are made of them, and the capitalised runs they form."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportedly.annotate.lexicon import FUNCTION_WORDS, PARTICLES, listed

# "U.S." and "W.Va.", words with inner apostrophes ("N'Djamena", not the possessive "'s"), figures.
_WORD = re.compile(
    r"W\. ?Va\.|[NS]\. ?(?:Mex|Dak|Car)\.|(?:[^\W\d_]\.){2,6}|(?<=\w)['’][sS]\b"
    r"|[^\W\d_][^\W\d_\u00ad\u0300-\u036f]*"
    r"(?:['’ʼʻ\u00ad](?![sS]\b)[^\W\d_\u00ad\u0300-\u036f]+)*|\d+"
)
_JOINTS = frozenset({" ", "-", "‐", "‑", "–", "\u00a0", " -", "\n", ". ", " ’", " ‘"})
_OF_SEVERAL = ("' ", "’ ")  # "Kurdistan Workers' Party"
_TITLE_STOPS = listed("st mt ft gen sen col lt capt maj sgt dr mr mrs ms prof rev gov adm")


class Word(NamedTuple):
    """A word of a text: its offsets, its letters, and the same in small letters."""

    start: int
    end: int
    text: str
    low: str

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def words(text: str) -> list[Word]:
    """The words of a text in order; a possessive ``'s`` is a word of its own."""
    found = []
    for match in _WORD.finditer(text):
        letters = match.group()
        found.append(Word(match.start(), match.end(), letters, letters.lower()))
    return found


def joined(text: str, left: Word, right: Word) -> bool:
    """True if nothing but a space or hyphen parts two words (or the stop of "St.")."""
    gap = text[left.end : right.start] if right.start - left.end <= 2 else ","
    if gap == ". ":
        return left.low in _TITLE_STOPS
    if not gap:  # "M23", "3R"
        return right.text.isdigit() or (left.text.isdigit() and right.capital)
    if gap in _OF_SEVERAL:
        return left.low.endswith("s")
    return gap in _JOINTS


def hyphened(text: str, left: Word, right: Word) -> bool:
    return right.start - left.end == 1 and text[left.end] in "-‐‑–"


_POSSESSIVE = ("'s", "’s")


def begins_name(word: Word) -> bool:
    """A capitalised word that is not only the first of its sentence."""
    if not word.capital or word.low in _POSSESSIVE:
        return False
    if word.low in FUNCTION_WORDS:
        return word.text.isupper() and len(word.text) > 1 and word.low != "i'm"
    return True


def spans(
    text: str, every: Sequence[Word], first: int, longest: int, *, small: frozenset[str] = PARTICLES
) -> Iterator[int]:
    """Ends (exclusive word indexes) of the names that could begin at a word, longest first.

    The words between may be ``small`` ones in small letters; the last may not be a particle.
    """
    ends = []
    for index in range(first, min(first + longest, len(every))):
        word = every[index]
        if index > first and word.low in _POSSESSIVE and word.start == every[index - 1].end:
            continue  # "Lord's Resistance Army"
        if index > first and not joined(text, every[index - 1], word):
            break
        if index > first and not (word.capital or word.low in small or word.text.isdigit()):
            break
        if word.capital or word.text.isdigit() or word.low not in PARTICLES:
            ends.append(index + 1)
    yield from reversed(ends)


def run_end(text: str, every: Sequence[Word], first: int) -> int:
    """Where the unbroken row of capitalised words that begins at a word ends (exclusive).

    A particle between hyphens belongs to it: "Noor-e-Kolo University".
    """
    index = first + 1
    while index < len(every):
        left, word = every[index - 1], every[index]
        if "\n" in text[left.end : word.start] or not joined(text, left, word):
            break
        if not word.capital:
            linked = word.low in PARTICLES and hyphened(text, left, word)
            after = every[index + 1] if linked and index + 1 < len(every) else None
            if after is None or not after.capital or not hyphened(text, word, after):
                break
        index += 1
    return index

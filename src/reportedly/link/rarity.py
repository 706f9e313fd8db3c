"""How rare a word is in reports on violence: a frozen table, so that no store changes what it says.

``rarities.tsv`` holds a line for each half bit: the bits, a tab, and the words with that rarity,
names with a capital. n bits: one incident in 2^n is told with the word, in the collection where it
is most common. It is made by ``python -m train rarities``, which says from what.
"""

from functools import cache
from importlib.resources import files

from reportedly.link.words import folded

Lines = tuple[tuple[float, tuple[str, ...]], ...]

UNKNOWN = 11.0  # bits of a word that the table does not have


def rarity(word: str) -> float:
    """Bits of a folded word; what the table does not know is rare."""
    return _table().get(word, UNKNOWN)


def is_name(word: str) -> bool | None:
    """Whether a folded word is mostly written with a capital; None where the table lacks it."""
    return word in _names() if word in _table() else None


@cache
def _lines() -> Lines:
    return parse(files(__package__).joinpath("rarities.tsv").read_text(encoding="utf-8"))


def parse(text: str) -> Lines:
    """Bits and words, a line of the table each."""
    rows = (line.split("\t") for line in text.splitlines())
    return tuple((float(bits), tuple(words.split(" "))) for bits, words in rows)


@cache
def _table() -> dict[str, float]:
    return {folded(word): bits for bits, words in _lines() for word in words}


@cache
def _names() -> frozenset[str]:
    return frozenset(folded(word) for _, words in _lines() for word in words if word[0].isupper())

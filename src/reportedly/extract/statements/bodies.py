"""Which body a bare word means: "its spokesman", "a ministry official", "the company's manager".

A body is remembered when it speaks or opens a sentence; a later word for it takes the last one that
fits, within a few sentences.
"""

from reportedly.extract.statements.grammar import words_of
from reportedly.extract.statements.vocabulary import ORGANISATION_WORDS

REMEMBERED = 40  # bodies
FAR = 600  # code points that a word may reach back to a body
OWNERS = frozenset(["its", "their"])
# A firm's name need not say that it is one; a body of another kind is no firm.
FIRMS = words_of("company firm operator carrier airline")


class Bodies:
    """The bodies of one text so far, in order."""

    def __init__(self) -> None:
        self._named: list[tuple[int, str]] = []  # code point and name

    def name(self, start: int, name: str) -> None:
        """Remember a body that is named at a code point."""
        self._named.append((start, name))
        del self._named[:-REMEMBERED]

    def meant(self, word: str, position: int) -> str | None:
        """The affiliation that was written as ``word``, in full; as written if it is unknown.

        None for a possessive pronoun that stands for nothing known.
        """
        near = [name for start, name in reversed(self._named) if position - start <= FAR]
        if word in OWNERS:
            return near[0] if near else None
        if " " in word or not word.islower():
            return word
        alike = (name for name in near if name.rpartition(" ")[2].lower() == word)
        firms = (name for name in near if word in FIRMS and _may_be_a_firm(name))
        return next(alike, None) or next(firms, None) or word


def _may_be_a_firm(name: str) -> bool:
    named = name[:1].isupper() and not name.isupper()
    return named and ORGANISATION_WORDS.isdisjoint(name.lower().split())

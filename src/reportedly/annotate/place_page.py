"""A text as words in which places are looked for, and one reading of some of its words."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from reportedly.annotate import lexicon as lex
from reportedly.annotate.naming import Word, words
from reportedly.plugins import Names
from reportedly.records import Place

Kind = Literal["place", "demonym", "site", "unlisted", "organisation"]
SHORT = 5  # a word of so few capitals is an acronym unless it is a country's


@dataclass(frozen=True, slots=True)
class Hit:
    """One reading: words ``first`` to ``last`` (exclusive), and the places it may mean."""

    first: int
    last: int
    kind: Kind
    candidates: tuple[Place, ...] = ()
    division: bool = False  # a word like "province" follows or precedes


@dataclass(slots=True)
class Page:
    """A text cut into words, with what was learnt of its names on the way."""

    text: str
    words: Sequence[Word]
    names: Names
    dateline: tuple[int, int] = (0, 0)  # from where to where; empty if there is none
    people: set[str] = field(default_factory=set)  # words of longer names that are no places

    @classmethod
    def of(cls, text: str, names: Names, dateline: tuple[int, int] = (0, 0)) -> "Page":
        return cls(text, words(text), names, dateline)

    def filed(self, first: int, last: int) -> bool:
        """True if the words stand in the dateline."""
        start, end = self.dateline
        return start <= self.words[first].start and self.words[last - 1].end <= end

    def low(self, index: int) -> str:
        """The word in small letters; empty outside the text."""
        return self.words[index].low if 0 <= index < len(self.words) else ""

    def leader(self, first: int) -> int:
        """The word that leads to a name: "in" in "in neighbouring Kolo", "in the north Kolo"."""
        at = first - 1
        while self.low(at) in lex.NEIGHBOURING and self.between(at, at + 1) == " ":
            at -= 1
        return at

    def between(self, left: int, right: int) -> str:
        """The text between two words."""
        if left < 0 or right >= len(self.words):
            return "\n"
        return self.text[self.words[left].end : self.words[right].start]

    def surface(self, first: int, last: int) -> str:
        return self.text[self.words[first].start : self.words[last - 1].end]

    def look(self, first: int, last: int) -> Sequence[Place]:
        """The places that the words name, short acronyms of anything but countries left out."""
        word = self.words[first]
        single = last - first == 1
        if single and (word.low in lex.CALENDAR or len(word.text) < 2):
            return ()
        if single and word.low in lex.DIRECTIONS and self.low(last) not in lex.DIVISION_NOUNS:
            return ()
        if single and word.low in lex.DOTTED and self.text[word.end : word.end + 1] != ".":
            return ()
        if single and word.low == "us" and not word.text.isupper():
            return ()
        found = self.names.places(self.surface(first, last))
        shout = len(word.text) <= SHORT and word.text.isupper() and not self.filed(first, last)
        if single and shout:
            return tuple(p for p in found if p.precision == "country" or "." in word.text)
        return found

    def demonym(self, first: int, last: int) -> Sequence[Place]:
        return self.names.demonyms(self.surface(first, last))

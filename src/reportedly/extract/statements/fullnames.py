"""Finds the full name that a surname stands for, from the names in the text itself."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from reportedly.extract.statements.grammar import words_of
from reportedly.extract.statements.lines import named_bodies
from reportedly.extract.statements.vocabulary import ORGANISATION_WORDS, TITLES
from reportedly.records import ActorMark

NAME_FAR = 600  # code points within which a pronoun may reach back to a name that did not speak

# Words that begin a sentence with a capital, before a name.
OPENING = words_of(
    """the but and in on at according when as for after former if while by since although though
    then so now yet once even because until before during with from to of that this like unlike"""
)
NAME_RUN = re.compile(
    r"[A-ZÀ-ÖØ-Þ][\w’'‑-]+(?:[ \u00a0]+"
    r"(?:(?:al|el|bin|ibn|ben|van|von|der|den|de|del|da|di|do|dos|du|la|y)[ \u00a0-])*"
    r"(?:[A-ZÀ-ÖØ-Þ]\w?\.|(?:al-|el-|ul-|d’|d')?[A-ZÀ-ÖØ-Þ][\w’'‑-]*)){1,4}"
)


class FullNames:
    """Every personal name of two or more words in a text, found by its last or first word."""

    def __init__(self, text: str, actors: Sequence[ActorMark] = ()) -> None:
        bodies = named_bodies(actors)
        by_word: dict[str, list[tuple[int, str]]] = {}
        for match in NAME_RUN.finditer(text):
            name = self._without_titles(match.group())
            words = name.split()
            if words and words[-1].isupper() and not name.isupper():
                continue
            if len(words) < 2 or {w.lower() for w in words} & ORGANISATION_WORDS:
                continue
            start = match.start() + match.group().rfind(name)
            if any(b.start < start + len(name) and start < b.end for b in bodies):
                continue
            for word in {self._key(words[-1]), self._key(words[0])}:
                by_word.setdefault(word, []).append((match.start(), name))
        self._in_order = sorted({f for found in by_word.values() for f in found})
        self._starts = [start for start, _ in self._in_order]
        self._by_word: Mapping[str, list[tuple[int, str]]] = by_word

    @staticmethod
    def _key(word: str) -> str:
        return re.sub(r"[’']s?$", "", word).strip(".").lower()

    @classmethod
    def _without_titles(cls, name: str) -> str:
        words = re.sub(r"[’']s?$", "", name).split()
        for index in range(len(words) - 1, -1, -1):
            if words[index].lower().strip(".") in TITLES:
                words = words[index + 1 :]
                break
        while words and words[0].lower() in OPENING:
            words = words[1:]
        return " ".join(words)

    def last_before(self, position: int) -> str | None:
        """The name of a person that was mentioned last, in whatever part of a sentence."""
        at = bisect_right(self._starts, position) - 1
        return self._in_order[at][1] if at >= 0 and position - self._starts[at] < NAME_FAR else None

    def full(self, name: str, position: int) -> str:
        """The full name that a surname stands for: the last one before it, else the first after."""
        if " " in name.strip():
            return name
        key = self._key(name)
        found = self._by_word.get(key, [])
        found = [f for f in found if self._key(f[1].split()[-1]) == key] or found
        if not found:
            return name
        at = bisect_right([start for start, _ in found], position)
        return found[max(at - 1, 0)][1]

"""Names found again wherever they stand: in any case, with or without accents, in addresses."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import compress, count, pairwise
from unicodedata import normalize

MASK = "█"  # one for each character of what is masked, so that offsets hold
WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*")
_MARKS = re.compile(r"[\u0300-\u036f]+")
_LETTERS = re.compile(r"[A-Za-z]+")  # the same in plain text, and faster
_ASCII = re.compile(r"[a-z]+")
_APART = 3  # characters between two words of one name: "Roe-Bell", "J. Roe", "roe%20bell"

Words = tuple[str, ...]  # of a name, folded
Span = tuple[int, int]


def folded(word: str) -> str:
    """A word, or a text, without case and accents."""
    return word.lower() if word.isascii() else _plain_word(word)


@lru_cache(maxsize=50_000)
def _plain_word(word: str) -> str:
    return _plain(word)


def _plain(text: str) -> str:
    return _MARKS.sub("", normalize("NFKD", text.casefold()))


def words_of(name: str) -> Words:
    return tuple(_low(name))


def _word(text: str) -> re.Pattern[str]:
    """Finds the words of a text."""
    return _LETTERS if text.isascii() else WORD


def _low(text: str) -> list[str]:
    """The words of a text, folded: as many as ``WORD`` finds."""
    if text.isascii():
        return _ASCII.findall(text.lower())
    return [word.lower() if word.isascii() else _plain_word(word) for word in WORD.findall(text)]


class Names:
    """Whole names, each with what to write in its place, and words that are enough by themselves.

    A whole name of several words is found in any case, a single word only where it is capitalised.
    """

    def __init__(self) -> None:
        self._whole: dict[Words, str] = {}
        # How many words whole names have, longest first, by their first word and their second.
        self._begun: dict[str, dict[str, list[int]]] = {}
        self._alone: dict[str, str] = {}
        self._parts: dict[str, str] = {}
        self._firsts: set[str] = set()  # of all of these

    def add(self, name: Words, instead: str) -> None:
        self._firsts.update(name[:1])
        if len(name) == 1:
            self._alone.setdefault(name[0], instead)
        elif name:
            self._whole[name] = instead
            known = self._begun.setdefault(name[0], {})
            known[name[1]] = sorted({*known.get(name[1], ()), len(name)}, reverse=True)

    def add_word(self, word: str, instead: str) -> None:
        """A word of a name, which is found alone too."""
        self._firsts.add(word)
        self._parts.setdefault(word, instead)

    def __bool__(self) -> bool:
        return bool(self._whole or self._alone)

    def __len__(self) -> int:
        """How many whole names there are."""
        return len(self._alone) + len(self._whole)

    def found(
        self, text: str, *, slug: bool = False, parts: bool = True
    ) -> Iterator[tuple[int, int, str]]:
        """Start, end and what to write instead, in text order. ``slug``: capitals say nothing.
        ``parts``: single words of names too.
        """
        low = _low(text)
        begins = self._beginnings(low)
        matches = list(_word(text).finditer(text)) if begins else []
        after = 0
        for at in begins:
            if at < after:
                continue
            if length := self._longest(low, at, matches):
                after = at + length
                instead = self._whole[tuple(low[at:after])]
                yield matches[at].start(), matches[after - 1].end(), instead
                continue
            found = self._alone.get(low[at]) or (self._parts.get(low[at]) if parts else None)
            if found and (slug or text[matches[at].start()].isupper()):
                yield *matches[at].span(), found

    def _beginnings(self, low: Sequence[str]) -> Sequence[int]:
        """At which words a name may begin: in most texts at none, which has to be seen at once."""
        met = self._firsts.intersection(low)
        if not met:
            return ()
        after = [*low, ""]
        return [
            at
            for at in compress(count(), map(met.__contains__, low))
            if (word := low[at]) in self._alone
            or word in self._parts
            or after[at + 1] in self._begun[word]
        ]

    def _longest(self, low: Sequence[str], at: int, matches: Sequence[re.Match[str]]) -> int:
        """How many words the longest whole name has that begins there; 0 where none does."""
        following = low[at + 1] if at + 1 < len(low) else ""
        for length in self._begun.get(low[at], {}).get(following, ()):
            name = tuple(low[at : at + length])
            if len(name) == length and name in self._whole and _together(matches[at : at + length]):
                return length
        return 0

    def worded(self, text: str) -> str:
        """The text with other words in place of each name."""
        parts, last = [], 0
        for start, end, instead in self.found(text):
            parts += [text[last:start], instead]
            last = end
        return "".join([*parts, text[last:]]) if parts else text


def _together(words: Sequence[re.Match[str]]) -> bool:
    near = all(after.start() - before.end() <= _APART for before, after in pairwise(words))
    return near and not all(map(_in_a_code, words))


def _in_a_code(word: re.Match[str]) -> bool:
    """True for a letter beside a digit: "d0c" is part of an id, not somebody's initials."""
    around = word.string[max(0, word.start() - 1) : word.end() + 1]
    return len(word.group()) == 1 and any(map(str.isdigit, around))


def masked(text: str, spans: Iterable[Span], start: int = 0) -> str:
    """The text with a mark for each character of these stretches; ``start``: its own offset."""
    for first, last in spans:
        first, last = max(first - start, 0), min(last - start, len(text))
        if first < last:
            text = f"{text[:first]}{MASK * (last - first)}{text[last:]}"
    return text

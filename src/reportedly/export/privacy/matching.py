"""Names found again wherever they stand: in any case, with or without accents, in addresses."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from unicodedata import normalize

MASK = "█"  # one for each character of what is masked, so that offsets hold
WORD = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+")
_MARKS = re.compile(r"[\u0300-\u036f]+")
_LETTERS = re.compile(r"[^\W\d_]+")
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
    return tuple(folded(match.group()) for match in WORD.finditer(name))


class Names:
    """Whole names, each with what to write in its place, and words that are enough by themselves.

    A whole name of several words is found in any case, a single word only where it is capitalised.
    """

    def __init__(self) -> None:
        self._whole: dict[Words, str] = {}
        self._lengths: dict[
            str, list[int]
        ] = {}  # of whole names by their first word, longest first
        self._alone: dict[str, str] = {}
        self._parts: dict[str, str] = {}
        self._begin: set[str] = set()  # the first words of all of them

    def add(self, name: Words, instead: str) -> None:
        self._begin.update(name[:1])
        if len(name) == 1:
            self._alone.setdefault(name[0], instead)
        elif name:
            self._whole[name] = instead
            known = self._lengths.get(name[0], ())
            self._lengths[name[0]] = sorted({*known, len(name)}, reverse=True)

    def add_word(self, word: str, instead: str) -> None:
        """A word of a name, which is found alone too."""
        self._begin.add(word)
        self._parts.setdefault(word, instead)

    def __bool__(self) -> bool:
        return bool(self._whole or self._alone)

    def __len__(self) -> int:
        """How many whole names there are."""
        return len(self._alone) + len(self._whole)

    def _none_in(self, text: str) -> bool:
        """True where no name begins: told of most texts at once, without looking at each word."""
        if text.isascii():
            return self._begin.isdisjoint(_ASCII.findall(text.lower()))
        return self._begin.isdisjoint(_LETTERS.findall(_plain(text)))

    def found(
        self, text: str, *, slug: bool = False, parts: bool = True
    ) -> Iterator[tuple[int, int, str]]:
        """Start, end and what to write instead, in text order. ``slug``: capitals say nothing.
        ``parts``: single words of names too.
        """
        if self._none_in(text):
            return
        matches = list(WORD.finditer(text))
        at = 0
        while at < len(matches):
            first = folded(matches[at].group())
            if (longest := self._longest(matches, at, first)) is not None:
                length, written = longest
                yield matches[at].start(), matches[at + length - 1].end(), written
                at += length
                continue
            instead = self._alone.get(first) or (self._parts.get(first) if parts else None)
            if instead and (slug or matches[at].group()[0].isupper()):
                yield *matches[at].span(), instead
            at += 1

    def _longest(self, matches: list[re.Match[str]], at: int, first: str) -> tuple[int, str] | None:
        for length in self._lengths.get(first, ()):
            some = matches[at : at + length]
            name = tuple(folded(match.group()) for match in some)
            if len(name) == length and name in self._whole and _together(some):
                return length, self._whole[name]
        return None

    def worded(self, text: str) -> str:
        """The text with other words in place of each name."""
        parts, last = [], 0
        for start, end, instead in self.found(text):
            parts += [text[last:start], instead]
            last = end
        return "".join([*parts, text[last:]]) if parts else text


def _together(words: list[re.Match[str]]) -> bool:
    return all(after.start() - before.end() <= _APART for before, after in pairwise(words))


def masked(text: str, spans: Iterable[Span], start: int = 0) -> str:
    """The text with a mark for each character of these stretches; ``start``: its own offset."""
    for first, last in spans:
        first, last = max(first - start, 0), min(last - start, len(text))
        if first < last:
            text = f"{text[:first]}{MASK * (last - first)}{text[last:]}"
    return text

"""Names found again wherever they stand: in any case, with or without accents, in addresses."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import compress, count, pairwise
from unicodedata import normalize

MASK = "█"  # one for each character of what is masked, so that offsets hold
WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*")
_MARKS = re.compile(r"[\u0300-\u036f]+")
_FOREIGN = re.compile(r"[^\W\x00-\x7f]|[\u0300-\u036f]")  # letters, digits, accents beyond ASCII
_LETTERS = re.compile(r"[A-Za-z]+")  # the same words in plain text, and faster
_FOLDED = {code: chr(code).lower() if chr(code).isalpha() else " " for code in range(128)}
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
        return text.translate(_FOLDED).split()
    return [word.lower() if word.isascii() else _plain_word(word) for word in WORD.findall(text)]


def _plainly(text: str) -> str:
    """The text, with "?" for quotation marks, dashes and the like: all words stay where they are,
    and in plain text they are found several times faster.
    """
    if text.isascii() or _FOREIGN.search(text):
        return text
    return text.encode("ascii", "replace").decode("ascii")


class Names:
    """Whole names, each with what to write in its place, and words that are enough by themselves.

    A whole name of several words is found in any case, a single word only where it is capitalised.
    """

    def __init__(self) -> None:
        self._whole: dict[Words, str] = {}
        # How many words whole names have, longest first, by the first two of them.
        self._begun: dict[Words, list[int]] = {}
        self._alone: dict[str, str] = {}
        self._single: dict[str, str] = {}  # these, and words of longer names

    def add(self, name: Words, instead: str) -> None:
        if len(name) == 1:
            self._single[name[0]] = self._alone.setdefault(name[0], instead)
        elif name:
            self._whole[name] = instead
            known = self._begun.get(name[:2], ())
            self._begun[name[:2]] = sorted({*known, len(name)}, reverse=True)

    def add_word(self, word: str, instead: str) -> None:
        """A word of a name, which is found alone too."""
        self._single.setdefault(word, instead)

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
        text = _plainly(text)
        low = _low(text)
        # In most texts no name stands, which has to be seen at once.
        alone = (self._single if parts else self._alone).keys() & low
        places = [*compress(count(), map(self._begun.__contains__, pairwise(low)))]
        if alone:
            places = sorted({*places, *compress(count(), map(alone.__contains__, low))})
        if not places:
            return
        words = list(_word(text).finditer(text))
        after = 0
        for at in places:
            if at < after:
                continue
            lengths = self._lengths(low, at)
            if length := next((n for n in lengths if _together(words[at : at + n])), 0):
                after = at + length
                yield words[at].start(), words[after - 1].end(), self._whole[tuple(low[at:after])]
            elif low[at] in alone and (slug or text[words[at].start()].isupper()):
                yield *words[at].span(), self._single[low[at]]

    def _lengths(self, low: Sequence[str], at: int) -> Sequence[int]:
        """How many words the whole names have that begin there, longest first."""
        known = self._begun.get(tuple(low[at : at + 2]), ())
        left = len(low) - at
        return [n for n in known if n <= left and tuple(low[at : at + n]) in self._whole]

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
    end = start + len(text)
    for first, last in spans:
        if first < end and last > start:
            first, last = max(first - start, 0), min(last, end) - start
            text = f"{text[:first]}{MASK * (last - first)}{text[last:]}"
    return text

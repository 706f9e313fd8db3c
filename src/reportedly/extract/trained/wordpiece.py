"""BERT's uncased WordPiece, with the code points of every piece.

Our own 60 lines: the library that has it brings ten other packages along, a hub client among them.
A test in ``train`` compares the two over real text. Source: Devlin et al. 2019; Wu et al. 2016.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

_LONGEST_WORD = 100  # characters; a longer one is unknown
_UNKNOWN = "[UNK]"
_RUN = re.compile(r"[A-Za-z0-9]+|.", re.DOTALL)
Piece = tuple[int, int, int]  # id, start, end


class WordPiece:
    """``vocabulary``: the pieces in the order of their ids, continuing ones beginning with ##."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._ids: Mapping[str, int] = {piece: n for n, piece in enumerate(vocabulary)}
        self._split = lru_cache(maxsize=50_000)(self._pieces)

    def encode(self, text: str) -> list[Piece]:
        """The pieces of ``text``; accents and case are folded, offsets are those of ``text``."""
        found: list[Piece] = []
        for letters, places in _words(text):
            pieces = self._split(letters)
            if pieces is None:
                found.append((self._ids[_UNKNOWN], places[0], places[-1] + 1))
                continue
            at = 0
            for number, length in pieces:
                found.append((number, places[at], places[at + length - 1] + 1))
                at += length
        return found

    def _pieces(self, word: str) -> tuple[tuple[int, int], ...] | None:
        """(id, length) of the longest pieces from the left; None if the word cannot be made up."""
        if len(word) > _LONGEST_WORD:
            return None
        pieces: list[tuple[int, int]] = []
        start = 0
        while start < len(word):
            prefix = "##" if start else ""
            for end in range(len(word), start, -1):
                number = self._ids.get(prefix + word[start:end])
                if number is not None:
                    break
            else:
                return None
            pieces.append((number, end - start))
            start = end
        return tuple(pieces)


def _words(text: str) -> Iterator[tuple[str, list[int]]]:
    """Folded words and signs, with the place in ``text`` that each character comes from."""
    letters: list[str] = []
    places: list[int] = []
    for run in _RUN.finditer(text):
        at = run.start()
        if run.end() - at > 1:  # plain letters and figures, many at once
            letters += run.group().lower()
            places += range(at, run.end())
            continue
        for folded in _fold(run.group()):
            kind = _kind(folded)
            if kind == "letter":
                letters.append(folded)
                places.append(at)
                continue
            if letters:
                yield "".join(letters), places
                letters, places = [], []
            if kind == "sign":
                yield folded, [at]
    if letters:
        yield "".join(letters), places


@lru_cache(maxsize=5_000)
def _fold(char: str) -> str:
    """Lower case without accents; nothing of control characters."""
    if char in "\t\n\r":
        return " "
    if char in "\0�" or unicodedata.category(char) in ("Cc", "Cf", "Co", "Cn"):
        return ""
    apart = unicodedata.normalize("NFD", char)
    return "".join(c for c in apart if unicodedata.category(c) != "Mn").lower()


@lru_cache(maxsize=5_000)
def _kind(char: str) -> str:
    if char.isspace():
        return "space"
    ascii_sign = 33 <= ord(char) <= 47 or 58 <= ord(char) <= 64 or 91 <= ord(char) <= 96
    if ascii_sign or 123 <= ord(char) <= 126 or unicodedata.category(char).startswith("P"):
        return "sign"
    ideograph = 0x4E00 <= ord(char) <= 0x9FFF or 0x3400 <= ord(char) <= 0x4DBF
    ideograph = ideograph or 0xF900 <= ord(char) <= 0xFAFF or 0x20000 <= ord(char) <= 0x2FA1F
    return "sign" if ideograph else "letter"

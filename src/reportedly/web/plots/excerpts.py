"""The stretch of a text where the words looked for stand, in parts for marking."""

import re

from reportedly.store.search import words_of
from reportedly.store.sides import AROUND

_AROUND = 140  # characters on each side of the first word that is found
_LONG = 40  # characters of a word that would be cut otherwise
_BREAK = re.compile(r"\s+")
_STOP = re.compile(r"""[.!?]["'”’»)]*(?=\s|$)|\n""")
_END = re.compile(r"""[.!?]["'”’»)]*\s+|\n""")


def excerpt(text: str, words: str, around: int = _AROUND) -> list[tuple[str, bool]]:
    """Parts of one stretch of the text: words, and whether they are among those looked for."""
    sought = [re.escape(word) for word in words_of(words)]
    pattern = re.compile(rf"\b(?:{'|'.join(sought)})\b", re.I) if sought else None
    first = pattern.search(text) if pattern else None
    begin = max(0, first.start() - around) if first else 0
    end = min(len(text), (first.end() if first else 0) + around * (1 if first else 2))
    if begin and " " in text[begin : begin + _LONG]:
        begin = text.index(" ", begin) + 1
    if end < len(text) and " " in text[end - _LONG : end]:
        end = text.rindex(" ", 0, end)
    shown = text[begin:end]
    parts: list[tuple[str, bool]] = [("… ", False)] if begin else []
    at = 0
    for hit in pattern.finditer(shown) if pattern else ():
        parts += [(_plain(shown[at : hit.start()]), False), (hit.group(), True)]
        at = hit.end()
    parts.append((_plain(shown[at:]), False))
    if end < len(text):
        parts.append((" …", False))
    return [part for part in parts if part[0]]


def lead(before: str) -> str:
    """The words of the same sentence before a quote, as far as they are given."""
    end = max((m.end() for m in _END.finditer(before)), default=0)
    if end or " " not in before:
        return _plain(before[end:])
    whole = "" if len(before) < AROUND else "… "
    return _plain(whole + (before.split(" ", 1)[1] if whole else before))


def tail(after: str) -> str:
    """The words of the same sentence after a quote, as far as they are given."""
    end = _STOP.search(after)
    if end:
        return _plain(after[: end.end()])
    return _plain(after if len(after) < AROUND else after.rpartition(" ")[0] + " …")


def _plain(text: str) -> str:
    return _BREAK.sub(" ", text)

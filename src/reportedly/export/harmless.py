"""Words from reports, made harmless for spreadsheets and screens, so that they can be restored.

A spreadsheet runs a cell that begins with one of ``= + - @``, a tab or a carriage return (OWASP,
CSV injection): such a cell gets an apostrophe before it. A control character, or one that turns
the direction of a line around, is written as ``<U+202E>``. Text that looks like the result
already gets one more apostrophe, or twice its ``<``, so that :func:`restored` is exact.
"""

import re

Cell = str | int | float | bool | None

_SUSPECT = frozenset("'=+-@＝＋－＠")
_STARTS = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_STARTED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")
_HIDDEN = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069"
_ACTING = re.compile(f"(<*)([{_HIDDEN}])|(<+)(?=U\\+[0-9A-F]{{4}}>)")
_SHOWN = re.compile(r"(<+)U\+([0-9A-F]{4})>")


def visible(text: str) -> str:
    """The text with characters that act on a line shown as their code."""
    return _ACTING.sub(lambda m: f"{m[1] * 2}<U+{ord(m[2]):04X}>" if m[2] else m[3] * 2, text)


def harmless(cell: Cell) -> Cell:
    """A cell that no spreadsheet runs; numbers as they are."""
    return harmless_words(cell) if isinstance(cell, str) else cell


def harmless_words(text: str) -> str:
    """The same for a cell of words."""
    if text.isprintable() and text[:1] not in _SUSPECT and "<U+" not in text:
        return text  # as most are: nothing to look for in them
    text = visible(text)
    return f"'{text}" if _STARTS.match(text) else text


def restored(text: str) -> str:
    """What :func:`harmless` was given."""
    if _STARTED.match(text):
        text = text[1:]
    return _SHOWN.sub(_undone, text)


def _undone(shown: re.Match[str]) -> str:
    """Each ``<`` of the text stands twice, and one more before a character's code."""
    before = "<" * (len(shown[1]) // 2)
    hidden = len(shown[1]) % 2
    return before + (chr(int(shown[2], 16)) if hidden else f"U+{shown[2]}>")

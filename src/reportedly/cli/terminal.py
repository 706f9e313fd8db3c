"""Text on a terminal: made harmless, wrapped, and written to a reader who may leave early."""

import json
import os
import re
import sys
from typing import Any, TextIO
from unicodedata import bidirectional

# What a report can hide in its text to move the cursor, recolour the screen or reverse a line:
# control characters, bidi embeddings, overrides and isolates, line separators, lone surrogates.
# Marks that scripts need (zero-width joiners, left-to-right marks) stay.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
_SPACES = re.compile(r"[ \t\r\n\f\v\xa0]+")
_LEFT_TO_RIGHT_MARK = "\u200e"


def visible(text: str) -> str:
    """One line of text that cannot act on the terminal: unsafe characters appear as ``<U+001B>``.

    Each run of white space becomes one space. Right-to-left text stands between left-to-right
    marks, so that the figures beside it in a row keep their places.
    """
    line = _UNSAFE.sub(lambda m: f"<U+{ord(m[0]):04X}>", _SPACES.sub(" ", text))
    if any(bidirectional(character) in ("R", "AL", "AN") for character in line):
        return f"{_LEFT_TO_RIGHT_MARK}{line}{_LEFT_TO_RIGHT_MARK}"
    return line


def shorten(text: str, longest: int) -> str:
    """``text``, cut at a word to at most ``longest`` characters, with an ellipsis if cut."""
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    words, _, rest = head.rpartition(" ")
    return (words if words and len(rest) < longest // 2 else head).rstrip(" ,;:") + "…"


def coloured(stream: TextIO) -> bool:
    """Colour on a terminal only, and not where NO_COLOR (https://no-color.org) or TERM forbids."""
    if os.environ.get("NO_COLOR"):
        return False
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def as_json(value: Any) -> str:
    """One line of JSON that is safe on a terminal too, in any encoding of it."""
    encoding = (sys.stdout.encoding or "ascii").lower().replace("-", "")
    text = json.dumps(value, ensure_ascii=encoding != "utf8", default=str)
    return _UNSAFE_IN_JSON.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def write(text: str) -> None:
    """Write to standard output. A reader who has left (``| head``) ends the program quietly."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        reader_left()


def write_json(value: Any) -> None:
    """Write one line of JSON to standard output."""
    write(as_json(value) + "\n")


def complain(message: str) -> None:
    """One plain line to standard error."""
    sys.stderr.write(f"reportedly: {visible(message)}\n")


def flush() -> None:
    """Write out what is still held back, before the interpreter would do it too late to catch."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        reader_left()


def reader_left() -> None:
    """Nobody reads on: end without a word, and let the interpreter's last flush go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(0)

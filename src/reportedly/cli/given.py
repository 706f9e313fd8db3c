"""The text of ``when``, ``where`` and ``who``: the argument itself, or standard input for ``-``."""

import sys
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer

from reportedly.errors import UnreadableSource

Text = Annotated[
    str, typer.Argument(metavar="TEXT", help="The words to read, or - for standard input.")
]


TextIfAny = Annotated[
    str, typer.Argument(metavar="TEXT", help="The words to read, or - for standard input.")
]  # with a default: not needed with --list


def given(text: str) -> str:
    """The text to read. Raises UnreadableSource where there is none."""
    if text == "-":
        try:
            text = sys.stdin.read()
        except UnicodeDecodeError:
            raise UnreadableSource("standard input is not text in UTF-8") from None
    if not text.strip():
        raise UnreadableSource("there is no text to read: give it in quotation marks, or - for "
                               "standard input")  # fmt: skip
    return text


def words(text: str, start: int, end: int) -> str:
    """What a mark covers, on one line."""
    return " ".join(text[start:end].split())


def for_programs(
    text: str,
    start: int,
    end: int,
    said: Mapping[str, Any],
    reason: str,
    candidates: Sequence[Any],
) -> dict[str, Any]:
    """A mark as an object for JSON, of one shape for times, places and actors."""
    return {
        "start": start, "end": end, "quote": text[start:end], **said,
        "reason": reason, "candidates": list(candidates),
    }  # fmt: skip

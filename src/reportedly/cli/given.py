"""The text of ``when``, ``where`` and ``who``: the argument itself, or standard input for ``-``."""

import sys
from typing import Annotated

import typer

from reportedly.errors import UnreadableSource

Text = Annotated[
    str, typer.Argument(metavar="TEXT", help="The words to read, or - for standard input.")
]


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

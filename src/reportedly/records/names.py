"""A name's words without what differs from one writer to another: case, "the", a genitive s."""

import re
from collections.abc import Iterator

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def words(text: str) -> Iterator[str]:
    """The words of a text, folded: ``the Grey Lantern's`` gives the, grey, lantern."""
    return (w.group().replace("’", "'").removesuffix("'s") for w in _WORD.finditer(text.casefold()))


def folded(name: str) -> str:
    """``the Grey Lantern`` and ``Grey lantern`` give the same."""
    return " ".join(word for n, word in enumerate(words(name)) if n or word != "the")

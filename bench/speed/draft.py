"""A text under way, with what it says of which incident and where."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportedly.records import Value

if TYPE_CHECKING:
    from bench.speed.happening import Happened


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim to be; ``start`` and ``end`` are code points of the text."""

    field: str
    value: Value
    start: int
    end: int
    voice: str | None = None


@dataclass(slots=True)
class Passage:
    """What a text says of one incident."""

    of: "Happened"
    news: bool
    start: int
    stated: list[Stated] = field(default_factory=list)
    said: tuple[int, int, str] | None = None  # start, end and voice of a statement


@dataclass(slots=True)
class Draft:
    text: str = ""
    passages: list[Passage] = field(default_factory=list)

    def write(self, words: str) -> tuple[int, int]:
        """Add words; return where they stand."""
        start = len(self.text)
        self.text += words
        return start, len(self.text)

"""One attribution inside one sentence: whose voice, which reporting words, which reported words."""

from dataclasses import dataclass, replace
from typing import Literal

from reportedly.extract.statements.cue import Cue
from reportedly.extract.statements.lexicon import Verb
from reportedly.extract.statements.lines import Line
from reportedly.extract.statements.subjects import Subject

Side = Literal["right", "left"]


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: a noun phrase, the voice of the attribution before, or (neither) nobody named."""

    subject: Subject | None = None
    shared: bool = False


NOBODY = Voice()


@dataclass(frozen=True, slots=True)
class Found:
    """Ranges are items of the line: ``start``-``end`` is the content, still to be cut to size."""

    line: Line
    cue: Cue
    voice: Voice
    start: int
    end: int
    side: Side  # of the cue on which the content stands
    reading: Verb | None = None
    addressee: tuple[int, int] | None = None

    def resized(self, start: int, end: int) -> "Found | None":
        """The same with other content, without stops at its ends; None if no word is left."""
        start, end = trimmed(self.line, start, end)
        return replace(self, start=start, end=end) if start < end else None


def found(
    line: Line,
    cue: Cue,
    voice: Voice,
    content: tuple[int, int],
    side: Side,
    reading: Verb | None = None,
    addressee: tuple[int, int] | None = None,
) -> Found | None:
    """An attribution, or None if its content holds no word."""
    one = Found(line, cue, voice, *content, side, reading, addressee)
    return one.resized(*content)


def trimmed(line: Line, start: int, end: int) -> tuple[int, int]:
    """Drop commas, stops and dashes at both ends."""
    while start < end and not _carries(line, start, "$€£#"):
        start += 1
    while end > start and not _carries(line, end - 1, "%"):
        end -= 1
    return start, end


def _carries(line: Line, index: int, signs: str) -> bool:
    return bool(line.items[index].is_word or line.quote(index) or line.low(index) in set(signs))

"""Attributions that the network sees and the rules missed, in the rules' own terms.

The rules then resolve the speaker and set the act, as for what they found themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.extract.statements.cue import Cue
from reportedly.extract.statements.found import NOBODY, Found, Voice, found
from reportedly.extract.statements.lines import Line
from reportedly.extract.statements.subjects import Subject
from reportedly.extract.trained.sayings import Saying
from reportedly.records import Act

_SURE = 0.75  # least score of a saying that is added
Items = tuple[int, int]
_ARTICLES = frozenset({"the", "a", "an"})


@dataclass(frozen=True, slots=True)
class Missed:
    """Adds to the findings of a line the sayings whose cue stands in it."""

    sayings: Sequence[Saying]

    def __call__(self, line: Line, known: Sequence[Found]) -> Sequence[Found]:
        added: list[Found] = []
        for saying in self.sayings:
            if line.sentence.start <= saying.cue[0] < line.sentence.end and saying.score >= _SURE:
                one = _found(line, saying)
                if one is not None and not any(_shares(one, k) for k in (*known, *added)):
                    added.append(one)
        return sorted((*known, *added), key=lambda one: one.cue.first) if added else known


def _shares(one: Found, other: Found) -> bool:
    """True where two findings have a reporting word or half of the reported words in common."""
    cues = one.cue.first < other.cue.last and other.cue.first < one.cue.last
    common = min(one.end, other.end) - max(one.start, other.start)
    return cues or common * 2 >= min(one.end - one.start, other.end - other.start)


def _found(line: Line, saying: Saying) -> Found | None:
    cue = _items(line, *saying.cue)
    pieces = [items for piece in saying.content if (items := _items(line, *piece))]
    if cue is None or not pieces:
        return None
    content = max(pieces, key=lambda items: items[1] - items[0])
    if content[0] < cue[1] and cue[0] < content[1]:
        content = (cue[1], content[1]) if content[1] > cue[1] else (content[0], cue[0])
    voice = NOBODY
    for piece in saying.source:
        source = _items(line, *piece)
        if source and any(i.is_word and i.low not in _ARTICLES for i in line.items[slice(*source)]):
            voice = Voice(Subject(*source, source[1]))
            break
    act: Act = saying.act  # type: ignore[assignment]
    reporting = Cue("verb", *cue, act, line.low(cue[1] - 1))
    return found(line, reporting, voice, content, "left" if content[0] < cue[0] else "right")


def _items(line: Line, start: int, end: int) -> Items | None:
    """The items of the line that the span touches."""
    inside = [n for n, item in enumerate(line.items) if item.start < end and start < item.end]
    return (inside[0], inside[-1] + 1) if inside else None

"""What the network hears said, in the rules' own terms: what they missed, and what they misheard.

The rules then resolve the speaker and set the act, as for what they found themselves.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.extract.statements.cue import Cue
from reportedly.extract.statements.found import NOBODY, Found, Voice, found
from reportedly.extract.statements.lines import Line
from reportedly.extract.statements.subjects import Subject
from reportedly.extract.trained.heads import Sheet
from reportedly.extract.trained.sayings import Saying
from reportedly.records import Act

_SURE = 0.75  # least score of a saying that is added
_BETTER = 0.8  # least score of a saying whose speaker and words replace those of the rules
_DROP = 0.3  # least probability of a reporting word that leaves a finding of the rules
Items = tuple[int, int]
_ARTICLES = frozenset({"the", "a", "an"})


@dataclass(frozen=True, slots=True)
class Heard:
    """Adds sayings to the findings of a line, mends them and drops the unlikely. ``sayings``: every
    one of the text.
    """

    sheet: Sheet
    sayings: Sequence[Saying]

    def __call__(self, line: Line, known: Sequence[Found]) -> Sequence[Found]:
        here = [
            (saying.score, one)
            for saying in self.sayings
            if line.sentence.start <= saying.cue[0] < line.sentence.end
            and (one := _found(line, saying))
        ]
        told = list(self._mended(line, known, here))
        for score, one in here:
            if score >= _SURE and not any(_shares(one, other) for other in told):
                told.append(one)
        return sorted(told, key=lambda one: one.cue.first)

    def _mended(
        self, line: Line, known: Sequence[Found], here: Sequence[tuple[float, Found]]
    ) -> Iterator[Found]:
        for one in known:
            start, end = line.span(one.cue.first, one.cue.last)
            if self.sheet.likely("cue", start, end) < _DROP:
                continue
            same = [(score, other) for score, other in here if _one_cue(one, other)]
            score, heard = max(same, key=lambda pair: pair[0], default=(0.0, one))
            yield _as_heard(one, heard) if score >= _BETTER else one


def _as_heard(one: Found, heard: Found) -> Found:
    """The finding with the words that the network heard, and with its speaker if it heard one."""
    voice = one.voice if heard.voice == NOBODY else heard.voice
    return replace(one, voice=voice, start=heard.start, end=heard.end, side=heard.side)


def _one_cue(one: Found, other: Found) -> bool:
    return one.cue.first < other.cue.last and other.cue.first < one.cue.last


def _shares(one: Found, other: Found) -> bool:
    """True where two findings have a reporting word or half of the reported words in common."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return _one_cue(one, other) or common * 2 >= min(one.end - one.start, other.end - other.start)


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

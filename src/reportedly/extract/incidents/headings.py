"""Headings of bulletins: "Town (13-14 March).", the day and place of all that follows in it."""

import re
from dataclasses import dataclass, replace

from reportedly.extract.incidents.frames import Frame
from reportedly.extract.incidents.settings import within
from reportedly.records import Annotated, PlaceMark, TimeMark

_HEADING = re.compile(r"[A-Z][^.!?:;]{2,80}\([^()]{2,40}\)[.:]?")


@dataclass(frozen=True, slots=True)
class Heading:
    """The times and places that the first sentence of a paragraph consists of."""

    paragraph: int
    times: tuple[TimeMark, ...]
    places: tuple[PlaceMark, ...]

    def over(self, frame: Frame) -> Frame:
        """A frame with the day and place of its heading, where it gives none of its own."""
        return replace(
            frame,
            times=frame.times or self.times,
            places=frame.places or self.places,
            deed=True,
        )


def heading(annotated: Annotated, n: int) -> Heading | None:
    """The heading that a sentence is, given its index; None if it is none."""
    sentence = annotated.sentences[n]
    if n and annotated.sentences[n - 1].paragraph == sentence.paragraph:
        return None
    if not _HEADING.fullmatch(annotated.report.text, sentence.start, sentence.end):
        return None
    times = tuple(t for t in within(annotated.times, sentence.start, sentence.end) if t.when)
    places = tuple(within(annotated.places, sentence.start, sentence.end))
    return Heading(sentence.paragraph, times, places) if times and places else None

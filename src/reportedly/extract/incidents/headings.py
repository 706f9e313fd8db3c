"""The items of a bulletin or timeline: "Town (13-14 March).", "ARVO - ...", "Friday, Dec 1: ...".

What such a label names is the day and place of all that follows in its paragraph, and where
several paragraphs bear one, each tells of an incident of its own.
"""

import re
from dataclasses import dataclass, replace

from reportedly.extract.incidents.frames import Frame
from reportedly.extract.incidents.settings import within
from reportedly.records import Annotated, PlaceMark, TimeMark

_HEADING = re.compile(r"[A-Z][^.!?:;]{2,80}\([^()]{2,40}\)[.:]?")
_LABEL = re.compile(r"\s*(?:[-–—•*·]\s*|\d{1,2}[.)]\s+)?([^:.!?]{3,60}?)(?:\s[-–—]+\s|:\s)")
_REST = re.compile(r"[\s,/().-]*(?:[A-Z]{2,}[\s,/().-]*)*")  # beside its marks: "KYIV, "
_MANY = 2  # labels that make a bulletin


@dataclass(frozen=True, slots=True)
class Heading:
    """The times and places that a paragraph begins with, as a heading or label."""

    paragraph: int
    times: tuple[TimeMark, ...]
    places: tuple[PlaceMark, ...]
    item: bool = False  # a label that the paragraph goes on after, and not the first one

    def over(self, frame: Frame) -> Frame:
        """A frame with the day and place of its heading, where it gives none of its own."""
        return replace(
            frame,
            times=frame.times or self.times,
            places=frame.places or self.places,
            deed=True,
            item=frame.paragraph if self.item else None,
        )


def headings(annotated: Annotated) -> dict[int, Heading]:
    """The headings of a report by paragraph; a label alone makes no bulletin."""
    found = [heading(annotated, n) for n in range(len(annotated.sentences))]
    known = {h.paragraph: h for h in found if h}
    if sum(h.item for h in known.values()) < _MANY:
        known = {n: h for n, h in known.items() if not h.item}
    return known


def heading(annotated: Annotated, n: int) -> Heading | None:
    """The heading that a sentence is, or begins with, given its index; None if it has none."""
    sentence = annotated.sentences[n]
    if n and annotated.sentences[n - 1].paragraph == sentence.paragraph:
        return None
    if _HEADING.fullmatch(annotated.report.text, sentence.start, sentence.end):
        found = _named(annotated, sentence.paragraph, sentence.start, sentence.end)
        return found if found.times and found.places else None
    return _label(annotated, n)


def _label(annotated: Annotated, n: int) -> Heading | None:
    """The label that a sentence begins with: a day or a place, and nothing else."""
    text, sentence = annotated.report.text, annotated.sentences[n]
    match = _LABEL.match(text, sentence.start, sentence.end)
    if match is None or n == 0:
        return None
    start, end = match.span(1)
    found = _named(annotated, sentence.paragraph, start, end)
    days = [time for time in found.times if time.type == "date"]
    left = text[start:end]
    marks = [(day.start, day.end) for day in days] + [(p.start, p.end) for p in found.places]
    for first, last in sorted(marks, reverse=True):
        left = left[: max(0, first - start)] + left[last - start :]
    if not _REST.fullmatch(left):
        return None
    return replace(found, times=tuple(days), item=True)


def _named(annotated: Annotated, paragraph: int, start: int, end: int) -> Heading:
    times = tuple(t for t in within(annotated.times, start, end) if t.when)
    return Heading(paragraph, times, tuple(within(annotated.places, start, end)))

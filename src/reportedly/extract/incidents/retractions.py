"""What the report itself takes back: "was thought killed ... later emerged alive"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportedly.extract.incidents.frames import Frame
from reportedly.extract.incidents.phrases import lowered, lowered_phrase
from reportedly.records import Annotated

Span = tuple[int, int]


def retractions(annotated: Annotated, found: Iterable[Frame]) -> Iterator[Frame]:
    """The frames, with the words that take them back where the report has such words."""
    corrections: dict[int, Span | None] = {}  # by sentence
    for frame in found:
        if frame.sentence not in corrections:
            corrections[frame.sentence] = _correction(annotated, frame.sentence)
        yield replace(frame, retracted=corrections[frame.sentence])


def _correction(annotated: Annotated, n: int) -> Span | None:
    """The words that withdraw a report, or correct a belief of a sentence there or in the next."""
    text = annotated.report.text
    first, *following = annotated.sentences[n : n + 2]
    told = lowered(text[first.start : first.end])
    withdrawn = lowered_phrase("reality.withdrawn").search(told)
    if withdrawn:
        return first.start + withdrawn.start(), first.start + withdrawn.end()
    belief = lowered_phrase("reality.belief").search(told)
    if belief is None:
        return None
    begin = first.start + belief.end()
    end = following[0].end if following else first.end
    found = lowered_phrase("reality.correction").search(lowered(text[begin:end]))
    return (begin + found.start(), begin + found.end()) if found else None

"""Cuts a report into clauses, each of which tells of one incident at most.

A sentence is cut where it turns to another incident: "..., while in May gunmen killed ...".
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.extract.incidents.outcomes import LATER, outcomes
from reportedly.extract.incidents.phrases import phrase
from reportedly.extract.incidents.triggers import triggers
from reportedly.records import Annotated

# A text without stops must not take time that grows with the square of its length.
_LONGEST = 2000  # characters; no sentence of prose has more
_TURNS = 12  # places of one sentence at which a cut is tried


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence, or a piece of one that is longer than any in prose."""

    start: int
    end: int
    sentence: int  # index of the sentence
    paragraph: int


def stretches(annotated: Annotated) -> Iterator[Stretch]:
    """The sentences of a report, overlong ones in pieces that end at white space if they can."""
    text = annotated.report.text
    for n, sentence in enumerate(annotated.sentences):
        start = sentence.start
        while sentence.end - start > _LONGEST:
            space = text.rfind(" ", start, start + _LONGEST)
            end = space + 1 if space > start else start + _LONGEST
            yield Stretch(start, end, n, sentence.paragraph)
            start = end
        yield Stretch(start, sentence.end, n, sentence.paragraph)


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence that tells of one incident at most."""

    start: int
    end: int
    turned: bool = False  # tells of another incident than the part before it


def clauses(text: str, stretch: Stretch) -> Iterator[Clause]:
    """A stretch cut where it turns to another incident; each part tells of violence itself."""
    begin, turned = stretch.start, False
    turns = phrase("frames.turn").finditer(text, stretch.start, stretch.end)
    for _, turn in zip(range(_TURNS), turns, strict=False):
        if _tells(text, begin, turn.start()) and _tells(text, turn.end(), stretch.end):
            yield Clause(begin, turn.end(), turned)
            begin, turned = turn.end(), not turn.group().startswith(";")
    yield Clause(begin, stretch.end, turned)


def _tells(text: str, start: int, end: int) -> bool:
    if any(trigger.real for trigger in triggers(text, start, end)):
        return True
    return any(outcome.name not in LATER for outcome in outcomes(text, start, end))

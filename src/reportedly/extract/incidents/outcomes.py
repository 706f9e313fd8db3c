"""What is done to people (killed, injured, abducted, freed), and a number of people tied to it."""

from dataclasses import dataclass

from reportedly.extract.incidents.phrases import phrase, words
from reportedly.records import CountMark

LATER = ("freed", "missing", "detained")  # what becomes of people after an incident
_PLACE_WORDS = 6  # of a phrase of place inside a list: "in the village of X"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A word or phrase for what was done to people; ``name`` is the codebook's count field."""

    start: int
    end: int
    name: str
    word: str


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of people tied to an outcome. ``start``-``end`` quote number and outcome."""

    mark: CountMark
    outcome: str
    start: int
    end: int
    attackers: bool = False  # counts those who attacked, not victims
    part: bool = False  # included in the total before it ("including 3 children")
    superseded: bool = False  # "rose from 9 to 14": the 9


Tolls = dict[CountMark, Toll]  # the tolls of a sentence as they are found


def outcomes(text: str, start: int, end: int) -> list[Outcome]:
    """The outcomes of a stretch of text, in text order."""
    found = phrase("tolls.outcome").finditer(text, start, end)
    return [Outcome(*m.span(), str(m.lastgroup), m.group()) for m in found]


def joined(gap: str) -> bool:
    """True if only what joins a list stands in the gap; a short phrase of place may stand in it."""
    place = 0
    for word in gap.lower().replace(",", " , ").split():
        if word in words("tolls.place_begins"):
            place = _PLACE_WORDS
        elif word in words("tolls.joins"):
            place = 0
        elif place:
            place -= 1
        else:
            return False
    return True


def noun_of(mark: CountMark) -> str:
    """The noun for the people of a number, in small letters; empty for a bare number."""
    *_, noun = ("", *(mark.group or "").lower().split())
    return noun

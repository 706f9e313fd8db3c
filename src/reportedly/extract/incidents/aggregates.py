"""Several incidents told in one breath: their numbers belong to none of them."""

from collections.abc import Sequence

from reportedly.extract.incidents.outcomes import Toll
from reportedly.extract.incidents.phrases import lowered, lowered_phrase, phrase

_TOGETHER = 40  # characters from "together" to the toll of several incidents


def is_aggregate(clause: str, plural: bool, *, counted: bool, lead: bool) -> bool:
    """True for several incidents in one breath, or for a toll of a stretch of time.

    ``counted`` is True for a clause whose toll nothing ties to one incident, or that counts up to
    today ("has killed"); ``lead`` for one with a toll where the news is told: "a series of blasts
    killed five" is one incident there.
    """
    clause = lowered(clause)
    spanning = bool(lowered_phrase("frames.span").search(phrase("frames.beside").sub(" ", clause)))
    if lowered_phrase("frames.several").search(clause):
        return spanning or not lead
    return (plural or counted) and spanning


def together(text: str, start: int, numbers: Sequence[Toll]) -> bool:
    """True for a toll that is said to be one of several incidents: "together they killed 9"."""
    return any(
        phrase("frames.together").search(text, max(start, toll.start - _TOGETHER), toll.start)
        for toll in numbers
    )

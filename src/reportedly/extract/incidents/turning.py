"""Where a clause turns to another incident, by its grammar alone.

"In Arvo, men shot ..." or "Hours later youths set fire to ..." turns; "Hours later the attackers
set fire to ..." goes on: those who are "the attackers", "they" or "he" were spoken of before.
"""

from collections.abc import Sequence

from reportedly.extract.incidents.clauses import Stretch
from reportedly.extract.incidents.phrases import phrase
from reportedly.extract.incidents.triggers import Trigger
from reportedly.records import Annotated


def opens(annotated: Annotated, stretch: Stretch, start: int, end: int) -> bool:
    """True for a clause that begins its paragraph with where or when: "In Arvo, men shot ..."."""
    n = stretch.sentence
    first = n == 0 or annotated.sentences[n - 1].paragraph != stretch.paragraph
    return first and bool(phrase("frames.opening").match(annotated.report.text, start, end))


def turns(text: str, start: int, end: int, found: Sequence[Trigger]) -> bool:
    """True for a clause that begins with another time, and tells of people not yet spoken of."""
    shift = phrase("frames.shift").match(text, start, end)
    told = next((trigger.start for trigger in found if trigger.real), None)
    if shift is None or told is None or told < shift.end():
        return False
    return not phrase("frames.given").search(text, shift.end(), told)


def goes_on(text: str, start: int, found: Sequence[Trigger]) -> bool:
    """True for a clause on "the device", "the gunmen": those of an incident already told."""
    told = next((trigger.end for trigger in found if trigger.real), start)
    return bool(phrase("frames.same").search(text, start, told))

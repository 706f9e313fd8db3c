"""Police work in the words of an attack: "special forces raided a flat"."""

from reportedly.extract.incidents.phrases import phrase
from reportedly.extract.incidents.triggers import Trigger

_FORCES = 60  # characters from "police" to the raid


def is_search(text: str, start: int, end: int, trigger: Trigger) -> bool:
    """True for a raid by the police, or one that ends in arrests, in a clause of the text."""
    if not phrase("frames.search").match(text, trigger.start):
        return False
    begin = max(0, trigger.start - _FORCES)
    if phrase("frames.forces").search(text, begin, trigger.start):
        return True
    if phrase("frames.by_forces").match(text, trigger.end):
        return True
    raiders = phrase("frames.raiders").search(text, start, end)
    return not raiders and bool(phrase("frames.arrests").search(text, start, end))

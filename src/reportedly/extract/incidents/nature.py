"""Who died of what nature did, told in the same sentence as an attack."""

from reportedly.extract.incidents.phrases import phrase
from reportedly.extract.incidents.triggers import triggers


def of_nature(text: str, start: int, at: int) -> bool:
    """ "the shooting of the mayor and a flood that killed 40": the last that happened before it."""
    ends = [struck.end() for struck in phrase("frames.nature").finditer(text, start, at)]
    return bool(ends) and not any(t.real and t.start > ends[-1] for t in triggers(text, start, at))

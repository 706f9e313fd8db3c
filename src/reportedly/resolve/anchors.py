"""Which days a story goes on from: "the next day" counts from a deed, not from a statement."""

import re

_BEFORE = 45  # characters from a verb of speech to its day
_SPEECH = (
    r"(?:said|says|told|tweeted|announced|confirmed|claimed|reported|stated|statement|spoke|denied|"
    r"condemned|rejected|warned|acknowledged)"
)
_SPOKE = re.compile(rf"\b(?:{_SPEECH}\b[^.!?;\n]*|(?:by|until|till|since)\s+(?:[\w-]+\s+)?)$")
_OPENS = re.compile(r"\W*(?:(?:Also |Early |Late |Later )?[Oo]n\s+)?")
_SPEAKS = re.compile(rf",?\s+(?:[\w’'-]+\s+){{0,5}}?{_SPEECH}\b")
_STOPS = (". ", ".\n", "\n", "\u201d ", '" ')


_IN_SPEECH = re.compile(rf"[^.!?\n]{{0,120}}\b{_SPEECH}\b")


def is_said(text: str, end: int) -> bool:
    """True for "over the past year, she said": a length seen from the day of the speech."""
    return bool(_IN_SPEECH.match(text, end))


def is_of_speech(text: str, start: int, end: int) -> bool:
    """True for a day on which somebody spoke, or until which something was so."""
    begin = max(text.rfind(stop, 0, start) for stop in _STOPS) + 1
    if _SPOKE.search(text[max(begin, start - _BEFORE) : start]):
        return True
    return bool(_OPENS.fullmatch(text[begin:start]) and _SPEAKS.match(text, end))

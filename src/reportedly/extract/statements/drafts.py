"""A statement in the making: its speaker may still get a name from a later paragraph."""

from dataclasses import dataclass

from reportedly.extract.statements.speakers import Who
from reportedly.records import Act, Mode, When


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known of a statement when its sentence has been read. Offsets are code points."""

    who: Who
    act: Act
    mode: Mode
    start: int
    end: int
    paragraph: int
    cue: tuple[int, int] | None = None
    date: When | None = None
    forum: str | None = None
    addressee: str | None = None

"""An incident between any reader and MUC-4's slots: who did what to whom, with the words for it.

A reader that finds more than the rules do fills the same classes and is written by the same
normalisers. Where it knows MUC-4's type of a person, a thing or a weapon, it gives it as ``kind``;
else the words decide. Offsets count into the text of the row.
"""

from dataclasses import dataclass
from typing import Literal

from reportedly.records import Count, Place, When

Stage = Literal["accomplished", "attempted", "threatened"]
Confidence = Literal["claimed", "authorities", "accused", "stated", "possible"]
Effect = Literal["killed", "injured", "uninjured", "unharmed", "abducted", "freed"]
Damage = Literal["destroyed", "damaged", "undamaged"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the text; ``words`` is the row's text from ``start`` to ``end``."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Perpetrator:
    """Somebody accused, the best mention first."""

    mentions: tuple[Mention, ...]
    organization: bool
    state: bool = False  # armed forces, police, a government
    confidence: Confidence = "stated"


@dataclass(frozen=True, slots=True)
class Victim:
    """One person, or people told of together; a name, a description, or both."""

    name: Mention | None
    description: Mention | None
    count: Count | None = None  # None: not said
    effects: tuple[Effect, ...] = ()
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """A thing aimed at or hit."""

    mentions: tuple[Mention, ...]
    count: Count | None = None
    damage: Damage | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Instrument:
    """What it was done with. Without a mention: known by its kind alone ("was shot")."""

    mention: Mention | None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Where:
    """A place and the words that name it; None if the reader has not looked it up."""

    place: Place | None
    mention: Mention


@dataclass(frozen=True, slots=True)
class Template:
    kind: str  # a code of the codebook (bombing ...), or one of MUC-4's types (ROBBERY)
    stage: Stage
    when: When | None  # None: not said
    when_words: str = ""
    where: tuple[Where, ...] = ()
    perpetrators: tuple[Perpetrator, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    victims: tuple[Victim, ...] = ()
    targets: tuple[Target, ...] = ()

"""An utterance that a report attributes to somebody: who says what, in which words."""

from dataclasses import dataclass
from typing import Literal

from reportedly.records.evidence import Evidence
from reportedly.records.values import Act, Horizon, When

Mode = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Whose words. ``name`` is None where the report names no source ("it is thought")."""

    name: str | None
    ref: str | None = None  # id in the actor registry, where the speaker is an actor
    role: str | None = None  # "the chief spokesperson"
    affiliation: str | None = None  # "the Interior Ministry"
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    id: str
    report: str
    speaker: Speaker
    act: Act
    mode: Mode
    content: Evidence
    cue: Evidence | None = None
    date: When | None = None  # when it was said
    forum: str | None = None  # "the UN Security Council", "a press conference"
    addressee: str | None = None
    rebuts: tuple[str, ...] = ()  # ids of the statements it denies
    nested_in: str | None = None  # id of the statement that reports this one
    horizon: Horizon | None = None  # of a warning or prediction
    by: str = ""  # extractor name and version

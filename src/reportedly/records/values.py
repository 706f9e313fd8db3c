"""What a field can hold. Each value carries its own uncertainty; nothing is a bare number."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Act = Literal[
    "assert", "deny", "claim_responsibility", "accuse", "confirm", "warn", "urge", "estimate",
    "assess", "predict", "promise", "doubt",
]  # fmt: skip
Bound = Literal["exact", "at_least", "up_to", "approx", "range", "dozens", "several"]
Precision = Literal["day", "week", "month", "year", "range"]
PlacePrecision = Literal["site", "city", "near", "admin2", "admin1", "country", "area", "name"]


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people as stated. ``None`` at a side means that the side is open or unsaid.

    "at least 15" is (15, 15, None, at_least); "more than 90" is (90, 90, None, at_least);
    "up to 9" is (None, None, 9, up_to); "dozens" is (24, None, 99, dozens).
    """

    low: int | None
    best: int | None
    high: int | None
    bound: Bound

    def __post_init__(self) -> None:
        stated = [n for n in (self.low, self.best, self.high) if n is not None]
        if not stated:
            raise ValueError("a count states at least one number; unknown is None, not a Count")
        if stated != sorted(stated) or stated[0] < 0:
            raise ValueError(f"a count runs from low to high, not {stated}")

    @property
    def figure(self) -> int:
        """The one number to show where only one fits: best, else low, else high."""
        return next(n for n in (self.best, self.low, self.high) if n is not None)


@dataclass(frozen=True, slots=True)
class When:
    """Local calendar days, both ends included."""

    earliest: date
    latest: date
    precision: Precision

    def __post_init__(self) -> None:
        if self.latest < self.earliest:
            raise ValueError(f"{self.latest} is before {self.earliest}")

    def overlaps(self, other: "When") -> bool:
        return self.earliest <= other.latest and other.earliest <= self.latest


@dataclass(frozen=True, slots=True)
class Horizon:
    """The days a warning or forecast speaks of; an open end is ``None``."""

    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class Place:
    """A place as named, with what the gazetteer adds. Coordinates are degrees WGS 84.

    ``precision`` says what the coordinates stand for: ``site`` (a named site, located at its
    city), ``near`` (a distance or direction from it), ``area`` (a region across borders),
    ``name`` (named in the text, not located).
    """

    name: str
    precision: PlacePrecision
    admin1: str | None = None
    country: str | None = None
    country_code: str | None = None  # ISO 3166-1 alpha-2
    lat: float | None = None
    lon: float | None = None
    ref: str | None = None  # e.g. geonames:360630


@dataclass(frozen=True, slots=True)
class Actor:
    """An armed actor, institution or unnamed kind of actor ("gunmen")."""

    name: str
    ref: str | None = None  # id in the actor registry; None for unnamed and unlisted actors
    kind: str | None = None  # the registry's neutral kind; "unnamed" for "gunmen"
    qualifier: Literal["suspected", "linked", "alleged"] | None = None
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says that the perpetrator did it. ``by`` is None where the report's own voice does."""

    status: Literal["claimed", "accused", "suspected", "unknown"]
    by: str | None = None
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """A code of the codebook."""

    code: str


@dataclass(frozen=True, slots=True)
class Text:
    """Words of the report where no code or registry fits."""

    text: str


@dataclass(frozen=True, slots=True)
class Said:
    """What a person makes of an utterance; its words and its speaker's are places in the report.

    ``on`` None: when it was said stays as it was read, as do its speaker and what it denies where
    the decision has no places of these. ``unnamed``: the report names no speaker.
    """

    act: Act
    on: When | None = None
    unnamed: bool = False
    denies_nothing: bool = False


Value = Count | When | Place | Actor | Attribution | Code | Text | Said

"""Marks laid over a report without touching its text. All offsets are code points into it."""

from dataclasses import dataclass
from typing import Literal

from reportedly.records.report import Report
from reportedly.records.values import Actor, Count, Place, When


@dataclass(frozen=True, slots=True)
class Sentence:
    start: int
    end: int
    paragraph: int  # 0-based


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks. ``start``-``end`` lie inside the marks; depth 0 is outermost."""

    start: int
    end: int
    depth: int
    closed: bool  # False where a paragraph ends with the marks still open


@dataclass(frozen=True, slots=True)
class TimeMark:
    """A time expression. ``value`` is TIMEX3 where it has one; ``when`` is None if unresolved."""

    start: int
    end: int
    type: Literal["date", "time", "duration", "set"]
    value: str | None
    when: When | None
    basis: str  # what the resolution rests on: published | dateline | stated | text | none
    reason: str = ""  # the same in words, or why it is not resolved


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """A place name in running text and what it does there.

    ``use``: ``location`` (may locate an event), ``demonym`` ("Iranian"), ``metonym`` ("Kabul
    denied"), ``base`` ("London-based", "professor in Islamabad"), ``dateline``, ``other``.
    """

    start: int
    end: int
    place: Place
    use: Literal["location", "demonym", "metonym", "base", "dateline", "other"]
    candidates: tuple[Place, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ActorMark:
    """A mention of an armed actor, a state force or institution, or an unnamed kind of actor."""

    start: int
    end: int
    actor: Actor
    candidates: tuple[Actor, ...] = ()
    reason: str = ""
    bare: str | None = None  # the noun of a mark that names nobody: "police"


@dataclass(frozen=True, slots=True)
class CountMark:
    """A number of people: the words from the bound to the group ("at least 170 civilians")."""

    start: int
    end: int
    count: Count
    group: str | None  # the counted noun as written ("civilians"), None for a bare number


@dataclass(frozen=True, slots=True)
class Alias:
    """Two names that the report itself says are one. Both as evidence spans (start, end)."""

    name: tuple[int, int]
    alias: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """A report with its layers, each in text order."""

    report: Report
    sentences: tuple[Sentence, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    times: tuple[TimeMark, ...] = ()
    places: tuple[PlaceMark, ...] = ()
    actors: tuple[ActorMark, ...] = ()
    counts: tuple[CountMark, ...] = ()
    aliases: tuple[Alias, ...] = ()

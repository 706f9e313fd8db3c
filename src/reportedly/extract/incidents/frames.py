"""What one clause of a report tells of one incident: its type, time, place, toll and actors."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reportedly.extract.incidents.agents import Agent
from reportedly.extract.incidents.outcomes import Toll
from reportedly.extract.incidents.triggers import Trigger
from reportedly.records import PlaceMark, TimeMark, When

_ABOUT_A_MONTH = 31  # days; times at least as wide are equally vague


@dataclass(frozen=True)
class Frame:
    """One clause about one incident. All offsets are code points into the report's text."""

    start: int
    end: int
    sentence: int  # index of the sentence
    paragraph: int
    triggers: tuple[Trigger, ...]
    times: tuple[TimeMark, ...]  # resolved ones
    places: tuple[PlaceMark, ...]
    tolls: tuple[Toll, ...]
    agents: tuple[Agent, ...]
    statements: tuple[str, ...]  # ids of those whose content it stands in, outermost first
    said: tuple[str, ...]  # ids of those whose content any part of it stands in
    claims: tuple[str, ...]  # ids of the claims of responsibility that it shares words with
    words: frozenset[str]  # its longer words, folded: those it shares with others show one story
    deed: bool  # its tolls say what was done, not only what became of people
    acts: bool = False  # a verb says what was done: "shot two", not "the shooting of two"
    turned: bool = False  # of another incident than the clause before it in its sentence
    aggregate: bool = False  # tells of several incidents at once
    foiled: bool = False
    retracted: tuple[int, int] | None = None  # the words that take it back
    back: bool = False  # "the attack": refers to one already told, or to the lead's
    refers: bool = False  # names nothing but "the attack"
    demonstrative: bool = False  # "in that attack"
    part: bool = False  # one of "the bombings in X and Y"
    another: bool = False  # "a separate attack"
    opens: bool = False  # begins its paragraph with where or when, and tells of no known incident
    turns: bool = False  # begins with another time, and tells of people not yet spoken of
    goes_on: bool = False  # tells of "the gunmen", "the device": they were spoken of before
    item: int | None = None  # the paragraph of a bulletin or timeline that it stands in
    borrowed: bool = False  # "the same night": its day is the one told before it
    superlative: bool = False  # "the deadliest being ...": one of those just summed up
    attributes: bool = False  # says who did it, or did not: a claim, an accusation, a denial
    denied: bool = False  # stands in a denial: refers to an incident, never tells a new one

    @cached_property
    def told(self) -> tuple[Trigger, ...]:
        """The triggers that tell of something that happened."""
        return tuple(trigger for trigger in self.triggers if trigger.real)

    @cached_property
    def aftermath(self) -> bool:
        """Tells only what became of people later: its day and place are not the incident's."""
        return not (self.told or self.superlative or self.deed)

    @cached_property
    def type(self) -> str | None:
        """The type its triggers name, by precedence; None if they name none."""
        named = [t for t in self.triggers if t.type and (t.real or self.foiled)]
        return min(named, key=lambda t: t.rank).type if named else None

    @cached_property
    def when(self) -> TimeMark | None:
        """The time it gives: the narrowest; of equals, the nearest to what happened."""
        told = spans(self.told) or spans(self.tolls)
        return min(
            self.times,
            key=lambda time: (min(width(time), _ABOUT_A_MONTH), _distance(time, told)),
            default=None,
        )

    @cached_property
    def days(self) -> When | None:
        """The day or days that it gives."""
        return self.when.when if self.when else None

    @cached_property
    def dated(self) -> bool:
        """Says itself when it happened."""
        return bool(self.times) and not self.borrowed

    @cached_property
    def named(self) -> frozenset[str]:
        """The names of those who did it, and "police" as written; "gunmen" are left out."""
        marks = (agent.mark for agent in self.agents if agent.mark.actor.kind != "unnamed")
        return frozenset(m.bare or m.actor.name for m in marks)

    @cached_property
    def figures(self) -> frozenset[tuple[str, int]]:
        """Tolls that could be told apart by their number: "one dead" says little."""
        found = ((toll.outcome, toll.mark.count.figure) for toll in self.tolls)
        return frozenset((outcome, figure) for outcome, figure in found if figure > 1)


def spans(marks: Sequence[Trigger] | Sequence[Toll]) -> list[tuple[int, int]]:
    """Where marks start and end."""
    return [(mark.start, mark.end) for mark in marks]


def width(time: TimeMark) -> int:
    """How wide a resolved time is, in days: 0 for one day."""
    if time.when is None:
        raise ValueError(f"the time at {time.start} is not resolved")
    return (time.when.latest - time.when.earliest).days


def _distance(time: TimeMark, told: Sequence[tuple[int, int]]) -> int:
    """Characters between a time and the nearest word that tells; a time before it counts double."""
    gaps = [
        time.start - end if time.start >= end else 2 * max(0, start - time.end)
        for start, end in told
    ]
    return min(gaps, default=time.start)

"""Warnings and forecasts, and the later incidents that a person may hold against them.

An incident is a candidate for a warning if it lies in the days that the warning speaks of, is later
than the warning, and has a place or an actor in common with its words; where these name neither, if
it lies in a country of which the warning's report tells. A type in common is a further reason. That
an incident is listed says nothing about whether the warning was right: a person judges.

Incidents are found by name and day, so that each warning looks only at what it may list.
"""

import tomllib
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal

from reportedly.records import Actor, Code, Incident, Place, Reading, Statement, When
from reportedly.records.names import folded, words

FORESEEING = ("warn", "predict")
Reason = Literal["place", "actor", "type", "country of the report"]
_LONGEST = 5  # words in a name that is looked for


@dataclass(frozen=True, slots=True)
class Candidate:
    """An incident in the days of a warning, and what the two have in common."""

    incident: str
    day: When
    reasons: tuple[tuple[Reason, str], ...]  # what kind of thing, and its name


@dataclass(frozen=True, slots=True)
class Foreseen:
    """One warning or forecast: who said it stands in its statement."""

    reading: Reading
    statement: Statement
    said_on: date | None
    candidates: tuple[Candidate, ...]  # those with most in common first


@dataclass(frozen=True, slots=True)
class Known:
    """What is looked at of an incident. ``names`` are folded; ``accounts`` may be only those of
    the reports that warn.
    """

    id: str
    when: When
    names: Mapping[str, Reason]
    code: str | None
    accounts: frozenset[str]


@dataclass(slots=True)
class Happened:
    """Incidents by the names that they are known by, each name's in the order of days."""

    _by_name: dict[str, list[tuple[date, str]]] = field(default_factory=lambda: defaultdict(list))
    _known: dict[str, Known] = field(default_factory=dict)
    _longest: int = 0  # days between the ends of the least precise date

    @classmethod
    def of(cls, incidents: Iterable[Incident]) -> "Happened":
        return cls.of_known(known for incident in incidents if (known := _known(incident)))

    @classmethod
    def of_known(cls, incidents: Iterable[Known]) -> "Happened":
        made = cls()
        for known in incidents:
            made._known[known.id] = known
            made._longest = max(made._longest, (known.when.latest - known.when.earliest).days)
            for name in known.names:
                made._by_name[name].append((known.when.earliest, known.id))
        for days in made._by_name.values():
            days.sort()
        return made

    def within(self, name: str, first: date, last: date) -> Iterator[str]:
        """The incidents of a name that have a day in common with these days."""
        days = self._by_name.get(name, [])
        reach = max(first.toordinal() - self._longest, 1)
        start = bisect_left(days, (date.fromordinal(reach), ""))
        for _, id in days[start : bisect_right(days, (last, "\uffff"))]:
            if self._known[id].when.latest >= first:
                yield id

    def candidates(self, reading: Reading, said: Statement) -> tuple[Candidate, ...]:
        """What may be held against a warning; none where it speaks of no days."""
        days = days_of(reading, said)
        if days is None:
            return ()
        spoken = set(spoken_names(said)) & self._by_name.keys()
        found: dict[str, list[tuple[Reason, str]]] = {}
        for name in sorted(spoken or countries_told(reading)):
            for id in self.within(name, *days):
                reason = self._known[id].names[name] if spoken else "country of the report"
                found.setdefault(id, []).append((reason, name))
        spoken_words = set(words(said.content.quote))
        for id, reasons in found.items():
            code = self._known[id].code
            if code and spoken_words & _words_of(code):
                reasons.append(("type", code))
        made = [
            Candidate(id, self._known[id].when, tuple(reasons))
            for id, reasons in found.items()
            if _later(self._known[id], reading, said)
        ]
        return tuple(sorted(made, key=lambda c: (-len(c.reasons), c.day.earliest, c.incident)))


def foreseen(readings: Iterable[Reading], happened: Happened) -> Iterator[Foreseen]:
    """Every warning and forecast of the readings, in their order."""
    for reading in readings:
        for said in reading.statements:
            if said.act in FORESEEING:
                candidates = happened.candidates(reading, said)
                yield Foreseen(reading, said, said_on(reading, said), candidates)


def _known(incident: Incident) -> Known | None:
    when, kind = incident.get("date"), incident.get("type")
    if not isinstance(when, When):
        return None
    code = kind.code if isinstance(kind, Code) else None
    names = dict(_names(incident))
    return Known(incident.id, when, names, code, frozenset(incident.accounts))


def _names(incident: Incident) -> Iterator[tuple[str, Reason]]:
    for found in incident.findings:
        value = found.value
        if isinstance(value, Place):
            for name in (value.country, value.admin1, value.name):
                if name:
                    yield folded(name), "place"
        elif isinstance(value, Actor) and value.kind != "unnamed":
            yield folded(value.name), "actor"


def spoken_names(said: Statement) -> Iterator[str]:
    """Every run of words of the warning that may be a name."""
    said_words = list(words(said.content.quote))
    for start in range(len(said_words)):
        for end in range(start + 1, min(start + _LONGEST, len(said_words)) + 1):
            yield " ".join(said_words[start:end])


def countries_told(reading: Reading) -> set[str]:
    """The countries of which a report tells, folded."""
    places = (c.value for a in reading.accounts for c in a.of("place"))
    return {folded(p.country) for p in places if isinstance(p, Place) and p.country}


def said_on(reading: Reading, said: Statement) -> date | None:
    """The day on which it was said, as far as known; else that of publication."""
    return said.date.earliest if said.date else reading.report.published


def days_of(reading: Reading, said: Statement) -> tuple[date, date] | None:
    """The days that a warning speaks of, from the day on which it was said."""
    horizon, day = said.horizon, said_on(reading, said)
    if horizon is None or (horizon.earliest is None and horizon.latest is None):
        return None
    starts = [d for d in (horizon.earliest, day) if d]
    first, last = max(starts, default=date.min), horizon.latest or date.max
    return (first, last) if first <= last else None


def _later(incident: Known, reading: Reading, said: Statement) -> bool:
    """True unless it is over before the warning; of that day, unless the warning tells of it."""
    day = said_on(reading, said)
    if day is None or incident.when.latest > day:
        return True
    told = {account.id for account in reading.accounts}
    return incident.when.latest == day and not told & incident.accounts


@cache
def _words_of(code: str) -> frozenset[str]:
    data = tomllib.loads(files(__package__).joinpath("foreseen.toml").read_text(encoding="utf-8"))
    return frozenset(data.get(code, "").split())

"""What the registry knows of one actor: its names by day, script and labeller, and its facts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from reportedly.plugins import Background
from reportedly.records import Actor


@dataclass(frozen=True, slots=True)
class DatedName:
    """A name with the days on which it was the actor's own; an open end is ``None``."""

    name: str
    begun: date | None = None
    ended: date | None = None

    def valid(self, day: date) -> bool:
        return (self.begun is None or self.begun <= day) and (
            self.ended is None or day <= self.ended
        )


@dataclass(frozen=True, slots=True)
class Label:
    """A name that one side gives the actor ("Daesh"): whose word it is belongs to it."""

    name: str
    by: str
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A designation: by which state or body, under which name, and on whose list of which day."""

    by: str
    called: str
    as_of: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One actor of the registry. ``kind`` is neutral; designations stand in ``listed``."""

    actor: Actor
    background: Background
    names: tuple[DatedName, ...] = ()
    aliases: tuple[str, ...] = ()
    native: Mapping[str, Sequence[str]] | None = None  # by language
    labels: tuple[Label, ...] = ()
    listed: tuple[Listing, ...] = ()
    ucdp: int | None = None
    sources: Mapping[str, str] | None = None  # field -> key of sources.toml, where not "own"

    def name_on(self, day: date | None) -> str:
        """The name that was the actor's own on a day; the registry's where none is dated so."""
        valid = (n.name for n in self.names if day is not None and n.valid(day))
        return next(valid, self.actor.name)

    def every_name(self) -> Iterator[str]:
        """All that the actor is called, each once."""
        native = [name for names in (self.native or {}).values() for name in names]
        yield from dict.fromkeys([
            self.actor.name, *(n.name for n in self.names), *self.aliases, *native,
            *(label.name for label in self.labels),
        ])  # fmt: skip


def entry(row: Mapping[str, Any]) -> Entry:
    """An entry from a row of a registry file (see :mod:`reportedly.gazetteer.registry`)."""
    ref = str(row["id"])
    native = row.get("native") or {}
    return Entry(
        Actor(str(row["name"]), ref=ref, kind=row.get("kind"), parent=row.get("parent")),
        Background(
            countries=tuple(row.get("countries") or ()),
            active_from=first_day(row.get("from", row.get("active_from"))),
            active_to=last_day(row.get("to", row.get("active_to"))),
            relation=row.get("relation"),
            regions=tuple(row.get("regions") or ()),
        ),
        names=tuple(
            DatedName(n["name"], first_day(n.get("from")), last_day(n.get("to")))
            for n in row.get("names") or ()
        ),
        aliases=tuple(row.get("aliases") or ()),
        native=native if isinstance(native, Mapping) else {"": native},
        labels=tuple(
            Label(one["name"], one["by"], first_day(one.get("from")))
            for one in row.get("labels") or ()
        ),
        listed=tuple(
            Listing(one["by"], one["as"], str(one["as_of"])) for one in row.get("listed") or ()
        ),
        ucdp=row.get("ucdp", row.get("ucdp_actor_id")),
        sources=row.get("sources"),
    )


def first_day(value: object) -> date | None:
    """The first day of a year, or the day itself."""
    return _day(value, "-01-01")


def last_day(value: object) -> date | None:
    """The last day of a year, or the day itself."""
    return _day(value, "-12-31")


def _day(value: object, rest: str) -> date | None:
    if value is None or value == "":
        return None
    text = str(value)
    return date.fromisoformat(f"{int(text):04}{rest}" if text.isdigit() else text)

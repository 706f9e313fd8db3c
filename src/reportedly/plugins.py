"""The shapes anyone can add, and how they are found.

A plugin is a class with a ``name`` and one method: no base class, no manifest. Built-ins are
listed as ``"module:attribute"`` strings and imported on first use, so that their dependencies stay
unloaded until needed; third parties register the same form as entry points in the group
``reportedly.<group>``.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any, BinaryIO, Literal, Protocol

from reportedly.codebook import Codebook
from reportedly.errors import UnknownPlugin
from reportedly.records import (
    Account,
    Actor,
    Annotated,
    Claim,
    Coded,
    Decision,
    Differing,
    Failure,
    Incident,
    Link,
    Place,
    Reading,
    Received,
    Report,
    Statement,
)


class Reader(Protocol):
    """Turns the bytes of one source into reports; what it cannot read it yields as a Failure.

    Made with the :class:`reportedly.read.limits.Limits` of the run. ``name`` is the source as the
    person wrote it, ``charset`` the encoding that an address declared for it, if any.
    """

    name: str

    def read(
        self, name: str, data: BinaryIO, *, url: str | None, charset: str | None = None
    ) -> Iterator[Received | Failure]: ...


@dataclass(frozen=True, slots=True)
class Background:
    """What helps to tell namesakes apart. Weighed in resolving, never reported as a finding."""

    population: int | None = None  # of a place
    capital: bool = False  # a place that is the capital of its country
    own: bool = False  # an entry of the person's own file: believed before any other
    small: bool = False  # a settlement that only `places(name, small=True)` returns
    admin2: str | None = None  # the second-level division of a place
    within: tuple[str, ...] = ()  # what a place lies in, by reference, from the smallest
    countries: tuple[str, ...] = ()  # of an actor: ISO 3166-1 alpha-2
    active_from: date | None = None  # of an actor; None: not known, or open
    active_to: date | None = None
    relation: str | None = None  # of an actor to its parent: "province", "armed wing"
    regions: tuple[str, ...] = ()  # of an actor, where they are no country: "Sahel"

    def existed(self, day: date | None) -> bool:
        """True if the actor existed on a day, as far as is known."""
        if day is None:
            return True
        begun = self.active_from is None or self.active_from <= day
        return begun and (self.active_to is None or day <= self.active_to)


class Names(Protocol):
    """Places and actors by name: what annotation and resolution look up."""

    def places(self, name: str, *, small: bool = False) -> Sequence[Place]:
        """Every place of that name or alternate name, most populous first.

        Settlements of a few hundred people in countries that list tens of thousands of them share
        their names with families, streets and firms: they are found with ``small`` alone, for
        where the text itself says that a place is meant.
        """
        ...

    def demonyms(self, word: str) -> Sequence[Place]:
        """The countries and regions whose people or adjective the word is ("Iranian", "Texan")."""
        ...

    def actors(self, name: str) -> Sequence[Actor]:
        """Every actor of that name or alias; more than one where the alias is ambiguous."""
        ...

    def background(self, ref: str) -> Background:
        """What is known of the place or actor with that reference; empty where nothing is."""
        ...

    def branches(self, ref: str) -> Sequence[Actor]:
        """The actors whose parent is the one with that reference."""
        ...

    def backed(self, code: str) -> Sequence[Actor]:
        """The actors of whom reports say that the country backs them."""
        ...


class Extractor(Protocol):
    """Turns an annotated report into accounts and statements."""

    name: str
    version: str

    def extract(self, annotated: Annotated) -> Reading: ...


class Released(Protocol):
    """What an exporter is given: the incidents and whatever they rest on."""

    @property
    def rule(self) -> str | None: ...
    @property
    def as_of(self) -> date | None: ...
    @property
    def codebook(self) -> Codebook: ...

    def incidents(self) -> Iterable[Incident]: ...
    def others(self, reports: Container[str]) -> Iterable[Reading]:
        """The readings of all reports but these; most tell of no incident."""
        ...

    def namesake(self, incident: Incident) -> str:
        """The account that it is named after: an id that means the same in every store."""
        ...

    def told(self, incident: Incident) -> Sequence[Reading]:
        """The readings that it rests on, in the order of publication."""
        ...

    def copies(self, incident: Incident) -> Mapping[str, str]:
        """Of its reports: copy's id -> id of the report whose text it printed."""
        ...

    def links(self, incident: Incident) -> tuple[Sequence[Link], int]:
        """Of the scored pairs among its accounts the surest of each account, and how many pairs
        there are: they grow with the square of the accounts.
        """
        ...

    def accounts(self, ids: Iterable[str]) -> Sequence[Account]: ...
    def claims(self, ids: Iterable[str]) -> Sequence[Claim]: ...
    def report(self, id: str) -> Report: ...
    def statements(self) -> Iterable[Statement]: ...
    def decisions(self, incident: Incident) -> Sequence[Decision]: ...
    def decided(self) -> Sequence[Decision]:
        """Every decision, in the order of making."""
        ...

    def differing(self, incident: Incident) -> Sequence[Differing]: ...


class Exporter(Protocol):
    """Writes incidents in one format into a folder, and then says what it could not carry."""

    name: str

    def write(self, released: Released, folder: Path) -> Sequence[Path]:
        """Write files and return their paths, all inside ``folder``; they are moved from there."""
        ...

    def lost(self) -> Sequence[str]:
        """What was lost of the rows just written: a sentence each, with counts and examples."""
        ...


class Layout(Protocol):
    """The columns of a format in its order, and what a copy of a row carries of each."""

    @property
    def columns(self) -> Mapping[str, Literal["record", "reckoned", "kept"]]: ...


class Importer(Protocol):
    """Reads the rows of another coder's files, and writes such rows again.

    A plugin is registered in the group ``importers`` under the name of its format.
    """

    name: str
    coder: str  # whose files these are, unless the person says otherwise; "" for no one's

    @property
    def known_by(self) -> frozenset[str]:
        """Columns that no other table has together; none: no file is told by its columns."""
        ...

    @property
    def needed(self) -> Sequence[str]:
        """Columns without which a row says nothing."""
        ...

    @property
    def layout(self) -> Layout: ...

    def read(self, cells: Mapping[str, str]) -> Coded:
        """By the names of columns. Raises UnusableRow, which says what is wrong with the row."""
        ...

    def write(self, coded: Coded, book: Codebook) -> Mapping[str, str | int | float | None]:
        """The columns of ``layout`` that are not ``kept``, of a row of any format."""
        ...


def names(group: str, builtin: Mapping[str, str]) -> list[str]:
    """The names that :func:`find` knows in a group."""
    return sorted({*builtin, *(e.name for e in entry_points(group=f"reportedly.{group}"))})


def find(group: str, name: str, builtin: Mapping[str, str]) -> Any:
    """Import and return a plugin class. Raises UnknownPlugin, which lists what there is."""
    if name in builtin:
        module, _, attribute = builtin[name].partition(":")
        return getattr(import_module(module), attribute)
    for entry in entry_points(group=f"reportedly.{group}", name=name):
        return entry.load()
    raise UnknownPlugin(group, name, names(group, builtin))

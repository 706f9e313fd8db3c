"""Incidents as they are believed now, were believed at a moment, or follow from a past day's news.

A past *moment* asks what this store held and believed then: its own history answers. A past *day*
asks what follows from the reports published by its end, with all that people decided since: what
the day cuts through is grouped and reconciled again, all else stands.
"""

from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from reportedly.codebook import Codebook
from reportedly.errors import UnknownRecord
from reportedly.link import wire_copies
from reportedly.pipeline.adding_up import Group, incidents
from reportedly.pipeline.beside import Beside
from reportedly.pipeline.differing import differing
from reportedly.pipeline.fetched import Fetched, few
from reportedly.pipeline.shelf import Shelf
from reportedly.pipeline.tools import Tools
from reportedly.pipeline.verdicts import Verdicts, name_of, number_of
from reportedly.reconcile import reconcile
from reportedly.records import (
    Account,
    Claim,
    Decision,
    Differing,
    Incident,
    Link,
    Naming,
    Reading,
    Report,
    Statement,
)
from reportedly.store.queries import some_of
from reportedly.store.store import Store

_AT_ONCE = 200  # incidents
_READ, _PAGE = 500, 100  # accounts whose reports are in memory together, on one page


@dataclass(frozen=True, kw_only=True)
class Release:
    """The incidents and whatever they rest on: what exporters and lists are given.

    Reads from the store as it is asked, so that it stays small; good while the store is open.
    """

    rule: str | None
    as_of: date | datetime | None
    codebook: Codebook
    readings: Shelf
    _store: Store
    _tools: Tools
    _groups: Mapping[str, Group]  # of the incidents that are reconciled here, by name
    _homes: Mapping[int, str]  # of the accounts of these, by number
    _verdicts: Callable[[], Verdicts]
    _cut: Collection[str] = ()  # incidents that the store believes, and that are none here

    @cached_property
    def _fetched(self) -> Fetched:
        return Fetched(self._store)

    @cached_property
    def names(self) -> Sequence[str]:
        """Of the incidents, oldest first."""
        kept = self._store.beliefs.names(self._moment)
        names = {name for name in kept if name not in self._cut} | self._groups.keys()
        return sorted(names, key=lambda name: number_of(name) or 0)

    def has(self, name: str) -> bool:
        """True for the name of an incident of this release; asks for this one alone."""
        believed = name not in self._cut and self._store.beliefs.believed(name, self._moment)
        return name in self._groups or believed

    @property
    def _moment(self) -> datetime | None:
        return self.as_of if isinstance(self.as_of, datetime) else None

    def incidents(self) -> Iterator[Incident]:
        """Every incident, oldest first."""
        return self.some(self.names)

    def some(self, names: Sequence[str]) -> Iterator[Incident]:
        """The incidents of these names, with what they rest on fetched ahead."""
        for some in few(self._of(names), _READ):
            yield from self._ahead(some)

    def page(self, after: str | None, most: int) -> tuple[list[Incident], str | None]:
        """The next incidents after one of that name, so many at most and fewer where they have many
        accounts; and, if there are more, the name after which they come.
        """
        number = number_of(after or "") or 0
        if self.as_of or self._groups:
            names = [name for name in self.names if (number_of(name) or 0) > number][: most + 1]
        else:
            names = self._store.beliefs.next_names(number, most + 1)
        found = self._ahead(next(few(self._of(names[:most]), _PAGE), []))
        last = found[-1].id if found else next(reversed(names[:most]), None)
        return found, last if names and last != names[-1] else None

    def _ahead(self, incidents: list[Incident]) -> list[Incident]:
        accounts = [id for incident in incidents for id in incident.accounts]
        self.readings.of(self._fetched.reports(accounts).values())
        return incidents

    def incident(self, id: str) -> Incident:
        """By its id, by that of an incident joined to it, or by an account's. UnknownRecord."""
        found = next(self._of([name for name in [self.home(id)] if name]), None)
        if found is None:
            raise UnknownRecord(f"no incident {id!r}: {self._gone(id)}")
        return found

    def accounts(self, ids: Iterable[str]) -> Sequence[Account]:
        wanted = list(ids)
        read = self.readings.of(self._fetched.reports(wanted).values())
        known = {a.id: a for reading in read.values() for a in reading.accounts}
        return [known[id] for id in wanted if id in known]

    def claims(self, ids: Iterable[str]) -> Sequence[Claim]:
        wanted = list(ids)
        reports = self._store.index.reports_of(wanted) | self.verdicts.reports_of_made(wanted)
        read = self.readings.of(reports.values())
        known = {c.id: c for reading in read.values() for a in reading.accounts for c in a.claims}
        return [known[id] for id in wanted if id in known]

    def report(self, id: str) -> Report:
        """Raises UnknownRecord."""
        return self.readings[id].report

    def statements(self) -> Iterator[Statement]:
        return (said for reading in self.readings for said in reading.statements)

    @property
    def reports(self) -> Sequence[str]:
        """The ids of all reports, in stored order."""
        return self.readings.ids

    def others(self, reports: Container[str]) -> Iterator[Reading]:
        """The readings of all reports but these."""
        return self.readings.others(reports)

    def read(self, reports: Sequence[str]) -> Iterator[Reading]:
        """The readings of these reports of the release."""
        return self.readings.each(reports)

    def namings(self, reports: Sequence[str]) -> Iterator[Naming]:
        """What these reports of the release say of names."""
        return self.readings.namings(reports)

    def told_by(self, reports: Iterable[str]) -> Iterator[Incident]:
        """The incidents that any of these reports tells of, oldest first."""
        read = self.readings.of(reports).values()
        found = {self.home(account.id) for reading in read for account in reading.accounts}
        return self._of([name for name in self.names if name in found])

    def statement(self, id: str) -> Statement | None:
        reports = self._store.index.reports_of_statement(id)
        reports = reports or list(self.verdicts.reports_of_made([id]).values())
        read = self.readings.of(reports).values()
        return next((said for one in read for said in one.statements if said.id == id), None)

    def told(self, incident: Incident) -> list[Reading]:
        """The readings that an incident rests on, in the order of publication."""
        reports = self._fetched.reports(incident.accounts)
        return list(self.readings.of(reports.values()).values())

    def copies(self, incident: Incident) -> dict[str, str]:
        """Of its reports: copy's id -> id of the report whose text it printed."""
        if len(incident.accounts) < 2:
            return {}
        if self.as_of is None and incident.id not in self._groups:
            return self._fetched.copies(incident.accounts)
        return wire_copies(reading.report for reading in self.told(incident))

    def links(self, incident: Incident) -> tuple[list[Link], int]:
        """Of the scored pairs among its accounts the surest of each account; how many there are."""
        if len(incident.accounts) < 2:
            return [], 0
        numbers = self._fetched.numbers(incident.accounts)
        ids = {number: id for id, number in numbers.items()}
        surest, scored = self._fetched.surest(ids.keys())
        return [Link(ids[one], ids[other], score) for one, other, score in surest], scored

    def namesake(self, incident: Incident) -> str:
        """The account that it is named after: an id that means the same in every store."""
        numbers = self._fetched.numbers(incident.accounts)
        ids = {number: id for id, number in numbers.items()}
        return ids.get(number_of(incident.id) or 0, incident.accounts[0])

    def decisions(self, incident: Incident) -> Sequence[Decision]:
        """The decisions about an incident, undone ones too, in the order of making."""
        if not self.verdicts.found:
            return []
        mine = set(self._fetched.numbers(incident.accounts).values())
        found, homes = dict[str, Decision](), dict[int, str]()
        for one in sorted(self.verdicts.found, key=lambda one: one.decision.made_at):
            numbers = self.verdicts.numbers(one)
            if not mine.isdisjoint(numbers):
                homes |= {n: self.home(name_of([n])) or "" for n in numbers if n not in homes}
                one = self.verdicts.placed(one, homes)
                if incident.id in self.verdicts.homes(one, homes):
                    found[one.decision.id] = one.decision
            elif found.keys() & set(one.decision.subject):
                found[one.decision.id] = one.decision  # it undoes one about this incident
        return list(found.values())

    def decided(self) -> Sequence[Decision]:
        """Every decision of the release's time, in the order of making."""
        made = [one.decision for one in self.verdicts.found]
        return sorted(made, key=lambda one: one.made_at)

    def differing(self, incident: Incident) -> Sequence[Differing]:
        """The decisions about an incident in force that the machine would not come to today."""
        made = self.decisions(incident)
        if not made:
            return []
        read = self.readings.as_read(self._fetched.reports(incident.accounts).values())
        told = set(incident.accounts)
        mine = [account for one in read for account in one.accounts if account.id in told]
        claims = {c.id: c for account in mine for c in account.claims}
        return list(differing(incident, made, claims, lambda: self._unaided(incident, mine, read)))

    def _unaided(
        self, incident: Incident, accounts: Sequence[Account], read: Sequence[Reading]
    ) -> Incident:
        """What the rules alone make of the same accounts: without what people chose or added."""
        return reconcile(
            accounts,
            (said for reading in read for said in reading.statements),
            {reading.report.id: reading.report for reading in read},
            (),
            self.codebook,
            self.rule,
            id=incident.id,
            copies=wire_copies(reading.report for reading in read),
        )

    @cached_property
    def beside(self) -> Beside:
        """What other coders made of the same incidents."""
        known = self.readings.__contains__ if self.as_of else None
        return Beside(self._store, self._tools.families(), self.as_of, self.home, known)

    @property
    def verdicts(self) -> Verdicts:
        """Every decision of the release's time, by what it is about."""
        return self._verdicts()

    def _gone(self, id: str) -> str:
        """What became of an incident that people took out; else where to look."""
        number = number_of(id.upper()) or self._store.index.numbers_of([id]).get(id)
        if number is not None and (made := self.verdicts.dismissed.get(number)):
            return (
                f"{made.reviewer} rejected it on {made.made_at:%Y-%m-%d} ({made.reason}); "
                f"`reportedly undo {made.id}` brings it back"
            )
        for one in self._store.tombstones():
            if number in one.numbers:
                day = f"{one.forgotten_at:%Y-%m-%d}"
                return f"its report was forgotten on {day} by {one.reviewer} ({one.reason})"
        return "`reportedly incidents` lists them"

    def _of(self, names: Sequence[str]) -> Iterator[Incident]:
        for some in some_of(names, _AT_ONCE):
            groups = [self._groups[name] for name in some if name in self._groups]
            kept = [name for name in some if name not in self._groups]
            found = {b.id: b.incident for b in self._store.beliefs.at(self._moment, kept)}
            if groups:
                made = incidents(
                    groups,
                    self._store,
                    self._tools,
                    self.verdicts,
                    self._homes,
                    self.rule,
                    self._moment,
                )
                found |= {one.incident.id: one.incident for one in made}
            yield from (known for name in some if (known := found.get(name)))

    def home(self, id: str) -> str | None:
        """The name of the incident that an id means, if it is one of this release."""
        number = number_of(id.upper()) or self._store.index.numbers_of([id]).get(id)
        if number is None:
            return None
        home = self._homes.get(number) or name_of([number])
        if self.has(home):
            return home
        if self._moment is None:
            home = self._store.derived.homes([number]).get(number, home)
        if self.has(home):
            return home
        home = self._store.beliefs.home(home, self._moment) or ""
        return home if home and self.has(home) else None

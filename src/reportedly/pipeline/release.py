"""Everything stored, as incidents: thrown away and rebuilt at any time, for any past day.

An incident is called INC-n after the number n of its oldest account in the store. Newcomers and
re-readings never rename it; where two incidents are joined, the older name stays and the younger
one still finds it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from reportedly.codebook import Codebook
from reportedly.errors import UnknownRecord
from reportedly.pipeline.tools import Tools
from reportedly.records import (
    Account,
    Claim,
    Decision,
    Incident,
    Link,
    Reading,
    Report,
    Statement,
)

if TYPE_CHECKING:
    from reportedly.store.store import Store

PREFIX = "INC-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """The incidents and whatever they rest on: what exporters and lists are given."""

    rule: str | None
    as_of: date | None
    codebook: Codebook
    readings: Mapping[str, Reading]  # by report id, in stored order
    copies: Mapping[str, str]  # report id -> id of the report whose text it printed
    links: Sequence[Link]
    decided: Sequence[Decision]  # every decision, about current accounts
    names: Mapping[str, str]  # every id that an incident goes by -> its id
    known: Mapping[str, Incident]  # by id, oldest first
    _accounts: Mapping[str, Account] = field(repr=False)
    _claims: Mapping[str, Claim] = field(repr=False)

    def incidents(self) -> Iterable[Incident]:
        return self.known.values()

    def incident(self, id: str) -> Incident:
        """By its id, by that of an incident joined to it, or by an account's. UnknownRecord."""
        found = self.names.get(id) or self.names.get(id.upper())
        if found is None:
            raise UnknownRecord(f"no incident {id!r}; `reportedly incidents` lists them")
        return self.known[found]

    def accounts(self, ids: Iterable[str]) -> Sequence[Account]:
        return [self._accounts[id] for id in ids]

    def claims(self, ids: Iterable[str]) -> Sequence[Claim]:
        return [self._claims[id] for id in ids if id in self._claims]

    def report(self, id: str) -> Report:
        """Raises UnknownRecord."""
        if id not in self.readings:
            raise UnknownRecord(f"no report {id!r} as of {self.as_of or 'now'}")
        return self.readings[id].report

    def statements(self) -> Iterator[Statement]:
        return (said for reading in self.readings.values() for said in reading.statements)

    def decisions(self, incident: Incident) -> Sequence[Decision]:
        """The decisions about an incident, undone ones too, in the order of making."""
        mine = {id for id, name in self.names.items() if name == incident.id}
        mine |= {c.id for a in self.accounts(incident.accounts) for c in a.claims}
        found: list[Decision] = []
        for decision in sorted(self.decided, key=lambda decision: decision.made_at):
            if mine & set(decision.subject):
                found.append(decision)
                mine.add(decision.id)  # whatever undoes it is about this incident too
        return found


def release(
    store: "Store",
    tools: Tools,
    rule: str | None = None,
    *,
    as_of: date | None = None,
    stored_by: datetime | None = None,
) -> Release:
    """Link, group and reconcile what the store holds. A pure function of its content.

    ``as_of``: only reports published by the end of that day (one that states no day counts from
    the day on which it was stored). ``stored_by``: only what the store held at that moment (UTC).
    Raises CodebookError for an unknown rule.
    """
    from reportedly.link import contradict, group, link, profiles, wire_copies
    from reportedly.reconcile import reconcile
    from reportedly.reconcile.rules import count_rule

    if rule is not None:
        count_rule(rule)
    numbers = store.numbers()
    readings = {r.report.id: r for r in _published(store, as_of, stored_by)}
    reports = {id: reading.report for id, reading in readings.items()}
    accounts = _oldest_first(readings.values(), numbers)
    decisions = _current(store.decisions(stored_by), accounts, numbers)
    found = [profile for reading in readings.values() for profile in profiles(reading)]
    seen = {p.account: p for p in sorted(found, key=lambda profile: numbers[profile.account])}
    links = link(list(seen.values()), tools.families())
    groups = group(accounts, links, decisions, exclude=lambda a, b: contradict(seen[a], seen[b]))
    by_id = {account.id: account for account in accounts}
    copies = wire_copies(reports.values())
    known: dict[str, Incident] = {}
    names: dict[str, str] = {}
    for members in sorted(groups, key=lambda ids: numbers[ids[0]]):
        name = f"{PREFIX}{numbers[members[0]]}"
        called = {f"{PREFIX}{numbers[id]}" for id in members} | set(members)
        names.update(dict.fromkeys(called, name))
        told = [by_id[id] for id in members]
        statements = (
            s for a in dict.fromkeys(a.report for a in told) for s in readings[a].statements
        )
        known[name] = reconcile(
            told,
            statements,
            reports,
            decisions,
            tools.codebook,
            rule,
            id=name,
            names=called,
            copies=copies,
        )
    return Release(
        rule=rule,
        as_of=as_of,
        codebook=tools.codebook,
        readings=readings,
        copies=copies,
        links=links,
        decided=decisions,
        names=names,
        known=known,
        _accounts=by_id,
        _claims={claim.id: claim for account in accounts for claim in account.claims},
    )


def incidents(store: "Store", tools: Tools, rule: str | None = None) -> list[Incident]:
    """Every incident, oldest first."""
    return list(release(store, tools, rule).incidents())


def _published(store: "Store", as_of: date | None, stored_by: datetime | None) -> Iterator[Reading]:
    found = store.readings(stored_by)
    if as_of is None:
        return iter(found)
    received = store.received_on()
    return (r for r in found if (r.report.published or received[r.report.id]) <= as_of)


def _oldest_first(readings: Iterable[Reading], numbers: Mapping[str, int]) -> list[Account]:
    found = [account for reading in readings for account in reading.accounts]
    return sorted(found, key=lambda account: numbers[account.id])


def _current(
    decisions: Iterable[Decision], accounts: Sequence[Account], numbers: Mapping[str, int]
) -> list[Decision]:
    """The decisions with accounts named as they are now: by the reading that is current."""
    now = {numbers[account.id]: account.id for account in accounts}
    called = {f"{PREFIX}{number}": id for number, id in now.items()}
    called |= {old: now[number] for old, number in numbers.items() if number in now}
    return [
        replace(decision, subject=tuple(called.get(id, id) for id in decision.subject))
        for decision in decisions
    ]

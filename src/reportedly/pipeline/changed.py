"""What is believed otherwise than at a past moment: new, changed and withdrawn incidents."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from reportedly.pipeline.verdicts import number_of
from reportedly.records import Incident, Value
from reportedly.store.beliefs import Belief
from reportedly.store.store import Store

Kind = Literal["new", "changed", "joined", "withdrawn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Altered:
    """One field with its values before and after; none where it was or is unknown."""

    field: str
    old: tuple[Value, ...]
    new: tuple[Value, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    id: str
    kind: Kind
    incident: Incident | None  # as it is now
    before: Incident | None  # as it was then
    home: str | None  # of a joined one: the incident that it is part of
    altered: tuple[Altered, ...]
    reasons: tuple[str, ...]  # in the order in which they came, each once
    at: datetime  # of the last one, UTC


def changes(store: Store, since: datetime, until: datetime | None = None) -> Iterator[Change]:
    """What changed from one moment to another (now), incidents in the order of their numbers.

    What came and went in between is left out: nobody believed it at either moment.
    """
    formed: dict[str, list[Belief]] = {}
    for belief in store.beliefs.after(since, until):
        formed.setdefault(belief.id, []).append(belief)
    ids = sorted(formed, key=lambda id: number_of(id) or 0)
    then = {belief.id: belief for belief in store.beliefs.at(since, ids)}
    for id in ids:
        change = _change(then.get(id), formed[id])
        if change is not None:
            yield change


def history(store: Store, id: str) -> list[Change]:
    """Every step of one incident, the oldest first, each against the one before."""
    steps: list[Change] = []
    then: Belief | None = None
    for belief in store.beliefs.history(id):
        if (change := _change(then, [belief])) is not None:
            steps.append(change)
        then = belief
    return steps


def _change(then: Belief | None, formed: list[Belief]) -> Change | None:
    last = formed[-1]
    before, now = then.incident if then else None, last.incident
    forgotten = then is not None and then.state == "believed" and before is None
    if before == now and not forgotten:
        return None
    kind: Kind = "changed" if before else "new"
    if now is None:
        kind = "joined" if last.state == "joined" else "withdrawn"
    assert last.since is not None
    return Change(
        id=last.id,
        kind=kind,
        incident=now,
        before=before,
        home=last.home,
        altered=_altered(before, now) if now else (),
        reasons=tuple(dict.fromkeys(belief.reason for belief in formed)),
        at=last.since,
    )


def _altered(before: Incident | None, after: Incident | None) -> tuple[Altered, ...]:
    old, new = _values(before), _values(after)
    return tuple(
        Altered(field=field, old=old.get(field, ()), new=new.get(field, ()))
        for field in dict.fromkeys((*old, *new))
        if old.get(field) != new.get(field)
    )


def _values(incident: Incident | None) -> Mapping[str, tuple[Value, ...]]:
    found: dict[str, tuple[Value, ...]] = {}
    for finding in incident.findings if incident else ():
        found[finding.field] = (*found.get(finding.field, ()), finding.value)
    return found

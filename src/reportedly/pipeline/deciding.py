"""A person's decision: about what, stored unless somebody came in between, and what it changed."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from reportedly.errors import EvidenceMismatch, UnknownRecord
from reportedly.pipeline.changed import Change, changes
from reportedly.pipeline.released import Release
from reportedly.pipeline.tools import Tools
from reportedly.pipeline.updating import update
from reportedly.records import (
    PERSON,
    Account,
    Anchor,
    Claim,
    Decision,
    Evidence,
    Incident,
    Value,
    cite,
)
from reportedly.records.evidence import Part
from reportedly.review import alone_since, anchor, expecting, selected
from reportedly.store.store import Store


@dataclass(frozen=True, slots=True)
class Matter:
    """What a decision is about, with where that stands in the reports."""

    subject: tuple[str, ...]
    anchors: tuple[Anchor, ...]


def on_incident(release: Release, id: str) -> Matter:
    """An incident as a whole, or one of its fields: rests on all its accounts. UnknownRecord."""
    incident = release.incident(id)
    told = release.accounts(incident.accounts)
    return Matter((incident.id,), tuple(anchor(account, incident.id) for account in told))


def on_account(release: Release, id: str) -> Matter:
    """What one report tells of an incident, as such. UnknownRecord."""
    found = release.accounts([id])
    if not found:
        raise UnknownRecord(f"no account {id!r} is read at present")
    return Matter((id,), (anchor(found[0]),))


def on_claims(
    release: Release, id: str, field: str, report: str | None = None, value: Value | None = None
) -> Matter:
    """What is claimed of a field of an incident: all of it, one report's words, or one value.

    Raises UnknownRecord where nothing of that kind is claimed.
    """
    incident = release.incident(id)
    told = release.accounts(incident.accounts)
    if report is not None:
        told = [account for account in told if _of(release, account, report)]
        if not told:
            raise UnknownRecord(
                f"{incident.id} has no report {report!r}; {_reports(release, incident)}"
            )
    claims = [
        claim
        for account in told
        for claim in account.of(field)
        if value is None or claim.value == value
    ]
    if not claims:
        raise UnknownRecord(f"nothing is claimed about {field} there")
    return _on(claims)


def on_claim(release: Release, id: str) -> tuple[Matter, Claim]:
    """One claim by its id. UnknownRecord."""
    claims = release.claims([id])
    if not claims:
        raise UnknownRecord(f"no claim {id!r} is read at present")
    return _on(claims), claims[0]


def on_words(
    release: Release, id: str, field: str, report: str, part: Part, start: int, end: int
) -> Matter:
    """What words of a report, code points ``start`` to ``end``, say of a field of an incident: the
    claim that is read there, else a new one.

    Raises UnknownRecord where the report tells nothing of it, or has no such words.
    """
    incident = release.incident(id)
    told = [one for one in release.accounts(incident.accounts) if one.report == report]
    if not told:
        raise UnknownRecord(
            f"that report tells nothing of {incident.id}; {_reports(release, incident)}"
        )
    words = cited(release, report, part, start, end)

    def away(account: Account) -> int:
        """Characters from the nearest words that speak of the account."""
        spans = [(m.start, m.end) for m in account.mentions if m.part == part]
        return min((max(s - end, start - e, 0) for s, e in spans), default=sys.maxsize)

    account = min(told, key=away)
    there = [c for c in account.of(field) if any(words.overlaps(one) for one in c.evidence)]
    if there and there[0].by != PERSON:
        return _on(there[:1])
    # What a person made of these words is made anew, so that undoing theirs leaves this.
    anchors = selected(account, field, there[0].evidence[0] if there else words)
    return Matter((anchors[0].id,), anchors)


def cited(release: Release, report: str, part: Part, start: int, end: int) -> Evidence:
    """Words of a report by their place. UnknownRecord where it has no such report or words."""
    try:
        return cite(release.report(report), start, end, part)
    except EvidenceMismatch as error:
        raise UnknownRecord(f"that report has no characters {start} to {end}") from error


def joining(release: Release, one: str, other: str) -> Matter:
    """Two incidents that are one. UnknownRecord; ValueError where they are one already."""
    left, right = on_incident(release, one), on_incident(release, other)
    if left.subject == right.subject:
        raise ValueError(f"{one} and {other} are one incident already: {left.subject[0]}")
    return Matter(left.subject + right.subject, left.anchors + right.anchors)


def splitting(release: Release, id: str, leaving: Sequence[str]) -> Matter:
    """Reports, by name or id, or accounts that do not belong to the others of an incident.

    Raises UnknownRecord, or ValueError where none would stay.
    """
    incident = release.incident(id)
    told = release.accounts(incident.accounts)
    for name in leaving:
        if not any(_of(release, account, name) for account in told):
            raise UnknownRecord(
                f"{incident.id} has no report {name!r}; {_reports(release, incident)}"
            )
    gone = [a for a in told if any(_of(release, a, name) for name in leaving)]
    stay = [a for a in told if a not in gone]
    if not gone or not stay:
        raise ValueError(f"to split takes one part of {incident.id}, and leaves another")
    anchors = [anchor(a, gone[0].id) for a in gone] + [anchor(a, stay[0].id) for a in stay]
    return Matter((gone[0].id, stay[0].id), tuple(anchors))


def put(
    store: Store,
    tools: Tools,
    decision: Decision,
    seen: str | None = None,
    *,
    log: str | None = None,
) -> list[Change]:
    """Store a decision and tell what it changed.

    ``seen``: the last decision about the same matter that its maker saw, or ``none``; raises
    DecisionConflict if it is not the last any more. ``log``: the last decision of the whole log,
    or ``none``, when its maker looked; raises if one about the same matter came since.
    """
    check = expecting(decision, seen) if seen else alone_since(decision, log) if log else None
    update(store, tools)
    before = datetime.now(UTC)
    store.add_decision(decision, check)
    update(store, tools)
    return list(changes(store, before))


def forget(store: Store, tools: Tools, report: str, reviewer: str, reason: str) -> list[Change]:
    """Erase a report, and whatever was derived from it, for good. Tells what it changed.

    Raises UnknownRecord, or StoreError while another program has the store open: repeat it then.
    """
    before = datetime.now(UTC)
    store.forget(report, reviewer, reason)
    update(store, tools)
    store.compact()
    return list(changes(store, before))


def _on(claims: Sequence[Claim]) -> Matter:
    return Matter(tuple(c.id for c in claims), tuple(anchor(c) for c in claims))


def _of(release: Release, account: Account, name: str) -> bool:
    return name in (account.id, account.report, release.report(account.report).name)


def _reports(release: Release, incident: Incident) -> str:
    told = release.accounts(incident.accounts)
    names = dict.fromkeys(release.report(account.report).name for account in told)
    return f"its reports: {', '.join(names)}"

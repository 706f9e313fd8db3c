"""From groups of accounts to incidents."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import NamedTuple

from reportedly.codebook import Codebook
from reportedly.link import wire_copies
from reportedly.pipeline.spread import spread
from reportedly.pipeline.tools import Tools
from reportedly.pipeline.verdicts import Verdicts, name_of
from reportedly.reconcile import reconcile
from reportedly.records import Incident, Reading
from reportedly.store.derived import Head
from reportedly.store.queries import some_of
from reportedly.store.store import Store

_AT_ONCE = 200  # incidents whose reports are in memory together

Group = Sequence[Head]  # by rank: in the order of publication


class AddedUp(NamedTuple):
    incident: Incident
    copies: Mapping[str, str]  # of its reports: copy's id -> id of the report that it copies


def incidents(
    groups: Iterable[Group],
    store: Store,
    tools: Tools,
    verdicts: Verdicts,
    homes: Mapping[int, str],
    rule: str | None = None,
    at: datetime | None = None,
    jobs: int = 1,
) -> Iterator[AddedUp]:
    """The incident of each group, from the readings that were current at a moment (now).

    ``homes``: the incident of every account that hangs together with these, by number.
    """
    work = partial(_added_up, tools.codebook, verdicts, verdicts.among(homes), rule, at)
    for some in spread(work, some_of(groups, _AT_ONCE), store, jobs):
        yield from some


def _added_up(
    codebook: Codebook,
    verdicts: Verdicts,
    homes: Mapping[int, str],
    rule: str | None,
    at: datetime | None,
    store: Store,
    groups: Sequence[Group],
) -> list[AddedUp]:
    reports = dict.fromkeys(head.report for group in groups for head in group)
    readings = {r.report.id: verdicts.amended(r) for r in store.readings(at, reports=reports)}
    return [incident(group, readings, codebook, verdicts, homes, rule) for group in groups]


def incident(
    group: Group,
    readings: Mapping[str, Reading],
    codebook: Codebook,
    verdicts: Verdicts,
    homes: Mapping[int, str],
    rule: str | None = None,
) -> AddedUp:
    """What the accounts of a group add up to. A pure function of what they say and of verdicts.

    ``homes``: the incident of every account that hangs together with these, by number.
    """
    read = [readings[id] for id in dict.fromkeys(head.report for head in group)]
    known = {account.id: account for reading in read for account in reading.accounts}
    accounts = {head.number: known[head.account] for head in group}
    name = name_of(accounts)
    reports = {reading.report.id: reading.report for reading in read}
    copies = wire_copies(reports.values())
    made = reconcile(
        list(accounts.values()),
        (statement for reading in read for statement in reading.statements),
        reports,
        verdicts.about(accounts, homes, name),
        codebook,
        rule,
        id=name,
        copies=copies,
    )
    return AddedUp(made, copies)

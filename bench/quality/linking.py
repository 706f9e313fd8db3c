"""Which documents report the same incident, where each is known to report one."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from bench.quality.reading import read
from reportedly.link import Profile, grouped, link, profiles
from reportedly.pipeline import Tools
from reportedly.records import Account, Report
from reportedly.records.evidence import cite

Row = dict[str, Any]


def linked(rows: Iterable[Row], tools: Tools) -> Iterator[Row]:
    """For each row its cluster. A document whose report tells of several gets the one that most
    reports tell of; one in which none is found is compared by its words alone.
    """
    reports: list[tuple[str, Report]] = []
    accounts: list[Account] = []
    seen: dict[str, Profile] = {}
    for row in rows:
        day = date.fromisoformat(row["date"]) if row.get("date") else None
        found = read(tools, row["id"], row["text"], day, row.get("title"))
        reports.append((row["id"], found.report))
        telling = [a for a in found.accounts if a.role != "aggregate"] or _unread(found.report)
        accounts += telling
        seen.update((p.account, p) for p in profiles(replace(found, accounts=tuple(telling))))
    links = link(list(seen.values()), tools.families())
    groups = grouped(list(seen.values()), links)
    sizes = {id: (len(members), members[0]) for members in groups for id in members}
    told: dict[str, list[tuple[int, str]]] = {}
    for account in accounts:
        told.setdefault(account.report, []).append(sizes[account.id])
    for id, report in reports:
        largest = max(told.get(report.id, [(0, report.id)]), key=lambda group: group[0])
        yield {"id": id, "cluster": largest[1], "incident": largest[1]}  # the gold calls it so


def _unread(report: Report) -> list[Account]:
    """An account without a single fact."""
    if report.text:
        mention = cite(report, 0, len(report.text))
    elif report.title:
        mention = cite(report, 0, len(report.title), "title")
    else:
        return []
    id = f"unread-{report.id}"
    return [Account(id=id, report=report.id, index=0, role="main", mentions=(mention,), claims=())]

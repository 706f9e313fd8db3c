"""Which documents report the same incident, where each is known to report one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bench.quality.reading import read
from reportedly.link import Profile, grouped, link, profiles
from reportedly.pipeline import Tools
from reportedly.records import Account, Link, Reading, Report
from reportedly.records.evidence import cite

Row = dict[str, Any]


def linked(rows: Iterable[Row], tools: Tools) -> Iterator[Row]:
    """For each row its cluster. A document whose report tells of several gets the one that most
    reports tell of; one in which none is found is compared by its words alone.
    """
    told: dict[str, list[Profile]] = {}
    for row in rows:
        day = date.fromisoformat(row["date"]) if row.get("date") else None
        found = read(tools, row["id"], row["text"], day, row.get("title"))
        told[row["id"]] = profiles(with_an_account(found))
    for id, cluster in clusters(told, tools.families()).items():
        yield {"id": id, "cluster": cluster, "incident": cluster}  # the gold calls it incident


def clusters(
    told: Mapping[str, Sequence[Profile]],
    families: Mapping[str, str],
    scored: Iterable[Link] | None = None,
) -> dict[str, str]:
    """Document -> name of its cluster. ``told``: the profiles of each document's accounts."""
    seen = [profile for one in told.values() for profile in one]
    groups = grouped(seen, link(seen, families) if scored is None else scored)
    sizes = {id: (len(members), members[0]) for members in groups for id in members}
    return {
        id: max((sizes[one.account] for one in mine), key=lambda size: size[0], default=(0, id))[1]
        for id, mine in told.items()
    }


def with_an_account(reading: Reading) -> Reading:
    """The reading, with an account without a single fact where none that counts was found."""
    telling = [account for account in reading.accounts if account.role != "aggregate"]
    return replace(reading, accounts=tuple(telling or _unread(reading.report)))


def _unread(report: Report) -> list[Account]:
    if report.text:
        mention = cite(report, 0, len(report.text))
    elif report.title:
        mention = cite(report, 0, len(report.title), "title")
    else:
        return []
    id = f"unread-{report.id}"
    return [Account(id=id, report=report.id, index=0, role="main", mentions=(mention,), claims=())]

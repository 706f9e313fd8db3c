"""Reconciled tolls of news where the gold says which reports tell of one incident.

Reading and reconciling are measured, and not linking: each account that the scorer matches with a
coded incident stands in that incident's group.
"""

import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.quality.judge import news_scorer, rows
from reportedly.codebook import default
from reportedly.export.jsonl import exported
from reportedly.link import wire_copies
from reportedly.pipeline import Release, release
from reportedly.pipeline.tools import Tools
from reportedly.reconcile import reconcile
from reportedly.records import Account
from reportedly.store.store import Store

Json = dict[str, Any]


def grouped(data: Path, folder: Path, read: Path, store: Store, tools: Tools) -> list[Json]:
    """An exported incident for each coded one: ``read`` is what the reports were read as."""
    found = release(store, tools)
    by_place = {
        (found.report(account.report).name, account.index): account
        for reading in found.readings
        for account in reading.accounts
    }
    groups: dict[str, list[Account]] = defaultdict(list)
    for key, place in matched(data, folder, read):
        groups[key].append(by_place[place])
    return [_exported(found, key, accounts) for key, accounts in groups.items()]


def matched(data: Path, folder: Path, read: Path) -> list[tuple[str, tuple[str, int]]]:
    """Keys of coded incidents, each with the report and the number of an account that tells it."""
    judge = news_scorer(data)
    gold = {row["doc"]: row for row in rows(folder / "gold.jsonl")}
    numbers = {row["report"]["name"]: _told(row) for row in rows(read)}
    pairs = []
    for doc in judge.from_read(read)["docs"]:
        coded = gold[doc["doc"]]["incidents"] + gold[doc["doc"]]["background_incidents"]
        told = doc["incidents"]
        worth = [
            [judge.affinity(a, b) if judge.eligible(a, b, False) else None for b in told]
            for a in coded
        ]
        for i, j in judge.assign(worth) if coded and told else ():
            pairs.append((coded[i]["key"], (doc["doc"], numbers[doc["doc"]][j])))
    return pairs


def _told(row: Json) -> Sequence[int]:
    """Places of the accounts that are no sums over several incidents."""
    return [n for n, one in enumerate(row["incidents"]) if one["role"] != "aggregate"]


def _exported(found: Release, key: str, accounts: Sequence[Account]) -> Json:
    reports = {account.report: found.report(account.report) for account in accounts}
    said = [s for id in reports for s in found.readings[id].statements]
    copies = wire_copies(reports.values())
    incident = reconcile(accounts, said, reports, (), default(), id=key, copies=copies)
    return dict(exported(found, incident))


def write(path: Path, incidents: Sequence[Json]) -> None:
    lines = (json.dumps(one, ensure_ascii=False, default=str) + "\n" for one in incidents)
    path.write_text("".join(lines), encoding="utf-8")

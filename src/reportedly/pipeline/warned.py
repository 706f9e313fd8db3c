"""A few warnings with their candidates, out of a store of any size: only what may be listed is
fetched, by the names that a warning has and the days that it speaks of.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from reportedly.pipeline.foreseen import (
    Foreseen,
    Happened,
    Known,
    Reason,
    countries_told,
    days_of,
    said_on,
    spoken_names,
)
from reportedly.records import Reading, Statement, When
from reportedly.store.store import Store

MOST = 600  # incidents looked at for one warning, the earliest of its days


def warned(
    store: Store, readings: Mapping[str, Reading], statements: Sequence[tuple[str, str]]
) -> list[Foreseen]:
    """``statements``: ids of a report and of a warning or forecast in it."""
    told = _told(store, readings.keys())
    found = []
    for report, id in statements:
        reading = readings.get(report)
        said = next((s for s in reading.statements if s.id == id), None) if reading else None
        if reading and said:
            happened = Happened.of_known(_known(store, reading, said, told))
            candidates = happened.candidates(reading, said)
            found.append(Foreseen(reading, said, said_on(reading, said), candidates))
    return found


def _told(store: Store, reports: Collection[str]) -> dict[str, set[str]]:
    """The accounts of these reports by incident."""
    heads = {head.number: head.account for head in store.derived.heads(reports=list(reports))}
    told: dict[str, set[str]] = defaultdict(set)
    for number, incident in store.derived.homes(heads.keys()).items():
        told[incident].add(heads[number])
    return told


def _known(
    store: Store, reading: Reading, said: Statement, told: dict[str, set[str]]
) -> list[Known]:
    days = days_of(reading, said)
    if days is None:
        return []
    finds = store.lists.finds
    names = finds.known_names(set(spoken_names(said))) or countries_told(reading)
    rows: dict[str, Any] = {}
    called: dict[str, dict[str, Reason]] = defaultdict(dict)
    for row in finds.named(names, *days, MOST):
        rows[row.incident] = row
        called[row.incident][row.name] = "actor" if row.kind == "actor" else "place"
    return [
        Known(id, _when(row), called[id], row.type, frozenset(told.get(id, ())))
        for id, row in rows.items()
    ]


def _when(row: Any) -> When:
    day = date.fromisoformat
    return When(day(row.earliest), day(row.latest), row.date_precision)

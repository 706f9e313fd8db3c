"""The newest readings of reports: fetched, or kept since they were fetched lately.

A reading is never changed: another one of the same report is another row, with a number and a time
of its own. So what is kept by its whole row is good for as long as that row is the newest.
"""

from collections.abc import Collection, Hashable
from datetime import datetime

from sqlalchemy import Connection

from reportedly.records import Reading
from reportedly.store import load
from reportedly.store.lately import Lately
from reportedly.store.queries import newest_readings, some_of

Kept = Lately[Hashable, tuple[int, Reading]]  # by its row, with the number of its report
_RECORD = 1_000  # bytes that a claim or a statement takes with its evidence, roughly


def kept(most: int) -> Kept:
    """Room for readings of so many bytes, roughly; 0: for none."""
    return Lately(most, lambda found: _size(found[1]))


def newest(
    connection: Connection,
    as_of: datetime | None,
    reports: Collection[str] | None,
    kept: Kept,
) -> list[Reading]:
    """Of every report, or of each of these, in stored order. Those of all are not kept."""
    asked = [None] if reports is None else some_of(reports)
    heads = {
        tuple(head): head
        for some in asked
        for head in connection.execute(newest_readings(as_of, some))
    }
    known = kept.of(heads)
    missing = {key: head for key, head in heads.items() if key not in known}
    wanted = None if reports is None else [head.report for head in missing.values()]
    of = load.reports(connection, as_of, wanted)
    for key, reading in zip(missing, load.readings(connection, missing.values(), of), strict=True):
        known[key] = of[reading.report.id][0], reading
        if reports is not None:
            kept.keep(key, known[key])
    return [reading for _, reading in sorted(known.values(), key=lambda found: found[0])]


def _size(reading: Reading) -> int:
    records = sum(len(account.claims) for account in reading.accounts) + len(reading.statements)
    return len(reading.report.text) + _RECORD * (1 + records)

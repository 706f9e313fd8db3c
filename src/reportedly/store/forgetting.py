"""Erase what a report said, for good, and leave a tombstone. The one exception to append-only.

Numbers of accounts, ids, checksums and the log of decisions stay, so that nothing else changes its
name; whatever quotes the report goes.
"""

import json
import re
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Row, delete, or_, select, update

from reportedly.errors import ForgottenReport, UnknownRecord
from reportedly.records import Report, Text, Tombstone
from reportedly.records.codec import loads
from reportedly.store import tables
from reportedly.store.dialect import index_all_words
from reportedly.store.queries import add, add_one
from reportedly.store.redacting import WITHHELD, redact

_OF_READINGS = (
    *(tables.claims, tables.statements, tables.actors),
    *(tables.disputes, tables.evidence, tables.failures),
)
_RUN = 4  # words in a row that make a quotation
_WORD = re.compile(r"\w+")


def digest(words: str) -> str:
    """By which the same text is known again."""
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def refuse_forgotten(connection: Connection, report: Report) -> None:
    """Raise ForgottenReport for a report that was forgotten, or one with the same text."""
    graves = tables.tombstones.c
    same = or_(graves.report == report.id, graves.digest == digest(report.text))
    row = connection.execute(select(tables.tombstones).where(same)).first()
    if row is not None:
        raise ForgottenReport(f"this report was {_told(row)}; it is not taken again")


def tombstones(connection: Connection) -> list[Tombstone]:
    """What was forgotten, in that order, with the numbers of the incidents it founded."""
    accounts = tables.accounts.c
    numbers: dict[str, list[int]] = {}
    graves = tables.tombstones
    query = select(accounts.report, accounts.number).join(
        graves, graves.c.report == accounts.report
    )
    for report, number in connection.execute(query.distinct().order_by(accounts.number)):
        numbers.setdefault(report, []).append(number)
    return [
        Tombstone(
            report=row.report,
            digest=row.digest,
            reviewer=row.reviewer,
            reason=row.reason,
            forgotten_at=datetime.fromisoformat(row.recorded_at),
            numbers=tuple(numbers.get(row.report, ())),
        )
        for row in connection.execute(select(graves).order_by(graves.c.n))
    ]


def _told(row: Row[Any]) -> str:
    return f"forgotten on {row.recorded_at[:10]} by {row.reviewer} ({row.reason})"


def erase(connection: Connection, report: str, reviewer: str, reason: str) -> None:
    """Blank the report and its bytes, delete what was read from it, leave a tombstone.

    Raises UnknownRecord. A report that is forgotten already is left as it is.
    """
    graves, reports = tables.tombstones, tables.reports
    row = connection.execute(select(reports).where(reports.c.id == report)).first()
    if row is None:
        raise UnknownRecord(f"no report {report!r} in the store")
    if connection.execute(select(graves.c.n).where(graves.c.report == report)).first():
        return
    grave = {"report": report, "digest": digest(row.text), "reviewer": reviewer, "reason": reason}
    add(connection, graves, [grave])
    _withhold(connection, report, f"{row.title or ''} {row.text}")
    redact(connection, report, row.name)
    readings = select(tables.readings.c.n).where(tables.readings.c.report == report)
    for table in _OF_READINGS:
        connection.execute(delete(table).where(table.c.reading.in_(readings)))
    named = [name for name in (row.name, row.url) if name]
    failures = tables.failures.c
    connection.execute(
        delete(tables.failures).where(failures.reading.is_(None), failures.source.in_(named))
    )
    if row.original:
        blank = update(tables.originals).where(tables.originals.c.sha256 == row.original)
        connection.execute(blank.values(data=b"", media_type=""))
    # Whatever is derived from the report goes with the next update, as if it were read again.
    add_one(connection, tables.readings, {"report": report, "extractor": "", "fingerprint": ""})
    facts = ("title", "publisher", "published", "language", "url", "original")
    empty: dict[str, Any] = {"name": "", "text": "", **dict.fromkeys(facts)}
    connection.execute(update(reports).where(reports.c.id == report).values(**empty))
    index_all_words(connection)


def _withhold(connection: Connection, report: str, words: str) -> None:
    """Take out of the decisions what they quote: values read in the report, words of its text."""
    decisions = tables.decisions
    said = _WORD.findall(words.casefold())
    runs = {tuple(said[n : n + _RUN]) for n in range(len(said) - _RUN + 1)}
    flat = " ".join(said)
    for row in connection.execute(select(decisions)).all():
        anchors = json.loads(row.anchors or "[]")
        mine = [one for one in anchors if one["report"] == report]
        new: dict[str, Any] = {}
        if any(one.pop("value", None) is not None for one in mine):
            new["anchors"] = json.dumps(anchors, ensure_ascii=False)
        if _quotes(row.reason, runs):
            new["reason"] = WITHHELD
        value = loads(row.value) if mine and row.value else None
        if isinstance(value, Text) and " ".join(_WORD.findall(value.text.casefold())) in flat:
            new["value"] = None
        if new:
            connection.execute(update(decisions).where(decisions.c.n == row.n).values(**new))


def _quotes(reason: str, runs: set[tuple[str, ...]]) -> bool:
    words = _WORD.findall(reason.casefold())
    return any(tuple(words[n : n + _RUN]) in runs for n in range(len(words) - _RUN + 1))

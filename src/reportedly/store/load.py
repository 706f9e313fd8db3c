"""Rows to records. Every quote is checked against the stored text before it is handed out."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from reportedly.errors import StoreError
from reportedly.records import (
    Account,
    Actor,
    ActorInText,
    Anchor,
    Claim,
    Decision,
    Dispute,
    Evidence,
    Failure,
    Horizon,
    Reading,
    Report,
    Speaker,
    Statement,
    When,
)
from reportedly.records.codec import build, loads
from reportedly.store import tables

_AT_ONCE = 500  # readings a query, below every database's limit on parameters

Rows = dict[int, list[Row[Any]]]
Cited = dict[tuple[str, str], list[Evidence]]


def report(row: Row[Any]) -> Report:
    return Report(
        id=row.id,
        name=row.name,
        text=row.text,
        title=row.title,
        publisher=row.publisher,
        published=_day(row.published),
        language=row.language,
        url=row.url,
        original=row.original,
    )


def decision(row: Row[Any]) -> Decision:
    return Decision(
        id=row.id,
        action=row.action,
        subject=tuple(json.loads(row.subject)),
        field=row.field,
        value=loads(row.value) if row.value else None,
        reviewer=row.reviewer,
        made_at=datetime.fromisoformat(row.made_at),
        reason=row.reason,
        replaces=row.replaces,
        anchors=tuple(build(Anchor, one) for one in json.loads(row.anchors or "[]")),
    )


def failure(row: Row[Any]) -> Failure:
    return Failure(row.source, row.stage, row.reason)


def readings(
    connection: Connection, heads: Sequence[Row[Any]], reports: Mapping[str, Report]
) -> list[Reading]:
    """The readings of these rows. Raises EvidenceMismatch if a quote is not in its report."""
    found: list[Reading] = []
    for start in range(0, len(heads), _AT_ONCE):
        some = heads[start : start + _AT_ONCE]
        ids = [head.n for head in some]
        parts = {
            table.name: _rows(connection, table, ids)
            for table in (
                tables.accounts,
                tables.claims,
                tables.statements,
                tables.actors,
                tables.disputes,
                tables.failures,
                tables.evidence,
            )
        }
        found += [_reading(head, reports[head.report], parts) for head in some]
    return found


def _rows(connection: Connection, table: Table, readings: Sequence[int]) -> Rows:
    found: Rows = defaultdict(list)
    query = select(table).where(table.c.reading.in_(readings)).order_by(table.c.n)
    for row in connection.execute(query).all():
        found[row.reading].append(row)
    return found


def _reading(head: Row[Any], source: Report, parts: Mapping[str, Rows]) -> Reading:
    cited: Cited = defaultdict(list)
    for row in parts["evidence"][head.n]:
        one = Evidence(row.report, row.first, row.last, row.quote, row.part)
        one.check(source)
        cited[row.owner, row.use].append(one)
    claims: dict[str, list[Claim]] = defaultdict(list)
    for row in parts["claims"][head.n]:
        claims[row.account].append(_claim(row, cited))
    return Reading(
        report=source,
        extractor=head.extractor,
        accounts=tuple(_account(row, claims[row.id], cited) for row in parts["accounts"][head.n]),
        statements=tuple(_statement(row, cited) for row in parts["statements"][head.n]),
        actors=tuple(_actor(row, cited) for row in parts["actors"][head.n]),
        disputes=tuple(_dispute(row) for row in parts["disputes"][head.n]),
        failures=tuple(failure(row) for row in parts["failures"][head.n]),
    )


def _account(row: Row[Any], claims: Iterable[Claim], cited: Cited) -> Account:
    return Account(
        id=row.id,
        report=row.report,
        index=row.place,
        role=row.role,
        mentions=tuple(cited[row.id, "mention"]),
        claims=tuple(claims),
        score=row.score,
        by=row.by,
    )


def _claim(row: Row[Any], cited: Cited) -> Claim:
    return Claim(
        id=row.id,
        field=row.field,
        value=loads(row.value),
        evidence=tuple(cited[row.id, "claim"]),
        statement=row.statement,
        voice=row.voice,
        group=row.whom,
        part_of=row.part_of,
        superseded_by=row.superseded_by,
        said_on=_day(row.said_on),
        score=row.score,
        by=row.by,
    )


def _statement(row: Row[Any], cited: Cited) -> Statement:
    said = loads(row.said) if row.said else None
    if said is not None and not isinstance(said, When):
        raise StoreError(f"{row.id} holds no date where its date should be")
    cue = cited[row.id, "cue"]
    return Statement(
        id=row.id,
        report=row.report,
        speaker=Speaker(
            name=row.speaker,
            ref=row.speaker_ref,
            role=row.speaker_role,
            affiliation=row.affiliation,
            evidence=tuple(cited[row.id, "speaker"]),
        ),
        act=row.act,
        mode=row.mode,
        content=cited[row.id, "content"][0],
        cue=cue[0] if cue else None,
        date=said,
        forum=row.forum,
        addressee=row.addressee,
        rebuts=tuple(json.loads(row.rebuts)),
        nested_in=row.nested_in,
        horizon=build(Horizon, json.loads(row.horizon)) if row.horizon else None,
        by=row.by,
    )


def _actor(row: Row[Any], cited: Cited) -> ActorInText:
    actor = loads(row.value)
    if not isinstance(actor, Actor):
        raise StoreError(f"{row.id} holds no actor")
    return ActorInText(
        actor=actor,
        mentions=tuple(cited[row.id, "mention"]),
        aliases=tuple(cited[row.id, "alias"]),
    )


def _dispute(row: Row[Any]) -> Dispute:
    return Dispute(
        id=row.id,
        left=row.one,
        right=row.other,
        kind=row.kind,
        field=row.field,
        issue=row.issue,
        incident=row.incident,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

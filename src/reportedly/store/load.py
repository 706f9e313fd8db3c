"""Rows to records. Every quote is checked against the stored text before it is handed out."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any, TypeVar

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
from reportedly.store.queries import among, dated, parts, plain, some_of

_REPORT = (
    *("n", "id", "name", "text", "title", "publisher", "published", "language", "url", "original"),
)
_EVIDENCE = ("owner", "use", "report", "first", "last", "quote", "part")
_ACCOUNT = ("id", "report", "place", "role", "score", "by")
_CLAIM = (
    *("account", "id", "value", "said_on", "field", "statement", "voice", "whom"),
    *("part_of", "superseded_by", "score", "by"),
)
_STATEMENT = (
    *("id", "report", "speaker", "speaker_ref", "speaker_role", "affiliation", "act", "mode"),
    *("said", "forum", "addressee", "rebuts", "nested_in", "horizon", "by"),
)
_ACTOR = ("id", "value")
_DISPUTE = ("id", "one", "other", "kind", "field", "issue", "incident")
_FAILURE = ("source", "stage", "reason")

Cited = dict[tuple[int, str, str], tuple[Evidence, ...]]  # by reading, owner and use
Claims = dict[tuple[int, str], list[Claim]]
T = TypeVar("T")


def reports(
    connection: Connection, as_of: datetime | None, ids: Collection[str] | None
) -> dict[str, tuple[int, Report]]:
    """Every report, or each of these that is there, with its number, by id."""
    table = tables.reports
    columns = dated(table, as_of).with_only_columns(*(table.c[name] for name in _REPORT))
    asked = parts(columns, table.c.id, ids)
    return {row[1]: (row[0], _report(row)) for query in asked for row in plain(connection, query)}


def _report(row: tuple[Any, ...]) -> Report:
    _, id, name, text, title, publisher, published, language, url, original = row
    return Report(
        id=id,
        name=name,
        text=text,
        title=title,
        publisher=publisher,
        published=_day(published),
        language=language,
        url=url,
        original=original,
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


def held(kind: type[T], text: str, id: str) -> T:
    """The value of that kind which a row holds as text. Raises StoreError for another kind."""
    value = loads(text)
    if not isinstance(value, kind):
        raise StoreError(f"{id} holds no {kind.__name__.lower()}")
    return value


def readings(
    connection: Connection,
    heads: Iterable[Row[Any]],
    reports: Mapping[str, tuple[int, Report]],
) -> list[Reading]:
    """The readings of these rows. Raises EvidenceMismatch if a quote is not in its report."""
    found: list[Reading] = []
    for some in some_of(heads):
        rows = partial(_rows, connection, [head.n for head in some])
        cited = _cited(rows(tables.evidence, _EVIDENCE), {h.n: reports[h.report][1] for h in some})
        claims = _claims(rows(tables.claims, _CLAIM), cited)
        accounts = _each(_account(row, claims, cited) for row in rows(tables.accounts, _ACCOUNT))
        said = _each(_statement(row, cited) for row in rows(tables.statements, _STATEMENT))
        actors = _each(_actor(row, cited) for row in rows(tables.actors, _ACTOR))
        disputes = _each(_dispute(row) for row in rows(tables.disputes, _DISPUTE))
        failures = _each(_failure(row) for row in rows(tables.failures, _FAILURE))
        found += [
            Reading(
                report=reports[head.report][1],
                extractor=head.extractor,
                accounts=tuple(accounts[head.n]),
                statements=tuple(said[head.n]),
                actors=tuple(actors[head.n]),
                disputes=tuple(disputes[head.n]),
                failures=tuple(failures[head.n]),
            )
            for head in some
        ]
    return found


def _rows(
    connection: Connection, readings: Sequence[int], table: Table, columns: Sequence[str]
) -> Iterator[tuple[Any, ...]]:
    """Plain rows, each with its reading first, in the order in which they were stored."""
    wanted = select(table.c.reading, *(table.c[name] for name in columns))
    mine = wanted.where(among(table.c.reading, readings))
    return plain(connection, mine.order_by(table.c.reading, table.c.n))


def _each(made: Iterable[tuple[int, T]]) -> dict[int, list[T]]:
    """By reading."""
    found: dict[int, list[T]] = defaultdict(list)
    for reading, one in made:
        found[reading].append(one)
    return found


def _cited(rows: Iterable[tuple[Any, ...]], sources: Mapping[int, Report]) -> Cited:
    cited: Cited = defaultdict(tuple)
    for reading, owner, use, report, first, last, quote, part in rows:
        one = Evidence(report, first, last, quote, part)
        one.check(sources[reading])
        cited[reading, owner, use] += (one,)
    return cited


def _claims(rows: Iterable[tuple[Any, ...]], cited: Cited) -> Claims:
    """By reading and account."""
    claims: Claims = defaultdict(list)
    for reading, account, id, value, said_on, *others in rows:
        field, statement, voice, group, part_of, superseded_by, score, by = others
        claims[reading, account].append(
            Claim(
                id=id,
                field=field,
                value=loads(value),
                evidence=cited[reading, id, "claim"],
                statement=statement,
                voice=voice,
                group=group,
                part_of=part_of,
                superseded_by=superseded_by,
                said_on=_day(said_on),
                score=score,
                by=by,
            )
        )
    return claims


def _account(row: tuple[Any, ...], claims: Claims, cited: Cited) -> tuple[int, Account]:
    reading, id, report, place, role, score, by = row
    return reading, Account(
        id=id,
        report=report,
        index=place,
        role=role,
        mentions=cited[reading, id, "mention"],
        claims=tuple(claims[reading, id]),
        score=score,
        by=by,
    )


def _statement(row: tuple[Any, ...], cited: Cited) -> tuple[int, Statement]:
    reading, id, report, name, ref, role, body, act, mode, on, *others = row
    forum, addressee, rebuts, nested_in, horizon, by = others
    return reading, Statement(
        id=id,
        report=report,
        speaker=Speaker(
            name=name,
            ref=ref,
            role=role,
            affiliation=body,
            evidence=cited[reading, id, "speaker"],
        ),
        act=act,
        mode=mode,
        content=cited[reading, id, "content"][0],
        cue=next(iter(cited[reading, id, "cue"]), None),
        date=held(When, on, id) if on else None,
        forum=forum,
        addressee=addressee,
        rebuts=() if rebuts == "[]" else tuple(json.loads(rebuts)),
        nested_in=nested_in,
        horizon=build(Horizon, json.loads(horizon)) if horizon else None,
        by=by,
    )


def _actor(row: tuple[Any, ...], cited: Cited) -> tuple[int, ActorInText]:
    reading, id, value = row
    return reading, ActorInText(
        actor=held(Actor, value, id),
        mentions=cited[reading, id, "mention"],
        aliases=cited[reading, id, "alias"],
    )


def _dispute(row: tuple[Any, ...]) -> tuple[int, Dispute]:
    reading, id, left, right, kind, field, issue, incident = row
    return reading, Dispute(
        id=id, left=left, right=right, kind=kind, field=field, issue=issue, incident=incident
    )


def _failure(row: tuple[Any, ...]) -> tuple[int, Failure]:
    reading, *told = row
    return reading, Failure(*told)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

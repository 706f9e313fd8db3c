"""Records to rows. Which column holds what stands here and in ``load``, nowhere else."""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from sqlalchemy import Table

from reportedly.records import (
    Account,
    ActorInText,
    Claim,
    Decision,
    Dispute,
    Evidence,
    Reading,
    Report,
    Statement,
)
from reportedly.records.codec import dumps, plain
from reportedly.store import tables

Row = dict[str, Any]


def fingerprint(reading: Reading) -> str:
    """What was read, as one checksum: a second reading that found the same adds nothing."""
    found = (
        reading.accounts,
        reading.statements,
        reading.actors,
        reading.disputes,
        reading.failures,
    )
    text = json.dumps([plain(part) for part in found], ensure_ascii=True, sort_keys=True)
    return sha256(text.encode()).hexdigest()


def report_row(report: Report) -> Row:
    return {
        "id": report.id,
        "name": report.name,
        "title": report.title,
        "publisher": report.publisher,
        "published": plain(report.published),
        "language": report.language,
        "url": report.url,
        "original": report.original,
        "text": report.text,
    }


def reading_rows(reading: Reading, numbers: dict[str, int]) -> Iterator[tuple[Table, Row]]:
    """Every row of a reading but that of the reading itself. ``numbers`` is by account id."""
    for account in reading.accounts:
        yield tables.accounts, _account(account, numbers[account.id])
        yield from _evidence(account.id, "mention", account.mentions)
        for claim in account.claims:
            yield tables.claims, _claim(claim, account.id)
            yield from _evidence(claim.id, "claim", claim.evidence)
    for statement in reading.statements:
        yield tables.statements, _statement(statement)
        yield from _evidence(statement.id, "speaker", statement.speaker.evidence)
        yield from _evidence(statement.id, "content", [statement.content])
        yield from _evidence(statement.id, "cue", [statement.cue] if statement.cue else [])
    for n, actor in enumerate(reading.actors):
        yield tables.actors, _actor(actor, f"actor {n}")
        yield from _evidence(f"actor {n}", "mention", actor.mentions)
        yield from _evidence(f"actor {n}", "alias", actor.aliases)
    for dispute in reading.disputes:
        yield tables.disputes, _dispute(dispute)
    for failure in reading.failures:
        yield (
            tables.failures,
            {
                "source": failure.source,
                "stage": failure.stage,
                "reason": failure.reason,
            },
        )


def decision_row(decision: Decision) -> Row:
    return {
        "id": decision.id,
        "action": decision.action,
        "subject": json.dumps(decision.subject),
        "field": decision.field,
        "value": dumps(decision.value) if decision.value is not None else None,
        "reviewer": decision.reviewer,
        "made_at": decision.made_at.isoformat(),
        "reason": decision.reason,
        "replaces": decision.replaces,
        "anchors": json.dumps(plain(decision.anchors), ensure_ascii=False),
    }


def _account(account: Account, number: int) -> Row:
    return {
        "number": number,
        "id": account.id,
        "report": account.report,
        "place": account.index,
        "role": account.role,
        "score": account.score,
        "by": account.by,
    }


def _claim(claim: Claim, account: str) -> Row:
    return {
        "id": claim.id,
        "account": account,
        "field": claim.field,
        "value": dumps(claim.value),
        "statement": claim.statement,
        "voice": claim.voice,
        "whom": claim.group,
        "part_of": claim.part_of,
        "superseded_by": claim.superseded_by,
        "said_on": plain(claim.said_on),
        "score": claim.score,
        "by": claim.by,
    }


def _statement(statement: Statement) -> Row:
    return {
        "id": statement.id,
        "report": statement.report,
        "speaker": statement.speaker.name,
        "speaker_ref": statement.speaker.ref,
        "speaker_role": statement.speaker.role,
        "affiliation": statement.speaker.affiliation,
        "act": statement.act,
        "mode": statement.mode,
        "said": dumps(statement.date) if statement.date else None,
        "forum": statement.forum,
        "addressee": statement.addressee,
        "rebuts": json.dumps(statement.rebuts),
        "nested_in": statement.nested_in,
        "horizon": json.dumps(plain(statement.horizon)) if statement.horizon else None,
        "by": statement.by,
    }


def _actor(actor: ActorInText, id: str) -> Row:
    return {"id": id, "value": dumps(actor.actor)}


def _dispute(dispute: Dispute) -> Row:
    return {
        "id": dispute.id,
        "one": dispute.left,
        "other": dispute.right,
        "kind": dispute.kind,
        "field": dispute.field,
        "issue": dispute.issue,
        "incident": dispute.incident,
    }


def _evidence(owner: str, use: str, cited: Iterable[Evidence]) -> Iterator[tuple[Table, Row]]:
    for one in cited:
        yield (
            tables.evidence,
            {
                "owner": owner,
                "use": use,
                "report": one.report,
                "first": one.start,
                "last": one.end,
                "quote": one.quote,
                "part": one.part,
            },
        )

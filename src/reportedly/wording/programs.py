"""Explanations and changes as objects for JSON: for commands with --json and for the API."""

from collections.abc import Mapping, Sequence
from typing import Any

from reportedly import contract
from reportedly.pipeline import Change, Explanation, Told
from reportedly.records import CodedRow, Side, Toll


def change(altered: Change) -> Mapping[str, Any]:
    """What became of one incident."""
    return {
        "id": altered.id,
        "change": altered.kind,
        "joined": altered.home,
        "fields": [
            {
                "field": one.field,
                "old": [contract.value(value) for value in one.old],
                "new": [contract.value(value) for value in one.new],
            }
            for one in altered.altered
        ],
        "accounts": {
            "old": list(altered.before.accounts) if altered.before else [],
            "new": list(altered.incident.accounts) if altered.incident else [],
        },
        "reasons": list(altered.reasons),
        "at": altered.at,
    }


def explanation(explained: Explanation) -> Mapping[str, Any]:
    """One value with every sentence, source and the rule."""

    def told(ones: Sequence[Told]) -> list[Mapping[str, Any]]:
        return [
            {
                **contract.claim(one.claim, one.report.name),
                "heard_from": one.voice,
                "outlet_itself": one.own,
                "publisher": one.report.publisher,
                "on": one.on,
            }
            for one in ones
        ]

    return {
        "incident": explained.incident.id,
        "field": explained.field,
        "findings": [contract.finding(one) for one in explained.findings],
        "groups": [contract.finding(one) for one in explained.groups],
        "basis": told(explained.basis),
        "against": told(explained.against),
        "rest": told(explained.rest),
        "differing": [
            contract.decision(one.decision, machine=one.machine) for one in explained.differing
        ],
        "disputes": [
            contract.dispute(one)
            for one in explained.incident.disputes
            if one.field == explained.field
        ],
    }


def coded(row: CodedRow, incident: str | None, score: float | None) -> Mapping[str, Any]:
    """A row of another coder, and the incident it most likely speaks of. No cell that was not
    read: these are for a copy alone.
    """
    event = row.event
    return {
        "coder": row.coder,
        "id": event.key,
        "file": row.file,
        "row": row.number,
        "terms": list(event.words),
        "type": event.type,
        "date": contract.value(event.when) if event.when else None,
        "place": contract.value(event.place) if event.place else None,
        "sides": [_side(event.one), _side(event.other)],
        "killed": _toll(event.killed),
        "civilians_killed": event.civilians,
        "attackers_killed": event.attackers,
        "injured": event.injured,
        "incident": incident,
        "score": round(score, 4) if score is not None else None,
    }


def _side(side: Side) -> Mapping[str, Any]:
    return {"actors": [contract.value(one) for one in side.actors], "killed": side.killed}


def _toll(toll: Toll | None) -> Mapping[str, Any] | None:
    return {"low": toll.low, "best": toll.best, "high": toll.high} if toll else None

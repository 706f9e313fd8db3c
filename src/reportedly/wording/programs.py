"""Explanations and changes as objects for JSON: for commands with --json and for the API."""

from collections.abc import Mapping, Sequence
from typing import Any

from reportedly import contract
from reportedly.pipeline import Change, Explanation, Told


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

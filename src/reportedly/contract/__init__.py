"""The outside contract: the JSON that other programs rely on, and how records become it.

Extend freely, rename or drop nothing without a major version. Everything here is pure: records
in, dictionaries out, offsets and quotes untouched. Absent knowledge is ``None`` or an empty list.
"""

from typing import Any

from reportedly.contract.read import account, dispute, failure, reading, report, stated, statement
from reportedly.contract.released import claim, decision, finding, incident
from reportedly.contract.shapes import SCHEMA, IncidentJson, ReadingJson
from reportedly.contract.values import evidence, quoted, value

__all__ = [
    "SCHEMA",
    "IncidentJson",
    "ReadingJson",
    "account",
    "claim",
    "decision",
    "dispute",
    "evidence",
    "failure",
    "finding",
    "incident",
    "quoted",
    "reading",
    "report",
    "schema",
    "stated",
    "statement",
    "value",
]


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of a line of ``read --json`` and of ``export --as jsonl``."""
    from pydantic import TypeAdapter

    shape: TypeAdapter[Any] = TypeAdapter(ReadingJson | IncidentJson)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": SCHEMA,
        **shape.json_schema(),
    }

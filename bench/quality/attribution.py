"""Statements as PolNeAR's attributions: spans of source, cue and content."""

from typing import Any

from reportedly.records import Evidence, Reading, Statement

Span = list[int]


def attributions(reading: Reading) -> list[dict[str, list[Span]]]:
    """Every statement found in the text (not in a title), in the order of reading."""
    return [attribution(said) for said in reading.statements if said.content.part == "text"]


def attribution(said: Statement) -> dict[str, list[Span]]:
    return {
        "source": _spans(*said.speaker.evidence[:1]),
        "cue": _spans(said.cue),
        "content": _spans(said.content),
    }


def predicted(reading: Reading, row: dict[str, Any]) -> dict[str, Any]:
    return {"id": row["id"], "attributions": attributions(reading)}


def _spans(*evidence: Evidence | None) -> list[Span]:
    return [[e.start, e.end] for e in evidence if e is not None and e.part == "text"]

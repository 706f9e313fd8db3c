"""Statements as PolNeAR's attributions: spans of source, cue and content.

Two of its conventions differ from ours. What one person says on both sides of "he said" is one
attribution with two spans of content; for us these are two statements. And the "that" that opens
reported speech belongs to its content.
"""

import re
from collections.abc import Iterator
from typing import Any

from reportedly.records import Evidence, Reading, Statement

Span = list[int]
Attribution = dict[str, list[Span]]
_THAT = re.compile(r"\bthat\s+[\"'“‘]*\Z", re.IGNORECASE)
_BEFORE = 12  # characters in which "that" is looked for
_BETWEEN = 200  # characters from one half of somebody's words to the other
_PARAGRAPH = re.compile(r"\n")


def predicted(reading: Reading, row: dict[str, Any]) -> dict[str, Any]:
    """The row's prediction."""
    return {"id": row["id"], "attributions": attributions(reading)}


def attributions(reading: Reading) -> list[Attribution]:
    """Every statement found in the text (not in a title), halves of one joined, in text order."""
    found: list[Attribution] = []
    last: Statement | None = None
    said = (s for s in reading.statements if s.content.part == "text")
    for statement in sorted(said, key=lambda s: s.content.start):
        made = _attribution(statement, reading.report.text)
        if last is not None and _goes_on(last, statement, reading.report.text):
            found[-1]["content"] += made["content"]
        else:
            found.append(made)
        last = statement
    return found


def _goes_on(last: Statement, statement: Statement, text: str) -> bool:
    """True where the statement has no cue of its own and follows words of the same speaker."""
    between = text[last.content.end : statement.content.start]
    return (
        statement.cue is None
        and statement.speaker.name == last.speaker.name
        and 0 <= statement.content.start - last.content.end <= _BETWEEN
        and _PARAGRAPH.search(between) is None
    )


def _attribution(said: Statement, text: str) -> Attribution:
    content = said.content
    opened = _THAT.search(text, max(0, content.start - _BEFORE), content.start)
    start = opened.start() if opened else content.start
    return {
        "source": list(_spans(*said.speaker.evidence[:1])),
        "cue": list(_spans(said.cue)),
        "content": [[start, content.end]],
    }


def _spans(*evidence: Evidence | None) -> Iterator[Span]:
    return ([e.start, e.end] for e in evidence if e is not None and e.part == "text")

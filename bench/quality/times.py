"""Time expressions in the form of TimeML: a mark for each expression, its type and value.

The package joins "from May to July" into one range, as its readers need one interval; TimeML marks
two dates.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from reportedly.pipeline import times
from reportedly.records import TimeMark

_YEAR = re.compile(r"(?:BC)?\d{4}")
_JOINT = re.compile(r"\s*[-–—‐‑]\s*|\s+(?:and|to|until|through|till)\s+")


def timexes(text: str, dct: str) -> list[dict[str, Any]]:
    """The expressions of a text of the day ``dct`` (ISO 8601; a time of day is dropped)."""
    marks = times(text, date.fromisoformat(dct[:10]))
    return [row for mark in marks for row in _rows(mark, text)]


def _rows(mark: TimeMark, text: str) -> Iterator[dict[str, Any]]:
    first, _, last = (mark.value or "").partition("/")
    joint = _JOINT.search(text, mark.start, mark.end) if last else None
    if joint is None:
        if first:
            yield _row(mark, mark.start, mark.end, first)
        return
    yield _row(mark, mark.start, joint.start(), first)
    whole = last if _YEAR.match(last) else first[: max(0, len(first) - len(last))] + last
    yield _row(mark, joint.end(), mark.end, whole)


def _row(mark: TimeMark, start: int, end: int, value: str) -> dict[str, Any]:
    return {"start": start, "end": end, "type": mark.type.upper(), "value": value}

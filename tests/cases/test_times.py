"""times.yml: what the times of a text mean."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from reportedly.pipeline import times
from reportedly.records import TimeMark

CASES = yaml.safe_load(Path(__file__).with_name("times.yml").read_text(encoding="utf-8"))
PUBLISHED = date(2031, 3, 5)


def shown(text: str, mark: TimeMark, expected: str) -> str:
    """A mark as a case writes it, with its days where the case has some."""
    parts = [text[mark.start : mark.end], mark.value or ""]
    if expected.count(" = ") > 1:
        when = mark.when
        parts.append(f"{when.earliest} {when.latest}" if when else "unknown")
    return " = ".join(parts)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_times(case: dict[str, Any]) -> None:
    text, published = case["text"], case.get("published", PUBLISHED)
    marks = times(text, None if published == "none" else published)
    expected = case["times"]
    padded = [*expected, *[""] * (len(marks) - len(expected))]
    found = [shown(text, mark, row) for mark, row in zip(marks, padded, strict=False)]
    assert found == expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_every_resolution_says_what_it_rests_on(case: dict[str, Any]) -> None:
    published = case.get("published", PUBLISHED)
    marks = times(case["text"], None if published == "none" else published)
    assert all(mark.reason for mark in marks)

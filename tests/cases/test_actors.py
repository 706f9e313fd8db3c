"""Whom mentions mean: the tables in ``actors/``, which anybody can extend."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from reportedly.annotate import annotate
from reportedly.gazetteer import open_names
from reportedly.records import ActorMark, Report
from reportedly.resolve import resolve

NAMES = open_names()
TABLES = sorted(Path(__file__).with_name("actors").glob("*.yml"))
CASES = [case for table in TABLES for case in yaml.safe_load(table.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_the_words_mean(case: dict[str, Any]) -> None:
    marks = [mark for mark, words in _read(case) if words == case["words"]]
    if case.get("actor"):
        assert marks
    for mark in marks:
        assert mark.actor.ref == case.get("actor")
        if "open" in case:
            assert sorted(c.ref or "" for c in mark.candidates) == case["open"]


def _read(case: dict[str, Any]) -> list[tuple[ActorMark, str]]:
    text, day = case["text"], case.get("date")
    assert day is None or isinstance(day, date)
    report = Report(id="case", name="case", text=text, published=day)
    home = NAMES.country(case["country"]) if "country" in case else None
    found = resolve(annotate(report, NAMES), NAMES, home).actors
    return [(mark, text[mark.start : mark.end]) for mark in found]

"""voices.yml: who speaks in several reports of one incident, and what the rules make of it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from reportedly import codebook
from reportedly.extract import extractor
from reportedly.gazetteer import open_names
from reportedly.pipeline import Tools, read_report
from reportedly.reconcile import Case, reconcile, voices
from reportedly.reconcile.words import figures
from reportedly.records import Count, Incident, Reading, receive

CASES = yaml.safe_load(Path(__file__).with_name("voices.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def tools() -> Tools:
    return Tools(open_names(), extractor("rules"), codebook.default())


def readings(told: dict[str, Any], tools: Tools) -> list[Reading]:
    """Each report as read; all that they tell is one incident."""
    return [
        read_report(
            receive(
                b"", "text/plain", name=f"r{n}", text=one["text"], publisher=one["by"],
                published=date(2031, 3, one["day"]), language="en", row=str(n),
            ),
            tools,
        )
        for n, one in enumerate(told["reports"])
    ]  # fmt: skip


def found(told: dict[str, Any], tools: Tools) -> tuple[Case, Incident]:
    read = readings(told, tools)
    accounts = [a for one in read for a in one.accounts if a.role == "main"]
    statements = {s.id: s for one in read for s in one.statements}
    reports = {one.report.id: one.report for one in read}
    rule = told.get("rule", "ucdp")
    case = Case(accounts=tuple(accounts), reports=reports, statements=statements)
    return case, reconcile(accounts, statements.values(), reports, (), tools.codebook, rule)


@pytest.mark.parametrize("told", CASES, ids=lambda told: told["name"])
def test_voices(told: dict[str, Any], tools: Tools) -> None:
    case, incident = found(told, tools)
    field = told.get("field", "killed")
    keys = [word.voice.key for word in figures(case, voices(case), field)]
    names = [f"{key} {word.voice.name.casefold()}" for key, word in zip(
        keys, figures(case, voices(case), field), strict=True)]  # fmt: skip
    assert len(names) == len(told["voices"]), names
    for wanted in told["voices"]:
        assert any(wanted in name for name in names), names
    if "value" in told:
        value = incident.get(field)
        shown = [value.low, value.best, value.high] if isinstance(value, Count) else None
        assert shown == told["value"]
    if "disputed" in told:
        assert (
            sorted({d.field or "" for d in incident.disputes if d.kind == "count"})
            == told["disputed"]
        )
    if "groups" in told:
        groups = {f.group: f.value.figure for f in incident.groups if isinstance(f.value, Count)}
        assert {name: groups.get(name) for name in told["groups"]} == told["groups"], groups

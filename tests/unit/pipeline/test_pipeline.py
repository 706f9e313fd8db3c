"""From reports to incidents, and back to the sentences."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from tests.invented import decision, exactly, received

from reportedly import pipeline
from reportedly.errors import CodebookError, UnknownRecord
from reportedly.pipeline import (
    Added,
    Readers,
    Tools,
    explain,
    read_report,
    release,
)
from reportedly.records import Count, Failure, Incident, Received, naming
from reportedly.store.store import Store

MakeTools = Callable[..., Tools]


def add(found: Sequence[Received | Failure], store: Store, tools: Tools, *progress: Any) -> Added:
    return pipeline.add(found, store, Readers(tools), *progress)


def told(name: str, day: int, *lines: str) -> Received:
    text = f"INCIDENT 2031-03-18 Dulmeck\n{chr(10).join(lines)}\nThe Saltgate handcart went up.\n"
    return received(name, text, publisher=f"Paper of {name}", published=date(2031, 3, day))


def incidents(store: Store, tools: Tools, rule: str | None = None) -> list[Incident]:
    return list(release(store, tools, rule).incidents())


MINISTRY = told("ministry", 18, "killed 7 the interior ministry")
HOSPITAL = told("hospital", 19, "killed 12 the hospital", "killed 7 the interior ministry")
ELSEWHERE = received(
    "elsewhere",
    "INCIDENT 2031-05-02 Zanterro-upon-the-sea\nkilled 3\nA lorry.",
    published=date(2031, 5, 2),
)


def test_add_counts_what_it_did_and_is_safe_to_repeat(store: Store, tools: MakeTools) -> None:
    seen: list[str] = []
    failure = Failure("a.pdf", "read", "damaged")
    first = add([MINISTRY, failure, HOSPITAL, ELSEWHERE], store, tools(), seen.append)
    assert seen == ["ministry", "a.pdf", "hospital", "elsewhere"]
    assert (first.reports, first.known, first.read, first.accounts) == (3, 0, 3, 3)
    assert first.failures == [failure]
    second = add([MINISTRY, failure, HOSPITAL, ELSEWHERE], store, tools())
    assert (second.reports, second.known, second.read) == (0, 3, 0)
    assert store.failures() == [failure]
    assert first.changed == 2
    assert second.changed == 0


def test_reports_of_one_incident_are_one_incident(store: Store, tools: MakeTools) -> None:
    add([MINISTRY, ELSEWHERE, HOSPITAL], store, tools())
    one, two = incidents(store, tools())
    assert (one.id, two.id) == ("INC-1", "INC-2")
    assert len(one.accounts) == 2
    assert one.get("killed") == Count(7, 7, 12, "range")  # both said on the 19th: the lower
    assert incidents(store, tools(), "acled")[0].get("killed") == exactly(7)
    with pytest.raises(CodebookError):
        incidents(store, tools(), "guess")


def test_a_broken_stage_is_a_failure_of_that_report_only(store: Store, tools: MakeTools) -> None:
    done = add([received("bad", "BREAK"), MINISTRY], store, tools())
    (failure,) = done.failures
    assert (failure.source, failure.stage) == ("bad", "extract")
    assert "the extractor broke" in failure.reason
    assert len(incidents(store, tools())) == 1
    assert add([received("bad", "BREAK")], store, tools()).read == 1  # tried again


def test_a_language_that_is_not_read_is_a_failure(tools: MakeTools) -> None:
    text = (
        "Les autorités ont annoncé que la bombe a fait sept morts dans le marché de la ville. " * 3
    )
    read = read_report(received("fr", text), tools())
    assert [f.stage for f in read.failures] == ["language"]
    assert "'fr'" in read.failures[0].reason
    assert read.accounts == ()


def test_text_that_no_database_holds_is_a_failure(store: Store, tools: MakeTools) -> None:
    source = MINISTRY.report
    item = replace(MINISTRY, report=replace(source, id="report-bad", text=source.text + "\ud800"))
    done = add([item, HOSPITAL], store, tools())
    assert [f.stage for f in done.failures] == ["store"]
    assert len(store.reports()) == 1


def test_as_of_a_day_only_what_was_published_counts(store: Store, tools: MakeTools) -> None:
    add([MINISTRY, HOSPITAL, ELSEWHERE], store, tools())
    (early,) = release(store, tools(), as_of=date(2031, 3, 18)).incidents()
    assert early.get("killed") == exactly(7)
    before = datetime.now(UTC) - timedelta(days=1)
    assert list(release(store, tools(), as_of=before).incidents()) == []


def test_a_new_extractor_renames_no_incident_and_loses_no_decision(
    store: Store, tools: MakeTools
) -> None:
    add([MINISTRY, HOSPITAL], store, tools())
    one, other = store.accounts()
    store.add_decision(decision("split", one.id, other.id))
    assert [i.id for i in incidents(store, tools())] == ["INC-1", "INC-2"]
    add([MINISTRY, HOSPITAL], store, tools("2"))
    assert [i.id for i in incidents(store, tools("2"))] == ["INC-1", "INC-2"]


def test_joined_incidents_answer_to_both_names(store: Store, tools: MakeTools) -> None:
    add([MINISTRY, ELSEWHERE], store, tools())
    store.add_decision(decision("correct", "INC-2", field="killed", value=exactly(4), reason="r"))
    store.add_decision(decision("join", "INC-1", "INC-2"))
    found = release(store, tools())
    (one,) = found.incidents()
    assert one.id == "INC-1"
    assert found.incident("inc-2") == one
    assert found.incident(one.accounts[1]) == one
    assert one.get("killed") == exactly(4)
    assert len(found.decisions(one)) == 2
    with pytest.raises(UnknownRecord, match="INC-7"):
        found.incident("INC-7")


def test_why(store: Store, tools: MakeTools) -> None:
    add([MINISTRY, HOSPITAL], store, tools())
    found = explain(release(store, tools(), "acled"), "INC-1", "killed")
    (finding,) = found.findings
    assert finding.rule == "acled"
    assert [(t.voice, t.report.name, t.quotes) for t in found.basis] == [
        ("the interior ministry", "hospital", ("killed 7 the interior ministry",))
    ]
    assert [t.voice for t in found.against] == ["the hospital"]
    assert [t.report.name for t in found.rest] == ["ministry"]
    assert found.basis[0].on == date(2031, 3, 19)
    with pytest.raises(CodebookError):
        explain(release(store, tools()), "INC-1", "mood")
    assert explain(release(store, tools()), "INC-1", "weapon").findings == ()


def test_a_report_that_is_stored_and_not_read_yet_names_nobody(
    store: Store, tools: MakeTools
) -> None:
    store.add_received(told("unread", 19, "killed 9"))
    add([MINISTRY], store, tools())
    found = release(store, tools())
    assert len(found.reports) == 2
    assert list(found.namings(found.reports)) == list(map(naming, found.read(found.reports)))

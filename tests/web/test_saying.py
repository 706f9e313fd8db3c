"""Statements that people make of words in a report, and set right: they take part everywhere."""

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from reportedly import pipeline
from reportedly.pipeline import Tools
from reportedly.records import receive
from reportedly.store import open_store

MARKET = "INC-6"


@pytest.fixture
def ana(client: TestClient) -> TestClient:
    client.put("/api/session", json={"name": "Ana"})
    return client


def _seen(client: TestClient) -> str:
    return client.get(f"/api/incidents/{MARKET}").headers["ETag"]


def _say(client: TestClient, seen: str | None = None, **asked: Any) -> Any:
    headers = {"If-Match": seen or _seen(client)}
    return client.post("/api/statements", headers=headers, json=asked)


def _statements(client: TestClient, report: str) -> dict[str, Any]:
    return {one["id"]: one for one in client.get(f"/api/reports/{report}").json()["statements"]}


def _selected(report: str, text: str, words: str) -> dict[str, Any]:
    start = text.index(words)
    return {"report": report, "start": start, "end": start + len(words)}


@pytest.fixture
def plain(client: TestClient, db: Path, made: tuple[Path, Tools]) -> tuple[str, str]:
    """A report of which the machine reads an incident, and nothing that is said; and its text."""
    text = (
        "A bomb killed nine people at the Saltgate market in Dulmeck on 18 March 2031. "
        "Nobody shelled it: so the porter. Worse will come: so the baker."
    )
    received = receive(text.encode(), "text/plain", name="plain", text=text, title="Nine killed")
    with open_store(f"sqlite:///{db}") as store:
        pipeline.add([received], store, pipeline.Readers(made[1]))
    id = received.report.id
    assert _statements(client, id) == {}
    return id, text


def test_what_a_person_says_is_said_takes_part(ana: TestClient, plain: tuple[str, str]) -> None:
    """A statement, the denial of it, a warning: in their report, in disputes, warnings, search."""
    report, text = plain
    bomb = _selected(report, text, "A bomb killed nine people at the Saltgate market")
    denial = _selected(report, text, "Nobody shelled it")
    asked: dict[str, Any] = {
        "words": denial,
        "act": "deny",
        "speaker": _selected(report, text, "the porter"),
    }
    assert _say(ana, **asked).status_code == 422  # no reason
    first = _say(ana, words=bomb, act="assert", speaker="nobody", reason="passed over").json()
    (said,) = first["decision"]["subject"]
    made = _say(ana, **asked, denies=[said], said_on="2031-03-19", reason="passed over")
    assert made.status_code == 201
    (denies,) = made.json()["decision"]["subject"]
    told = _statements(ana, report)[denies]
    assert (told["speaker"]["name"], told["act"], told["about"]) == ("the porter", "deny", [said])
    assert (told["content"]["quote"], told["by"]) == ("Nobody shelled it", "a person")
    assert told["date"]["earliest"] == "2031-03-19"
    one = ana.get("/api/denials").json()[0]
    assert (one["said"]["quote"][:6], one["denied"]["quote"]) == ("A bomb", "Nobody shelled it")
    assert one["said"]["by_person"]
    assert one["denied"]["by_person"]
    disputed = ana.get(f"/api/reports/{report}").json()["disputes"]
    assert {"left": said, "right": denies} == {k: disputed[0][k] for k in ("left", "right")}
    assert "Nobody shelled it" in ana.get("/disputes?disputed=statements").text
    claim = next(
        claim
        for account in ana.get(f"/api/reports/{report}").json()["incidents"]
        for claim in account["counts"]
    )
    assert claim["statement"] == said  # the figure is the word of who says it
    page = ana.get(f"/report/{report}").text
    assert "by a person" in page
    assert "Ana corrected it on" in page
    warned = _selected(report, text, "Worse will come")
    _say(ana, words=warned, act="warn", speaker=_selected(report, text, "the baker"), reason="r")
    assert "Worse will come" in ana.get("/search?speaker=baker&kind=statements").text
    assert "Worse will come" not in ana.get("/search?speaker=porter&kind=statements").text
    assert "Worse will come" in ana.get("/search?q=worse").text
    warnings = ana.get("/api/warnings").json()
    assert warnings[0]["warning"]["quote"] == "Worse will come"
    older = ana.get("/api/warnings", params={"before": min(one["n"] for one in warnings)}).json()
    assert not [one for one in older if one in warnings]
    for _ in range(3):
        ana.post("/api/undo", json={})
    assert _statements(ana, report) == {}
    assert "Nobody shelled it" not in ana.get("/disputes?disputed=statements").text
    assert "Worse will come" not in ana.get("/search?speaker=baker&kind=statements").text


def test_a_statement_that_was_read_is_set_right(ana: TestClient) -> None:
    """Everywhere: also where a list asks the tables, which hold what was read."""
    pairs = ana.get("/api/denials").json()
    shown = pairs[0]["denied"]
    report = shown["report"]
    id = next(
        one["id"]
        for one in _statements(ana, report).values()
        if one["content"]["start"] == shown["start"] and one["act"] == "deny"
    )
    before = _statements(ana, report)[id]
    stored = _say(ana, statement=id, act="promise", speaker="nobody", reason="read wrongly")
    assert stored.json()["decision"]["subject"] == [id]
    now = _statements(ana, report)[id]
    assert (now["act"], now["speaker"]["name"]) == ("promise", None)
    assert shown not in [one["denied"] for one in ana.get("/api/denials").json()]
    quote = shown["quote"][:30]
    assert quote in unescape(ana.get("/search?act=promise&kind=statements").text)
    assert quote not in unescape(ana.get("/search?act=deny&kind=statements").text)
    _say(ana, statement=id, act="deny", denies=[], reason="it does deny, but not that")
    assert shown not in [one["denied"] for one in ana.get("/api/denials").json()]
    for _ in range(2):
        ana.post("/api/undo", json={})
    assert _statements(ana, report)[id] == before
    assert ana.get("/api/denials").json() == pairs


def test_what_was_read_as_said_is_no_statement(ana: TestClient) -> None:
    """Nowhere, but in the report that it was read in, with who says so; as long as that stands."""
    pairs = ana.get("/api/denials").json()
    shown = pairs[0]["denied"]
    report = shown["report"]
    every = _statements(ana, report)
    id = next(
        one["id"]
        for one in every.values()
        if one["content"]["start"] == shown["start"] and one["act"] == "deny"
    )
    more = {"speaker": "nobody"}
    assert _say(ana, statement=id, act="none", reason="r", **more).status_code == 422
    nothing = {"report": report, "start": 0, "end": 1}
    assert _say(ana, words=nothing, act="none", reason="r").status_code == 404
    assert _say(ana, statement=id, act="none").status_code == 422  # no reason
    stored = _say(ana, statement=id, act="none", reason="a caption").json()["decision"]
    assert (stored["action"], stored["subject"], stored["value"]) == ("reject", [id], None)
    assert _statements(ana, report).keys() == every.keys() - {id}
    assert shown not in [one["denied"] for one in ana.get("/api/denials").json()]
    found = unescape(ana.get("/search?act=deny&kind=statements").text)
    assert shown["quote"][:30] not in found
    assert _say(ana, statement=id, act="none", reason="r").status_code == 404
    page = unescape(ana.get(f"/report/{report}").text)
    assert f"<s>{shown['quote']}</s>" in page
    assert "no statement</span> <bdi>Ana rejected it on" in page
    ana.post("/api/undo", json={})
    assert _statements(ana, report) == every
    assert ana.get("/api/denials").json() == pairs


def test_of_two_who_say_what_the_same_words_are_the_second_is_told(
    ana: TestClient, plain: tuple[str, str]
) -> None:
    report, text = plain
    seen = _seen(ana)
    words = _selected(report, text, "Nobody shelled it")
    assert _say(ana, seen, words=words, act="deny", reason="r").status_code == 201
    ana.put("/api/session", json={"name": "Mara"})
    late = _say(ana, seen, words=words, act="doubt", reason="r")
    assert (late.status_code, "Ana decided about the same thing" in late.text) == (412, True)
    elsewhere = _selected(report, text, "Worse will come")
    assert _say(ana, seen, words=elsewhere, act="warn", reason="r").status_code == 201


@pytest.mark.parametrize(
    ("asked", "status", "message"),
    [
        ({}, 422, "a statement, or words of a report"),
        ({"statement": "none"}, 404, "no statement 'none'"),
        ({"words": (0, 9_999_999)}, 404, "has no characters"),
        ({"words": (0, 20), "speaker": (5, 5)}, 404, "has no characters"),
        ({"words": (0, 20), "denies": ["none"]}, 404, "has no statement 'none'"),
        ({"words": (0, 20), "said_on": "tuesday"}, 422, "is no day"),
    ],
)
def test_what_is_no_statement_is_refused(
    ana: TestClient, plain: tuple[str, str], asked: dict[str, Any], status: int, message: str
) -> None:
    report, _ = plain
    places = {
        name: {"report": report, "start": place[0], "end": place[1]}
        for name, place in asked.items()
        if isinstance(place, tuple)
    }
    refused = _say(ana, **{**asked, **places}, act="deny", reason="r")
    assert (refused.status_code, message in refused.json()["error"]) == (status, True)
    assert ana.get("/api/log").json()["decisions"] == []


def test_a_report_contradicts_itself_in_what_people_made_too(
    ana: TestClient, plain: tuple[str, str]
) -> None:
    """The outlet's figure, and that of somebody whose words a person found."""
    report, text = plain
    (incident,) = set(re.findall(r"INC-\d+", ana.get(f"/report/{report}").text))
    porter = _selected(report, text, "the porter")
    words = _selected(report, text, "Nobody shelled it")
    _say(ana, words=words, act="estimate", speaker=porter, reason="passed over")
    for number, at in (("3", words), ("41", _selected(report, text, "Worse"))):
        asked = {"action": "correct", "incident": incident, "field": "missing", "value": number}
        headers = {"If-Match": _seen(ana)}
        body = {**asked, "words": at, "reason": "passed over"}
        assert ana.post("/api/decisions", headers=headers, json=body).status_code == 201
    (dispute,) = ana.get(f"/api/reports/{report}").json()["disputes"]
    assert (dispute["kind"], dispute["field"]) == ("count", "missing")
    found = next(one for one in ana.get("/api/disputes").json() if one["id"] == incident)
    sides = [side for one in found["disputes"] for side in one["positions"]]
    mine = {side["who"] for side in sides if side["report"] == report}
    assert mine == {"the porter", "the report itself"}

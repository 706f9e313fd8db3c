"""Decisions from the pages: stored at once, refused without a reason, never over another's."""

import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

from reportedly.web import kept

MARKET = "INC-6"


@pytest.fixture
def ana(client: TestClient) -> TestClient:
    client.put("/api/session", json={"name": "Ana"})
    return client


def _seen(client: TestClient) -> str:
    return client.get(f"/api/incidents/{MARKET}").headers["ETag"]


def _decide(client: TestClient, seen: str | None = None, /, **asked: Any) -> Any:
    headers = {"If-Match": seen or _seen(client)}
    return client.post("/api/decisions", json={"incident": MARKET, **asked}, headers=headers)


def _killed(client: TestClient) -> dict[str, Any]:
    found = client.get(f"/api/incidents/{MARKET}").json()["killed"]
    assert isinstance(found, dict)
    return found


def test_nobody_decides_without_a_name_or_without_having_looked(client: TestClient) -> None:
    assert _decide(client, action="accept", field="killed").status_code == 401
    client.put("/api/session", json={"name": "Ana"})
    asked = {"incident": MARKET, "action": "accept", "field": "killed"}
    assert client.post("/api/decisions", json=asked).status_code == 428


def test_an_override_takes_a_reason(ana: TestClient) -> None:
    before = _killed(ana)
    refused = _decide(ana, action="correct", field="killed", value="9")
    assert (refused.status_code, refused.json()["reason"]) == (422, True)
    why = ana.get(f"/api/incidents/{MARKET}/killed").json()
    other = why["against"][0]["id"]
    refused = _decide(ana, action="accept", field="killed", claim=other)
    assert (refused.status_code, refused.json()["reason"]) == (422, True)
    assert _killed(ana) == before
    assert ana.get("/api/log").json()["decisions"] == []


def test_a_decision_is_stored_shown_and_taken_back(ana: TestClient) -> None:
    before = _killed(ana)
    stored = _decide(ana, action="correct", field="killed", value="9", reason="the register")
    assert stored.status_code == 201
    assert stored.json()["changes"] == ["INC-6 killed: 7 to 15 (best 12) -> 9"]
    assert (_killed(ana)["best"], stored.headers["ETag"]) == (9, _seen(ana))
    page = ana.get(f"/incident/{MARKET}").text
    assert "Ana corrected it on" in page
    assert "the register" in page
    assert "the machine reads 7 to 15 (best 12)" in page
    assert 'class="value disputed" id="v-killed"' in page  # amber stays
    _decide(ana, action="accept", field="place")
    for _ in range(2):
        assert ana.post("/api/undo", json={}).status_code == 201
    assert _killed(ana) == before
    assert ana.post("/api/undo", json={}).status_code == 404
    assert len(ana.get("/api/log").json()["decisions"]) == 4


def test_of_two_who_decide_the_same_thing_the_second_is_told(ana: TestClient) -> None:
    seen = _seen(ana)
    ana.put("/api/session", json={"name": "Mara"})
    assert _decide(ana, seen, action="accept", field="killed").status_code == 201
    ana.put("/api/session", json={"name": "Ana"})
    late = _decide(ana, seen, action="correct", field="killed", value="9", reason="register")
    assert late.status_code == 412
    assert "Mara decided about the same thing while you looked at it" in late.json()["error"]
    assert len(ana.get("/api/log").json()["decisions"]) == 1
    elsewhere = _decide(ana, seen, action="accept", field="place")
    assert elsewhere.status_code == 201  # another matter: nothing is lost, nobody is held up


def test_two_incidents_are_joined_and_what_is_not_the_same_is_remembered(ana: TestClient) -> None:
    joined = _decide(ana, action="join", incident="INC-24", other="INC-22")
    assert joined.status_code == 201
    assert ana.get("/api/incidents/INC-24").json()["id"] == "INC-22"
    ana.post("/api/undo", json={})
    apart = _decide(
        ana, action="split", incident="INC-24", other="INC-22", reason="compared, not the same"
    )
    assert apart.status_code == 201
    rows = ana.get("/api/queue", params={"limit": 200, "done": True}).json()["queue"]
    assert all(row["likely"] != "INC-22" for row in rows if row["incident"] == "INC-24")


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"action": "accept", "field": "weather"}, "weather"),
        ({"action": "correct", "field": "killed", "value": "many", "reason": "x"}, "no number"),
        ({"action": "join"}, "takes another incident"),
        ({"action": "join", "other": MARKET}, "one incident already"),
        ({"action": "correct", "reason": "x"}, "takes a field"),
        ({"action": "reject", "field": "killed", "reason": "x"}, "takes the claim"),
        ({"action": "accept", "field": "killed", "claim": "none"}, "no claim"),
        ({"action": "accept", "account": "none"}, "no account"),
        ({"action": "accept", "incident": "INC-999"}, "no incident"),
        ({"action": "accept", "field": "detained"}, "no value of detained"),
    ],
)
def test_what_is_wrong_is_said(ana: TestClient, asked: dict[str, Any], words: str) -> None:
    refused = _decide(ana, **asked)
    assert refused.status_code in (404, 422)
    assert words in refused.json()["error"]
    assert ana.get("/api/log").json()["decisions"] == []


def _reports(client: TestClient) -> dict[str, str]:
    """The ids of the reports of the market, by their names."""
    page = client.get(f"/incident/{MARKET}").text
    ids = re.findall(r'data-stop data-report="([^"]+)"', page)
    return {client.get(f"/api/reports/{id}").json()["report"]["name"]: id for id in ids}


def _report(client: TestClient) -> tuple[str, str]:
    """A report of the market, and its text."""
    id = next(iter(_reports(client).values()))
    return id, client.get(f"/api/reports/{id}?text=true").json()["report"]["text"]


def _missing(client: TestClient) -> list[int]:
    why = client.get(f"/api/incidents/{MARKET}/missing").json()
    return [one["value"]["best"] for one in why["findings"]]


def test_words_that_are_selected_become_a_claim_of_their_report(ana: TestClient) -> None:
    report, text = _report(ana)
    start = text.index(" ", 20) + 1
    end = text.index(" ", start + 12)
    words = {"report": report, "start": start, "end": end}
    asked = {"action": "correct", "field": "missing", "value": "41", "words": words}
    refused = _decide(ana, **asked)
    assert (refused.status_code, refused.json()["reason"]) == (422, True)
    stored = _decide(ana, **asked, reason="the extractor passed over it")
    assert stored.status_code == 201
    assert stored.json()["changes"] == ["INC-6 missing: not stated -> 41"]
    (claim,) = ana.get(f"/api/incidents/{MARKET}/missing").json()["basis"]
    assert [one["quote"] for one in claim["evidence"]] == [text[start:end]]
    (id,) = stored.json()["decision"]["subject"]
    assert claim["id"] == id
    assert id in ana.get(f"/incident/{MARKET}?report={report}").text  # underlined like any other
    again = _decide(ana, **{**asked, "value": "42"}, reason="read again")
    assert again.json()["decision"]["subject"] == [id]
    assert _missing(ana) == [42]
    for _ in range(2):
        ana.post("/api/undo", json={})
    assert _missing(ana) == []


def test_words_on_a_claim_correct_it(ana: TestClient) -> None:
    claim = ana.get(f"/api/incidents/{MARKET}/killed").json()["basis"][0]
    (evidence,) = claim["evidence"]
    words = {
        "report": _reports(ana)[claim["report"]],
        "start": evidence["start"],
        "end": evidence["end"],
    }
    asked = {"field": "killed", "value": "8", "words": words, "reason": "misread"}
    stored = _decide(ana, action="correct", **asked)
    assert stored.json()["decision"]["subject"] == [claim["id"]]
    (change,) = stored.json()["changes"]
    assert change.startswith("INC-6 killed: 7 to 15 (best 12) -> ")


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ({"report": "none", "start": 0, "end": 5}, 404),
        ({"start": 5, "end": 5}, 404),
        ({"start": -3, "end": 5}, 404),
        ({"start": 0, "end": 9_999_999}, 404),
        ({"start": 0, "end": 5, "part": "footnote"}, 422),
    ],
)
def test_words_that_are_not_there_are_refused(
    ana: TestClient, words: dict[str, Any], status: int
) -> None:
    report, _ = _report(ana)
    asked = {"field": "missing", "value": "4", "reason": "x", "words": {"report": report, **words}}
    assert _decide(ana, action="correct", **asked).status_code == status
    assert ana.get("/api/log").json()["decisions"] == []


def test_a_card_that_was_kept_shows_what_is_decided_since(
    ana: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "_LEAST", 1)
    monkeypatch.setattr(kept, "_MOST", 1)
    before = ana.get(f"/incident/{MARKET}").text
    assert ana.get(f"/incident/{MARKET}").text == before
    stored = _decide(ana, action="accept", field="status", reason="the register says so")
    assert stored.status_code == 201
    after = ana.get(f"/incident/{MARKET}").text
    assert "the register says so" in after
    assert "the register says so" not in before
    ana.post("/api/undo", json={})
    assert "the register says so" not in ana.get(f"/incident/{MARKET}").text
    assert "the register says so" not in ana.get("/incident/INC-3").text


def test_claims_that_people_made_are_among_the_disputes(ana: TestClient) -> None:
    """Those of two reports that exclude each other; they stand in no table of what was read."""
    quotes = {}
    for number, report in (("3", "halyard-0318-market"), ("41", "post-0321-funerals")):
        id = _reports(ana)[report]
        text = ana.get(f"/api/reports/{id}?text=true").json()["report"]["text"]
        end = text.index(" ", 12)
        words = {"report": id, "start": 0, "end": end}
        asked = {"field": "missing", "value": number, "words": words, "reason": "passed over"}
        assert _decide(ana, action="correct", **asked).status_code == 201
        quotes[f"missing {number}"] = text[:end]
    found = next(one for one in ana.get("/api/disputes").json() if one["id"] == MARKET)
    (missing,) = (one for one in found["disputes"] if one["about"] == "missing")
    assert {one["says"]: one["quote"] for one in missing["positions"]} == quotes
    assert all(one["by_person"] for one in missing["positions"])
    assert "missing 41" in ana.get("/disputes").text

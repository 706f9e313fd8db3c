"""Decisions from the pages: stored at once, refused without a reason, never over another's."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

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

"""The outside contract: shapes, schema, and what absent knowledge looks like."""

import json
from datetime import date
from typing import Any

import jsonschema
import pytest
from tests.invented import (
    account,
    at_least,
    claim,
    decision,
    exactly,
    on,
    quote,
    reading,
    report,
    statement,
    town,
)

from reportedly import contract
from reportedly.records import (
    Actor,
    ActorInText,
    Attribution,
    Code,
    Count,
    Dispute,
    Failure,
    Finding,
    Incident,
    Place,
    Text,
)

SOURCE = report(title="Blast", publisher="Courier", published=date(2031, 3, 19))
SAID = statement(SOURCE, "a spokesman", affiliation="the ministry", date=on("2031-03-18"))
CLAIMS = (
    claim(SOURCE, "type", Code("bombing")),
    claim(SOURCE, "date", on("2031-03-01", "2031-03-31")),
    claim(SOURCE, "date", on("2031-03-18"), words="Tuesday"),
    claim(SOURCE, "place", Place("Ilvane", "admin1")),
    claim(SOURCE, "place", town("Dulmeck"), words="Dulmeck"),
    claim(SOURCE, "perpetrator", Actor("Front", "a:1", qualifier="suspected")),
    claim(SOURCE, "perpetrator", Actor("Front", "a:1"), words="bomb"),
    claim(SOURCE, "attribution", Attribution("suspected")),
    claim(SOURCE, "attribution", Attribution("accused", "the ministry", denied=True)),
    claim(SOURCE, "killed", exactly(13), group="troops", statement=SAID.id),
    claim(SOURCE, "killed", at_least(170), group="civilians", statement=SAID.id),
    claim(SOURCE, "attackers_killed", exactly(1), group="bomber"),
    claim(SOURCE, "target", Text("a market")),
    claim(SOURCE, "weapon", Text("a bomb")),
    claim(SOURCE, "status", Code("completed")),
)
ACCOUNT = account(SOURCE, *CLAIMS)
READING = reading(
    SOURCE,
    ACCOUNT,
    account(SOURCE, index=1, role="aggregate"),
    statements=(SAID, statement(SOURCE, "the Front", "deny", rebuts=(SAID.id,))),
    actors=(ActorInText(actor=Actor("Front", "a:1"), mentions=(quote(SOURCE),)),),
    disputes=(Dispute(id="d", left="x", right="y", kind="proposition", issue="who"),),
    failures=(Failure("r1", "extract", "half"),),
)


def checked(shown: Any) -> Any:
    plain = json.loads(json.dumps(shown))
    jsonschema.Draft202012Validator(contract.schema()).validate(plain)
    return plain


def test_a_full_reading_fits_the_schema() -> None:
    shown = checked(contract.reading(READING))
    assert shown["schema"] == "reportedly/1"
    assert shown["report"]["characters"] == len(SOURCE.text)
    assert "text" not in shown["report"]
    assert checked(contract.reading(READING, with_text=True))["report"]["text"] == SOURCE.text
    assert shown["disputes"] == [{"left": "x", "right": "y", "kind": "proposition", "issue": "who"}]
    assert shown["failures"] == [{"stage": "extract", "reason": "half"}]


def test_an_account_shows_its_finest_and_strongest_values() -> None:
    (shown, _) = checked(contract.reading(READING))["incidents"]
    assert (shown["type"], shown["type_family"], shown["status"]) == (
        "bombing",
        "explosion",
        "completed",
    )
    assert shown["date"]["earliest"] == "2031-03-18"
    assert [e["quote"] for e in shown["date"]["evidence"]] == ["Tuesday"]
    assert shown["place"]["name"] == "Dulmeck"
    (front,) = shown["perpetrators"]
    assert [e["quote"] for e in front["evidence"]][1] == "bomb"
    assert (shown["attribution"]["status"], shown["attribution"]["denied"]) == ("accused", True)
    assert shown["killed"] == {"low": 183, "best": 183, "high": None, "bound": "at_least"}
    assert shown["attackers_killed"]["best"] == 1
    assert [(c["outcome"], c["attackers"]) for c in shown["counts"]] == [
        ("killed", False),
        ("killed", False),
        ("killed", True),
    ]
    assert shown["weapon"]["code"] is None


def test_what_is_not_known_is_null_or_empty() -> None:
    (_, shown) = checked(contract.reading(READING))["incidents"]
    unknown = (
        "type",
        "type_family",
        "date",
        "place",
        "killed",
        "injured",
        "target",
        "weapon",
        "status",
    )
    assert [shown[name] for name in unknown] == [None] * len(unknown)
    assert shown["perpetrators"] == []
    assert shown["attribution"] == {
        "status": "unknown",
        "by": None,
        "denied": False,
        "evidence": [],
    }


def test_statements_name_the_incidents_and_statements_they_are_about() -> None:
    first, second = checked(contract.reading(READING))["statements"]
    assert first["about"] == [ACCOUNT.id]
    assert second["about"] == [SAID.id]


def test_every_quote_stands_at_its_offsets() -> None:
    def quotes(part: Any) -> Any:
        if isinstance(part, dict):
            if "quote" in part:
                yield part
            for inner in part.values():
                yield from quotes(inner)
        elif isinstance(part, list):
            for inner in part:
                yield from quotes(inner)

    found = list(quotes(checked(contract.reading(READING))))
    assert found
    for evidence in found:
        assert SOURCE.text[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_an_incident_fits_the_schema() -> None:
    killed = CLAIMS[9]
    findings = tuple(
        Finding(field=field, value=value, basis=(killed.id,), against=(), rule=rule, because="x")
        for field, value, rule in (
            ("type", Code("bombing"), "majority"),
            ("killed", Count(7, 12, 15, "range"), "ucdp"),
            ("place", town("Dulmeck"), "narrowest"),
            ("perpetrator", Actor("Front"), "union"),
        )
    )
    one = Incident(
        id="INC-1",
        accounts=(ACCOUNT.id,),
        findings=findings,
        disputes=(Dispute(id="d", left="x", right="y", kind="count", field="killed"),),
    )
    decided = decision("correct", "INC-1", field="killed", value=exactly(12))
    shown = checked(
        contract.incident(one, accounts=["r1#0"], claims=[(killed, "r1")], decisions=[decided])
    )
    assert shown["accounts"] == ["r1#0"]
    assert shown["killed"] == {"low": 7, "best": 12, "high": 15, "rule": "ucdp"}
    assert shown["injured"] is None
    assert shown["disputed"] == ["killed"]
    assert shown["claims"][0]["evidence"]
    assert shown["decisions"][0]["value"]["best"] == 12


def test_the_schema_refuses_another_shape() -> None:
    shown = json.loads(json.dumps(contract.reading(READING)))
    shown["incidents"][0]["role"] = "rumour"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(contract.schema()).validate(shown)

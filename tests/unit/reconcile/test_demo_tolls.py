"""The demo's gold: each voice's figures, and what six rules make of them."""

import json
from datetime import date
from importlib.resources import files
from typing import Any

import pytest
from tests.invented import account, claim, report

from reportedly.codebook import default
from reportedly.reconcile import reconcile
from reportedly.records import Actor, Count, Incident

GOLD = json.loads(files("reportedly.demo").joinpath("gold.json").read_text(encoding="utf-8"))
INCIDENTS = [incident for incident in GOLD["incidents"] if incident["voices"]]
# "At least 22" and "24" differ, and the gold says so, but both can be right.
COMPATIBLE = {"vathren-barracks-2030"}
RULES = ("range", "acled", "ucdp", "gtd", "majority", "latest")
FIELDS = ("killed", "injured", "attackers_killed")


def reconciled(gold: dict[str, Any], rule: str) -> Incident:
    """The incident from one invented report per figure, on the day on which it was last given."""
    accounts, reports = [], {}
    for voice in gold["voices"]:
        for field in (field for field in FIELDS if voice.get(field)):
            name = f"{voice['voice']} {field}"
            day = date.fromisoformat(voice["last_given"][field])
            source = report(name, published=day)
            said = claim(source, field, Count(**voice[field]), voice=voice["voice"])
            claims = [said]
            if voice["perpetrator"]:
                claims.append(claim(source, "perpetrator", Actor(voice["voice"])))
            reports[source.id] = source
            accounts.append(account(source, *claims))
    return reconcile(accounts, (), reports, (), default(), rule)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("gold", INCIDENTS, ids=lambda gold: gold["key"])
def test_derived(gold: dict[str, Any], rule: str) -> None:
    incident = reconciled(gold, rule)
    for field in FIELDS:
        found = incident.get(field)
        shown = [found.low, found.best, found.high] if isinstance(found, Count) else None
        assert shown == gold["derived"][rule].get(field), field


@pytest.mark.parametrize("gold", INCIDENTS, ids=lambda gold: gold["key"])
def test_disputed_counts(gold: dict[str, Any]) -> None:
    found = {d.field for d in reconciled(gold, "range").disputes if d.kind == "count"}
    known = [d for d in GOLD["disputes"] if (d["kind"], d["about"]) == ("count", gold["key"])]
    expected = {d.get("field", "killed") for d in known}
    assert found == (set() if gold["key"] in COMPATIBLE else expected)

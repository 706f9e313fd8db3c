"""What people decide outlives a better extractor, and never hides what the machine reads."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.invented import exactly, received

from reportedly import pipeline
from reportedly.errors import DecisionConflict, UnknownRecord
from reportedly.pipeline import Readers, Tools, release
from reportedly.records import Count, Decision, Received
from reportedly.review import decide
from reportedly.store import open_store
from reportedly.store.store import Store

from .conftest import LineExtractor

MakeTools = Callable[..., Tools]


def told(name: str, day: int, *lines: str) -> Received:
    text = f"INCIDENT 2031-03-18 Dulmeck\n{chr(10).join(lines)}\nThe Saltgate handcart went up.\n"
    return received(name, text, publisher=f"Paper of {name}", published=date(2031, 3, day))


MINISTRY = told("ministry", 18, "killed 7 the interior ministry")
HOSPITAL = told("hospital", 19, "killed 12 the hospital")
WITNESS = told("witness", 20, "killed 15 a witness")
ELSEWHERE = received(
    "elsewhere", "INCIDENT 2031-05-02 Zanterro\nkilled 3\nA lorry.", published=date(2031, 5, 2)
)


@pytest.fixture
def filled(store: Store, tools: MakeTools) -> Store:
    read(store, tools())
    return store


def read(store: Store, tools: Tools) -> None:
    pipeline.add([MINISTRY, HOSPITAL, WITNESS, ELSEWHERE], store, Readers(tools))


def made(tools: Tools, action: Any, matter: pipeline.Matter, by: str = "coder", **more: Any) -> Any:
    return decide(
        action,
        matter.subject,
        anchors=matter.anchors,
        reviewer=by,
        reason=more.pop("reason", "r"),
        codebook=tools.codebook,
        **more,
    )


def put(store: Store, tools: Tools, decision: Decision, **more: Any) -> list[str]:
    changes = pipeline.put(store, tools, decision, **more)
    return [" ".join([c.id, c.kind, *(a.field for a in c.altered)]) for c in changes]


def groups(store: Store, tools: Tools) -> list[Sequence[str]]:
    found = release(store, tools)
    return [
        [found.report(a.report).name for a in found.accounts(i.accounts)] for i in found.incidents()
    ]


def test_a_correction_says_what_it_changed_and_the_machine_stays_beside_it(
    filled: Store, tools: MakeTools
) -> None:
    matter = pipeline.on_incident(release(filled, tools()), "INC-1")
    decision = made(tools(), "correct", matter, field="killed", value=exactly(9))
    assert put(filled, tools(), decision) == ["INC-1 changed killed"]
    found = release(filled, tools())
    incident = found.incident("INC-1")
    assert incident.get("killed") == exactly(9)
    (differs,) = found.differing(incident)
    assert (differs.person, differs.machine) == ((exactly(9),), (Count(7, 15, 15, "range"),))
    explained = pipeline.explain(found, "INC-1", "killed")
    assert explained.decided[0].id == decision.id
    assert explained.differing == (differs,)
    undo = made(tools(), "undo", pipeline.Matter((decision.id,), ()))
    assert put(filled, tools(), undo) == ["INC-1 changed killed"]
    assert list(release(filled, tools()).differing(incident)) == []


class Sharper(LineExtractor):
    """A later version that gives everything other ids, and reads one figure otherwise."""

    def extract(self, annotated: Any) -> Any:
        from dataclasses import replace

        reading = super().extract(annotated)
        accounts = []
        for account in reading.accounts:
            claims = tuple(
                replace(c, value=exactly(16)) if c.value == exactly(15) else c
                for c in account.claims
            )
            accounts.append(replace(account, id=f"{account.id}-sharper", claims=claims))
        return replace(reading, accounts=tuple(accounts))


def test_every_decision_outlives_a_better_extractor(filled: Store, tools: MakeTools) -> None:
    old = tools()

    def on(field: str, report: str) -> pipeline.Matter:
        return pipeline.on_claims(release(filled, old), "INC-1", field, report)

    put(filled, old, made(old, "reject", on("killed", "hospital"), field="killed"))
    put(filled, old, made(old, "accept", on("killed", "witness"), field="killed"))
    apart = pipeline.splitting(release(filled, old), "INC-1", ["ministry"])
    put(filled, old, made(old, "split", apart))
    one = pipeline.joining(release(filled, old), "INC-4", "INC-2")
    put(filled, old, made(old, "join", one))
    before = release(filled, old)
    new = Tools(old.names, Sharper("2"), old.codebook)
    read(filled, new)
    after = release(filled, new)
    assert [i.id for i in after.incidents()] == [i.id for i in before.incidents()]
    assert [one.waiting for one in after.verdicts.found] == [False] * 4
    assert groups(filled, new) == [["ministry"], ["hospital", "witness", "elsewhere"]]
    joined = after.incident("INC-4")
    assert joined.get("killed") == exactly(15)
    assert {(d.person, d.machine) for d in after.differing(joined)} >= {((), (exactly(12),))}


def test_a_split_sets_reports_apart_and_a_join_brings_all_back(
    filled: Store, tools: MakeTools
) -> None:
    matter = pipeline.splitting(release(filled, tools()), "INC-1", ["hospital", "witness"])
    put(filled, tools(), made(tools(), "split", matter))
    assert groups(filled, tools()) == [["ministry"], ["hospital", "witness"], ["elsewhere"]]
    matter = pipeline.joining(release(filled, tools()), "INC-4", "INC-2")
    assert put(filled, tools(), made(tools(), "join", matter))[-1] == "INC-4 joined"
    assert groups(filled, tools()) == [["ministry"], ["hospital", "witness", "elsewhere"]]
    matter = pipeline.joining(release(filled, tools()), "INC-1", "INC-2")
    put(filled, tools(), made(tools(), "join", matter))
    assert len(groups(filled, tools())) == 1
    matter = pipeline.splitting(release(filled, tools()), "INC-1", ["elsewhere"])
    put(filled, tools(), made(tools(), "split", matter))
    assert groups(filled, tools()) == [["ministry", "hospital", "witness"], ["elsewhere"]]


def test_a_value_stays_with_most_of_what_was_seen(filled: Store, tools: MakeTools) -> None:
    matter = pipeline.on_incident(release(filled, tools()), "INC-1")
    put(filled, tools(), made(tools(), "correct", matter, field="killed", value=exactly(9)))
    matter = pipeline.splitting(release(filled, tools()), "INC-1", ["ministry"])
    put(filled, tools(), made(tools(), "split", matter))
    found = release(filled, tools())
    assert found.incident("INC-1").get("killed") == exactly(7)
    assert found.incident("INC-2").get("killed") == exactly(9)


def test_an_incident_that_a_person_rejects_is_gone_until_that_is_undone(
    filled: Store, tools: MakeTools
) -> None:
    decision = made(tools(), "reject", pipeline.on_incident(release(filled, tools()), "INC-4"))
    assert put(filled, tools(), decision) == ["INC-4 withdrawn"]
    with pytest.raises(UnknownRecord, match=rf"coder rejected it.*undo {decision.id}"):
        release(filled, tools()).incident("INC-4")
    undo = made(tools(), "undo", pipeline.Matter((decision.id,), ()))
    (back,) = put(filled, tools(), undo)
    assert back.startswith("INC-4 new")


def test_of_two_people_the_second_is_told(filled: Store, tools: MakeTools) -> None:
    matter = pipeline.on_incident(release(filled, tools()), "INC-1")
    first = made(tools(), "correct", matter, field="killed", value=exactly(9), by="Ana")
    second = made(tools(), "correct", matter, field="killed", value=exactly(8), by="Bo")
    put(filled, tools(), first, seen="none")
    with pytest.raises(DecisionConflict, match="Ana"):
        put(filled, tools(), second, seen="none")
    assert filled.decisions() == [first]
    put(filled, tools(), second, seen=first.id)


def test_what_is_not_there_is_said_with_what_is(filled: Store, tools: MakeTools) -> None:
    found = release(filled, tools())
    with pytest.raises(UnknownRecord, match="its reports: ministry, hospital, witness"):
        pipeline.on_claims(found, "INC-1", "killed", "elsewhere")
    with pytest.raises(UnknownRecord, match="nothing is claimed about injured"):
        pipeline.on_claims(found, "INC-1", "injured")
    with pytest.raises(UnknownRecord, match="its reports"):
        pipeline.splitting(found, "INC-1", ["elsewhere"])
    with pytest.raises(ValueError, match="leaves another"):
        pipeline.splitting(found, "INC-1", ["ministry", "hospital", "witness"])
    with pytest.raises(ValueError, match="one incident already"):
        pipeline.joining(found, "INC-1", "INC-2")
    with pytest.raises(UnknownRecord, match="claim-x"):
        pipeline.on_claim(found, "claim-x")


def test_what_is_left_of_an_incident_when_a_report_is_forgotten(
    filled: Store, tools: MakeTools
) -> None:
    matter = pipeline.on_incident(release(filled, tools()), "INC-1")
    filled.add_decision(made(tools(), "correct", matter, field="killed", value=exactly(9)))
    pipeline.forget(filled, tools(), MINISTRY.report.id, "Ana", "court order")
    found = release(filled, tools())
    assert found.incident("INC-2").get("killed") == exactly(9)
    assert found.incident("INC-1").id == "INC-2"
    assert pipeline.rebuild(filled, tools()) == []
    again = pipeline.add([MINISTRY], filled, Readers(tools()))
    assert "forgotten" in again.failures[0].reason
    (gone,) = pipeline.forget(filled, tools(), ELSEWHERE.report.id, "Ana", "court order")
    assert (gone.id, gone.kind) == ("INC-4", "withdrawn")
    with pytest.raises(UnknownRecord, match=r"forgotten on .* by Ana"):
        release(filled, tools()).incident("INC-4")


def test_what_was_updated_by_decisions_is_what_a_rebuild_makes(
    filled: Store, tools: MakeTools
) -> None:
    matter = pipeline.on_incident(release(filled, tools()), "INC-1")
    put(filled, tools(), made(tools(), "correct", matter, field="killed", value=exactly(9)))
    for id, report in (("INC-1", "ministry"), ("INC-2", "hospital")):
        matter = pipeline.splitting(release(filled, tools()), id, [report])
        put(filled, tools(), made(tools(), "split", matter))
    rejected = pipeline.on_incident(release(filled, tools()), "INC-4")
    put(filled, tools(), made(tools(), "reject", rejected))
    assert pipeline.rebuild(filled, tools()) == []
    read(filled, Tools(tools().names, Sharper("2"), tools().codebook))
    assert pipeline.rebuild(filled, tools("2")) == []


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.integers(0, 99), min_size=3, max_size=5))
def test_no_split_pair_shares_an_incident_whatever_is_decided_and_undone(
    tools: MakeTools, tmp_path_factory: pytest.TempPathFactory, drawn: list[int]
) -> None:
    folder = tmp_path_factory.mktemp("store")
    with open_store(f"sqlite:///{folder / 'reports.db'}") as store:
        read(store, tools())
        for number in drawn:
            found = release(store, tools())
            ids, log = list(found.names), store.decisions()
            one = found.incident(ids[number % len(ids)])
            reports = [a.report for a in found.accounts(one.accounts)]
            if number % 3 == 0 and log:
                matter = pipeline.Matter((log[number % len(log)].id,), ())
                decision = made(tools(), "undo", matter)
            elif number % 3 == 1 and len(ids) > 1:
                matter = pipeline.joining(found, one.id, ids[(number + 1) % len(ids)])
                decision = made(tools(), "join", matter)
            elif len(reports) > 1:
                matter = pipeline.splitting(found, one.id, [reports[number % len(reports)]])
                decision = made(tools(), "split", matter)
            else:
                continue
            put(store, tools(), decision)
            after = release(store, tools())
            homes = store.derived.homes(None)
            assert all(homes[one] != homes[other] for one, other in after.verdicts.splits)
        assert pipeline.rebuild(store, tools()) == []

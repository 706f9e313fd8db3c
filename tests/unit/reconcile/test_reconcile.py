"""Groups of accounts to incidents: findings, disputes, decisions."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.invented import (
    account,
    at_least,
    claim,
    decision,
    exactly,
    on,
    reading,
    report,
    statement,
    town,
)

from reportedly.codebook import default
from reportedly.errors import CodebookError
from reportedly.reconcile import contradictions, reconcile
from reportedly.records import (
    Account,
    Actor,
    Attribution,
    Code,
    Count,
    Decision,
    Incident,
    Place,
    Report,
    Statement,
)

BOOK = default()


def told(
    pairs: list[tuple[Account, Report]],
    decisions: tuple[Decision, ...] = (),
    statements: tuple[Statement, ...] = (),
    rule: str | None = None,
    **more: Any,
) -> Incident:
    reports = {r.id: r for _, r in pairs}
    return reconcile([a for a, _ in pairs], statements, reports, decisions, BOOK, rule, **more)


def one(name: str, day: int, *fields: tuple[str, Any], voice: str | None = None) -> Any:
    source = report(name, publisher=f"Paper {name}", published=date(2031, 3, day))
    claims = [claim(source, field, value, voice=voice) for field, value in fields]
    return account(source, *claims), source


MINISTRY = one("a", 18, ("killed", exactly(7)), voice="the interior ministry")
HOSPITAL = one("b", 19, ("killed", exactly(12)), voice="the hospital")
WITNESS = one("c", 20, ("killed", at_least(15)), voice="a witness")


def test_voices_make_a_range_and_a_dispute() -> None:
    incident = told([MINISTRY, HOSPITAL, WITNESS])
    assert incident.id == MINISTRY[0].id
    assert incident.get("killed") == Count(7, 15, 15, "range")
    assert {d.kind for d in incident.disputes} == {"count"}
    assert len(incident.disputes) == 3
    assert told([MINISTRY, HOSPITAL], rule="acled").get("killed") == exactly(7)


def test_an_update_by_the_same_voice_is_no_dispute() -> None:
    later = one("d", 25, ("killed", exactly(9)), voice="Interior Ministry officials")
    incident = told([MINISTRY, later])
    assert incident.get("killed") == exactly(9)
    assert not incident.disputes


def test_six_outlets_with_one_source_are_one_voice() -> None:
    copies = [one(f"x{n}", 19, ("killed", exactly(12)), voice="the hospital") for n in range(6)]
    majority = one("y", 19, ("killed", exactly(7)), voice="the mayor")
    incident = told([MINISTRY, majority, *copies])
    assert incident.get("killed") == Count(7, 7, 12, "range")


def test_a_group_is_compared_with_the_same_group_and_with_everybody() -> None:
    source = report("a", published=date(2031, 3, 1))
    soldiers = claim(source, "killed", exactly(13), voice="the army", group="soldiers")
    civilians = claim(source, "killed", at_least(170), voice="the hospital", group="civilians")
    assert not contradictions(reading(source, account(source, soldiers, civilians)), BOOK)
    fewer = claim(source, "killed", exactly(11), voice="the front", group="soldiers")
    (found,) = contradictions(reading(source, account(source, soldiers, fewer)), BOOK)
    assert {found.left, found.right} == {soldiers.id, fewer.id}
    everybody = claim(source, "killed", exactly(5), voice="the mayor", group="people")
    assert contradictions(reading(source, account(source, soldiers, everybody)), BOOK)


def test_dates_and_places_agree_on_the_finest() -> None:
    month = one(
        "a", 20, ("date", on("2031-03-01", "2031-03-31")), ("place", Place("Ilvane", "admin1"))
    )
    inside = town("Dulmeck", admin1="Ilvane")
    day = one("b", 20, ("date", on("2031-03-18")), ("place", inside))
    incident = told([month, day])
    assert incident.get("date") == on("2031-03-18")
    assert incident.get("place") == inside
    assert not incident.disputes


def test_days_and_towns_that_differ_are_disputes() -> None:
    left = one("a", 20, ("date", on("2031-03-18")), ("place", town("Dulmeck")))
    right = one("b", 20, ("date", on("2031-03-11")), ("place", town("Zanterro", lat=14.0)))
    assert sorted(d.kind for d in told([left, right]).disputes) == ["date", "place"]


def test_all_perpetrators_stand_and_different_ones_are_a_dispute() -> None:
    left = one("a", 20, ("perpetrator", Actor("Ridge Front")))
    right = one("b", 20, ("perpetrator", Actor("Heron Brigade", qualifier="suspected")))
    incident = told([left, right])
    named = [f.value for f in incident.findings if f.field == "perpetrator"]
    assert named == [Actor("Ridge Front"), Actor("Heron Brigade", qualifier="suspected")]
    assert [d.kind for d in incident.disputes] == ["responsibility"]


def test_a_denial_stays_beside_the_strongest_attribution() -> None:
    source = report("a")
    denial = statement(source, "Edric Vaskell", "deny")
    blamed = claim(
        source, "attribution", Attribution("accused", "the ministry"), voice="the ministry"
    )
    denied = claim(
        source,
        "attribution",
        Attribution("unknown", denied=True),
        voice="the Front",
        statement=denial.id,
    )
    incident = told([(account(source, blamed, denied), source)], statements=(denial,))
    assert incident.get("attribution") == Attribution("accused", "the ministry", denied=True)
    (dispute,) = incident.disputes
    assert (dispute.kind, dispute.left, dispute.right) == ("responsibility", blamed.id, denial.id)


def test_a_rebuttal_is_a_dispute_of_statements() -> None:
    source = report("a")
    first = statement(source, "the ministry")
    second = statement(source, "the Front", "deny", rebuts=(first.id,))
    stated = claim(source, "killed", exactly(14), voice="the ministry", statement=first.id)
    read = reading(source, account(source, stated), statements=(first, second))
    (dispute,) = contradictions(read, BOOK)
    assert (dispute.kind, dispute.left, dispute.right) == ("proposition", first.id, second.id)


def test_a_retraction_is_the_last_word() -> None:
    first = one("a", 16, ("status", Code("completed")), ("type", Code("other")))
    second = one("b", 17, ("status", Code("retracted")), ("type", Code("bombing")))
    incident = told([second, first])
    assert incident.get("status") == Code("retracted")
    assert incident.get("type") == Code("bombing")


def test_an_unknown_rule_is_refused() -> None:
    with pytest.raises(CodebookError):
        told([MINISTRY], rule="guess")


def killed(incident: Incident) -> Any:
    finding = incident.finding("killed")
    assert finding is not None
    return finding


def test_a_rejected_claim_counts_for_nothing() -> None:
    rejected = decision("reject", HOSPITAL[0].claims[0].id)
    assert told([MINISTRY, HOSPITAL], (rejected,)).get("killed") == exactly(7)
    undone = (rejected, decision("undo", rejected.id))
    assert told([MINISTRY, HOSPITAL], undone).get("killed") == Count(7, 12, 12, "range")


def test_an_accepted_claim_is_the_value_and_the_others_stay() -> None:
    chosen = decision("accept", MINISTRY[0].claims[0].id)
    incident = told([MINISTRY, HOSPITAL], (chosen,))
    assert killed(incident).value == exactly(7)
    assert killed(incident).rule == chosen.id
    assert killed(incident).against == (HOSPITAL[0].claims[0].id,)
    assert incident.disputes


def test_a_corrected_claim_is_read_anew() -> None:
    misread = decision("correct", HOSPITAL[0].claims[0].id, field="killed", value=exactly(7))
    assert told([MINISTRY, HOSPITAL], (misread,)).get("killed") == exactly(7)


def test_a_field_is_corrected_by_the_name_of_the_incident() -> None:
    named = decision("correct", "INC-3", field="killed", value=exactly(8), reason="register")
    incident = told([MINISTRY, HOSPITAL], (named,), id="INC-1", names=("INC-1", "INC-3"))
    assert killed(incident).value == exactly(8)
    assert killed(incident).basis == ()
    assert "register" in killed(incident).because
    assert told([MINISTRY], (named,), id="INC-9").get("killed") == exactly(7)


def test_an_adjudication_outranks_later_opinions() -> None:
    settled = decision("adjudicate", "INC-1", field="killed", value=exactly(12))
    opinion = decision("accept", MINISTRY[0].claims[0].id)
    incident = told([MINISTRY, HOSPITAL], (settled, opinion), id="INC-1")
    assert killed(incident).value == exactly(12)


def test_a_person_can_raise_a_dispute() -> None:
    raised = decision("dispute", "INC-1", field="killed", reason="the register is closed")
    incident = told([MINISTRY], (raised,), id="INC-1")
    (dispute,) = incident.disputes
    assert (dispute.field, dispute.issue) == ("killed", "the register is closed")


@given(st.permutations([MINISTRY, HOSPITAL, WITNESS]), st.sampled_from(["ucdp", "gtd", "range"]))
def test_the_order_of_accounts_changes_no_count(pairs: Any, rule: str) -> None:
    assert told(pairs, rule=rule).get("killed") == told(
        [MINISTRY, HOSPITAL, WITNESS], rule=rule
    ).get("killed")


def test_an_incident_that_was_withdrawn_has_no_figures() -> None:
    first = one("a", 16, ("killed", Count(None, None, 9, "up_to")), voice="a crane driver")
    second = one("b", 17, ("status", Code("retracted")))
    incident = told([first, second])
    assert incident.get("killed") is None
    assert incident.get("status") == Code("retracted")

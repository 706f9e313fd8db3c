"""Questions for people, and their decisions."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.invented import account, decision, exactly, report

from reportedly.codebook import default
from reportedly.errors import CodebookError
from reportedly.records import Account, Code, Dispute, Incident, Link
from reportedly.review import decide, questions

DISPUTE = Dispute(id="d", left="x", right="y", kind="count", field="killed")
INCIDENT = Incident(id="INC-1", accounts=("a",), findings=(), disputes=(DISPUTE,))


def told(id: str, score: float | None = None) -> Account:
    return replace(account(report(), id=id), score=score)


def test_disputes_come_before_doubtful_links_and_sure_ones_do_not_come() -> None:
    links = [Link("a", "b", 0.5), Link("a", "c", 0.99), Link("a", "d", 0.3)]
    asked = questions([INCIDENT], links, [])
    assert [q.subject for q in asked] == [("INC-1",), ("a", "b"), ("a", "d")]


def test_what_was_decided_is_not_asked_again() -> None:
    settled = decision("adjudicate", "INC-1", field="killed", value=exactly(7))
    split = decision("split", "b", "a")
    assert questions([INCIDENT], [Link("a", "b", 0.5)], [settled, split]) == []
    undone = decision("undo", split.id)
    assert len(questions([INCIDENT], [Link("a", "b", 0.5)], [settled, split, undone])) == 1


def test_an_incident_of_doubtful_accounts_is_asked_about_until_somebody_accepts_it() -> None:
    plain = Incident(id="INC-2", accounts=("a", "b"), findings=())
    doubtful = [told("a", 0.4), told("b", 0.6)]
    asked = questions([plain], [], [], doubtful)
    assert [(q.subject, q.words) for q in asked] == [(("INC-2",), "did it happen?")]
    assert questions([plain], [], [decision("accept", "INC-2")], doubtful) == []
    assert questions([plain], [], [], [doubtful[0], told("b", 0.97)]) == []
    assert questions([plain], [], [], [told("a"), told("b")]) == []


def test_a_decision_is_made_whole() -> None:
    now = datetime(2031, 3, 20, tzinfo=UTC)
    made = decide(
        "correct",
        ["INC-1"],
        field="killed",
        value=exactly(12),
        reviewer="coder",
        reason="register",
        codebook=default(),
        made_at=now,
    )
    assert (made.subject, made.value, made.made_at) == (("INC-1",), exactly(12), now)


@pytest.mark.parametrize(
    ("action", "subject", "more"),
    [
        ("join", ["a"], {}),
        ("join", ["a", "a"], {}),
        ("correct", ["INC-1"], {"field": "killed", "reason": "x"}),
        ("reject", ["claim"], {}),
        ("accept", [], {}),
        ("accept", ["claim"], {"reviewer": " "}),
    ],
)
def test_a_decision_that_lacks_a_part_is_refused(action, subject, more) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ValueError, match=r"takes|names"):
        decide(action, subject, **{"reviewer": "coder", "codebook": default(), **more})


def test_a_value_of_another_kind_is_refused() -> None:
    for value in (Code("bombing"), exactly(1)):
        field = "killed" if isinstance(value, Code) else "type"
        with pytest.raises(CodebookError):
            decide("accept", ["INC-1"], field=field, value=value, reviewer="c", codebook=default())
    with pytest.raises(CodebookError, match="heist"):
        decide(
            "accept", ["INC-1"], field="type", value=Code("heist"), reviewer="c", codebook=default()
        )

"""Two people on one record: the second is told, and may look again."""

import pytest
from tests.invented import account, claim, decision, exactly, quote, report

from reportedly.errors import DecisionConflict
from reportedly.records import Decision
from reportedly.review import anchor, expecting
from reportedly.review.matters import last_on

SOURCE = report()
WHOLE = account(SOURCE, id="whole")
COUNT = claim(SOURCE, "killed", exactly(7), words="killed people")


def on_incident(field: str | None = "killed", id: str = "INC-1") -> Decision:
    return decision("correct", id, field=field, anchors=(anchor(WHOLE, id),))


def test_the_same_field_of_the_same_words_is_the_same_matter() -> None:
    first = on_incident()
    on_claim = decision("reject", COUNT.id, field="killed", anchors=(anchor(COUNT),))
    assert last_on(on_incident(id="INC-9"), [first]) == first
    assert last_on(on_incident(), [first, on_claim]) == on_claim
    assert last_on(on_incident("injured"), [first, on_claim]) is None
    assert last_on(on_incident(None), [first]) is None
    elsewhere = account(report("r2"), id="elsewhere")
    other = decision("correct", "INC-2", field="killed", anchors=(anchor(elsewhere, "INC-2"),))
    assert last_on(other, [first]) is None
    assert quote(SOURCE).overlaps(COUNT.evidence[0])


def test_decisions_without_anchors_go_by_their_subject_and_undoing_counts() -> None:
    first = decision("correct", "INC-1", field="killed")
    undo = decision("undo", first.id)
    assert last_on(on_incident(), [first, undo]) == undo
    assert last_on(decision("undo", first.id), [first]) == first


def test_who_saw_the_last_decision_may_decide() -> None:
    first = on_incident()
    expecting(on_incident(), "none")([])
    expecting(on_incident(), first.id)([first])
    with pytest.raises(DecisionConflict, match=f"coder decided about it .* --expect {first.id}"):
        expecting(on_incident(), "none")([first])
    with pytest.raises(DecisionConflict, match="no decision about it"):
        expecting(on_incident(), first.id)([])

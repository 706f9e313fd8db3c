"""Which decisions are in force."""

from tests.invented import decision

from reportedly.records.decision import standing


def test_an_undone_decision_is_out_and_an_undone_undo_brings_it_back() -> None:
    first = decision("reject", "claim-a")
    undo = decision("undo", first.id)
    assert standing([first]) == [first]
    assert standing([undo, first]) == []
    assert standing([first, undo, decision("undo", undo.id)]) == [first]


def test_a_later_decision_replaces_an_earlier() -> None:
    first = decision("accept", "claim-a")
    second = decision("accept", "claim-b", replaces=first.id)
    assert standing([second, first]) == [second]
    assert standing([first, second, decision("undo", second.id)]) == [first]

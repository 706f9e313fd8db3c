"""Which decisions are in force."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.invented import decision

from reportedly.records import Decision
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


steps = st.lists(st.tuples(st.booleans(), st.integers(0, 20)), max_size=20)


def log(drawn: list[tuple[bool, int]]) -> list[Decision]:
    """Decisions, and undoings of whatever was made before, undos too."""
    made: list[Decision] = []
    for undoes, number in drawn:
        if undoes and made:
            made.append(decision("undo", made[number % len(made)].id))
        else:
            made.append(decision("accept", f"INC-{number}"))
    return made


@given(steps, st.randoms(use_true_random=False))
def test_the_log_replays_to_the_same_decisions_in_whatever_order_it_is_read(
    drawn: Any, random: Any
) -> None:
    made = log(drawn)
    assert standing(random.sample(made, len(made))) == standing(made)
    for last in made[-1:]:
        undo = decision("undo", last.id)
        both_undone = standing([*made, undo, decision("undo", undo.id)])
        assert both_undone == standing(made)

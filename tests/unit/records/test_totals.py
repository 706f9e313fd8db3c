"""What the figures of one report come to."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.invented import account, at_least, claim, exactly, report

from reportedly.records import Actor, Claim, Count
from reportedly.records.totals import account_total, add, group_of, span, totals

R = report()
DOZENS = Count(24, None, 99, "dozens")


def killed(value: Count, **more: Any) -> Claim:
    return claim(R, "killed", value, **more)


def total(*claims: Claim) -> Count | None:
    return account_total(account(R, *claims), "killed")


def test_disjoint_groups_are_added_with_their_bounds() -> None:
    parts = killed(exactly(13), group="US troops"), killed(at_least(170), group="civilians")
    assert total(*parts) == Count(183, 183, None, "at_least")


def test_a_part_is_not_added_to_its_total() -> None:
    whole = killed(exactly(12), group="people")
    part = killed(exactly(3), group="children", part_of=whole.id)
    assert total(whole, part) == exactly(12)


def test_what_was_replaced_is_left_out_and_so_are_its_parts() -> None:
    new = killed(exactly(14), voice="hospital officials")
    old = killed(exactly(9), voice="the railway ministry", superseded_by=new.id)
    part = killed(exactly(2), group="children", part_of=old.id)
    assert total(new, old, part) == exactly(14)


def test_unmarked_groups_smaller_than_the_general_figure_are_within_it() -> None:
    assert total(
        killed(exactly(12), group="people"), killed(exactly(4), group="officers")
    ) == exactly(12)


def test_others_are_added_to_a_figure_that_cannot_include_them() -> None:
    one, others = killed(exactly(1), group="person"), killed(exactly(5), group="others")
    assert total(one, others) == exactly(6)
    assert total(killed(exactly(12), group="people"), others) == exactly(12)


def test_groups_of_one_voice_are_never_added_to_its_general_figure() -> None:
    groups = killed(exactly(7), group="civilians"), killed(exactly(2), group="riders")
    assert total(killed(exactly(6), group="bodies"), *groups) == exactly(7)


def test_one_person_told_of_is_no_toll() -> None:
    woman = killed(exactly(1), group="woman", voice="a doctor")
    assert total(killed(exactly(4), group="officers", voice="police"), woman) == exactly(4)
    assert total(woman) == exactly(1)


def test_the_outlets_own_figure_for_a_group_is_within_a_sources_general_figure() -> None:
    assert total(
        killed(exactly(3), group="children"), killed(exactly(12), voice="police")
    ) == exactly(12)


def test_several_voices_give_a_range_and_the_first_leads() -> None:
    said = killed(exactly(12), voice="the hospital"), killed(exactly(7), voice="the ministry")
    assert total(*said) == Count(7, 12, 12, "range")


def test_an_open_figure_leaves_the_range_open() -> None:
    said = killed(exactly(12), voice="the hospital"), killed(at_least(15), voice="a witness")
    assert total(*said) == Count(12, 12, None, "at_least")


def test_the_outlets_own_figure_leads_and_a_perpetrators_never_does() -> None:
    front = claim(R, "perpetrator", Actor("Ridge Front"))
    said = killed(exactly(20), voice="Ridge Front"), killed(exactly(8), voice="police")
    assert total(front, *said) == Count(8, 8, 20, "range")
    assert total(*said, killed(exactly(9))) == Count(8, 9, 20, "range")


def test_nothing_said_is_unknown_not_zero() -> None:
    assert total() is None
    assert total(killed(exactly(0))) == exactly(0)


def test_attackers_are_no_victims() -> None:
    both = account(R, killed(exactly(4)), claim(R, "attackers_killed", exactly(1)))
    assert account_total(both, "killed") == exactly(4)


@pytest.mark.parametrize(
    ("group", "key"),
    [
        (None, None),
        ("people", None),
        ("other people", None),
        ("others", "others"),
        ("US troops", "us troops"),
    ],
)
def test_group(group: str | None, key: str | None) -> None:
    assert group_of(killed(exactly(1), group=group)) == key


def test_bounds_of_sums() -> None:
    assert add([exactly(2), Count(None, 6, None, "approx")]) == Count(2, 8, None, "approx")
    assert add([exactly(2), Count(None, None, 9, "up_to")]) == Count(2, None, 11, "range")
    assert add([exactly(5), DOZENS]) == Count(29, None, 104, "range")
    assert add([exactly(13), Count(91, None, None, "at_least")]) == Count(
        104, None, None, "at_least"
    )


numbers = st.integers(0, 10_000)
counts = st.one_of(
    numbers.map(exactly),
    numbers.map(at_least),
    numbers.map(lambda n: Count(None, None, n, "up_to")),
    numbers.map(lambda n: Count(None, n, None, "approx")),
    st.tuples(numbers, numbers).map(lambda p: Count(min(p), None, max(p), "range")),
    st.just(DOZENS),
)


@given(st.lists(counts, min_size=1, max_size=6))
def test_a_sum_is_a_count_and_no_order_changes_it(parts: list[Count]) -> None:
    whole = add(parts)
    assert whole == add(parts[::-1])
    if all(p.bound == "exact" for p in parts):
        assert whole == exactly(sum(p.figure for p in parts))
    if whole.low is not None:
        assert whole.low == sum(p.low or 0 for p in parts)


@given(st.lists(counts, min_size=1, max_size=6))
def test_a_span_is_a_count_that_reaches_every_voice(voices: list[Count]) -> None:
    whole = span(voices, voices[0].best)
    for voice in voices:
        if whole.low is not None and voice.low is not None:
            assert whole.low <= voice.low
        if whole.high is not None and voice.high is not None:
            assert whole.high >= voice.high


def test_totals_are_by_voice_in_order_of_speech() -> None:
    said = [
        killed(exactly(2), voice="b"),
        killed(exactly(3), voice="a"),
        killed(exactly(1), voice="b"),
    ]
    assert {k: v[0] for k, v in totals(said, lambda c: c.voice).items()} == {
        "b": exactly(2),
        "a": exactly(3),
    }

"""Blocks are bounded, and what comes later changes nothing that was."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.link import candidates
from reportedly.link.candidates import CAP, Rank, blocks, moved, pairs, partners


def held(*accounts: tuple[int, str]) -> dict[Rank, dict[str, int]]:
    """Accounts by day with their keys, each key of one letter with weight 1, a capital with 2."""
    return {
        Rank(day, f"r{day}", 0): {key: 2 if key.isupper() else 1 for key in keys}
        for day, keys in accounts
    }


def days(keys: dict[Rank, dict[str, int]]) -> list[tuple[int, int]]:
    return [(left.day, right.day) for left, right in pairs(keys, blocks(keys.items()))]


def test_one_telling_key_or_two_lesser_ones() -> None:
    assert days(held((1, "A"), (2, "A"), (3, "bc"), (4, "bcd"), (5, "bd"))) == [
        (1, 2), (3, 4), (4, 5),
    ]  # fmt: skip


def test_never_two_accounts_of_one_report() -> None:
    keys = {Rank(1, "r", 0): {"A": 2}, Rank(1, "r", 1): {"A": 2}}
    assert list(pairs(keys, blocks(keys.items()))) == []


def test_a_key_that_many_hold_compares_with_the_first_of_them() -> None:
    many = held(*((day, "A") for day in range(3 * CAP)))
    found = list(pairs(many, blocks(many.items())))
    assert len(found) == CAP * (CAP - 1) // 2 + CAP * 2 * CAP
    assert max(left.day for left, _ in found) == CAP - 1


some = st.lists(st.text("ABcdef", min_size=1, max_size=4), min_size=1, max_size=12)


@given(some, st.integers(0, 12))
def test_a_past_day_has_the_pairs_of_a_store_that_ends_there(keys: list[str], day: int) -> None:
    whole = days(held(*enumerate(keys)))
    assert days(held(*enumerate(keys[:day]))) == [pair for pair in whole if max(pair) < day]


@given(some, st.data())
def test_one_more_account_touches_its_own_pairs_and_those_it_moved(
    keys: list[str], data: st.DataObject
) -> None:
    added = data.draw(st.integers(0, len(keys) - 1))
    bound, candidates.CAP = candidates.CAP, 2  # small, so that accounts cross it
    try:
        after = held(*enumerate(keys))
        before = {rank: mine for rank, mine in after.items() if rank.day != added}
        old, new = blocks(before.items()), blocks(after.items())
        fresh = next(rank for rank in after if rank.day == added)
        touched = {fresh}.union(
            *(moved(old[key].holders, new[key].holders) for key in after[fresh] if key in old)
        )
        made = {
            tuple(sorted((rank, other)))
            for rank in touched
            for other in partners(rank, after[rank], new, later=True)
        }
        kept = {pair for pair in pairs(before, old) if not touched & set(pair)}
        assert made | kept == set(pairs(after, new))
    finally:
        candidates.CAP = bound

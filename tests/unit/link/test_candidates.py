"""Blocks are bounded, and what comes later changes nothing that was."""

from array import array
from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from reportedly.link import candidates, every
from reportedly.link.candidates import CAP, Rank, moved, partners
from reportedly.link.every import every_pair

Held = dict[Rank, list[int]]


def held(*accounts: tuple[int, str]) -> Held:
    """Accounts by day with their keys, each key of one letter with weight 1, a capital with 2."""
    return {Rank(day, f"r{day}", 0): numbers(keys) for day, keys in accounts}


def numbers(keys: str) -> list[int]:
    return [ord(key) * 2 + key.isupper() for key in set(keys)]


def blocks(keys: Held) -> dict[int, list[Rank]]:
    made = defaultdict(list)
    for rank in sorted(keys):
        for key in keys[rank]:
            made[key].append(rank)
    return made


def pairs(keys: Held) -> list[tuple[Rank, Rank]]:
    ranks = sorted(keys)
    shares = every_pair(ranks, (array("q", keys[rank]) for rank in ranks))
    return [
        (ranks[one], ranks[other]) for share in shares for one, other in zip(*share, strict=True)
    ]


def days(keys: Held) -> list[tuple[int, int]]:
    return [(left.day, right.day) for left, right in pairs(keys)]


def test_one_telling_key_or_two_lesser_ones() -> None:
    assert days(held((1, "A"), (2, "A"), (3, "bc"), (4, "bcd"), (5, "bd"))) == [
        (1, 2), (3, 4), (4, 5),
    ]  # fmt: skip


def test_never_two_accounts_of_one_report() -> None:
    assert pairs({Rank(1, "r", 0): numbers("A"), Rank(1, "r", 1): numbers("A")}) == []


def test_a_key_that_many_hold_compares_with_the_first_of_them() -> None:
    many = held(*((day, "A") for day in range(3 * CAP)))
    found = pairs(many)
    assert len(found) == CAP * (CAP - 1) // 2 + CAP * 2 * CAP
    assert max(left.day for left, _ in found) == CAP - 1


def test_a_store_of_any_size_in_shares() -> None:
    keys = held(*((day, "ABCdef"[day % 5 : day % 5 + 2]) for day in range(40)))
    whole, every._AT_ONCE = every._AT_ONCE, 7
    try:
        in_shares = pairs(keys)
    finally:
        every._AT_ONCE = whole
    assert in_shares == pairs(keys)
    assert not pairs({})


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
        old, new = blocks(before), blocks(after)
        fresh = next(rank for rank in after if rank.day == added)
        touched = {fresh}.union(*(moved(old[key], new[key]) for key in after[fresh] if key in old))
        made = {
            tuple(sorted((rank, other)))
            for rank in touched
            for other in partners(rank, after[rank], new, later=True)
        }
        kept = {pair for pair in pairs(before) if not touched & set(pair)}
        assert made | kept == set(pairs(after))
    finally:
        candidates.CAP = bound

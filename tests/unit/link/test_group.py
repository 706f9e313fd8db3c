"""Grouping is a pure function of scores and verdicts."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.link import group
from reportedly.link.candidates import Rank

Scores = dict[tuple[Rank, Rank], float]


def rank(name: str, report: str = "") -> Rank:
    return Rank(1, report or name, ord(name))


def pairs(*names: str) -> set[tuple[Rank, Rank]]:
    return {(rank(name[0]), rank(name[1])) for name in names}


def scores(**given: float) -> Scores:
    return {(rank(name[0]), rank(name[1])): score for name, score in given.items()}


def groups(
    names: str, scored: Scores, joins: tuple[str, ...] = (), splits: tuple[str, ...] = ()
) -> list[str]:
    found = group(map(rank, names), scored, pairs(*joins), pairs(*splits))
    return ["".join(one.report for one in members) for members in found]


def test_the_order_of_scores_does_not_matter() -> None:
    given = scores(ab=0.9, bc=0.9, cd=0.9, ad=0.6)
    assert len({tuple(groups("dbca", dict(order))) for order in permutations(given.items())}) == 1


def test_a_split_holds_against_a_detour() -> None:
    given = scores(ab=0.9, bc=0.8, ac=0.7)
    assert groups("abc", given) == ["abc"]
    assert groups("abc", given, splits=("ac",)) == ["ab", "c"]
    assert groups("abc", {}, joins=("ab", "bc"), splits=("ac",)) == ["ab", "c"]


def test_a_join_needs_no_score() -> None:
    assert groups("ab", {}, joins=("ba",)) == ["ab"]


def test_two_accounts_of_one_report_meet_by_hand_alone() -> None:
    x, y, z = rank("x", "one"), rank("y", "one"), rank("z")
    scored = {(x, z): 0.9, (y, z): 0.8, (x, y): 0.9}
    assert group([x, y, z], scored) == [(x, z), (y,)]
    assert group([x, y], {}, joins=[(x, y)]) == [(x, y)]


def test_one_sure_pair_does_not_chain_two_groups() -> None:
    assert groups("abcd", scores(ab=0.95, cd=0.95, bc=0.9)) == ["ab", "cd"]


def test_what_one_member_rules_out_is_ruled_out_for_its_group() -> None:
    def apart(left: Rank, right: Rank) -> bool:
        return {left.report, right.report} == {"a", "c"}

    found = group(map(rank, "abc"), scores(ab=0.9, bc=0.8, ac=0.8), exclude=apart)
    assert ["".join(one.report for one in members) for members in found] == ["ab", "c"]


ids = "abcdefg"
pair = st.tuples(st.sampled_from(ids), st.sampled_from(ids)).filter(lambda p: p[0] < p[1])
some_scores = st.dictionaries(pair.map("".join), st.floats(0, 1), max_size=20)
some_pairs = st.sets(pair.map("".join), max_size=4)


@given(some_scores, some_pairs, some_pairs, st.randoms(use_true_random=False))
def test_a_partition_that_respects_splits_whatever_the_order(given, joins, splits, random) -> None:  # type: ignore[no-untyped-def]
    found = groups(ids, scores(**given), tuple(joins - splits), tuple(splits))
    assert sorted("".join(found)) == sorted(ids)
    for members in found:
        assert list(members) == sorted(members)
        assert not any(set(split) <= set(members) for split in splits)
    shuffled = list(given.items())
    random.shuffle(shuffled)
    assert groups(ids, scores(**dict(shuffled)), tuple(joins - splits), tuple(splits)) == found


@given(some_scores, some_scores)
def test_what_is_not_connected_changes_nothing(given, other) -> None:  # type: ignore[no-untyped-def]
    far = {name.upper(): score for name, score in other.items()}
    alone = groups(ids, scores(**given))
    assert [g for g in groups(ids + ids.upper(), scores(**given, **far)) if g.islower()] == alone

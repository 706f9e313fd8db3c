"""Grouping is a pure function of links and decisions."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st
from tests.invented import account, decision, report

from reportedly.link import group
from reportedly.records import Account, Decision, Link


def accounts(names: str) -> list[Account]:
    return [account(report(name), id=f"account-{name}") for name in names]


def link(pair: str, score: float) -> Link:
    return Link(f"account-{pair[0]}", f"account-{pair[1]}", score)


def groups(names: str, links: list[Link], *decisions: Decision, **more: object) -> list[str]:
    found = group(accounts(names), links, decisions, **more)  # type: ignore[arg-type]
    return ["".join(id[-1] for id in members) for members in found]


def test_a_newcomer_never_renames_an_incident() -> None:
    assert groups("mz", [link("mz", 1.0)]) == ["mz"]
    assert groups("mza", [link("mz", 1.0), link("az", 1.0)]) == ["mza"]


def test_the_order_of_links_does_not_matter() -> None:
    links = [link("ab", 0.9), link("bc", 0.9), link("cd", 0.9), link("ad", 0.6)]
    assert len({tuple(groups("dbca", list(order))) for order in permutations(links)}) == 1


def test_a_split_holds_against_a_detour() -> None:
    links = [link("ab", 0.9), link("bc", 0.8), link("ac", 0.7)]
    split = decision("split", "account-a", "account-c")
    assert groups("abc", links, split) == ["ab", "c"]
    assert groups("abc", links, split, decision("undo", split.id)) == ["abc"]


def test_a_join_needs_no_link_and_the_last_word_counts() -> None:
    join = decision("join", "account-a", "account-b")
    split = decision("split", "account-b", "account-a")
    assert groups("ab", [], join) == ["ab"]
    assert groups("ab", [link("ab", 1.0)], join, split) == ["a", "b"]
    assert groups("ab", [], split, decision("join", "account-a", "account-b")) == ["ab"]


def test_two_accounts_of_one_report_never_meet() -> None:
    source = report("a")
    pair = [account(source, id="account-x"), account(source, index=1, id="account-y")]
    other = account(report("b"), id="account-z")
    links = [link("xz", 0.9), link("yz", 0.8)]
    assert group([*pair, other], links, []) == [("account-x", "account-z"), ("account-y",)]


def test_aggregates_are_left_out() -> None:
    whole = account(report("a"), role="aggregate", id="account-a")
    assert group([whole, *accounts("b")], [link("ab", 1.0)], []) == [("account-b",)]


def test_one_sure_link_does_not_chain_two_groups() -> None:
    links = [link("ab", 0.95), link("cd", 0.95), link("bc", 0.9)]
    assert groups("abcd", links) == ["ab", "cd"]


def test_pairs_that_contradict_each_other_stay_apart() -> None:
    assert groups("ab", [link("ab", 1.0)], exclude=lambda a, b: True) == ["a", "b"]


ids = "abcdefg"
pairs = st.tuples(st.sampled_from(ids), st.sampled_from(ids)).filter(lambda p: p[0] != p[1])
some_links = st.lists(st.builds(link, pairs.map("".join), st.floats(0, 1)), max_size=20)
verdicts = st.lists(st.tuples(st.sampled_from(["join", "split"]), pairs), max_size=5)


@given(some_links, verdicts, st.randoms(use_true_random=False))
def test_a_partition_that_respects_splits_whatever_the_order(links, said, random) -> None:  # type: ignore[no-untyped-def]
    decisions = [decision(act, *(f"account-{name}" for name in pair)) for act, pair in said]
    found = groups(ids, links, *decisions)
    assert sorted("".join(found)) == sorted(ids)
    last = {frozenset(d.subject): d.action for d in decisions}
    for members in found:
        assert list(members) == sorted(members)
        for pair, action in last.items():
            if action == "split":
                assert not {id[-1] for id in pair} <= set(members)
    random.shuffle(links)
    assert groups(ids, links, *decisions) == found

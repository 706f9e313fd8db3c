"""The order in which reports arrive changes no value: nothing is settled by what came first."""

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.invented import account, at_least, claim, exactly, on, report, statement, town

from reportedly.codebook import default
from reportedly.reconcile import reconcile
from reportedly.reconcile.rules import COUNT_RULES
from reportedly.records import Account, Actor, Attribution, Code, Count, Report, Statement, Text

BOOK = default()
RULES = [*COUNT_RULES, "source-priority:hospital,Paper 1"]
VOICES = [None, "police", "the Dulmeck police", "the ministry", "a witness", "the Ridge Front"]
COUNTS = [exactly(3), exactly(7), exactly(12), at_least(7), Count(24, None, 99, "dozens")]
GROUPS = [None, "soldiers", "Quessaran soldiers", "villagers"]
DAYS = [None, date(2031, 3, 18), date(2031, 3, 19), date(2031, 3, 20)]

COUNTED = st.tuples(
    st.sampled_from(["killed", "injured", "attackers_killed"]),
    st.sampled_from(COUNTS),
    st.sampled_from(VOICES),
    st.sampled_from(GROUPS),
)
VALUES: dict[str, list[Any]] = {
    "date": [on("2031-03-17"), on("2031-03-18"), on("2031-03-01", "2031-03-31")],
    "place": [town("Dulmeck"), town("Zanterro", lat=14.0)],
    "type": [Code("bombing"), Code("armed_assault"), Code("other"), Code("arson")],
    "perpetrator": [Actor("Ridge Front"), Actor("Heron Brigade", qualifier="suspected")],
    "attribution": [
        Attribution("accused", "the ministry"),
        Attribution("claimed", "Ridge Front"),
        Attribution("unknown", denied=True),
    ],
    "target": [Text("a market"), Text("a checkpoint")],
    "status": [Code("completed"), Code("attempted")],
}
OTHER = st.sampled_from([(field, value) for field, said in VALUES.items() for value in said])
TOLD = st.tuples(st.sampled_from(DAYS), st.lists(COUNTED, max_size=4), st.lists(OTHER, max_size=5))


def made(number: int, told: Any) -> tuple[Account, Report, Statement]:
    day, counts, others = told
    source = report(f"r{number}", publisher=f"Paper {number % 3}", published=day)
    denial = statement(source, "the Ridge Front", "deny")
    claims = [
        claim(source, field, value, voice=voice, group=group, id=f"{number}-count-{n}")
        for n, (field, value, voice, group) in enumerate(counts)
    ]
    claims += [
        claim(source, field, value, id=f"{number}-{field}-{n}")
        for n, (field, value) in enumerate(others)
    ]
    return account(source, *claims), source, denial


@settings(max_examples=150, deadline=None)
@given(st.lists(TOLD, min_size=2, max_size=5), st.sampled_from(RULES), st.randoms())
def test_arrival_changes_no_value(told: list[Any], rule: str, random: Any) -> None:
    case = [made(number, one) for number, one in enumerate(told)]
    shuffled = random.sample(case, len(case))
    first, second = (
        reconcile(
            [one[0] for one in order],
            [one[2] for one in order],
            {one[1].id: one[1] for one in order},
            (),
            BOOK,
            rule,
            id="INC-1",
        )
        for order in (case, shuffled)
    )
    assert set(first.findings) == set(second.findings)
    assert set(first.disputes) == set(second.disputes)
    assert set(first.groups) == set(second.groups)
    assert first.voices == second.voices

"""A decision finds what it was about in the reading of a later extractor."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from tests.invented import account, claim, decision, exactly, quote, reading, report, statement

from reportedly.records import Account, Claim, Decision, Reading
from reportedly.review import anchor, current, dismissed, placed
from reportedly.review.anchoring import Found

TEXT = "A bomb killed seven people in Dulmeck. Later, three of them were named. A raid followed."
SOURCE = report(text=TEXT)


def killed(words: str, number: int, id: str = "c", field: str = "killed") -> Claim:
    return claim(SOURCE, field, exactly(number), words=words, id=id)


def told(words: str, id: str, *claims: Claim, index: int = 0) -> Account:
    return replace(account(SOURCE, *claims, id=id, index=index), mentions=(quote(SOURCE, words),))


def found(made: Decision, *accounts: Account, **more: Any) -> Found:
    (one,) = current([made], {SOURCE.id: reading(SOURCE, *accounts, **more)})
    return one


def about(action: Any, thing: Any, **more: Any) -> Decision:
    return decision(action, thing.id, anchors=(anchor(thing),), **more)


def test_a_claim_is_found_by_its_words_whatever_its_id() -> None:
    made = about("reject", killed("seven people", 7, "old"))
    now = told("A bomb", "a", killed("three of them", 3, "x"), killed("killed seven", 7, "new"))
    one = found(made, now)
    assert (one.decision.subject, one.accounts, one.waiting) == (("new",), ("a",), False)


def test_claims_on_the_same_words_are_told_apart_by_field_then_by_value() -> None:
    made = about("reject", killed("seven people", 7))
    now = told(
        "A bomb",
        "a",
        killed("seven people", 7, "injured", "injured"),
        killed("seven people", 8, "other"),
        killed("seven people", 7, "same"),
    )
    assert found(made, now).decision.subject == ("same",)


def test_what_is_not_read_any_more_leaves_the_decision_waiting() -> None:
    made = about("reject", killed("seven people", 7))
    one = found(made, told("A bomb", "a", killed("three of them", 3)))
    assert one.waiting
    assert one.decision.subject == one.accounts == ()


def test_where_the_report_is_not_there_nothing_waits() -> None:
    made = about("reject", killed("seven people", 7))
    (one,) = current([made], {})
    assert not one.waiting
    assert one.decision.subject == ()


def test_who_accepted_a_figure_accepted_that_figure() -> None:
    made = about("accept", killed("seven people", 7))
    now = told("A bomb", "a", killed("seven people", 8, "new"))
    assert found(made, now).decision.value == exactly(7)
    assert found(made, told("A bomb", "a", killed("seven people", 7))).decision.value is None


def test_an_account_is_found_by_overlap_then_by_extent() -> None:
    made = about("accept", told("A raid", "old"))
    whole = replace(account(SOURCE, id="whole"), mentions=(quote(SOURCE),))
    assert found(made, whole, told("A raid", "near", index=1)).accounts == ("near",)


def test_a_statement_is_found_by_its_words() -> None:
    said = statement(SOURCE, "a clerk", content=quote(SOURCE, "three of them were named"))
    again = replace(said, id="new", content=quote(SOURCE, "three of them"))
    one = found(about("dispute", said), statements=(again,))
    assert one.decision.subject == ("new",)


def test_what_has_kept_its_id_is_the_same() -> None:
    made = about("reject", killed("seven people", 7, "c"))
    (one,) = current([made], {}, {"c": "a"})
    assert (one.decision.subject, one.accounts) == (("c",), ("a",))


def test_a_decision_without_anchors_goes_by_what_its_subjects_are_called_today() -> None:
    made = [
        decision("correct", "INC-4", field="killed", value=exactly(8)),
        decision("reject", "c"),
        decision("join", "INC-4", "old"),
        decision("reject", "gone"),
        decision("undo", "decision-x"),
    ]
    called = {"INC-4": "new", "old": "other"}
    one, two, three, four, five = current(made, {}, {"c": "new"}, called)
    assert (one.decision.subject, one.accounts) == (("new",), ("new",))
    assert (two.decision.subject, two.accounts) == (("c",), ("new",))
    assert three.sides == (("new",), ("other",))
    assert four.waiting
    assert five.decision == made[-1]


def named(name: str) -> Account:
    return account(report(name), id=name)


def readings(names: Iterable[str]) -> dict[str, Reading]:
    return {named(n).report: reading(report(n), named(n)) for n in names}


def on(action: Any, subject: str, names: str, **more: Any) -> Decision:
    anchors = tuple(anchor(named(name), subject) for name in names)
    return decision(action, subject, anchors=anchors, **more)


def test_a_value_stays_with_most_of_what_the_person_saw() -> None:
    (made,) = current([on("correct", "INC-1", "abc", field="killed")], readings("abc"))
    assert placed(made, {"a": "1", "b": "2", "c": "2"}).accounts == ("b",)
    assert placed(made, {"b": "2", "c": "1"}).decision.subject == ("b",)
    assert placed(made, {}) == made


def test_what_was_rejected_whole_tells_of_no_incident_until_that_is_undone() -> None:
    made = on("reject", "INC-1", "ab")
    both = current([made], readings("ab"))
    assert dismissed(both) == dict.fromkeys("ab", both[0].decision)
    assert dismissed(current([made, decision("undo", made.id)], readings("ab"))) == {}
    assert dismissed(current([on("reject", "INC-1", "ab", field="killed")], readings("ab"))) == {}

"""A claim that a person made of words they selected, and a later extractor that reads them too."""

from dataclasses import replace
from typing import Any

from tests.invented import account, claim, decision, exactly, quote, reading, report, statement

from reportedly.records import PERSON, Account, Claim, Decision, Reading
from reportedly.review import anchor, current, selected, with_made
from reportedly.review.anchoring import Found

TEXT = "A bomb hit the mill in Dulmeck. Nine did not come home, the mayor said."
SOURCE = report(text=TEXT)
WORDS = quote(SOURCE, "Nine did not come home")


def told(*claims: Claim, id: str = "a") -> Account:
    return replace(account(SOURCE, *claims, id=id), mentions=(quote(SOURCE, "A bomb"),))


def made(number: int = 9, **more: Any) -> Decision:
    anchors = selected(told(), "killed", WORDS)
    subject = anchors[0].id
    return decision(
        "correct", subject, field="killed", value=exactly(number), anchors=anchors, **more
    )


def again(now: Reading, *decisions: Decision) -> list[Found]:
    return current(decisions, {SOURCE.id: now}, {one.id: one.id for one in now.accounts})


def test_it_is_added_with_the_words_as_they_stand_in_the_report() -> None:
    now = reading(SOURCE, told())
    (one,) = again(now, made())
    assert (one.adds, one.accounts, one.waiting) == (True, ("a",), False)
    (added,) = with_made(now, [one]).accounts[0].of("killed")
    assert (added.id, added.value, added.evidence) == (
        one.decision.subject[0],
        exactly(9),
        (WORDS,),
    )
    assert added.by == PERSON


def test_its_voice_is_whose_words_it_stands_in() -> None:
    said = statement(SOURCE, "the mayor", content=WORDS)
    now = reading(SOURCE, told(), statements=(said,))
    (added,) = with_made(now, again(now, made())).accounts[0].of("killed")
    assert (added.statement, added.voice) == (said.id, "the mayor")


def test_a_claim_that_is_read_there_later_is_corrected() -> None:
    read = claim(SOURCE, "killed", exactly(1), words="Nine", id="read")
    now = reading(SOURCE, told(read))
    (one,) = again(now, made())
    assert (one.adds, one.decision.subject, one.accounts) == (False, ("read",), ("a",))
    assert with_made(now, [one]) == now


def test_of_two_about_the_same_words_the_later_counts_and_stands_alone() -> None:
    now = reading(SOURCE, told())
    one, other = made(9), made(10)
    for decisions, number in (((one, other), 10), ((other,), 10), ((one,), 9)):
        (added,) = with_made(now, again(now, *decisions)).accounts[0].of("killed")
        assert added.value == exactly(number)


def test_a_later_decision_may_be_about_it() -> None:
    now = reading(SOURCE, told())
    first = made()
    (added,) = with_made(now, again(now, first)).accounts[0].of("killed")
    rejected = decision("reject", added.id, anchors=(anchor(added),))
    _, found = again(now, first, rejected)
    assert (found.decision.subject, found.accounts) == ((added.id,), ("a",))


def test_where_its_account_is_not_read_any_more_it_waits() -> None:
    elsewhere = replace(account(SOURCE, id="b"), mentions=(quote(SOURCE, "the mayor"),))
    (one,) = again(reading(SOURCE, elsewhere), made())
    assert (one.waiting, one.adds, one.accounts) == (True, False, ())

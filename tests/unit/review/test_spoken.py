"""Statements that a person makes of selected words, or sets right, and what is read later."""

from dataclasses import replace
from typing import Any

import pytest
from tests.invented import account, claim, decision, exactly, on, quote, reading, report, statement

from reportedly.records import (
    PERSON,
    Account,
    Actor,
    ActorInText,
    Decision,
    Reading,
    Said,
    Speaker,
    Statement,
)
from reportedly.records.evidence import Evidence
from reportedly.review import alone_since, current, selected, spoken, with_made
from reportedly.review.anchoring import Found

TEXT = (
    "A bomb hit the mill in Dulmeck, the mayor said. Nine did not come home, said the porter. "
    "“We shelled no mill,” the Ilvane Front replied."
)
SOURCE = report(text=TEXT)
BOMB = quote(SOURCE, "A bomb hit the mill in Dulmeck")
NINE = quote(SOURCE, "Nine did not come home")
PORTER = quote(SOURCE, "the porter")
DENIAL = quote(SOURCE, "We shelled no mill")
MAYOR = replace(
    statement(SOURCE, "the mayor", content=BOMB, id="said"),
    speaker=Speaker(name="the mayor", role="mayor", evidence=(quote(SOURCE, "the mayor"),)),
)
DEAD = claim(SOURCE, "killed", exactly(9), words="Nine", id="nine")


def told(*claims: Any) -> Account:
    return replace(account(SOURCE, *claims, id="a"), mentions=(quote(SOURCE, "A bomb"),))


NOW = reading(SOURCE, told(DEAD), statements=(MAYOR,))


def made(
    words: Evidence | Statement,
    act: Any = "assert",
    speaker: Evidence | None = None,
    denies: tuple[Statement, ...] = (),
    now: Reading = NOW,
    **more: Any,
) -> Decision:
    flags = {name: more.pop(name) for name in ("on", "unnamed", "denies_nothing") if name in more}
    value = Said(act, **flags)
    anchors = spoken(now, words, speaker, denies)
    return decision("correct", anchors[0].id, value=value, anchors=anchors, **more)


def again(now: Reading, *decisions: Decision) -> list[Found]:
    """As found where only what is read under its old id is known of what was read."""
    owners = {one.id: one.id for one in now.accounts} | {one.id: "" for one in now.statements}
    every = {SOURCE.id: [one.id for one in now.accounts]}
    return current(decisions, {SOURCE.id: now}, owners, None, every)


def amended(now: Reading, *decisions: Decision) -> Reading:
    return with_made(now, again(now, *decisions))


def said(now: Reading, id: str) -> Statement:
    return next(one for one in now.statements if one.id == id)


def test_it_is_added_with_the_words_and_the_speaker_as_they_stand_in_the_report() -> None:
    one = made(NINE, "assert", PORTER, on=on("2031-03-18"))
    (found,) = again(NOW, one)
    assert (found.adds, found.accounts, found.waiting) == (True, ("a",), False)
    added = said(amended(NOW, one), one.subject[0])
    assert added.content == NINE
    assert added.speaker == Speaker(name="the porter", evidence=(PORTER,))
    assert (added.act, added.mode, added.date) == ("assert", "indirect", on("2031-03-18"))
    assert added.by == PERSON


def test_a_report_that_tells_of_no_incident_has_statements_too() -> None:
    now = reading(SOURCE)
    one = made(NINE, "warn", now=now)
    assert said(amended(now, one), one.subject[0]).act == "warn"


def test_a_decision_holds_places_and_no_words() -> None:
    one = made(NINE, "assert", PORTER)
    assert [(a.kind, a.value) for a in one.anchors] == [("statement", None), ("speaker", None)]
    assert "porter" not in str(one)
    assert "Nine" not in str(one)


def test_who_is_named_is_whom_the_report_knows_by_those_words() -> None:
    front = quote(SOURCE, "the Ilvane Front")
    actor = ActorInText(actor=Actor("Ilvane Front", "invented:front"), mentions=(front,))
    now = replace(NOW, actors=(actor,))
    for words, expected in (
        (front, Speaker(name="the Ilvane Front", ref="invented:front", evidence=(front,))),
        (quote(SOURCE, "the mayor"), MAYOR.speaker),
        (None, Speaker(name=None)),
    ):
        one = made(DENIAL, "deny", words)
        assert said(amended(now, one), one.subject[0]).speaker == expected


def test_words_between_quotation_marks_are_said_directly() -> None:
    one = made(DENIAL, "deny")
    assert said(amended(NOW, one), one.subject[0]).mode == "direct"


def test_it_denies_what_the_person_says_it_denies() -> None:
    one = made(DENIAL, "deny", denies=(MAYOR,))
    assert said(amended(NOW, one), one.subject[0]).rebuts == ("said",)
    later = replace(MAYOR, id="said anew")
    assert said(amended(replace(NOW, statements=(later,)), one), one.subject[0]).rebuts == (
        "said anew",
    )


def test_claims_in_it_are_the_word_of_who_says_it() -> None:
    one = made(NINE, "assert", PORTER)
    (read,) = amended(NOW, one).accounts[0].claims
    assert (read.statement, read.voice) == (one.subject[0], "the porter")
    anchors = selected(told(), "missing", NINE)
    more = decision("correct", anchors[0].id, field="missing", value=exactly(9), anchors=anchors)
    (added,) = amended(NOW, more, one).accounts[0].of("missing")
    assert (added.statement, added.voice) == (one.subject[0], "the porter")


def test_a_claim_that_is_somebodys_word_stays_theirs() -> None:
    theirs = replace(DEAD, statement="said", voice="the mayor")
    now = replace(NOW, accounts=(told(theirs),))
    assert amended(now, made(NINE, "assert", PORTER)).accounts == (told(theirs),)


def test_what_was_read_is_set_right_with_the_claims_in_it() -> None:
    inside = replace(DEAD, statement="said", voice="the mayor")
    now = replace(NOW, accounts=(told(inside),))
    one = made(MAYOR, "estimate", PORTER)
    assert one.subject == ("said",)
    (found,) = again(now, one)
    assert (found.adds, found.accounts) == (False, ("a",))
    right = amended(now, one)
    assert (said(right, "said").act, said(right, "said").speaker.name) == ("estimate", "the porter")
    assert right.accounts[0].claims[0].voice == "the porter"
    act_alone = amended(now, made(MAYOR, "warn"))
    assert said(act_alone, "said").speaker == MAYOR.speaker
    nobody = amended(now, made(MAYOR, "assert", unnamed=True))
    assert said(nobody, "said").speaker == Speaker(name=None)
    assert nobody.accounts[0].claims[0].voice is None


def none(words: Statement, now: Reading) -> Decision:
    (words_alone,) = spoken(now, words)
    return decision("reject", words.id, anchors=(words_alone,))


def test_what_is_no_statement_is_gone_and_its_claims_are_whose_they_are_without_it() -> None:
    nine = replace(DEAD, statement="nine said", voice="the porter")
    other = replace(DEAD, id="cited", statement="nine said", voice="the clerk")
    porter = statement(SOURCE, "the porter", content=NINE, id="nine said", nested_in="whole")
    inside = statement(SOURCE, "x", content=quote(SOURCE, "Nine"), id="in", nested_in="nine said")
    whole = statement(SOURCE, "the paper", content=quote(SOURCE, TEXT), id="whole")
    denial = statement(SOURCE, "y", "deny", content=DENIAL, id="no", rebuts=("nine said", "said"))
    now = reading(SOURCE, told(nine, other), statements=(whole, MAYOR, porter, inside, denial))
    one = none(porter, now)
    (found,) = again(now, one)
    assert (found.adds, found.accounts, found.waiting) == (False, ("a",), False)
    right = amended(now, one)
    assert [each.id for each in right.statements] == ["whole", "said", "in", "no"]
    assert said(right, "in").nested_in == "whole"
    assert said(right, "no").rebuts == ("said",)
    assert [(c.statement, c.voice) for c in right.accounts[0].claims] == [
        ("in", "x"),  # the innermost that is left
        (None, "the clerk"),
    ]
    plain = amended(replace(now, statements=(porter,)), one)
    assert plain.statements == ()
    assert [(c.statement, c.voice) for c in plain.accounts[0].claims] == [
        (None, None),
        (None, "the clerk"),
    ]


def test_the_last_word_on_a_statement_counts_and_a_denial_of_none_denies_nothing() -> None:
    right, wrong = made(MAYOR, "warn", PORTER), none(MAYOR, NOW)
    assert amended(NOW, right, wrong).statements == ()
    again_said = said(amended(NOW, wrong, made(MAYOR, "warn")), "said")
    assert (again_said.act, again_said.speaker) == ("warn", MAYOR.speaker)
    denial = made(DENIAL, "deny", denies=(MAYOR,))
    around_it = statement(SOURCE, "z", content=quote(SOURCE, TEXT[:60]), id="around")
    now = replace(NOW, statements=(MAYOR, around_it))
    assert said(amended(now, denial, wrong), denial.subject[0]).rebuts == ()
    (lost,) = again(replace(NOW, statements=()), wrong)
    assert (lost.waiting, lost.adds) == (True, False)


def test_what_is_no_denial_denies_nothing_any_more() -> None:
    denial = statement(SOURCE, "the front", "deny", content=DENIAL, id="no", rebuts=("said",))
    now = replace(NOW, statements=(MAYOR, denial))
    assert said(amended(now, made(denial, "promise", now=now)), "no").rebuts == ()
    assert said(amended(now, made(denial, "doubt", now=now)), "no").rebuts == ("said",)
    nothing = made(denial, "deny", now=now, denies_nothing=True)
    assert said(amended(now, nothing), "no").rebuts == ()


def test_words_that_are_mostly_those_of_a_statement_are_that_statement() -> None:
    assert made(quote(SOURCE, "bomb hit the mill in Dulmeck")).subject == ("said",)
    assert made(quote(SOURCE, "the mill")).subject != ("said",)


def test_one_that_is_read_later_is_set_right() -> None:
    one = made(NINE, "doubt", PORTER)
    read = statement(SOURCE, "Nine", content=quote(SOURCE, "Nine did not come"), id="read")
    now = replace(NOW, statements=(MAYOR, read))
    (found,) = again(now, one)
    assert (found.adds, found.decision.subject) == (False, ("read",))
    right = amended(now, one)
    assert len(right.statements) == 2
    assert (said(right, "read").act, said(right, "read").speaker.name) == ("doubt", "the porter")


def test_a_correction_follows_its_statement_and_waits_without_it() -> None:
    one = made(MAYOR, "warn")
    moved = replace(MAYOR, id="anew", content=quote(SOURCE, "A bomb hit the mill"))
    assert said(amended(replace(NOW, statements=(moved,)), one), "anew").act == "warn"
    (lost,) = again(replace(NOW, statements=()), one)
    assert (lost.waiting, lost.adds) == (True, False)
    assert amended(replace(NOW, statements=()), one).statements == ()


def test_of_two_on_the_same_words_the_later_counts_and_stands_alone() -> None:
    one = made(NINE, "warn", PORTER)
    other = made(NINE, "deny", now=amended(NOW, one))
    assert one.subject == other.subject
    for decisions, act in (((one, other), "deny"), ((other,), "deny"), ((one,), "warn")):
        assert said(amended(NOW, *decisions), one.subject[0]).act == act


def test_one_inside_another_says_so() -> None:
    one = made(quote(SOURCE, "the mill"), "assert")
    assert said(amended(NOW, one), one.subject[0]).nested_in == "said"


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (lambda: made(NINE, "deny"), True),
        (lambda: made(DENIAL, "deny", PORTER), False),  # the same speaker says something else
        (lambda: decision("accept", "INC-1", anchors=made(NINE).anchors), False),
    ],
)
def test_the_same_matter_are_the_same_words(other: Any, same: bool) -> None:
    earlier = other()
    check = alone_since(made(NINE, "assert", PORTER), "none")
    if same:
        with pytest.raises(Exception, match="decided about the same thing"):
            check([earlier])
    else:
        check([earlier])

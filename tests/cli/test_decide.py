"""Deciding, taking back, and looking at who decided what."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reportedly import wording
from reportedly.cli import reviewer
from reportedly.cli.decide import command
from reportedly.store import open_store

from .conftest import Ran

Reportedly = Callable[..., Ran]


@pytest.fixture
def decide(reportedly: Reportedly, db: str, monkeypatch: pytest.MonkeyPatch) -> Reportedly:
    """Run a command on the store as Ana."""
    monkeypatch.setenv("REPORTEDLY_BY", "Ana Tessel")
    return lambda *words: reportedly(*words, "--db", db)


def test_a_correction_is_shown_beside_what_the_machine_reads(decide: Reportedly) -> None:
    ran = decide("decide", "correct", "INC-1", "killed", "9", "--why", "the register")
    assert ran.status == 0, ran.err
    assert "INC-1 killed: 7 to 15 (best 12) -> 9\nby Ana Tessel; take it back" in ran.out
    why = decide("why", "INC-1", "killed").out
    assert "decided: Ana Tessel corrected it on" in why
    assert "the machine reads 7 to 15 (best 12)" in why
    assert "killed       9 (decided by Ana Tessel)" in decide("show", "INC-1").out
    (told,) = (
        json.loads(line) for line in decide("why", "INC-1", "killed", "--json").out.split("\n")[:1]
    )
    assert told["differing"][0]["machine"] == [{"low": 7, "best": 12, "high": 15, "bound": "range"}]
    decide("export", "--as", "jsonl", "--profile", "internal", "out")
    (line,) = Path("out/incidents.jsonl").read_text(encoding="utf-8").splitlines()
    made = json.loads(line)["decisions"][0]
    assert (made["reviewer"], made["in_force"], len(made["machine"])) == ("Ana Tessel", True, 1)
    assert "INC-1 killed: 9, as Ana Tessel corrected" in decide("log", "--differs").out


def test_undo_and_undo_of_undo(decide: Reportedly) -> None:
    decide("decide", "accept", "INC-1", "killed", "7")
    ran = decide("undo", "--json")
    undo = json.loads(ran.out)["decision"]["id"]
    assert json.loads(ran.out)["changes"][0]["fields"][0]["field"] == "killed"
    assert "no decision of Ana Tessel is in force" in decide("undo").err
    assert "-> 7\n" in decide("undo", undo.removeprefix("decision-")).out
    assert "is not in force" in decide("undo", undo).err
    log = decide("log", "INC-1").out
    assert "Ana Tessel accepted INC-1 killed: 7" in log
    assert "undid: undid: accepted INC-1 killed: 7" in log
    states = [json.loads(line)["state"] for line in decide("log", "--json").out.splitlines()]
    assert [bool(state) for state in states] == [False, True, False]


def test_split_join_reject_and_dispute(decide: Reportedly) -> None:
    split = decide("decide", "split", "INC-1", "witness", "--why", "another market").out
    assert "INC-4 is an incident of its own" in split
    joined = decide("decide", "join", "INC-1", "INC-4").out
    assert "INC-4 is now part of INC-1" in joined
    of_witness = ("INC-1", "killed", "--report", "witness")
    rejected = decide("decide", "reject", *of_witness, "--why", "x").out
    assert "7 to 15 (best 12) -> 7 to 12" in rejected
    assert "value changed" in decide("decide", "dispute", "INC-1", "weapon", "--why", "x").out
    gone = decide("decide", "reject", "INC-1", "--why", "a film")
    assert "INC-1 is gone" in gone.out
    assert "Ana Tessel rejected it" in decide("show", "INC-1").err
    assert "split witness from" in decide("log").out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("correct", "INC-1", "killed", "9"), "takes a reason (--why TEXT)"),
        (("correct", "INC-1", "killed"), "write: reportedly decide correct ID FIELD VALUE"),
        (("accept", "INC-1", "killed", "seven or so"), "is no number for killed"),
        (("split", "INC-1"), "write: reportedly decide split ID REPORT..."),
        (("join", "INC-1", "INC-2"), "one incident already"),
        (("accept", "INC-1", "mood"), "no field 'mood'"),
        (("accept", "INC-9"), "no incident 'INC-9'"),
        (("accept", "INC-1", "killed", "--report", "nosuch"), "its reports: ministry"),
    ],
)
def test_what_is_missing_or_wrong_is_said(
    decide: Reportedly, words: tuple[str, ...], told: str
) -> None:
    ran = decide("decide", *words)
    assert ran.status in (1, 2)
    assert told in " ".join(ran.err.split())
    assert decide("log").out == "No decisions.\n"


def test_of_two_people_the_second_is_told(decide: Reportedly) -> None:
    first = decide("decide", "accept", "INC-1", "killed", "7", "--expect", "none", "--json")
    id = json.loads(first.out)["decision"]["id"]
    again = ("decide", "accept", "INC-1", "killed", "12", "--by", "Bo")
    ran = decide(*again, "--expect", "none")
    assert (ran.status, ran.out) == (1, "")
    assert "Ana Tessel decided about it" in ran.err
    assert decide(*again, "--expect", id).status == 0


def test_nobody_is_taken_for_the_one_who_decides(
    reportedly: Reportedly, db: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = reportedly("decide", "accept", "INC-1", "--db", db)
    assert ran.status == 2
    assert "--by NAME, or set REPORTEDLY_BY" in ran.err
    with open_store(db) as store:
        monkeypatch.setattr("sys.stdin.isatty", lambda: True)
        monkeypatch.setattr("sys.stderr.isatty", lambda: True)
        monkeypatch.setattr("typer.prompt", lambda text, err: " Ana Tessel ")
        assert reviewer.who(store, None) == "Ana Tessel"
        monkeypatch.setattr("typer.prompt", lambda text, err: pytest.fail("asked twice"))
        assert reviewer.who(store, None) == "Ana Tessel"
        assert reviewer.who(store, "Bo") == "Bo"


def test_a_report_is_forgotten(decide: Reportedly, db: str) -> None:
    assert "give the reason" in decide("forget", "witness", "--why", " ").err
    assert "no report 'nosuch'" in decide("forget", "nosuch", "--why", "x").err
    ran = decide("forget", "witness", "--why", "court order 12")
    assert ran.status == 0, ran.err
    assert "is forgotten" in ran.out
    assert "killed 7 to 12" in decide("incidents").out
    assert "Ana Tessel forgot a report: court order 12" in " ".join(decide("log").out.split())
    assert "bomb squad" not in decide("search", "squad").out


def test_words_of_a_report_become_a_statement(decide: Reportedly) -> None:
    quote = "At least 15 people died in Dulmeck"
    ask = ("decide", "correct", "witness", "estimate", "--quote", quote, "--speaker", "a man")
    assert "takes a reason (--why TEXT)" in decide(*ask).err
    ran = decide(*ask, "--said-on", "2031-03-19", "--why", "the extractor passed over it", "--json")
    assert ran.status == 0, ran.err
    made = json.loads(ran.out)["decision"]
    (id,) = made["subject"]
    assert made["value"] == {
        "act": "estimate",
        "date": {"earliest": "2031-03-19", "latest": "2031-03-19", "precision": "day"},
        "speaker_unnamed": False,
        "denies_nothing": False,
    }
    (said,) = map(json.loads, decide("statements", "--speaker", "a man", "--json").out.splitlines())
    assert (said["id"], said["by"], said["content"]["quote"]) == (id, "a person", quote)
    assert [one["quote"] for one in said["speaker"]["evidence"]] == ["a man"]
    assert "a man estimated" in decide("show", id).out
    assert "Ana Tessel corrected it on" in decide("show", id).out
    log = " ".join(decide("log").out.split())
    assert "corrected a statement in witness, 0-34: estimated (19 March 2031)" in log
    changed = decide("decide", "correct", id, "warn", "--speaker", "nobody", "--why", "read again")
    assert changed.status == 0, changed.err
    assert "somebody the report does not name warned" in decide("show", id).out
    for left in (1, 0):
        decide("undo")
        found = decide("statements", "--speaker", "a man", "--json").out.splitlines()
        assert len(found) == left


def test_a_statement_that_was_read_is_set_right(decide: Reportedly) -> None:
    ran = decide("decide", "correct", "hospital-said-1", "doubt", "--why", "it did not deny it")
    assert ran.status == 0, ran.err
    (said,) = map(json.loads, decide("statements", "--act", "doubt", "--json").out.splitlines())
    assert (said["id"], said["speaker"]["name"]) == ("hospital-said-1", "The ministry")
    shown = decide("show", "hospital-said-1").out
    assert "The ministry doubted" in shown
    assert "the machine reads: The ministry denied" in shown
    found = decide("search", "twelve", "had").out
    assert "The ministry doubted: «twelve had died» (by a person)" in found
    assert "denied: «twelve had died»\n" in found  # the copy says it too


def test_what_was_read_as_said_is_no_statement(decide: Reportedly) -> None:
    before = decide("statements", "--json").out.splitlines()
    ask = ("decide", "reject", "hospital-said-1")
    assert "takes a reason (--why TEXT)" in decide(*ask).err
    assert "or reject alone" in decide(*ask, "deny", "--why", "r").err
    assert "or reject alone" in decide(*ask, "--said-on", "2031", "--why", "r").err
    ran = decide(*ask, "--why", "a caption")
    assert ran.status == 0, ran.err
    left = decide("statements", "--json").out.splitlines()
    assert {json.loads(one)["id"] for one in before} - {json.loads(one)["id"] for one in left} == {
        "hospital-said-1"
    }
    assert "denied: «twelve had died» (by a person)" not in decide("search", "twelve", "had").out
    assert "rejected a statement in hospital, " in " ".join(decide("log").out.split())
    assert decide("rebuild").status == 0
    assert decide("statements", "--json").out.splitlines() == left
    decide("undo")
    assert decide("statements", "--json").out.splitlines() == before


def test_a_denial_that_a_person_found_is_a_dispute(decide: Reportedly) -> None:
    """Of a statement that states a fact of the incident; the figure becomes that voice's."""

    def disputes() -> list[str]:
        found = map(json.loads, decide("disputes", "--json").out.splitlines())
        return [one["right"] for one in found if one["kind"] == "proposition"]

    before = disputes()
    why = ("--why", "passed over")
    quote = ("--quote", "At least 15 people died")
    made = decide("decide", "correct", "witness", "assert", *quote, *why, "--json")
    (said,) = json.loads(made.out)["decision"]["subject"]
    squad = ("--quote", "a man in the bomb squad", "--denies", said)
    made = decide("decide", "correct", "witness", "deny", *squad, *why, "--json")
    (denial,) = json.loads(made.out)["decision"]["subject"]
    assert disputes() == [*before, denial]
    decide("undo")
    assert disputes() == before


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("witness", "deny"), "or a report, with --quote WORDS"),
        (("witness", "nod", "--quote", "At least 15"), "a statement takes correct, and one of"),
        (("witness", "deny", "--quote", "nobody wrote this"), "witness has no words"),
        (("hospital", "deny", "--quote", "died"), "'died' stands there 2 times; which? 14-18"),
        (("hospital", "deny", "--quote", "0-9999"), "has no characters 0 to 9999"),
        (("nothing", "deny", "--quote", "died"), "no statement and no report 'nothing'"),
        (("hospital-said-1", "deny", "--quote", "died"), "write the id of a statement; or a"),
        (("hospital-said-1", "deny", "--denies", "hospital-said-1"), "no statement denies itself"),
        (("hospital-said-1", "deny", "--denies", "ministry-said-0"), "has no statement"),
        (
            ("hospital-said-1", "deny", "--speaker", "the mayor"),
            "has no words 'the mayor'",
        ),
    ],
)
def test_a_quote_that_is_not_there_is_refused(
    decide: Reportedly, words: tuple[str, ...], message: str
) -> None:
    ran = decide("decide", "correct", *words, "--why", "r")
    assert ran.status != 0
    assert message in " ".join(ran.err.split())
    assert decide("log").out == "No decisions.\n"


def test_help_names_every_act() -> None:
    """They stand in its text, so that help loads nothing."""
    _, _, listed = (command.__doc__ or "").partition("ACT: ")
    named = listed.partition(".")[0].replace(",", " ").split()
    assert named == list(wording.ACTS)

"""What people say is said: believed at once, undone, as of a moment, and read again."""

from datetime import UTC, datetime
from typing import Any

import pytest

from reportedly import pipeline
from reportedly.errors import UnknownRecord
from reportedly.pipeline import Tools, put, rebuild, release
from reportedly.pipeline.deciding import cited
from reportedly.pipeline.saying import on_spoken, on_statement
from reportedly.records import PERSON, Act, Said, naming
from reportedly.review import decide
from reportedly.store.store import Store

from .test_deciding import ELSEWHERE, MakeTools, read

REPORT = ELSEWHERE.report


@pytest.fixture
def filled(store: Store, tools: MakeTools) -> Store:
    read(store, tools())
    return store


def say(store: Store, tools: Tools, words: str, act: Act, **more: Any) -> str:
    """The id of the statement."""
    found = release(store, tools)
    start = REPORT.text.index(words)
    place = cited(found, REPORT.id, "text", start, start + len(words))
    matter = on_spoken(found, place, **more)
    made = decide(
        "correct",
        matter.subject,
        value=Said(act),
        anchors=matter.anchors,
        reviewer="coder",
        reason="r",
        codebook=tools.codebook,
    )
    put(store, tools, made)
    return matter.subject[0]


def disputes(store: Store, tools: Tools, as_of: datetime | None = None) -> set[tuple[str, str]]:
    found = release(store, tools, as_of=as_of)
    return {(d.left, d.right) for one in found.incidents() for d in one.disputes} & {
        (d.left, d.right) for d in found.readings[REPORT.id].disputes
    }


def test_a_denial_that_a_person_found_is_believed_as_long_as_it_stands(
    filled: Store, tools: MakeTools
) -> None:
    old, new = tools(), tools("2")
    said = say(filled, old, "killed 3", "assert")
    before = datetime.now(UTC)
    pair = (said, say(filled, old, "A lorry.", "deny", denies=[said]))
    assert disputes(filled, old) == {pair}
    assert disputes(filled, old, before) == set()
    assert rebuild(filled, old) == []  # what is believed is what follows
    read(filled, new)
    assert disputes(filled, new) == {pair}
    kept = [one for one in release(filled, new).statements() if one.by == PERSON]
    assert [(one.id, one.act) for one in kept] == [(pair[0], "assert"), (pair[1], "deny")]
    (denial,) = [d.id for d in filled.decisions() if d.subject == pair[1:]]
    undo = decide("undo", [denial], reviewer="coder", codebook=new.codebook)
    put(filled, new, undo)
    assert disputes(filled, new) == set()
    assert rebuild(filled, new) == []
    pipeline.forget(filled, new, REPORT.id, "coder", "court order 12")
    assert REPORT.id not in release(filled, new).readings
    assert not [one for one in release(filled, new).statements() if one.by == PERSON]


def test_whom_a_person_heard_is_among_those_named(filled: Store, tools: MakeTools) -> None:
    start = REPORT.text.index("lorry")
    speaker = cited(release(filled, tools()), REPORT.id, "text", start, start + len("lorry"))
    say(filled, tools(), "killed 3", "assert", speaker=speaker)
    found = release(filled, tools())
    (told,) = found.namings([REPORT.id])
    assert told == naming(found.readings[REPORT.id])
    assert [one.name for one in told.speakers] == ["lorry"]


def test_what_is_no_statement_is_none_as_long_as_that_stands(
    filled: Store, tools: MakeTools
) -> None:
    old, new = tools(), tools("2")
    said = say(filled, old, "killed 3", "assert")
    denial = say(filled, old, "A lorry.", "deny", denies=[said])
    found = release(filled, old)
    known = found.statement(said)
    assert known is not None
    matter = on_statement(found, known)
    before = datetime.now(UTC)
    rejects = decide(
        "reject",
        matter.subject,
        anchors=matter.anchors,
        reviewer="coder",
        reason="a caption",
        codebook=old.codebook,
    )
    put(filled, old, rejects)
    now = release(filled, old)
    assert [one.id for one in now.statements()] == [denial]
    assert now.statement(said) is None
    assert disputes(filled, old) == set()
    assert disputes(filled, old, before) == {(said, denial)}
    assert rebuild(filled, old) == []
    read(filled, new)
    assert [one.id for one in release(filled, new).statements()] == [denial]
    with pytest.raises(UnknownRecord, match="nothing is read as said"):
        on_statement(release(filled, new), known.content)
    put(filled, new, decide("undo", [rejects.id], reviewer="coder", codebook=new.codebook))
    assert disputes(filled, new) == {(said, denial)}
    assert rebuild(filled, new) == []


def test_decisions_are_found_again_only_when_something_came(
    filled: Store, tools: MakeTools
) -> None:
    old, new = tools(), tools("2")
    first = release(filled, old).verdicts
    assert release(filled, old).verdicts is first
    said = say(filled, old, "killed 3", "warn")
    second = release(filled, old).verdicts
    assert said in second.said()[REPORT.id]
    assert second is not first
    assert release(filled, old, as_of=datetime.now(UTC)).verdicts is not second
    read(filled, new)
    third = release(filled, new).verdicts
    assert third is not second
    pipeline.forget(filled, new, REPORT.id, "coder", "court order 12")
    assert release(filled, new).verdicts is not third
    assert said not in [one.id for one in release(filled, new).statements()]

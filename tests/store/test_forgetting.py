"""A forgotten report is gone from the file, and everything else is as it was."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.invented import (
    account,
    claim,
    decision,
    exactly,
    quote,
    reading,
    received,
    statement,
)
from tests.replay.stories import TOOLS

from reportedly.errors import ForgottenReport, StoreError, UnknownRecord
from reportedly.pipeline import update
from reportedly.records import Actor, ActorInText, Failure, Received, Said, Text
from reportedly.review import anchor, selected, spoken
from reportedly.store import open_store
from reportedly.store.dialect import connect
from reportedly.store.store import Store

WORD = "quillwort"
WORDS = f"A bomb killed seven people beside the {WORD} stall in Dulmeck."


def mine() -> Received:
    return received(
        "r1",
        WORDS,
        title=f"Blast at the {WORD.title()} stall",
        url=f"https://paper.example/{WORD}-stall",
        publisher="Courier",
        published=date(2031, 3, 18),
    )


@pytest.fixture
def address(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'reports.db'}"


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """A store with the report in every table, and another report."""
    item = mine()
    source = item.report
    weapon = claim(source, "weapon", Text(f"a {WORD} pot"), words=WORD)
    count = claim(source, "killed", exactly(7), words="seven people")
    actor = ActorInText(actor=Actor(f"{WORD} sellers"), mentions=())
    with open_store(address) as opened:
        opened.add_received(item)
        opened.add_reading(
            reading(
                source,
                account(source, weapon, count, id="mine"),
                statements=(statement(source, f"a {WORD} seller"),),
                actors=(actor,),
                failures=(Failure(WORD, "extract", f"tripped over {WORD}"),),
            )
        )
        opened.add_failures([Failure(f"https://paper.example/{WORD}-stall", "read", "slow")])
        other = received("r2", "A bomb killed people at a market.")
        opened.add_received(other)
        opened.add_reading(reading(other.report, account(other.report, id="other")))
        opened.add_decision(decision("accept", weapon.id, anchors=(anchor(weapon),)))
        opened.add_decision(
            decision(
                "correct",
                weapon.id,
                field="weapon",
                value=Text(f"the {WORD}"),
                reason=f"it says: beside the {WORD} stall in",
                anchors=(anchor(weapon),),
            )
        )
        opened.add_decision(
            decision("reject", count.id, reason="an old toll", anchors=(anchor(count),))
        )
        yield opened


def words_in_files(folder: Path) -> list[str]:
    return [
        file.name
        for file in folder.glob("reports.db*")
        if WORD.encode() in file.read_bytes().lower()
    ]


def test_no_word_of_it_is_left_in_the_files(store: Store, tmp_path: Path) -> None:
    assert words_in_files(tmp_path)
    store.forget(mine().report.id, "Ana Tessel", "court order 12")
    store.compact()
    assert words_in_files(tmp_path) == []
    (grave,) = store.tombstones()
    assert (grave.report, grave.reviewer, grave.numbers) == (mine().report.id, "Ana Tessel", (1,))


def test_what_is_left_is_consistent(store: Store) -> None:
    before = datetime.now(UTC)
    store.forget(mine().report.id, "Ana Tessel", "court order 12")
    assert [report.name for report in store.reports()] == ["r2"]
    assert [report.name for report in store.reports(before)] == ["r2"]
    assert [a.id for read in store.readings() for a in read.accounts] == ["other"]
    assert [a.id for a in store.accounts(before)] == ["other"]
    assert store.index.numbers() == {"mine": 1, "other": 2}
    assert store.search("bomb").reports == tuple(store.reports())
    accepted, corrected, rejected = store.decisions()
    assert (accepted.anchors[0].value, corrected.value) == (None, None)
    assert "withheld" in corrected.reason
    assert rejected.reason == "an old toll"
    with pytest.raises(UnknownRecord):
        store.report(mine().report.id)
    third = received("r3", "A third report.")
    store.add_received(third)
    store.add_reading(reading(third.report, account(third.report, id="third")))
    assert store.index.numbers()["third"] == 3


def test_it_is_not_taken_again_under_any_name(store: Store) -> None:
    item = mine()
    read = reading(item.report, account(item.report, id="again"))
    store.forget(item.report.id, "Ana Tessel", "court order 12")
    renamed = received("other name", WORDS)
    for again in (item, renamed):
        with pytest.raises(ForgottenReport, match=r"forgotten on .* by Ana Tessel \(court order"):
            store.add_received(again)
    with pytest.raises(UnknownRecord):
        store.add_reading(read)
    with pytest.raises(UnknownRecord):
        store.forget("report-x", "Ana Tessel", "court order 12")
    store.forget(item.report.id, "Someone", "again")
    assert [grave.reviewer for grave in store.tombstones()] == ["Ana Tessel"]


def test_who_else_has_the_file_open_is_told_of(store: Store, address: str, tmp_path: Path) -> None:
    engine = connect(address)
    with engine.connect() as reader:
        reader.exec_driver_sql("SELECT count(*) FROM reports").all()
        store.forget(mine().report.id, "Ana Tessel", "court order 12")
        with pytest.raises(StoreError, match="close"):
            store.compact()
    engine.dispose()
    store.compact()
    assert words_in_files(tmp_path) == []


def test_settings_the_last_value_counts(store: Store) -> None:
    assert store.settings.get("reviewer") is None
    store.settings.set("reviewer", "Ana")
    store.settings.set("reviewer", "Ana Tessel")
    assert store.settings.get("reviewer") == "Ana Tessel"


def test_what_people_made_of_it_goes_too(store: Store, tmp_path: Path) -> None:
    """A claim of a person's stands in no table but in what is believed of its incident."""
    mill = mine().report
    with_words = quote(mill, f"{WORD} stall")
    home = next(a for read in store.readings() for a in read.accounts if a.id == "mine")
    anchors = selected(home, "target", with_words)
    target = {"field": "target", "value": Text(f"{WORD} stall"), "anchors": anchors}
    store.add_decision(decision("correct", anchors[0].id, **target))
    about = spoken(store.readings(reports=[mill.id])[0], with_words, quote(mill, WORD))
    store.add_decision(decision("correct", about[0].id, value=Said("deny"), anchors=about))
    store.add_decision(decision("join", "mine", "other"))
    update(store, TOOLS)
    (belief,) = store.beliefs.at(ids=["INC-1"])
    assert belief.incident is not None
    assert set(belief.incident.accounts) == {"mine", "other"}
    assert belief.incident.get("target") == Text(f"{WORD} stall")
    store.forget(mill.id, "Ana Tessel", "court order 12")
    update(store, TOOLS)
    store.compact()
    assert words_in_files(tmp_path) == []

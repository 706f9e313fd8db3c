"""The store keeps what it is given, once, and hands it out checked."""

import multiprocessing
import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.invented import (
    account,
    claim,
    decision,
    exactly,
    on,
    quote,
    reading,
    received,
    report,
    statement,
    town,
)

from reportedly.errors import EvidenceMismatch, StoreError, UnknownRecord
from reportedly.records import (
    Actor,
    ActorInText,
    Dispute,
    Evidence,
    Failure,
    Horizon,
    Reading,
    Report,
)
from reportedly.store import open_store
from reportedly.store.store import Store


@pytest.fixture
def address(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'reports.db'}"


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    with open_store(address) as opened:
        yield opened


def full(source: Report) -> Reading:
    """A reading with something in every table."""
    said = statement(
        source,
        "a spokesman",
        "warn",
        affiliation="the ministry",
        cue=quote(source, "said"),
        date=on("2031-03-18"),
        horizon=Horizon(date(2031, 4, 1), None),
        forum="a press conference",
    )
    denied = statement(source, "the Front", "deny", rebuts=(said.id,), nested_in=said.id)
    total = claim(
        source, "killed", exactly(7), words="killed people", voice="the ministry", statement=said.id
    )
    part = claim(source, "killed", exactly(2), group="children", part_of=total.id, score=0.5)
    where = claim(source, "place", town("Dulmeck"), words="Dulmeck", said_on=date(2031, 3, 19))
    return reading(
        source,
        account(source, total, part, where),
        account(source, index=1, role="background"),
        statements=(said, denied),
        actors=(ActorInText(actor=Actor("Front", "a:1"), mentions=(quote(source, "bomb"),)),),
        disputes=(Dispute(id="d", left="x", right="y", kind="count", field="killed"),),
        failures=(Failure("r1", "extract", "half of it"),),
    )


def test_what_goes_in_comes_out(store: Store) -> None:
    item = received(
        title="Blast", publisher="Courier", published=date(2031, 3, 19), url="https://x.example"
    )
    assert store.add_received(item)
    read = full(item.report)
    assert store.add_reading(read)
    assert store.reports() == [item.report]
    assert store.readings() == [read]
    assert store.accounts() == list(read.accounts)
    assert store.statements() == list(read.statements)
    assert store.failures() == list(read.failures)
    assert item.report.original is not None
    assert store.original(item.report.original) == item.data


def test_adding_twice_adds_once(store: Store) -> None:
    item = received()
    assert store.add_received(item)
    assert not store.add_received(item)
    read = full(item.report)
    assert store.add_reading(read)
    assert not store.add_reading(read)
    assert len(store.accounts()) == 2
    store.add_failures([Failure("a.pdf", "read", "damaged")] * 2)
    assert len(store.failures()) == 2


def test_a_second_reading_is_current_and_the_first_is_kept(store: Store) -> None:
    item = received()
    store.add_received(item)
    first = reading(item.report, account(item.report, id="account-old"))
    store.add_reading(first)
    moment = datetime.now(UTC)
    second = reading(item.report, account(item.report, id="account-new"), extractor="hand/2")
    store.add_reading(second)
    assert store.readings() == [second]
    assert store.readings(moment) == [first]
    assert store.readings(moment - timedelta(days=1)) == []
    assert store.reports(moment - timedelta(days=1)) == []
    assert store.index.numbers() == {"account-old": 1, "account-new": 1}
    assert store.has_reading(item.report.id, "hand/2")
    assert not store.has_reading(item.report.id, "hand/1")


def test_numbers_follow_the_text_and_are_never_given_twice(store: Store) -> None:
    item = received()
    store.add_received(item)
    source = item.report

    def at(words: str, id: str, index: int) -> Any:
        from dataclasses import replace

        made = account(source, index=index, id=id)
        return replace(made, mentions=(quote(source, words),))

    store.add_reading(reading(source, at("A bomb", "a1", 0), at("Tuesday", "a2", 1)))
    later = at("on Tuesday", "b1", 0), at("market", "b2", 1), at("bomb killed", "b3", 2)
    store.add_reading(reading(source, *later))
    assert store.index.numbers() == {"a1": 1, "a2": 2, "b1": 2, "b2": 3, "b3": 1}
    assert [a.id for a in store.accounts()] == ["b3", "b1", "b2"]


def test_a_reading_with_failures_is_tried_again(store: Store) -> None:
    item = received()
    store.add_received(item)
    store.add_reading(reading(item.report, failures=(Failure("r1", "extract", "broke"),)))
    assert not store.has_reading(item.report.id, "hand/1")


def test_a_wrong_quote_is_refused_and_an_altered_text_is_noticed(
    store: Store, tmp_path: Path
) -> None:
    item = received()
    store.add_received(item)
    wrong = Evidence(item.report.id, 0, 4, "none")
    bad = ActorInText(actor=Actor("Front"), mentions=(wrong,))
    with pytest.raises(EvidenceMismatch):
        store.add_reading(reading(item.report, actors=(bad,)))
    store.add_reading(full(item.report))
    raw = sqlite3.connect(tmp_path / "reports.db")
    raw.execute("UPDATE reports SET text = 'B' || text")
    raw.commit()
    raw.close()
    with pytest.raises(EvidenceMismatch):
        store.readings()


def test_a_reading_of_a_report_that_is_not_there(store: Store) -> None:
    with pytest.raises(UnknownRecord):
        store.add_reading(reading(report()))


def test_decisions(store: Store) -> None:
    made = decision("correct", "INC-1", field="killed", value=exactly(8), reason="register")
    assert store.add_decision(made)
    assert not store.add_decision(made)
    assert store.decisions() == [made]


def test_search(store: Store) -> None:
    item = received()
    store.add_received(item)
    store.add_received(received("r2", "Nothing happened in Ümlaut."))
    read = full(item.report)
    store.add_reading(read)
    found = store.search("BOMB market")
    assert found.reports == (item.report,)
    assert found.statements == read.statements
    assert store.search("ümlaut").reports[0].name == "r2"
    assert store.search('market" OR "x').reports == ()
    assert store.search("  ").reports == ()


def test_search_without_a_word_index(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.store.search.has_word_index", lambda connection: False)
    store.add_received(received())
    assert len(store.search("BOMB market").reports) == 1
    assert store.search("100% bomb").reports == ()


def _add(address: str, first: int) -> None:
    with open_store(address) as opened:
        for n in range(first, first + 20):
            item = received(f"r{n}", f"Report {n}: a bomb killed people.")
            opened.add_received(item)
            opened.add_reading(reading(item.report, account(item.report)))


def test_two_processes_add_at_once(address: str) -> None:
    spawn = multiprocessing.get_context("spawn")
    both = [spawn.Process(target=_add, args=(address, first)) for first in (0, 10)]
    for process in both:
        process.start()
    for process in both:
        process.join()
        assert process.exitcode == 0
    with open_store(address) as opened:
        assert len(opened.reports()) == len(opened.readings()) == 30
        assert sorted(opened.index.numbers().values()) == list(range(1, 31))


def test_a_database_of_a_newer_version_is_refused(address: str, tmp_path: Path) -> None:
    open_store(address).close()
    raw = sqlite3.connect(tmp_path / "reports.db")
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.commit()
    raw.close()
    with pytest.raises(StoreError, match="newer"):
        open_store(address)


def test_what_is_no_store_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("This is no database, but some notes about one. " * 50)
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(f"sqlite:///{tmp_path / 'notes.db'}")
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(f"sqlite:///{tmp_path / 'no' / 'such' / 'folder.db'}")
    with pytest.raises(StoreError, match="address"):
        open_store("no address")
    raw = sqlite3.connect(tmp_path / "other.db")
    raw.execute("CREATE TABLE songs (title TEXT)")
    raw.close()
    with pytest.raises(StoreError, match="songs"):
        open_store(f"sqlite:///{tmp_path / 'other.db'}")

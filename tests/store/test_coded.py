"""Files of other coders in the store: which rows count when, and that a forgotten file is gone."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from tests.invented import on

from reportedly.errors import ForgottenReport, UnknownRecord
from reportedly.records import Actor, Coded, CodedFile, CodedRow, Failure, Side, Toll
from reportedly.store import open_store
from reportedly.store.coded import AsOf
from reportedly.store.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path / 'coded.db'}") as opened:
        yield opened


def file(id: str = "file-1", **more: object) -> CodedFile:
    told: dict[str, object] = {"name": f"{id}.csv", "format": "ged", "coder": "Desk"}
    told |= {"sha256": f"sum of {id}", "columns": ("id", "best")}
    return CodedFile(id=id, **(told | more))  # type: ignore[arg-type]


def row(key: str, dead: int, day: str = "2031-03-18") -> CodedRow:
    event = Coded(
        format="ged",
        key=key,
        when=on(day),
        killed=Toll(dead, dead, dead),
        one=Side((Actor("Ilvane Ridge Front"),), 1),
    )
    return CodedRow(number=int(key) + 1, event=event, cells=(key, str(dead)))


def tolls(store: Store, as_of: AsOf = AsOf(), **more: object) -> dict[str, int | None]:  # noqa: B008
    found = store.coded.rows(as_of, **more)  # type: ignore[arg-type]
    return {r.event.key: r.event.killed.best for r in found if r.event.killed}


def test_a_row_comes_back_as_it_was(store: Store) -> None:
    assert store.coded.add(file(), [row("1", 7)], [])
    (found,) = store.coded.rows()
    assert (found.event, found.cells) == (row("1", 7).event, ("1", "7"))
    assert (found.number, found.coder, found.file) == (2, "Desk", "file-1")
    (kept,) = store.coded.files()
    assert (kept.columns, kept.sha256, kept.fetched) == (("id", "best"), "sum of file-1", None)


def test_the_same_file_is_taken_in_once(store: Store) -> None:
    assert store.coded.add(file(), [row("1", 7)], [Failure("file-1.csv row 2", "import", "is bad")])
    assert not store.coded.add(file(), [row("1", 7)], [])
    assert (len(store.coded.files()), len(tolls(store)), len(store.failures())) == (1, 1, 1)


def test_the_row_taken_in_last_counts(store: Store) -> None:
    store.coded.add(file("file-1"), [row("1", 7), row("2", 3)], [])
    between = datetime.now(UTC)
    store.coded.add(file("file-2"), [row("1", 12)], [])
    store.coded.add(file("file-3", coder="Other"), [row("1", 40)], [])
    assert tolls(store, coder="Desk") == {"1": 12, "2": 3}
    assert tolls(store, coder="Other") == {"1": 40}
    assert tolls(store, AsOf.of(between)) == {"1": 7, "2": 3}
    assert tolls(store, AsOf.of(between - timedelta(days=1))) == {}


def test_a_file_was_known_from_the_day_it_was_fetched(store: Store) -> None:
    store.coded.add(file(fetched=date(2031, 4, 1)), [row("1", 7)], [])
    assert tolls(store, AsOf.of(date(2031, 3, 31))) == {}
    assert tolls(store, AsOf.of(date(2031, 4, 1))) == {"1": 7}


def test_rows_of_some_days(store: Store) -> None:
    store.coded.add(file(), [row("1", 7), row("2", 3, "2031-05-01")], [])
    assert tolls(store, days=(date(2031, 3, 18), date(2031, 4, 30))) == {"1": 7}


def test_a_file_is_kept_whole_or_not_at_all(store: Store) -> None:
    def torn() -> Iterator[CodedRow]:
        yield row("1", 7)
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="disk"):
        store.coded.add(file(), torn(), [])
    assert store.coded.files() == []
    assert tolls(store) == {}


def test_a_forgotten_file_is_gone_and_not_taken_again(store: Store, tmp_path: Path) -> None:
    store.coded.add(file(), [row("1", 7)], [Failure("file-1.csv row 2", "import", "quillwort")])
    store.coded.add(file("file-2"), [row("2", 3)], [Failure("file-2.csv row 9", "import", "bad")])
    store.coded.forget("file-1", "coder", "licence ended")
    store.coded.forget("file-1", "coder", "again")
    store.compact()
    assert [one.id for one in store.coded.files()] == ["file-2"]
    assert tolls(store) == {"2": 3}
    assert [one.source for one in store.failures()] == ["file-2.csv row 9"]
    with pytest.raises(ForgottenReport, match="licence ended"):
        store.coded.add(file(), [row("1", 7)], [])
    with pytest.raises(ForgottenReport):  # under another name, or as another coder's
        store.coded.add(file("file-9", sha256="sum of file-1"), [row("1", 7)], [])
    with pytest.raises(UnknownRecord):
        store.coded.forget("file-7", "coder", "reason")
    assert b"quillwort" not in (tmp_path / "coded.db").read_bytes()

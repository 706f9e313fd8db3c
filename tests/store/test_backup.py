"""A restored store is the same store; a damaged backup restores nothing."""

import json
import shutil
import sqlite3
from pathlib import Path
from random import Random
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from tests.replay.stories import STORIES, TOOLS, Story, Teller
from tests.replay.test_replay import shown

from reportedly.errors import DamagedBackup, StoreError
from reportedly.pipeline import release, update
from reportedly.store import backing_up, open_store
from reportedly.store.backing_up import back_up, restore
from reportedly.store.tables import metadata


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("backup")
    open_store(f"sqlite:///{found / 'empty.db'}").close()
    return found


def _rows(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, in order, as the database keeps them."""
    with sqlite3.connect(file) as raw:
        named = raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: raw.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall()
            for (name,) in named
            if not name.startswith("report_words")
        }


@settings(
    max_examples=3,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(STORIES)
def test_any_story_comes_back_row_for_row(folder: Path, story: Story) -> None:
    first, second = folder / "first.db", folder / "second.db"
    for old in folder.glob("[fs]*"):
        old.unlink()
    shutil.copy(folder / "empty.db", first)
    with open_store(f"sqlite:///{first}") as store:
        teller = Teller(store, story)
        for step in story.steps:
            teller.tell(step, lambda: update(store, TOOLS))
        store.forget(store.reports()[0].id, "coder", "invented")
        update(store, TOOLS)
        back_up(store.url, folder / "first.zip")
        with pytest.raises(StoreError, match="there already"):
            back_up(store.url, folder / "first.zip")
        restore(folder / "first.zip", f"sqlite:///{second}")
        assert _rows(second) == _rows(first)
        with open_store(f"sqlite:///{second}") as copy:
            back_up(copy.url, folder / "second.zip")
            assert (folder / "second.zip").read_bytes() == (folder / "first.zip").read_bytes()
            for moment in [told.at for told in teller.told[-10:]]:
                then, there = (release(one, TOOLS, as_of=moment) for one in (store, copy))
                assert shown(there) == shown(then)
            assert update(copy, TOOLS) == []


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """The backup of a new store with one setting."""
    with open_store(f"sqlite:///{tmp_path / 'made.db'}") as store:
        store.settings.set("reviewer", "Ana Tessel")
        back_up(store.url, tmp_path / "saved.zip")
    return tmp_path / "saved.zip"


def test_a_damaged_backup_restores_nothing(saved: Path, tmp_path: Path) -> None:
    whole, rng = saved.read_bytes(), Random(8)
    target = tmp_path / "target.db"
    refused = 0
    for n in range(40):
        broken = bytearray(whole)
        if n % 3:
            broken[rng.randrange(len(whole))] ^= 1 << rng.randrange(8)
        else:
            del broken[rng.randrange(len(whole)) :]
        (tmp_path / "broken.zip").write_bytes(broken)
        try:
            restore(tmp_path / "broken.zip", f"sqlite:///{target}")
        except DamagedBackup:
            assert list(tmp_path.glob("target*")) == []
            refused += 1
        else:  # what was altered says nothing: a time, a flag of the zip
            with open_store(f"sqlite:///{target}") as store:
                assert store.settings.get("reviewer") == "Ana Tessel"
            target.unlink()
    assert refused > 20


def test_a_failure_on_the_way_leaves_nothing(
    saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(backing_up, "renumber", full)
    with pytest.raises(OSError, match="no space"):
        restore(saved, f"sqlite:///{tmp_path / 'target.db'}")
    assert list(tmp_path.glob("target*")) == []


def test_a_store_is_never_overwritten(saved: Path, tmp_path: Path) -> None:
    before = _rows(tmp_path / "made.db")
    with pytest.raises(StoreError, match="holds a store already"):
        restore(saved, f"sqlite:///{tmp_path / 'made.db'}")
    assert _rows(tmp_path / "made.db") == before


def test_a_backup_of_a_newer_program_is_named_as_such(saved: Path, tmp_path: Path) -> None:
    newer = tmp_path / "newer.zip"
    with ZipFile(saved) as old, ZipFile(newer, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "manifest.json":
                data = json.dumps({**json.loads(data), "step": "9999"}).encode()
            new.writestr(name, data)
    with pytest.raises(StoreError, match="newer reportedly"):
        restore(newer, f"sqlite:///{tmp_path / 'target.db'}")
    assert list(tmp_path.glob("target*")) == []


def test_every_table_is_in_it(saved: Path) -> None:
    with ZipFile(saved) as packed:
        names = {name for name in packed.namelist() if name.startswith("tables/")}
    assert names == {f"tables/{table}.jsonl" for table in metadata.tables}

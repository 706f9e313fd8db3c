"""What every command says of a restored store, at ten moments and days of its history."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from reportedly.cli import opened
from reportedly.export import EXPORTERS, export
from reportedly.pipeline import Tools, release
from reportedly.records import Reading, Received
from reportedly.store import open_store

from .conftest import Ran

Reportedly = Callable[..., Ran]
DECIDED: Sequence[Sequence[str]] = (
    ("decide", "correct", "INC-1", "killed", "9", "--why", "the register"),
    ("decide", "split", "INC-1", "witness", "--why", "another market"),
    ("undo",),
    ("decide", "dispute", "INC-1", "killed", "--why", "the hospital counts otherwise"),
    ("forget", "copy", "--why", "court order 12", "--yes"),
)
LISTS = (
    ("incidents", "--json"),
    ("statements", "--json"),
    ("disputes", "--json"),
    ("warnings", "--json"),
    ("show", "INC-1", "--json"),
    ("show", "INC-1"),
    ("why", "INC-1", "killed"),
)


def _everything(reportedly: Reportedly, db: str, times: Sequence[str]) -> list[tuple[object, ...]]:
    """What each command prints, by command and time."""
    said: list[tuple[object, ...]] = []

    def ask(*words: str) -> None:
        ran = reportedly(*words, "--db", db)
        said.append((words, ran.status, ran.out, ran.err))

    for time in times:
        for words in LISTS:
            ask(*words, "--as-of", time)
        ask("changes", "--since", time, "--json")
    ask("log", "--json")
    ask("search", "Dulmeck")
    return said


def _files(db: str, times: Sequence[str], tools: Tools, out: Path) -> dict[str, bytes]:
    """The files of every format as of each time, and now."""
    with open_store(db) as store:
        for n, time in enumerate([None, *map(_time, times)]):
            export(release(store, tools, as_of=time), sorted(EXPORTERS), out / str(n))
    found = (path for path in out.rglob("*") if path.is_file())
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in found}


def _time(text: str) -> date:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def test_a_restored_store_says_the_same_of_every_time(
    reportedly: Reportedly, db: str, market: list[tuple[Received, Reading]], tmp_path: Path
) -> None:
    times = ["2031-03-18", "2031-03-19"]

    def now() -> None:
        times.append(datetime.now(UTC).isoformat())

    now()
    assert reportedly("incidents", "--db", db).status == 0
    now()
    for words in DECIDED:
        ran = reportedly(*words, "--by", "Ana Tessel", "--db", db)
        assert ran.status == 0, ran.err
        now()
    with open_store(db) as store:
        store.add_reading(replace(market[0][1], extractor="hand/2", statements=()))
    reportedly("incidents", "--db", db)
    now()
    assert len(times) >= 10
    backed = reportedly("backup", "store.zip", "--db", db)
    assert (backed.status, "4 reports, 4 decisions" in backed.out) == (0, True), backed
    assert reportedly("restore", "store.zip", "--into", "copy.db").status == 0
    tools = opened.tools()
    first, second = (
        _files(one, times, tools, tmp_path / name)
        for name, one in (("first", db), ("second", f"sqlite:///{tmp_path / 'copy.db'}"))
    )
    assert second == first
    some = [times[2], times[6], times[-2]]
    assert _everything(reportedly, "copy.db", some) == _everything(reportedly, db, some)


def test_what_is_refused(reportedly: Reportedly, db: str) -> None:
    reportedly("backup", "store.zip", "--db", db)
    ran = reportedly("restore", "store.zip", "--into", db)
    assert (ran.status, "name a new one with --into" in ran.err) == (1, True)
    assert "no store at" in reportedly("backup", "other.zip", "--db", "none.db").err
    Path("torn.zip").write_bytes(Path("store.zip").read_bytes()[:-40])
    ran = reportedly("restore", "torn.zip", "--into", "new.db")
    assert (ran.status, "torn.zip is damaged" in ran.err) == (1, True)
    assert not Path("new.db").exists()

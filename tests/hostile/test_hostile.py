"""Every hostile file ends in what was expected of it, in bounded time and memory."""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.hostile.generate import generate

from reportedly.read.limits import Limits
from reportedly.read.sources import read_sources
from reportedly.records import Failure, Received
from reportedly.store import open_store

MEMORY = 1_000_000_000  # bytes of address space
SECONDS = 120
SECONDS_A_FILE = 30
CHECK = Path(__file__).with_name("check.py")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("hostile")
    assert generate(folder) >= 200
    yield folder
    for large in folder.rglob("*50mb*"):
        large.unlink()


def test_every_file_is_read_or_refused_as_expected(hostile: Path) -> None:
    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

    done = subprocess.run(
        [sys.executable, str(CHECK), str(hostile), str(SECONDS_A_FILE)],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        preexec_fn=bounded if sys.platform == "linux" else None,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    told: dict[str, Any] = json.loads(done.stdout)
    assert told["problems"] == {}
    assert told["files"] >= 200
    assert done.stderr == ""  # libraries keep their warnings to themselves


def test_the_good_ones_are_stored_and_the_rest_recorded(hostile: Path, tmp_path: Path) -> None:
    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (2 * MEMORY, 2 * MEMORY))

    address = f"sqlite:///{tmp_path / 'store.db'}"
    done = subprocess.run(
        [sys.executable, "-m", "reportedly", "add", str(hostile / "files"), "--db", address],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        preexec_fn=bounded if sys.platform == "linux" else None,
        check=False,
    )
    assert done.returncode == 1, done.stderr[-2000:]
    assert "Traceback" not in done.stderr
    store = open_store(address)
    assert {"french-1252", "good"} <= {r.name for r in store.reports()}
    failures = list(store.failures())
    assert len(failures) > 200
    assert not [f for f in failures if "fault of reportedly" in f.reason]


def test_good_files_get_through_among_bad_ones(hostile: Path) -> None:
    small = Limits(document=2_000_000, row=2_000_000)
    read = [*read_sources([str(hostile / "files")], limits=small)]
    names = [r.report.name for r in read if isinstance(r, Received)]
    assert {"french-1252", "good", "named", "russian-1251", "unclosed"} <= set(names)
    failed = {f.source for f in read if isinstance(f, Failure)}
    assert any("text/binary-low.txt" in source for source in failed)
    assert all(f.reason and f.stage == "read" for f in read if isinstance(f, Failure))


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes")
def test_folders_of_links_pipes_and_odd_names(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One person was killed.")
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "b.txt").write_text("Two people were killed.")
    (inner / "loop").symlink_to(tmp_path)
    (inner / "self").symlink_to(inner / "self")
    (tmp_path / "again").symlink_to(inner)
    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "missing")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / ".hidden.txt").write_text("Nobody sees this.")
    (tmp_path / "unknown.xyz").write_text("?")
    os.mkfifo(tmp_path / "pipe.txt")
    odd = os.fsdecode(bytes(str(tmp_path), "utf-8") + b"/odd-\xff.txt")
    Path(odd).write_text("Three people were killed.")
    read = [*read_sources([str(tmp_path)])]
    assert [r.report.text[:5] for r in read if isinstance(r, Received)] == [
        "One p",
        "Two p",
        "Three",
    ]
    reasons = {Path(f.source).name: f.reason for f in read if isinstance(f, Failure)}
    assert set(reasons) == {"self", "nowhere.txt", "pipe.txt", "unknown.xyz"}
    assert reasons["nowhere.txt"] == "is a link to nothing"
    assert reasons["pipe.txt"] == "is not a regular file"


def test_a_very_deep_folder(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(300):
        deep = deep / "d"
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text("Four people were killed.")
    (received,) = read_sources([str(tmp_path)])
    assert isinstance(received, Received)

"""What goes wrong is said in a line or two, with what to do; never a traceback unless asked for."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

import pytest

from reportedly.cli import app

from .conftest import Ran

Reportedly = Callable[..., Ran]
COMMAND = [sys.executable, "-c", "from reportedly.cli import main; main()"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nonsense"], "No such command 'nonsense'"),
        (["read"], "Missing argument 'SOURCE'"),
        (["read", "--nonsense", "x"], "No such option"),
        (["read", "--published", "yesterday", "x"], "write it as 2031-03-18"),
        (["incidents", "--rule", "guess"], "no rule 'guess'"),
        (["incidents", "--type", "war"], "no type 'war'"),
        (["why", "INC-1", "mood"], "no field 'mood'"),
        (["statements", "--act", "sing"], "no act 'sing'"),
        (["export", "--as", "stone", "out"], "no exporters named 'stone'"),
    ],
)
def test_wrong_usage(reportedly: Reportedly, db: str, arguments: list[str], says: str) -> None:
    if arguments[0] not in ("nonsense", "read"):
        arguments = [*arguments, "--db", db]
    ran = reportedly(*arguments)
    assert ran.status == 2
    assert says in " ".join(ran.err.split())
    assert ran.out == ""
    assert "Traceback" not in ran.err


def test_no_arguments_show_the_help(reportedly: Reportedly) -> None:
    ran = reportedly()
    assert ran.status == 2
    assert "Commands:" in ran.out + ran.err


def test_an_unknown_incident(reportedly: Reportedly, db: str) -> None:
    ran = reportedly("why", "INC-99", "killed", "--db", db)
    assert ran.status == 1
    assert ran.err == "reportedly: no incident 'INC-99': `reportedly incidents` lists them\n"


def test_no_store_is_said_and_none_is_made(reportedly: Reportedly, tmp_path: Path) -> None:
    ran = reportedly("incidents")
    assert ran.status == 1
    assert "no store at reportedly.db" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_store(reportedly: Reportedly, tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text(
        "these are notes, and long enough to be taken for a page" * 9
    )
    ran = reportedly("incidents", "--db", "notes.db")
    assert ran.status == 1
    assert "notes.db" in ran.err
    assert "Traceback" not in ran.err


def test_a_source_that_is_not_there_fails_alone(reportedly: Reportedly, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Nothing of note happened in the town on Tuesday.\n" * 5)
    ran = reportedly("read", "absent.txt", "note.txt")
    assert ran.status == 1
    assert "absent.txt: no such file or folder" in ran.err
    assert "note" in ran.out


def test_add_names_what_failed_and_stores_the_rest(reportedly: Reportedly, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Nothing of note happened in the town on Tuesday.\n" * 5)
    first = reportedly("add", "note.txt", "absent.txt")
    assert first.status == 1
    assert first.out.startswith("1 new report (0 known before)")
    assert "absent.txt: no such file or folder (read)" in first.err
    again = reportedly("add", "note.txt")
    assert again.status == 0
    assert again.out.startswith("no new reports (1 known before)")


def test_a_fault_is_one_line_and_a_traceback_on_demand(
    reportedly: Reportedly, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise RuntimeError("the moon is in the way")

    monkeypatch.setattr(app, "application", lambda: lambda *_, **__: broken())
    ran = reportedly("incidents")
    assert ran.status == 1
    assert "RuntimeError: the moon is in the way" in ran.err
    assert "--debug" in ran.err
    assert "Traceback" not in ran.err
    with pytest.raises(RuntimeError):
        reportedly("incidents", "--debug")


def test_an_interruption_is_quiet(reportedly: Reportedly, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(app, "application", lambda: lambda *_, **__: interrupted())
    assert reportedly("incidents") == Ran(130, "", "")


def test_a_reader_who_leaves_early_is_no_error(db: str, tmp_path: Path) -> None:
    command = [*COMMAND, "incidents", "--json", "--db", db]
    process = subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    assert process.stderr.read() == ""
    assert process.wait(60) == 0


def test_output_in_an_old_encoding(db: str, tmp_path: Path) -> None:
    import os

    for arguments in (["why", "INC-1", "killed"], ["incidents", "--json"]):
        done = subprocess.run(
            [*COMMAND, *arguments, "--db", db],
            cwd=tmp_path,
            env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
            capture_output=True,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout.isascii()


def test_colour_only_on_a_terminal_and_not_against_the_wish(
    db: str,
    tmp_path: Path,
    in_terminal: Callable[[Sequence[str], Path], str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    command = [*COMMAND, "why", "INC-1", "killed", "--db", db]
    coloured = in_terminal(command, tmp_path)
    assert "\x1b[1mTwelve people died\x1b[0m" in coloured
    assert "\x1b[2J" not in coloured
    monkeypatch.setenv("NO_COLOR", "1")
    plain = in_terminal(command, tmp_path)
    assert "\x1b" not in plain
    assert "«Twelve people died»" in plain


def test_help_is_there_at_once() -> None:
    """Far above what it takes of a processor (0.2 s): only a heavy import trips it."""
    before = getrusage(RUSAGE_CHILDREN).ru_utime
    subprocess.run([*COMMAND, "--help"], check=True, capture_output=True, timeout=120)
    assert getrusage(RUSAGE_CHILDREN).ru_utime - before < 3

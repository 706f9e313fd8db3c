"""Make the sample store of one version of the project, with that version's own commands.

Run with the checkout of that version first on the path, and its dependencies installed::

    git worktree add --detach ../old COMMIT
    PYTHONPATH=../old/src python tests/store/samples/make.py tests/store/samples/0004.db.gz

The commits that the samples are from: 0001 7881418, 0003-first 76285c0, 0003 dea5616^,
0004 96f63d4^, 0005 d426b2b^, 0006 ed5ef50, 0007 32e58f4, 0008 7113005, 0009 8985878. Step 0002 was
never the last one: it came into the project after 0003, as the step before it.
"""

import gzip
import json
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

REPORTS = (
    ("halyard-1", "Halyard", "2031-03-18",
     "A bomb killed seven people at a market in Dulmeck on Tuesday, the interior ministry said."),
    ("mercury-1", "Mercury", "2031-03-19",
     "Twelve people were killed in the bombing of a market in Dulmeck on Tuesday, the hospital "
     "director said. The Ilvane Front denied that it was behind the attack."),
    ("sextant-1", "Sextant", "2031-03-25",
     "Gunmen killed three soldiers at a checkpoint near Vathren on Monday, police said."),
    ("sextant-2", "Sextant", "2031-03-26",
     "A fire destroyed a school in Orlen on Wednesday. Nobody was hurt, a teacher said."),
)  # fmt: skip
DECIDED = (
    ("decide", "correct", "INC-1", "killed", "9", "--why", "the register"),
    ("decide", "accept", "INC-2", "killed", "--why", "seen in two lists"),
    ("undo",),
    ("forget", "sextant-2", "--why", "court order 12", "--yes"),
)


def make(target: Path) -> None:
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        lines = (
            json.dumps({"id": id, "publisher": publisher, "published": day, "text": text})
            for id, publisher, day, text in REPORTS
        )
        (folder / "reports.jsonl").write_text("\n".join(lines), encoding="utf-8")
        _run(folder, "add", "reports.jsonl")
        if _run(folder, "decide", "--help", check=False):
            for words in DECIDED:
                _run(folder, *words, "--by", "Ana Tessel")
        else:
            _correct(folder / "reportedly.db")
        _run(folder, "incidents")
        raw = sqlite3.connect(folder / "reportedly.db")
        raw.execute("VACUUM")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        raw.close()
        target.write_bytes(gzip.compress((folder / "reportedly.db").read_bytes(), 9, mtime=0))


def _run(folder: Path, *words: str, check: bool = True) -> bool:
    """True if the version has that command and it went well."""
    command = [sys.executable, "-m", "reportedly", *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if check and done.returncode:
        raise SystemExit(f"{' '.join(words)}: {done.stdout}{done.stderr}")
    return done.returncode == 0


def _correct(database: Path) -> None:
    """A decision in a store of the time before there was a command for it."""
    from reportedly.records import Count, Decision
    from reportedly.store import open_store

    with open_store(f"sqlite:///{database}") as store:
        store.add_decision(
            Decision(
                id="decision-1",
                action="correct",
                subject=("INC-1",),
                field="killed",
                value=Count(9, 9, 9, "exact"),
                reviewer="Ana Tessel",
                made_at=datetime(2031, 3, 20, 9, 30, tzinfo=UTC),
                reason="the register",
            )
        )


if __name__ == "__main__":
    make(Path(sys.argv[1]))

"""A store of every earlier form opens, with all that people did in it.

The samples were made by the versions of that time: see ``samples/make.py``.
"""

import gzip
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from tests.store.samples.make import REPORTS

from reportedly.cli import opened
from reportedly.pipeline import Tools, put, release, update
from reportedly.pipeline.saying import on_spoken
from reportedly.records import PERSON, Count, Said, cite
from reportedly.records.decision import standing
from reportedly.review import decide
from reportedly.store import open_store, schema, tables
from reportedly.store.backing_up import back_up, restore
from reportedly.store.backup_file import write
from reportedly.store.dialect import connect

FOLDER = Path(__file__).parent / "samples"
SAMPLES = sorted(path.name.removesuffix(".db.gz") for path in FOLDER.glob("*.db.gz"))
NEVER_LAST = {"0002"}  # came into the project together with the step after it
FORGOTTEN = "sextant-2"


@pytest.fixture(scope="module")
def tools() -> Tools:
    return opened.tools()


@pytest.fixture(params=SAMPLES)
def sample(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / f"{request.param}.db"
    path.write_bytes(gzip.decompress((FOLDER / f"{path.name}.gz").read_bytes()))
    return path


def _rows(file: Path, table: str) -> list[dict[str, Any]]:
    """What an old store holds, without this version's help; nothing where it has no such table."""
    with sqlite3.connect(file) as raw:
        raw.row_factory = sqlite3.Row
        if table not in _tables(raw):
            return []
        return [dict(row) for row in raw.execute(f"SELECT * FROM {table} ORDER BY 1")]


def _tables(raw: sqlite3.Connection) -> list[str]:
    found = raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return [row[0] for row in found if not row[0].startswith(("alembic", "report_words"))]


def test_there_is_a_sample_of_every_earlier_form() -> None:
    steps = {path.stem[-4:] for path in Path(schema.__file__).parent.glob("migrations/versions/s*")}
    assert steps - NEVER_LAST - {schema.NEWEST} <= {name[:4] for name in SAMPLES}, (
        "make a sample with the last version before the new step: tests/store/samples/make.py"
    )


def test_it_opens_with_its_reports_and_decisions(sample: Path, tools: Tools) -> None:
    old = {t: _rows(sample, t) for t in ("decisions", "incidents", "originals", "tombstones")}
    with open_store(f"sqlite:///{sample}") as store:
        assert _differences(sample) == []
        update(store, tools)
        found = release(store, tools)
        kept = store.reports()
        expected = [one for one in REPORTS if one[0] != FORGOTTEN or not old["tombstones"]]
        assert [(r.name, r.text) for r in kept] == [(id, text) for id, _, _, text in expected]
        assert all(store.original(r.original) for r in kept if r.original)
        assert [(d.id, d.action, d.reviewer, d.reason) for d in store.decisions()] == [
            (row["id"], row["action"], row["reviewer"], row["reason"]) for row in old["decisions"]
        ]
        (correction,) = standing(store.decisions())
        finding = found.incident("INC-1").finding("killed")
        assert finding is not None
        assert (finding.value, finding.rule) == (Count(9, 9, 9, "exact"), correction.id)
        newest = {row["id"]: row["state"] for row in old["incidents"]}
        believed = [id for id, state in newest.items() if state == "believed"]
        assert not believed or sorted(found.names) == sorted(believed)
        assert len(store.tombstones()) == len(old["tombstones"])
        assert store.search("checkpoint").reports
    assert _rows(sample, "incidents")[: len(old["incidents"])] == old["incidents"]
    assert _rows(sample, "originals") == old["originals"]


def _differences(file: Path) -> list[Any]:
    """Between the tables of a file and those that the code reads."""
    with connect(f"sqlite:///{file}").connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _ours})
        return list(compare_metadata(context, tables.metadata))


def _ours(name: str | None, kind: str, parents: object) -> bool:
    return kind != "table" or not (name or "").startswith("report_words")


def test_a_past_moment_of_it_is_still_answered(sample: Path, tools: Tools) -> None:
    history = _rows(sample, "incidents")
    with open_store(f"sqlite:///{sample}") as store:
        update(store, tools)
        for row in history[:: max(1, len(history) // 5)]:
            then = next(iter(store.beliefs.history(row["id"]))).since
            assert then is not None
            believed = release(store, tools, as_of=then)
            assert row["id"] in believed.names


def test_people_say_in_it_what_a_statement_is(sample: Path, tools: Tools) -> None:
    with open_store(f"sqlite:///{sample}") as store:
        before = [one.id for one in store.decisions()]
        found = release(store, tools)
        reading = next(one for one in found.readings if one.report.name != FORGOTTEN)
        matter = on_spoken(found, cite(reading.report, 0, 20))
        made = decide(
            "correct",
            matter.subject,
            value=Said("doubt"),
            anchors=matter.anchors,
            reviewer="Ana Tessel",
            reason="r",
            codebook=tools.codebook,
        )
        put(store, tools, made)
    with open_store(f"sqlite:///{sample}") as store:
        assert [one.id for one in store.decisions()] == [*before, made.id]
        assert store.decisions()[-1] == made
        (mine,) = (s for s in release(store, tools).statements() if s.by == PERSON)
        assert (mine.id, mine.act) == (matter.subject[0], "doubt")


@pytest.mark.parametrize("sample", [n for n in SAMPLES if n >= "0006"], indirect=True)  # the first
def test_a_backup_of_that_form_is_restored_in_today_s(sample: Path, tmp_path: Path) -> None:
    def every() -> Iterator[tuple[str, list[dict[str, Any]]]]:
        with sqlite3.connect(sample) as raw:
            yield from ((name, _rows(sample, name)) for name in _tables(raw))

    write(tmp_path / "old.zip", "0.0.0", sample.stem[:4], every())
    restore(tmp_path / "old.zip", f"sqlite:///{tmp_path / 'new.db'}")
    open_store(f"sqlite:///{sample}").close()  # brings it to today's form where it is
    for name in ("first", "second"):
        source = sample if name == "first" else tmp_path / "new.db"
        back_up(f"sqlite:///{source}", tmp_path / f"{name}.zip")
    assert (tmp_path / "first.zip").read_bytes() == (tmp_path / "second.zip").read_bytes()

"""The steps lead to the tables that the code reads."""

import sqlite3
from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from tests.invented import exactly

from reportedly.store import open_store, schema, tables
from reportedly.store.dialect import connect, has_word_index


def test_the_newest_step_is_the_one_the_code_names() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(schema.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_heads() == [schema.NEWEST]


def test_the_steps_make_the_tables(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'x.db'}"
    open_store(address).close()
    with connect(address).connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _ours})
        assert compare_metadata(context, tables.metadata) == []
        assert has_word_index(connection)


def test_a_store_of_the_first_step_opens_with_its_decisions(tmp_path: Path) -> None:
    file = tmp_path / "old.db"
    config = Config()
    config.set_main_option("script_location", str(Path(schema.__file__).parent / "migrations"))
    engine = connect(f"sqlite:///{file}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    engine.dispose()
    raw = sqlite3.connect(file)
    raw.execute(
        "INSERT INTO decisions (id, action, subject, field, value, reviewer, made_at, reason, "
        "recorded_at) VALUES ('decision-1', 'correct', '[\"INC-1\"]', 'killed', "
        '\'{"version": 1, "value": {"is": "count", "low": 7, "best": 7, "high": 7, '
        '"bound": "exact"}}\', '
        "'coder', '2031-03-20T10:00:00+00:00', 'register', '2031-03-20T10:00:00.000000+00:00')"
    )
    raw.commit()
    raw.close()
    with open_store(f"sqlite:///{file}") as store:
        (old,) = store.decisions()
        assert (old.subject, old.value, old.anchors) == (("INC-1",), exactly(7), ())
        assert store.tombstones() == []


def _ours(name: str | None, kind: str, parents: object) -> bool:
    return kind != "table" or not (name or "").startswith("report_words")

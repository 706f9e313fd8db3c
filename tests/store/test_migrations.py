"""The steps lead to the tables that the code reads."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

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


def _ours(name: str | None, kind: str, parents: object) -> bool:
    return kind != "table" or not (name or "").startswith("report_words")

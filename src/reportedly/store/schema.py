"""Bring a database to the form that this version reads, or say why that cannot be."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DatabaseError

from reportedly.errors import StoreError
from reportedly.store.dialect import writing
from reportedly.store.listing import relist

NEWEST = "0010"  # the last step in migrations/versions; a test holds it to that
_STEPS = Path(__file__).parent / "migrations"


def prepare(engine: Engine) -> None:
    """Create the tables, or apply the steps that are missing.

    Raises StoreError if the database cannot be opened, or if a newer reportedly wrote it.
    """
    try:
        with engine.connect() as connection:
            if _version(connection) == NEWEST:
                return
        with writing(engine) as connection:
            upgrade(connection)
    except DatabaseError as error:
        raise StoreError(f"{engine.url} cannot be opened: {error.orig}") from error


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def upgrade(connection: Connection, step: str = NEWEST) -> None:
    """Apply the steps that are missing, up to one, in an open transaction.

    Raises StoreError for a step, or a database, of a newer reportedly.
    """
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
    config.attributes["connection"] = connection
    known = {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}
    found = _version(connection)  # again: another process may have been first
    for newer in {found or step, step} - known:
        raise StoreError(
            f"{connection.engine.url} was written by a newer reportedly (step {newer}; this one "
            f"knows up to {NEWEST}): update reportedly"
        )
    tables = inspect(connection).get_table_names()
    if found is None and tables:
        raise StoreError(f"{connection.engine.url} holds another program's tables: {tables[0]} ...")
    command.upgrade(config, step)
    if step == NEWEST:
        relist(connection)

"""What a store remembers about itself and its people; the last value of a name counts."""

from sqlalchemy import Engine, select

from reportedly.store import tables
from reportedly.store.dialect import writing
from reportedly.store.queries import add


class Settings:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def get(self, name: str) -> str | None:
        table = tables.settings.c
        newest = select(table.value).where(table.name == name).order_by(table.n.desc()).limit(1)
        with self._engine.connect() as connection:
            return connection.scalar(newest)

    def set(self, name: str, value: str) -> None:
        with writing(self._engine) as connection:
            add(connection, tables.settings, [{"name": name, "value": value}])

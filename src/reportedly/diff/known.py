"""Which table it is, by its columns: what names a row of it, and which figures are tolls."""

import tomllib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Known:
    """``columns``: those that tell the table; it may have others."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    tolls: tuple[str, ...] = ()
    telling: tuple[str, ...] = ()  # columns by which a person knows a row


@cache
def tables() -> Sequence[Known]:
    """All that ``known.toml`` lists, in its order."""
    text = files(__package__).joinpath("known.toml").read_text(encoding="utf-8")
    return [
        Known(
            name=one["name"],
            columns=tuple(one["columns"]),
            key=tuple(one["key"]),
            tolls=tuple(one.get("tolls", ())),
            telling=tuple(one.get("telling", ())),
        )
        for one in tomllib.loads(text)["table"]
    ]


def recognised(columns: Collection[str]) -> Known | None:
    """The first table whose columns are all there."""
    found = set(columns)
    return next((one for one in tables() if found.issuperset(one.columns)), None)

"""Which columns a format has, and what becomes of each between a file and its copy: data.

``record``: read into our record and written from it, so that it must come out equal. ``reckoned``:
follows from others of these, written from the record. ``kept``: our record has no counterpart; the
cell is stored as it stood, and a copy in the same format carries it unchanged.
"""

from dataclasses import dataclass
from importlib.resources import files
from typing import Literal, cast

How = Literal["record", "reckoned", "kept"]


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a format in its own order."""

    columns: dict[str, How]

    def of(self, how: How) -> list[str]:
        return [name for name, one in self.columns.items() if one == how]


def layout(name: str) -> Layout:
    """From the list beside this module."""
    text = files(__package__).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return Layout({column: cast(How, how) for column, how in rows})

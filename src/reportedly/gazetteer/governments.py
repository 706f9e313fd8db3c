"""Governments by other names: where they sit ("the Kremlin"), and who leads or led them.

``governments.tsv`` holds a row a country: its code, the seats, and the public heads of state or
government as ``name from-to`` (first and last year in office), from general knowledge, in no
other role than that office. ``forces.tsv`` holds what newspapers call forces ("Carabinieri").
"""

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from reportedly.gazetteer.fold import fold

_OFFICE = re.compile(r"(?P<name>.+?) (?P<begun>\d{4})-(?P<ended>\d{4})?")


class Leader(NamedTuple):
    """A head of state or government in that role; ``ended`` is None for one in office."""

    name: str
    begun: int
    ended: int | None


class Government(NamedTuple):
    seats: tuple[str, ...]
    leaders: tuple[Leader, ...]


@cache
def governments() -> dict[str, Government]:
    """Every row of the table by the code of its country."""
    found = {}
    text = files(__package__).joinpath("governments.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            code, sat, led = (cell.split(";") if cell else [] for cell in line.split("\t"))
            found[code[0]] = Government(tuple(sat), tuple(map(_leader, led)))
    return found


def _leader(written: str) -> Leader:
    match = _OFFICE.fullmatch(written)
    if match is None:
        raise ValueError(f"governments.tsv: {written!r} is no leader with years")
    return Leader(
        match["name"], int(match["begun"]), int(match["ended"]) if match["ended"] else None
    )


@cache
def own_names() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """The name, code and body of each row of ``forces.tsv``, by the name as it is looked up."""
    found: dict[str, tuple[tuple[str, str, str], ...]] = {}
    text = files(__package__).joinpath("forces.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            code, body, names = line.split("\t")
            for name in names.split(";"):
                found[fold(name)] = (*found.get(fold(name), ()), (name, code, body))
    return found

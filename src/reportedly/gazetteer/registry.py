"""Actors by name: the shipped registry, or a person's own file of the same shape.

A row is a JSON object with ``id``, ``name`` and, where known, ``aliases``, ``native`` (names in
other scripts), ``kind``, ``parent``, ``countries`` (ISO 3166-1 alpha-2), ``from`` and ``to``
(a year, or a day as YYYY-MM-DD). ``active_from`` and ``active_to`` are read for ``from`` and
``to``, and ``native`` may be grouped by language.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from reportedly.errors import AssetError
from reportedly.gazetteer.fold import fold
from reportedly.plugins import Background
from reportedly.records import Actor

_PRINTED_LOW = 4  # an acronym of so many letters is printed "Isis" or "Nato" by some papers


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a registry file. Raises AssetError, which names the line that is wrong."""
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise AssetError(f"{path}, line {number}: {error}") from error
        if not isinstance(row, dict) or not row.get("id") or not row.get("name"):
            raise AssetError(f"{path}, line {number}: an actor needs an id and a name")
        rows.append(row)
    return rows


class Registry:
    """Actors by every name they have, in the order of the rows."""

    def __init__(self, rows: Iterable[Mapping[str, Any]]) -> None:
        self._actors: dict[str, Actor] = {}
        self._background: dict[str, Background] = {}
        self._names: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for row in rows:
            self._enter(row)

    def actors(self, name: str) -> Sequence[Actor]:
        return self._by_name(name)

    def background(self, ref: str) -> Background | None:
        return self._background.get(ref)

    def _enter(self, row: Mapping[str, Any]) -> None:
        ref = str(row["id"])
        self._actors[ref] = Actor(
            str(row["name"]), ref=ref, kind=row.get("kind"), parent=row.get("parent")
        )
        self._background[ref] = Background(
            countries=tuple(row.get("countries") or ()),
            active_from=_day(row.get("from", row.get("active_from")), first=True),
            active_to=_day(row.get("to", row.get("active_to")), first=False),
        )
        native = row.get("native") or []
        if isinstance(native, Mapping):
            native = [name for names in native.values() for name in names]
        for name in dict.fromkeys([row["name"], *(row.get("aliases") or []), *native]):
            self._names[_key(name)].append((ref, name))

    def _by_name(self, name: str) -> tuple[Actor, ...]:
        found = dict.fromkeys(
            ref for ref, known in self._names.get(_key(name), ()) if _written_alike(name, known)
        )
        return tuple(self._actors[ref] for ref in found)


def _key(name: str) -> str:
    """The folded name in one spelling of "defence" and "organisation"."""
    return fold(name).replace("defence", "defense").replace("organisation", "organization")


def _written_alike(name: str, known: str) -> bool:
    """An acronym is one in capitals: "IS" is not "is", though "Isis" is "ISIS"."""
    if known[1:] != known[1:].lower() and known.isalpha() and not known.isupper():
        return name in (known, known.upper())  # "LeT" is not "Let"
    if not known.isupper() or " " in known:
        return True
    letters = "".join(c for c in name if c.isalpha())
    return letters.isupper() or (len(letters) >= _PRINTED_LOW and name[:1].isupper())


def _day(value: object, *, first: bool) -> date | None:
    if value is None or value == "":
        return None
    if isinstance(value, int) or (isinstance(value, str) and value.isdigit()):
        return date(int(value), 1, 1) if first else date(int(value), 12, 31)
    return date.fromisoformat(str(value))

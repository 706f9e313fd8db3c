"""Actors by name: the shipped registry, or a person's own file of the same shape.

A row is a JSON object with ``id``, ``name`` and, where known, ``aliases``, ``native`` (names in
other scripts, by language), ``kind``, ``parent`` (the mother's name), ``relation`` ("province",
"armed wing"), ``countries`` (ISO 3166-1 alpha-2, the main one first), ``regions`` ("Sahel"),
``from`` and ``to`` (a year, or a day as YYYY-MM-DD; ``active_from`` and ``active_to`` are read for
them), ``names`` (dated ones: ``name from to``), ``labels`` (names given by one side: ``name by
from``), ``listed`` (designations: ``by as as_of``), ``backed_by`` (countries that reports name as
backers; some deny it), ``ucdp`` (id in the UCDP Actor Dataset) and ``sources`` (which source of
sources.toml says a field, where it is not the default).
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from reportedly.errors import AssetError
from reportedly.gazetteer.entries import Entry, entry
from reportedly.gazetteer.fold import fold
from reportedly.plugins import Background
from reportedly.records import Actor

_PRINTED_LOW = 4  # an acronym of so many letters is printed "Isis" or "Nato" by some papers
_SHORT = 6  # letters; in so short a name each counts: "Fattah" is not "Fatah"
_ARTICLE = re.compile(r"\b(?:el|ul|il|ol|as|ash|us|ur|ar|ad|ud|an|at|az) (?=\w)")
_IZAFAT = re.compile(r"(?<=\w) (?:e|i|ye) (?=\w)")
# "Hizballah", "Hizbullah": in a longer name, since alone some are names of their own
_OF_GOD = re.compile(r"(?<=\w )h[ie]z+b[aou]l+[ao]h?\b")
_DOUBLE = re.compile(r"([a-z])\1")


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
        try:
            entry(row)
        except (KeyError, TypeError, ValueError) as error:
            raise AssetError(f"{path}, line {number}: {error!r}") from error
        rows.append(row)
    return rows


class Registry:
    """Actors by every name they have, in the order of the rows."""

    def __init__(self, rows: Iterable[Mapping[str, Any]]) -> None:
        self._entries: dict[str, Entry] = {}
        self._names: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._branches: dict[str, list[Actor]] = defaultdict(list)
        self._backed: dict[str, list[Actor]] = defaultdict(list)
        for row in rows:
            self._enter(entry(row), row.get("backed_by") or ())

    def actors(self, name: str) -> Sequence[Actor]:
        found = dict.fromkeys(
            ref for ref, known in self._names.get(key(name), ()) if _written_alike(name, known)
        )
        return tuple(self._entries[ref].actor for ref in found)

    def background(self, ref: str) -> Background | None:
        known = self._entries.get(ref)
        return known.background if known else None

    def entry(self, ref: str) -> Entry | None:
        return self._entries.get(ref)

    def entries(self) -> Iterable[Entry]:
        return self._entries.values()

    def branches(self, ref: str) -> Sequence[Actor]:
        """Those whose parent it is."""
        known = self._entries.get(ref)
        return self._branches.get(known.actor.name, ()) if known else ()

    def backed(self, code: str) -> Sequence[Actor]:
        """Those of whom reports say that the country backs them."""
        return self._backed.get(code, ())

    def _enter(self, new: Entry, backers: Iterable[str]) -> None:
        ref = new.actor.ref or ""
        self._entries[ref] = new
        if new.actor.parent:
            self._branches[new.actor.parent].append(new.actor)
        for code in backers:
            self._backed[code].append(new.actor)
        for name in new.every_name():
            self._names[key(name)].append((ref, name))


def key(name: str) -> str:
    """The key under which an actor's name is looked up.

    On top of the common fold: brackets, q and k, double letters, the forms of the Arabic article,
    and the spellings of "defence" and "organisation" make no difference.
    """
    plain = fold(name.replace("(", "").replace(")", ""))
    plain = plain.replace("defence", "defense").replace("organisation", "organization")
    if len(plain.removeprefix("al ")) <= _SHORT:
        return plain
    plain = _IZAFAT.sub(" e ", _ARTICLE.sub("al ", plain.replace("q", "k")))
    return _DOUBLE.sub(r"\1", _OF_GOD.sub("hezbolah", plain))


def _written_alike(name: str, known: str) -> bool:
    """An acronym is one in capitals: "IS" is not "is", though "Isis" is "ISIS"."""
    if known[1:] != known[1:].lower() and known.isalpha() and not known.isupper():
        return name in (known, known.upper())  # "LeT" is not "Let"
    if not known.isupper() or " " in known:
        return True
    letters = "".join(c for c in name if c.isalpha())
    return letters.isupper() or (len(letters) >= _PRINTED_LOW and name[:1].isupper())

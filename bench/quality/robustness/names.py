"""Finds in a text the names that could be others: nations, faiths, peoples, armed groups."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_DATA = tomllib.loads(Path(__file__).with_name("names.toml").read_text(encoding="utf-8"))
_NATIONS = ("nation", "nation_same")
_FOLLOWING = re.compile(r"(?:[ -][A-Z][\w’'-]*)+")
_OF = re.compile(r"[A-Z]\w+ of (?:the )?$")
_BARE_NOUN = re.compile(r"\s+[a-z]")


@dataclass(frozen=True, slots=True)
class Row:
    """One name: its grammatical forms, each with its spellings."""

    kind: str
    forms: tuple[tuple[str, ...], ...]
    country: str | None = None

    def spellings(self) -> Iterator[tuple[str, int]]:
        return ((s, n) for n, form in enumerate(self.forms) for s in form)


@dataclass(frozen=True, slots=True)
class Hit:
    start: int
    end: int
    row: Row
    form: int


@cache
def rows() -> Mapping[str, Sequence[Row]]:
    """The rows of each class."""
    return {
        kind: [_row(kind, line) for line in entry.strip().splitlines()]
        for kind, entry in _DATA["class"].items()
    }


def _row(kind: str, line: str) -> Row:
    country, _, forms = line.rpartition(": ")
    spelt = (tuple(s.strip() for s in form.split("/")) for form in forms.split("|"))
    return Row(kind, tuple(spelt), country or None)


def hits(text: str, unlisted: Sequence[Row] = ()) -> tuple[Hit, ...]:
    """Every name of the lists, and of the groups that only this report names, in text order."""
    spelt: dict[str, tuple[Row, int]] = {}
    for row in (*(row for of_kind in rows().values() for row in of_kind), *unlisted):
        for spelling, form in row.spellings():
            for written in (spelling, spelling[:1].upper() + spelling[1:], spelling.upper()):
                spelt.setdefault(written, (row, form))
    longest = sorted(spelt, key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b")
    return tuple(Hit(*m.span(), *spelt[m.group()]) for m in pattern.finditer(text))


def bound(text: str, found: Sequence[Hit], fixed: frozenset[str]) -> set[Row]:
    """The rows that must stay: inside a longer name, telling a place, or of a country to keep."""
    return {h.row for h in found if h.row.country in fixed or _bound(text, h, found)}


def _bound(text: str, hit: Hit, found: Sequence[Hit]) -> bool:
    """True inside a longer name, and where the name tells a place."""
    after = _FOLLOWING.match(text, hit.end)
    if after and _place("titles").search(after.group()):
        return True
    if hit.row.kind in _NATIONS:
        if _place("nouns").match(text, hit.end + 1) or _place("ahead").search(text[: hit.start]):
            return True
        return bool(_OF.search(text[: hit.start]))
    if hit.row.kind == "group_bare" and text[: hit.start].lower().endswith(" the "):
        return not _BARE_NOUN.match(text, hit.end)
    return bool(after) and not any(h.start == hit.end + 1 for h in found)


def unlisted(text: str) -> Iterator[Row]:
    """Groups that no list has, by the words of their names."""
    for kind, pattern in _DATA["unlisted"].items():
        if kind == "of_states":
            continue
        listed = {s for row in rows()[kind] for s, _ in row.spellings()}
        for match in re.finditer(pattern.strip(), text):
            full, short = match["full"], match.groupdict().get("short")
            if full not in listed and not _of_a_state(full):
                yield Row(kind, ((full,), (short,)) if short else ((full,),))


def _of_a_state(name: str) -> bool:
    words = name.split()
    nations = {s for kind in _NATIONS for row in rows()[kind] for s, _ in row.spellings()}
    return any(word in nations or _states().fullmatch(word) for word in words)


@cache
def _states() -> re.Pattern[str]:
    return re.compile("|".join(_DATA["unlisted"]["of_states"].split()))


@cache
def _place(entry: str) -> re.Pattern[str]:
    words = "|".join(_DATA["place"][entry].split())
    return re.compile(rf"\b(?:{words}) $" if entry == "ahead" else rf"\b(?:{words})\b")

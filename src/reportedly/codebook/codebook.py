"""Read a codebook from TOML text and answer questions about it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reportedly.errors import CodebookError
from reportedly.records.values import Bound


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    kind: str  # count | when | place | actor | attribution | code | text
    rule: str  # how reconcile picks among claims when no rule is asked for
    help: str


@dataclass(frozen=True, slots=True)
class IncidentType:
    code: str
    family: str
    help: str


@dataclass(frozen=True, slots=True)
class VagueNumber:
    """What a word for an unstated number allows, and what ACLED's practice puts for it."""

    word: str
    low: int
    high: int
    bound: Bound
    acled: int


@dataclass(frozen=True, slots=True)
class Practice:
    """How another data set codes: what a project that follows it starts from."""

    name: str  # of the data set, as in ``elsewhere``
    title: str
    help: str
    counts: str  # the rule for numbers of people
    exports: tuple[str, ...]  # the usual formats
    words: tuple[str, ...]  # the columns that say our types in its words


# Data set -> table ("type", "actor") -> our code -> columns there and what stands in them.
Elsewhere = Mapping[str, Mapping[str, Mapping[str, Mapping[str, str | int]]]]


@dataclass(frozen=True, slots=True)
class Codebook:
    name: str
    version: str
    fields: Mapping[str, Field]
    types: Mapping[str, IncidentType]
    statuses: Mapping[str, str]
    bounds: Mapping[str, str]
    vague_numbers: Mapping[str, VagueNumber]
    elsewhere: Elsewhere
    practice: Practice | None = None  # that it follows

    def said(self, code: str) -> str | None:
        """A type in the words of the practice; None where these have none for it."""
        if self.practice is None:
            return None
        found = self.codes(self.practice.name, "type", code)
        words = dict.fromkeys(str(found[one]) for one in self.practice.words if one in found)
        return ": ".join(words) or None

    def meant(self, words: str) -> list[str]:
        """The types that words of the practice stand for, whatever their case."""
        if self.practice is None:
            return []
        tables = {code: self.codes(self.practice.name, "type", code) for code in self.types}
        return [
            code
            for code, found in tables.items()
            if words.casefold()
            in [str(found[one]).casefold() for one in self.practice.words if one in found]
        ]

    def codes(self, data_set: str, table: str, code: str | None) -> Mapping[str, str | int]:
        """The nearest codes of another data set, by its columns; empty where it has none."""
        return self.elsewhere.get(data_set, {}).get(table, {}).get(code or "", {})

    def field(self, name: str) -> Field:
        """Raises CodebookError for a field the codebook does not have."""
        try:
            return self.fields[name]
        except KeyError:
            known = ", ".join(self.fields)
            raise CodebookError(f"no field {name!r} in codebook {self.name}: {known}") from None

    def type(self, code: str) -> IncidentType:
        """Raises CodebookError for a type the codebook does not have."""
        try:
            return self.types[code]
        except KeyError:
            known = ", ".join(self.types)
            raise CodebookError(f"no type {code!r} in codebook {self.name}: {known}") from None

    def counted(self) -> list[str]:
        """The fields that hold numbers of people."""
        return [f.name for f in self.fields.values() if f.kind == "count"]


def parse(text: str) -> Codebook:
    """Make a codebook from TOML. Raises CodebookError where a part is missing or misspelt."""
    try:
        data: dict[str, Any] = tomllib.loads(text)
        return Codebook(
            name=data["name"],
            version=data["version"],
            fields={name: Field(name, **spec) for name, spec in data["fields"].items()},
            types={code: IncidentType(code, **spec) for code, spec in data["types"].items()},
            statuses=data["statuses"],
            bounds=data["bounds"],
            vague_numbers={
                word: VagueNumber(word, **spec) for word, spec in data["vague_numbers"].items()
            },
            elsewhere=data.get("elsewhere", {}),
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise CodebookError(f"the codebook cannot be read: {error}") from error

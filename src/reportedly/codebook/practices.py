"""Codebooks that follow the practice of another data set, made from the default one."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from reportedly.codebook.codebook import Codebook, Practice, parse
from reportedly.errors import CodebookError

DEFAULT = "default"


@cache
def default() -> Codebook:
    """The codebook that comes with the package."""
    return parse(_read("default.toml"))


@cache
def practices() -> Mapping[str, Practice]:
    """What a project can start from beside the default codebook, by name."""
    found: dict[str, Any] = tomllib.loads(_read("practices.toml"))
    return MappingProxyType(
        {
            name: Practice(
                name=name,
                **{**spec, "exports": tuple(spec["exports"]), "words": tuple(spec["words"])},
            )
            for name, spec in found.items()
        }
    )


@cache
def named(name: str | None) -> Codebook:
    """The default codebook, or the one that follows a practice. Raises CodebookError."""
    if name in (None, DEFAULT):
        return default()
    practice = practices().get(name or "")
    if practice is None:
        known = ", ".join([DEFAULT, *practices()])
        raise CodebookError(f"no codebook {name!r}; there are: {known}")
    book = default()
    fields = {
        field.name: replace(field, rule=practice.counts) if field.kind == "count" else field
        for field in book.fields.values()
    }
    return replace(book, name=practice.title, fields=fields, practice=practice)


def _read(name: str) -> str:
    return files("reportedly.codebook").joinpath(name).read_text(encoding="utf-8")

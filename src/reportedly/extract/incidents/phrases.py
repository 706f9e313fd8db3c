"""The words and phrases that the rules look for, read from the data files beside the rules.

``phrase("agents.blamed")`` is the pattern ``blamed`` of ``agents.toml``. In these files

* each line of an entry is an alternative: lines are joined with "|";
* {name} stands for the entry of that name in the same file, as one group;
* capitals and small letters are the same, except inside (?-i:...);
* a plain list of words, for ``words``, is separated by white space.

Each pattern is compiled on first use and kept.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

_REFERENCE = re.compile(r"\{([a-z_]+)\}")


@cache
def phrase(name: str) -> re.Pattern[str]:
    """The pattern of that name. Raises LookupError for a name that no file holds."""
    return re.compile(_pattern(name), re.IGNORECASE)


@cache
def lowered_phrase(name: str) -> re.Pattern[str]:
    """The same as whole words, for text already in small letters: faster on long lists."""
    return re.compile(rf"(?<![\w-])(?:{_pattern(name)})(?![\w-])")


def lowered(text: str) -> str:
    """The text in small letters, and of the same length, so that offsets hold."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@cache
def words(name: str) -> frozenset[str]:
    """The list of words of that name. Raises LookupError for a name that no file holds."""
    return frozenset(_entry(name).split())


@cache
def names(table: str) -> tuple[str, ...]:
    """The full names of the entries of a table ("triggers.types"), in the order of the file."""
    file, _, key = table.partition(".")
    return tuple(f"{table}.{entry}" for entry in _file(file)[key])


def _pattern(name: str) -> str:
    """The text of a pattern, its references replaced by what they stand for."""
    file = name.partition(".")[0]
    lines = (line.strip() for line in _entry(name).splitlines())
    joined = "|".join(line for line in lines if line)
    return _REFERENCE.sub(lambda match: f"(?:{_pattern(f'{file}.{match[1]}')})", joined)


def _entry(name: str) -> str:
    file, *keys = name.split(".")
    found: Any = _file(file)
    for key in keys:
        found = found.get(key) if isinstance(found, Mapping) else None
    if not isinstance(found, str):
        raise LookupError(f"{file}.toml has no entry {'.'.join(keys)!r}")
    return found


@cache
def _file(name: str) -> Mapping[str, Any]:
    path = files(__package__).joinpath(f"{name}.toml")
    if not path.is_file():
        raise LookupError(f"there is no {name}.toml beside the rules")
    return tomllib.loads(path.read_text(encoding="utf-8"))

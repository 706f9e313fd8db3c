"""MUC-4's types of people, things and means, by the words that describe them."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Literal

_TABLE: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("kinds.toml").read_text(encoding="utf-8")
)
_TYPES = frozenset({
    "ARSON", "ATTACK", "BOMBING", "FORCED WORK STOPPAGE", "HIJACKING", "KIDNAPPING", "ROBBERY",
})  # fmt: skip
_OF_CODE = {  # codes of the codebook; the others are attacks
    "bombing": "BOMBING",
    "suicide_bombing": "BOMBING",
    "kidnapping": "KIDNAPPING",
    "hijacking": "HIJACKING",
    "arson": "ARSON",
}


def incident_type(kind: str) -> str:
    """MUC-4's type of a code of the codebook; its own types stay."""
    return kind if kind in _TYPES else _OF_CODE.get(kind, "ATTACK")


def type_of(table: Literal["human", "physical", "instrument"], words: str) -> str:
    """The first type with a word in the phrase, else the table's default ("" for none)."""
    for name, pattern in _patterns(table):
        if pattern.search(words):
            return name
    return str(_TABLE[table]["default"])


def known(table: Literal["human", "physical", "instrument"], words: str) -> bool:
    """True where a word of the phrase is in the table."""
    return any(pattern.search(words) for _, pattern in _patterns(table))


def excluded(table: Literal["things", "people"], words: str) -> bool:
    """True for those whom MUC-4 does not count as targets."""
    return _pattern(_TABLE["excluded"][table]).search(words) is not None


@cache
def _patterns(table: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, _pattern(words)) for name, words in _TABLE[table]["types"])


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)

"""The lists of ``words.toml``, folded."""

import tomllib
from functools import cache
from importlib.resources import files

from reportedly.export.privacy.matching import folded


@cache
def words(*lists: str) -> frozenset[str]:
    """One list, or several together. Raises KeyError for one that does not exist."""
    return frozenset(folded(word) for name in lists for word in _data()[name].split())


@cache
def _data() -> dict[str, str]:
    text = files(__package__).joinpath("words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)

"""Which reports are covered until somebody asks for them: those with a word of ``graphic.toml``."""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from reportedly.records import Report


def graphic(report: Report) -> tuple[str, ...]:
    """The words of the list that a report has, in the order of the list; none: it is not covered.

    The list is English. A report in another language is never covered.
    """
    return _found(f"{report.title or ''}\n{report.text}")


@lru_cache(maxsize=5_000)  # the queue shows the same titles on every page
def covered(title: str) -> str:
    """A title as lists show it: one with a word of the list is covered there too."""
    return "Title covered: it describes violence in detail" if _found(title) else title


def _found(text: str) -> tuple[str, ...]:
    found = {match.casefold() for match in _listed().findall(text)}
    return tuple(word for word in _words() if word in found)


@cache
def _words() -> tuple[str, ...]:
    text = files("reportedly.web").joinpath("graphic.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["words"])


@cache
def _listed() -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, _words()), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)", re.IGNORECASE)

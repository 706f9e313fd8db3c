"""Cuts the words that a reader cites down to the noun phrases that MUC-4 asks for. Offsets stay.

A reader cites "at least 12 peasants were wounded" or "Ana Ruiz, a judge, was shot" as a whole; the
benchmark wants PEASANTS, and ANA RUIZ with JUDGE beside it.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from bench.quality.muc4.template import Mention
from reportedly.records import Count, Evidence

_LISTS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def _any(*lists: str) -> str:
    return "|".join(re.escape(word) for name in lists for word in _LISTS[name].split())


NAMED = "named person"  # what the rules call the group of a victim told of by name
_BEFORE = re.compile(rf"(?:(?:{_any('before', 'outcome')}|\d[\d,.]*)\s+)+", re.IGNORECASE)
_AFTER = re.compile(rf"\s+(?:(?:{_any('after', 'outcome')})\b)|\s*[;:()\"]|\s*--", re.IGNORECASE)
_EMPTY = re.compile(rf"(?:\b(?:{_any('empty', 'outcome', 'before')}|[\d,.]+)(?:\s+|\Z))*\Z", re.I)
_GENERAL = re.compile(rf"(?:.*\s)?(?:{_any('general')})\Z", re.IGNORECASE)
_TITLE = re.compile(rf"(?:(?:{_any('title')})\.?\s+)+", re.IGNORECASE)
_NAME = re.compile(
    r"(?:(?:[A-Z][\w'-]+|[A-Z]\.)(?:\s+(?:de|del|la|las|los|y|von|van|da)\b)*\s+)*[A-Z][\w'-]+\Z"
)
_PLURAL = re.compile(r"\w+(?:s|men)\Z")
_APPOSED = re.compile(r",\s+(?:(?:an?|the|who was an?)\s+)?(?P<what>[a-z][^,;:.()]{2,80})")
_AGE = re.compile(r"\d+(?:[ -]years?(?:[ -]old)?)?\Z", re.IGNORECASE)
_NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()
_QUANTITY = 3  # words from a phrase's start to its number
_EDGE = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody as a phrase tells of them: a name, a description, or both."""

    name: Mention | None
    description: Mention | None


def people(evidence: Evidence, text: str, group: str | None) -> Told | None:
    """Whom a cited figure tells of, ``group`` being the counted noun; None if it is nobody."""
    if group is None or group == NAMED:
        whole = len(evidence.quote)
        return person(evidence, text) if group else _described(evidence, text, 0, whole)
    at = re.search(r"\s+".join(map(re.escape, group.split())), evidence.quote, re.IGNORECASE)
    if at is None:
        return None
    end = len(evidence.quote) if _GENERAL.match(group) else at.end()
    return _described(evidence, text, at.start(), end)


def _described(evidence: Evidence, text: str, begin: int, stop: int) -> Told | None:
    start, end = core(evidence.quote[begin:stop])
    found = mention(text, evidence.start + begin + start, evidence.start + begin + end)
    return None if _EMPTY.match(found.words) else Told(None, found)


def person(evidence: Evidence, text: str) -> Told | None:
    """Somebody told of by name, with title or apposition, or else by description."""
    start, end = core(evidence.quote)
    phrase = evidence.quote[start:end]
    if _EMPTY.match(phrase):
        return None
    base = evidence.start + start
    title = _TITLE.match(phrase)
    rest = title.end() if title else 0
    comma = phrase.find(",")
    stop = comma if comma > 0 else len(phrase)
    name = phrase[rest:stop]
    if _NAME.match(name) is None or _PLURAL.match(name):
        return Told(None, mention(text, base, base + stop))
    about = mention(text, base, base + rest) if title else None
    apposed = _APPOSED.match(evidence.quote, start + stop)
    if about is None and apposed is not None and not _AGE.match(apposed["what"]):
        cut = _AFTER.search(apposed["what"])
        left = apposed.start("what")
        right = left + cut.start() if cut else apposed.end("what")
        described = mention(text, evidence.start + left, evidence.start + right)
        about = None if _EMPTY.match(described.words) else described
    return Told(mention(text, base + rest, base + stop), about)


def core(quote: str) -> tuple[int, int]:
    """Where the noun phrase of a citation starts and ends, without number, article and verb."""
    found = _BEFORE.match(quote)
    start = found.end() if found else 0
    stop = _AFTER.search(quote, start)
    return start, stop.start() if stop else len(quote)


def how_many(quote: str, noun: str) -> Count:
    """How many things a phrase names: "two banks", "a bank", "the banks"."""
    for word in quote.casefold().split()[:_QUANTITY]:
        if word in _NUMBERS:
            n = _NUMBERS.index(word) + 2
            return Count(n, n, n, "exact")
    head = re.split(r"\s(?:of|in|at|for)\s", noun)[0]
    plural = head.casefold().endswith("s") and not head.casefold().endswith(
        ("ss", "us", "headquarters")
    )
    return Count(2, None, None, "several") if plural else Count(1, 1, 1, "exact")


def mention(text: str, start: int, end: int) -> Mention:
    """The words there, without space or comma at either end."""
    while start < end and not _EDGE.match(text[start]):
        start += 1
    while end > start and not (_EDGE.match(text[end - 1]) or text[end - 1] == "."):
        end -= 1
    return Mention(start, end, text[start:end])

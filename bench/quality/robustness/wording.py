"""The same report in other words and spellings; each choice holds for the whole report."""

import random
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bench.quality.robustness.edits import Changed, Edit, edited, in_case_of

_DATA = tomllib.loads(Path(__file__).with_name("wording.toml").read_text(encoding="utf-8"))
_WORDS = _DATA["numbers"].split()
_IN_WORDS = {str(n): word for n, word in enumerate(_WORDS, start=2)}
_IN_DIGITS = {word: n for n, word in _IN_WORDS.items()}
# Days, years, times, parts of names and hyphenated figures are no numbers of people.
_NUMBER = re.compile(
    rf"(?<![\w.,:/$£€-])(?:\d{{1,2}}|{'|'.join(_WORDS)})"
    rf"(?![\w:/%-]|[.,]\d| (?:{_DATA['months']}|[ap]\.?m\b|percent|per cent))",
    re.IGNORECASE,
)
_IN_NAME = re.compile(r"(?:^|[^.!?:\n“\"])\s?\b[A-Z][\w’'-]*\.? $")


def loaded(text: str, chance: random.Random) -> Changed:
    """ "Terrorists" for "fighters", "martyred" for "killed", "regime" for "government"."""
    return edited(text, _exchanged(text, "loaded", chance))


def spelt(text: str, chance: random.Random) -> Changed:
    """The other newspaper's spellings, articles of Arabic names, and style of numbers."""
    words = list(_exchanged(text, "spelling", chance))
    other = [
        edit
        for edit in (*_articles(text), *_numbers(text))
        if not any(e.start < edit.end and edit.start < e.end for e in words)
    ]
    return edited(text, [*words, *other])


def _exchanged(text: str, entry: str, chance: random.Random) -> Iterator[Edit]:
    pattern, others = _sets(entry)
    chosen: dict[str, str] = {}
    for match in pattern.finditer(text):
        word = match.group().lower()
        if word not in chosen:
            chosen[word] = chance.choice(others[word])
        yield Edit(*match.span(), in_case_of(match.group(), chosen[word]))


@cache
def _sets(entry: str) -> tuple[re.Pattern[str], dict[str, list[str]]]:
    others: dict[str, list[str]] = {}
    for line in _DATA[entry].strip().splitlines():
        words = [word.strip() for word in line.split("|")]
        for word in words:
            others[word.lower()] = [other for other in words if other != word]
    longest = sorted(others, key=len, reverse=True)
    alternatives = "|".join(map(re.escape, longest))
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE), others


def _articles(text: str) -> Iterator[Edit]:
    one, other = (article.strip() for article in _DATA["articles"].split("|"))
    for match in re.finditer(rf"\b(?:{one}|{other})(?=[A-Z])", text, re.IGNORECASE):
        if text[match.end()].isupper():
            new = other if match.group().lower() == one else one
            yield Edit(*match.span(), in_case_of(match.group()[:1], new))


def _numbers(text: str) -> Iterator[Edit]:
    for match in _NUMBER.finditer(text):
        before = text[: match.start()]
        if re.search(rf"(?:{_DATA['months']}) $", before) or _IN_NAME.search(before[-40:]):
            continue
        word = match.group()
        if new := _IN_DIGITS.get(word.lower()):
            yield Edit(*match.span(), new)
        elif new := _IN_WORDS.get(word):
            first = not before.strip() or before.rstrip()[-1] in ".!?\n"
            yield Edit(*match.span(), in_case_of("X" if first else "x", new))


def misread() -> Iterator[tuple[str, str]]:
    """What a scanner takes for what."""
    for line in _DATA["scanned"].strip().splitlines():
        old, new = line.split("|")
        yield old.strip(), new.strip()

"""Names that the report itself says are one: "X, better known as Y", "Full Name (ABBR)"."""

import re
from collections.abc import Iterator

from reportedly.annotate.lexicon import FUNCTION_WORDS, PARTICLES, TITLES, listed
from reportedly.annotate.naming import Word, words
from reportedly.records import Alias, Annotated

_LINK = re.compile(
    r"(?P<open>\s*[,(–—-]?\s*)(?:(?:who|which|that)\s+)?(?:(?:is|are|was|were|has been|"
    r"have been)\s+)?"
    r"(?:(?:also|better|otherwise|commonly|formerly|previously|widely|popularly|locally|once|"
    r"sometimes|often|more commonly|then)\s+)?"
    r"(?:(?:known|referred to|called|dubbed|nicknamed)(?:\s+(?:locally|commonly|simply|in \w+))?"
    r"(?:\s+(?:as|by (?:its|the|his|her) (?:\w+\s+)?(?:acronyms?|initials|alias|nickname|"
    r"nom de guerre|"
    r"name)))?|alias|a\.?k\.?a\.?|nom de guerre)\s+(?:the\s+)?"
)
_OR = re.compile(r"[’”\"']?,?\s+(?:or|and)\s+(?:the\s+)?")
_BRACKET = re.compile(r"\s+\((?:the\s+)?(?P<short>[A-Z][\w.’'&/-]{1,14})[),;]")
_QUOTED = re.compile(r"[“\"‘'](?P<name>[^”\"’'\n]{2,50})[”\"’']")
_LONGEST = 12
_OWNER = ("'s", "’s")
_BODY = listed(
    """army front forces force movement party organisation organization brigade brigades group
    council
    union state province corps service agency ministry committee commission court fighters
    mujahideen league alliance network coalition authority federation guard guards office department
    institute association congress command centre center foundation mission programme bureau police
    """
)


def aliases(annotated: Annotated) -> tuple[Alias, ...]:
    """The aliases that a report's text states, each with the name that it stands for."""
    text = annotated.report.text
    every = words(text)
    starts = {word.start: index for index, word in enumerate(every)}
    found: dict[tuple[int, int], Alias] = {}
    for index, word in enumerate(every):
        if not word.capital:
            continue
        for alias in (
            *_bracketed(text, every, index),
            *_linked(text, every, index, starts),
        ):
            found.setdefault(alias.alias, alias)
    for alias in _initials(text, every, {a.alias for a in found.values()}):
        found.setdefault(alias.alias, alias)
    return tuple(sorted(found.values(), key=lambda a: a.alias))


def _run_back(text: str, every: list[Word], last: int) -> int:
    """The first word of the name that ends with a word; particles in small letters included."""
    first = last
    for index in range(last - 1, max(-1, last - _LONGEST), -1):
        word, gap = every[index], text[every[index].end : every[index + 1].start]
        if gap not in (" ", "-", "‐", "‑", "–", " – ") and every[index + 1].low not in _OWNER:
            break
        if word.low in _OWNER:
            continue
        if word.capital and not (word.low in FUNCTION_WORDS and not word.text.isupper()):
            first = index
        elif word.low not in PARTICLES:
            break
    while first < last and every[first].low in TITLES:
        first += 1
    return first


def _run_on(text: str, every: list[Word], first: int) -> int | None:
    """The last word (inclusive) of the name that begins with a word; None if none does."""
    if not every[first].capital and every[first].low not in ("al", "el"):
        return None
    last = first if every[first].capital else None
    for index in range(first + 1, min(first + _LONGEST, len(every))):
        word, gap = every[index], text[every[index - 1].end : every[index].start]
        if word.low in _OWNER:
            continue
        if gap not in (" ", "-", "‐", "‑", "–"):
            break
        if word.capital:
            last = index
        elif word.low not in PARTICLES or word.low == "and":
            break
    return last


def _bracketed(text: str, every: list[Word], last: int) -> Iterator[Alias]:
    match = _BRACKET.match(text, every[last].end)
    if match is None:
        return
    short = match["short"].rstrip(".")
    if sum(c.isupper() for c in short) < 2:
        return
    first = _run_back(text, every, last)
    name = every[first : last + 1]
    capitals = [w for w in name if w.capital]
    if len(capitals) < 2 or not (_abbreviates(short, name) or name[-1].low in _BODY or
                                 len(capitals) > 3):  # fmt: skip
        return
    start = match.start("short")
    yield Alias((name[0].start, name[-1].end), (start, start + len(short)))


def _abbreviates(short: str, name: list[Word]) -> bool:
    """True if the letters of the abbreviation begin words of the name, in order."""
    letters = [c.lower() for c in short if c.isalpha()]
    initials = iter(w.low[0] for w in name)
    return all(any(initial == letter for initial in initials) for letter in letters)


def _linked(text: str, every: list[Word], last: int, starts: dict[int, int]) -> Iterator[Alias]:
    match = _LINK.match(text, every[last].end, every[last].end + 120)
    if match is None or every[last].low in FUNCTION_WORDS:
        return
    first = _run_back(text, every, last)
    name = every[first].start, every[last].end
    at = match.end()
    for _ in range(3):
        span = _name_at(text, every, starts, at)
        if span is None:
            return
        yield Alias(name, span)
        more = _OR.match(text, span[1], span[1] + 20)
        if more is None:
            return
        at = more.end()


def _name_at(
    text: str, every: list[Word], starts: dict[int, int], at: int
) -> tuple[int, int] | None:
    if quoted := _QUOTED.match(text, at, at + 60):
        return quoted.span("name")
    index = starts.get(at)
    if index is None:
        return None
    last = _run_on(text, every, index)
    return None if last is None else (every[index].start, every[last].end)


def _initials(text: str, every: list[Word], taken: set[tuple[int, int]]) -> Iterator[Alias]:
    """An acronym that spells the initials of a longer name used before it."""
    known: dict[str, tuple[int, int]] = {}
    seen: set[str] = set()
    for index, word in enumerate(every):
        letters = word.text.replace(".", "")
        if 3 <= len(letters) <= 6 and letters.isupper() and letters.isalpha():
            if letters in known and letters not in seen and (word.start, word.end) not in taken:
                seen.add(letters)
                yield Alias(known[letters], (word.start, word.end))
            continue
        if not word.capital or word.low in FUNCTION_WORDS:
            continue
        last = _run_on(text, every, index)
        if last is None or last - index < 2:
            continue
        name = every[index : last + 1]
        if any(w.text.isupper() and len(w.text) > 1 for w in name):
            continue
        initials = "".join(w.text[0] for w in name if w.capital)
        known.setdefault(initials, (name[0].start, name[-1].end))

"""Armed groups that no registry lists, found by how reports introduce and name them.

"The Arda Vanguard", "fighters of the Arda Circle", "the Arda Circle, a rebel group", "a gang called
the Arda Boys", "Arda Circle militants". Once introduced, a name and its short form are found
wherever they stand.
"""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Literal

from reportedly.annotate.actor_words import HEDGES, STATE
from reportedly.annotate.common_words import COMMON
from reportedly.annotate.lexicon import CALENDAR, FUNCTION_WORDS, ROLES
from reportedly.annotate.short_forms import short_forms
from reportedly.plugins import Names
from reportedly.records import Actor, ActorMark, Annotated

Qualifier = Literal["suspected", "linked", "alleged"]
KIND = "armed_group"
_REFERENCE = re.compile(r"\{([a-z_]+)\}")
_LEADING = FUNCTION_WORDS | ROLES | CALENDAR | frozenset({"alleged", "former"})
_MOST = 200  # names of groups in one report; a list of names is no report
_INTRODUCED = ("belonging", "described", "introduced", "named", "answers")


def with_groups(
    annotated: Annotated, marks: Sequence[ActorMark], names: Names
) -> tuple[ActorMark, ...]:
    """The marks, with those of unlisted groups; these cover the bare nouns inside their names."""
    text = annotated.report.text
    places = {(p.start, p.end) for p in annotated.places}
    listed = [m for m in marks if m.candidates]
    called: dict[str, str] = {}
    for start, end in _introduced(text, places, names):
        if not _meet(start, end, listed):
            name = " ".join(text[start:end].split())
            called.setdefault(text[start:end], name)
            short = _short(text, end)
            if short and not names.actors(short):
                called.setdefault(short, name)
    if not called:
        return tuple(marks)
    for name in [name for name in called if " " not in name]:  # "the Vanguard" of a fuller name
        fuller = [f for f in called.values() if name in f.split()[1:] or f.startswith(f"{name} ")]
        if len(set(fuller)) == 1:
            called[name] = fuller[0]
    for short, name in short_forms(text, tuple(called)[:_MOST], names):
        called.setdefault(short, name)
    longest = sorted(tuple(called)[:_MOST], key=len, reverse=True)
    found: list[ActorMark] = []
    for match in re.finditer(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])", text):
        if not _meet(match.start(), match.end(), listed):
            found.append(_mark(text, match, called[match.group()]))
    kept = [m for m in marks if not _meet(m.start, m.end, found)]
    return tuple(sorted((*kept, *found), key=lambda mark: mark.start))


def _mark(text: str, match: re.Match[str], name: str) -> ActorMark:
    """A mark that keeps the hedge before it: "suspected Arda Boys"."""
    before = text[max(0, match.start() - 30) : match.start()].removesuffix("the ").split()
    hedge = HEDGES.get(before[-1].lower()) if before else None
    qualifier: Qualifier | None = None
    if hedge:
        qualifier = "alleged" if hedge == "alleged" else "suspected"
    actor = Actor(name, kind=KIND, qualifier=qualifier)
    return ActorMark(match.start(), match.end(), actor, (), "a group that the report names")


def _meet(start: int, end: int, marks: Sequence[ActorMark]) -> bool:
    """True if a stretch shares words with one of the marks, which are in text order."""
    last = bisect_left(marks, end, key=lambda mark: mark.start) - 1
    return last >= 0 and start < marks[last].end


def _introduced(text: str, places: set[tuple[int, int]], names: Names) -> Iterator[tuple[int, int]]:
    """Where the report gives the name of a group: the words beside it, or in it, say so."""
    for pattern in (one for entry in _INTRODUCED for one in _patterns(entry)):
        for match in pattern.finditer(text):
            span = _trimmed(text, *match.span("name"))
            if span and not _is_other(text, span, places, names) and not _is_person(text, span):
                yield span
    for match in _pattern("followed").finditer(text):
        span = _trimmed(text, *match.span("name"))
        if span and not _is_other(text, span, places, names) and _is_name(text, span, names):
            yield span
    for match in _pattern("sited").finditer(text):
        *known, _ = match["name"].split()
        if not any(map(names.demonyms, known)) and not _pattern("others").search(match["name"]):
            yield match.span("name")
    for match in _pattern("name").finditer(text):
        span = _trimmed(text, *match.span())
        if span and _is_called_so(text[slice(*span)], names):
            yield span


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A name without the words before it that are capitalised for another reason."""
    while True:
        first = re.match(r"[\w'’.-]+", text[start:end])
        if first is None:
            return None
        if first.group().lower() not in _LEADING:
            return start, end
        rest = re.match(r"\s+(?:of the |of )?", text[start + first.end() : end])
        if rest is None:
            return None
        start += first.end() + rest.end()


def _is_other(text: str, span: tuple[int, int], places: set[tuple[int, int]], names: Names) -> bool:
    """True for a place, a people, or a name that the registry knows how to read."""
    name = text[slice(*span)]
    if any(start <= span[0] and span[1] <= end for start, end in places):
        return True
    if _pattern("others").search(name) or name.lower() in STATE or _pattern("figures").match(name):
        return True
    parts = name.split(" and ")
    if len(parts) > 1 and all(map(names.places, parts)):
        return True  # "the Arvo and Kolo attacks"
    return bool(names.places(name) or names.actors(name)) or all(map(names.demonyms, name.split()))


def _is_person(text: str, span: tuple[int, int]) -> bool:
    """True for "spokesman Ali Omar": the name after a role is that of who holds it."""
    before = re.search(r"([\w-]+)[ ,]+$", text[max(0, span[0] - 30) : span[0]])
    return before is not None and before[1].lower() in ROLES


def _is_name(text: str, span: tuple[int, int], names: Names) -> bool:
    """Of what stands before "fighters": more than an adjective, or the first word of a sentence."""
    words = text[slice(*span)].split()
    if words[-1] in _words("adjectives") or names.demonyms(words[-1]):
        return False
    if len(words) > 1:
        return True
    first = text[: span[0]].rstrip()[-1:] in ("", ".", "!", "?", ":", "\n", "”", '"')
    return not first and words[0].lower() not in COMMON


def _is_called_so(name: str, names: Names) -> bool:
    """True for "the Arda Liberation Army": a word of the name tells what it names."""
    words = name.split()
    if len(words) < 2 or _pattern("civil").search(name):
        return False
    if _pattern("begins").match(name):
        return True
    for number, word in enumerate(words):
        if number and _pattern("heads").fullmatch(word):
            before = words[:number]
            of_a_country = all(names.demonyms(w) or names.places(w) for w in before)
            return not (of_a_country and _pattern("of_states").fullmatch(word))
    return False


def _short(text: str, end: int) -> str | None:
    for pattern in _patterns("short"):
        if match := pattern.match(text, end, end + 80):
            return match["short"]
    return None


@cache
def _data() -> dict[str, str]:
    path = files(__package__).joinpath("groups.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def _words(entry: str) -> frozenset[str]:
    return frozenset(_data()[entry].split())


@cache
def _pattern(entry: str) -> re.Pattern[str]:
    return re.compile(_written(entry))


@cache
def _patterns(entry: str) -> tuple[re.Pattern[str], ...]:
    """Each line of an entry as a pattern of its own."""
    lines = (line.strip() for line in _data()[entry].splitlines())
    return tuple(re.compile(_filled(line)) for line in lines if line)


def _written(entry: str) -> str:
    lines = (line.strip() for line in _data()[entry].splitlines())
    joined = "|".join(line for line in lines if line)
    return _filled(joined)


def _filled(pattern: str) -> str:
    return _REFERENCE.sub(lambda m: f"(?:{_written(m[1])})", pattern)

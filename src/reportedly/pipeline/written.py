"""What a person types for a value of a field: ``12-15``, ``2031-03``, a place or actor by name.

Whatever the commands print for a value can be typed back.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal, TypeVar

from reportedly.pipeline.tools import Tools
from reportedly.records import Actor, Attribution, Code, Count, Place, Text, Value, When

_SIGNS = (
    (re.compile(r"^\s*>=\s*"), "at least "),
    (re.compile(r"^\s*>\s*"), "more than "),
    (re.compile(r"^\s*<=\s*"), "up to "),
    (re.compile(r"^\s*<\s*"), "fewer than "),
    (re.compile(r"^\s*~\s*"), "about "),
    (re.compile(r"(?<=\d)\+$"), " or more"),
    (re.compile(r"^([\d,]+)\s*(?:-|–|\.\.|to)\s*([\d,]+)$"), r"between \1 and \2"),
)
_BEST = re.compile(r"\s*\(best ([\d,]+)\)$")
_RANGE = re.compile(r"\s*(?:\.\.|–|\bto\b|/)\s*")
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_QUALIFIED = re.compile(r"(suspected|alleged|linked)(?: to)?\s+(.+)", re.I)
_REF = re.compile(r"\(?\b([a-z]\w*:[^\s)]+)\)?$")
_NOTE = re.compile(r"\s*\((unnamed|not listed|not located)\)$")
_ATTRIBUTION = re.compile(
    r"(claimed|accused|suspected|unknown)(?:\s+by\s+(.+?))?(,\s*denied)?", re.I | re.S
)
Qualifier = Literal["suspected", "linked", "alleged"]
Status = Literal["claimed", "accused", "suspected", "unknown"]
_QUALIFIERS: tuple[Qualifier, ...] = ("suspected", "linked", "alleged")
_STATUSES: tuple[Status, ...] = ("claimed", "accused", "suspected", "unknown")
_OUTLET = "the report itself"
Named = TypeVar("Named", Place, Actor)


def typed(field: str, words: str, tools: Tools) -> Value:
    """The value that the words mean in that field.

    Raises CodebookError for a field or code that the codebook does not have, ValueError for words
    that mean no value of its kind, or several: the message lists these.
    """
    kind = tools.codebook.field(field).kind
    words = " ".join(words.split())
    if not words:
        raise ValueError(f"a value of {field} is needed")
    return _KINDS[kind](field, words, tools)


def _count(field: str, words: str, tools: Tools) -> Count:
    from reportedly.annotate.numbers import numbers, tokens

    best = _BEST.search(words)
    plain = _BEST.sub("", words)
    for sign, meaning in _SIGNS:
        plain = sign.sub(meaning, plain)
    read = tokens(plain)
    found = numbers(read, tools.codebook)
    if len(found) != 1 or (found[0].first, found[0].last) != (0, len(read) - 1):
        raise ValueError(
            f"{words!r} is no number for {field}; write 12, 12-15, '>=15', 'up to 9' or dozens"
        )
    count = found[0].count
    return replace(count, best=int(best[1].replace(",", ""))) if best else count


def _when(field: str, words: str, tools: Tools) -> When:
    days = [_day(part) for part in _RANGE.split(words)]
    if len(days) == 1 and days[0]:
        return days[0]
    first, last = days if len(days) == 2 else (None, None)
    if first is None or last is None:
        raise ValueError(
            f"{words!r} is no day for {field}; write 2031-03-18, 2031-03, 2031, or "
            "2031-03-18..2031-03-20"
        )
    return When(first.earliest, last.latest, "range")


def _day(words: str) -> When | None:
    """A year, a month or a day in figures; None for anything else."""
    match = _DAY.fullmatch(words)
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return When(first, first, "day")
    if month:
        return When(first, date(year, month, monthrange(year, month)[1]), "month")
    return When(first, date(year, 12, 31), "year")


def _place(field: str, words: str, tools: Tools) -> Place:
    near = words.lower().startswith("near ")
    words = words[5:] if near else words
    if _NOTE.search(words):
        return Place(_NOTE.sub("", words), "name")
    ref, words = _reference(words)
    name, *within = (part.strip() for part in words.split(","))
    found = [*tools.names.places(name), *tools.names.places(name, small=True)]
    fitting = [
        place for place in found if all(part.casefold() in _surroundings(place) for part in within)
    ]
    place = _the_one(fitting, name, ref, _where, "(not located)")
    return replace(place, precision="near") if near and place.precision != "near" else place


def _surroundings(place: Place) -> set[str]:
    named = (place.admin1, place.country, place.country_code)
    return {part.casefold() for part in named if part}


def _where(place: Place) -> str:
    return ", ".join(p for p in (place.name, place.admin1, place.country) if p)


def _actor(field: str, words: str, tools: Tools) -> Actor:
    qualified = _QUALIFIED.fullmatch(words)
    qualifier = qualified[1].lower() if qualified else None
    if qualified:
        words = qualified[2]
    ref, words = _reference(words)
    if noted := _NOTE.search(words):
        name = _NOTE.sub("", words)
        actor = Actor(name, kind="unnamed" if noted[1] == "unnamed" else None)
    else:
        found = tools.names.actors(words)
        actor = _the_one(found, words, ref, lambda one: one.name, "(unnamed) or (not listed)")
    return replace(actor, qualifier=next((q for q in _QUALIFIERS if q == qualifier), None))


def _reference(words: str) -> tuple[str | None, str]:
    """ "Dulmeck (geonames:12)": the reference, and the name before it."""
    match = _REF.search(words)
    return (match[1], words[: match.start()].strip(" (")) if match else (None, words)


def _the_one(
    found: Sequence[Named], name: str, ref: str | None, say: Callable[[Named], str], otherwise: str
) -> Named:
    """The only candidate; an error that lists them where there are several, or none."""
    distinct = {one.ref or say(one): one for one in found if ref in (None, one.ref)}
    if len(distinct) == 1:
        return next(iter(distinct.values()))
    if not distinct:
        raise ValueError(
            f"{name!r} is not known; another spelling? If it is right as it is, write {otherwise} "
            "behind it"
        )
    listed = "; ".join(f"'{say(one)} ({key})'" for key, one in list(distinct.items())[:8])
    raise ValueError(f"{name!r} may mean {len(distinct)}; write which: {listed}")


def _attribution(field: str, words: str, tools: Tools) -> Attribution:
    match = _ATTRIBUTION.fullmatch(words)
    status = match[1].lower() if match else ""
    for one in _STATUSES:
        if match and one == status:
            by = None if match[2] == _OUTLET else match[2]
            return Attribution(one, by, bool(match[3]))
    raise ValueError(
        f"{words!r} is no attribution; write claimed, accused, suspected or unknown, then "
        "'by NAME', then ', denied' if so"
    )


def _code(field: str, words: str, tools: Tools) -> Code:
    code = words.lower().replace(" ", "_")
    if field == "status":
        if code not in tools.codebook.statuses:
            raise ValueError(f"{words!r} is no status: {', '.join(tools.codebook.statuses)}")
        return Code(code)
    meant = tools.codebook.meant(words)
    if len(meant) > 1:
        raise ValueError(f"{words!r} may mean several types; write which: {', '.join(meant)}")
    return Code(meant[0] if meant else tools.codebook.type(code).code)


def _text(field: str, words: str, tools: Tools) -> Text:
    return Text(words)


_KINDS: Mapping[str, Callable[[str, str, Tools], Value]] = {
    "count": _count,
    "when": _when,
    "place": _place,
    "actor": _actor,
    "attribution": _attribution,
    "code": _code,
    "text": _text,
}

"""Finds time expressions and writes down what each means without the report's date.

The marks come unresolved: ``value`` is in the small language of
:mod:`reportedly.annotate.time_grammar`, ``when`` is None. :mod:`reportedly.resolve.dates` settles
them.
"""

import re
from collections.abc import Sequence

from reportedly.annotate.lexicon import listed
from reportedly.annotate.time_friends import plausible
from reportedly.annotate.time_grammar import LONGEST, readings
from reportedly.annotate.time_meanings import Found, Meaning
from reportedly.annotate.time_spoken import spoken
from reportedly.annotate.time_tense import ahead
from reportedly.annotate.time_tokens import TimeToken, time_tokens
from reportedly.records import Annotated, TimeMark

# No expression goes past a word that is none of time; so few rows of types that all are known soon.
_IDLE = frozenset("x|,-oiaUgbfCEKj()0")  # types that begin no expression
_ROW = re.compile(rf"[^x|]{{0,{LONGEST - 1}}}.?", re.DOTALL)
_WHOLE_UNIT = re.compile(r"[@~]([-+])(P1(?:[DWMYQ]|DE))(?:\|OR~)?$")
_THROUGH = listed("over for during within throughout")
_NEARLY = listed("nearly almost about roughly approximately")
_AT_LEAST = frozenset(
    {("at", "least"), ("at", "most"), ("more", "than"), ("less", "than"), ("up", "to")}
)


def times(annotated: Annotated) -> tuple[TimeMark, ...]:
    """The time expressions of a report's text, in text order, never overlapping."""
    tokens = spoken(time_tokens(annotated.report.text))
    return tuple(_mark(tokens, *row) for row in _merged(tokens, _found(tokens)))


def _found(tokens: Sequence[TimeToken]) -> list[tuple[int, int, Meaning]]:
    codes = "".join(token.code for token in tokens)
    found: list[tuple[int, int, Meaning]] = []
    at = 0
    while at < len(tokens):
        match = None if codes[at] in _IDLE else _longest(tokens, codes, at)
        if match is None:
            at += 1
            continue
        end, meaning = match
        if _restated(codes, at, end, found[-1][1] if found else 0):
            at = end
            continue
        begin = _approximated(tokens, at, meaning, found[-1][1] if found else 0)
        if codes[end - 1] == ",":
            end -= 1
        found.append((begin, end, _as_length(tokens, begin, end, meaning)))
        at = match[0]
    return found


def _restated(codes: str, at: int, end: int, told: int) -> bool:
    """The hour of another zone: "at 10:35 a.m. (0735 GMT)"."""
    zoned = codes[at:end] == "HK" and codes[at - 1 : at] == "("
    return zoned and told == at - 1 and codes[told - 1] in "HK"


def _longest(tokens: Sequence[TimeToken], codes: str, at: int) -> tuple[int, Meaning] | None:
    """The longest expression that begins at a token: where it ends (exclusive), what it means."""
    row = _ROW.match(codes, at)
    for size, rule in readings(row.group() if row else ""):
        end = at + size
        meaning = rule.make(_by_type(tokens[at:end]))
        if meaning is not None and plausible(tokens, codes, at, end):
            return end, meaning
    return None


def _as_length(tokens: Sequence[TimeToken], at: int, end: int, meaning: Meaning) -> Meaning:
    """ "The year ended March 31" and "over the next year" are lengths of time."""
    ended = end < len(tokens) and tokens[end].low in ("ended", "ending", "since")
    if ended and meaning.value[:4] == "@=P1":
        return Meaning("duration", meaning.value[2:5])
    shape = _WHOLE_UNIT.match(meaning.value)
    if shape and at and tokens[at].low == "the" and tokens[at - 1].low in _THROUGH:
        length = shape[2].replace("1DE", "10Y")
        return Meaning("duration", f"@{'<' if shape[1] == '-' else '>'}{length}")
    return meaning


def _approximated(tokens: Sequence[TimeToken], at: int, meaning: Meaning, free: int) -> int:
    """Where the expression begins with "nearly", "about", "at least", "more than" before it."""
    counted = meaning.type == "duration" or meaning.value[:2] in ("@-", "~-", "~+")
    if not counted or tokens[at].code not in "QDA":
        return at
    if at - 1 >= free and tokens[at - 1].low in _NEARLY:
        return at - 1
    if at - 2 >= free and (tokens[at - 2].low, tokens[at - 1].low) in _AT_LEAST:
        return at - 2
    return at


def _by_type(tokens: Sequence[TimeToken]) -> Found:
    found: Found = {}
    for token in tokens:
        found.setdefault(token.code, []).append(token)
    return found


def _merged(
    tokens: Sequence[TimeToken], found: Sequence[tuple[int, int, Meaning]]
) -> list[tuple[int, int, Meaning]]:
    """ "Between X and Y", "from X to Y" as one range."""
    out: list[tuple[int, int, Meaning]] = []
    for row in found:
        if out and (merged := _range(tokens, out[-1], row)):
            out[-1] = merged
        else:
            out.append(row)
    return out


def _range(
    tokens: Sequence[TimeToken], left: tuple[int, int, Meaning], right: tuple[int, int, Meaning]
) -> tuple[int, int, Meaning] | None:
    start, middle, end = left[0], left[1], right[1]
    if right[0] != middle + 1 or not start:
        return None
    opens, joins = tokens[start - 1].low, tokens[middle].low
    if (opens, joins) not in (
        ("between", "and"), ("from", "to"), ("from", "until"), ("from", "through"),
        ("from", "till"),
    ):  # fmt: skip
        return None
    first, last = left[2], right[2]
    plain = first.type == last.type == "date" and "/" not in first.value + last.value
    if not plain or first.value[:1] in "@~P" or last.value[:1] in "@~P":
        return None
    value = first.value
    of_year = value.startswith("<XXXX-") and "WXX" not in value and last.value[:4].isdigit()
    if first.open_direction and of_year:
        value = last.value[:4] + value[5:]
    opened = first.open_direction and value.startswith("<")
    return start, end, Meaning("date", f"{value}/{last.value}", opened or last.open_direction)


def _so_far(tokens: Sequence[TimeToken], at: int, end: int) -> bool:
    """ "In 2024 alone", "so far this year": no later than publication."""
    alone = end < len(tokens) and tokens[end].low == "alone"
    return alone or [t.low for t in tokens[max(0, at - 2) : at]] == ["so", "far"]


def _mark(tokens: Sequence[TimeToken], at: int, end: int, meaning: Meaning) -> TimeMark:
    value = meaning.value
    if meaning.open_direction:
        to_come = ahead(tokens, at, end)
        if value.startswith("="):  # "this Friday": past only where a verb says so
            value = f"{'<' if to_come is False else '>'}{value[1:]}"
        elif to_come:
            value = value.replace("<", ">")
        elif to_come is None and "/" not in value:
            value += "|NEAR"
    since = at > 0 and tokens[at - 1].low == "since"
    if since and value.startswith(">"):  # "had been expected since June"
        value = f"<{value[1:]}"
    then = [token.low for token in tokens[end : end + 2]] == [",", "when"]  # "since May, when"
    if since and meaning.type == "date" and not then:
        value += "|SINCE"
    if meaning.type == "date" and _so_far(tokens, at, end):
        value += "|SOFAR"
    start, stop = tokens[at].start, tokens[end - 1].end
    return TimeMark(start, stop, meaning.type, value, None, "none")

"""How many of which units: "two and a half years", "18 to 24 months", "half a dozen weeks"."""

from collections.abc import Sequence
from itertools import pairwise

from reportedly.annotate.time_meanings import Found, unit_of
from reportedly.annotate.time_tokens import TimeToken, number
from reportedly.annotate.time_words import VAGUE

_ROUND = frozenset({"hundred", "dozen", "thousand"})
_PLURALS = frozenset(
    {"minutes", "hours", "days", "nights", "weeks", "months", "years", "decades", "centuries"}
)


def amount(f: Found) -> str:
    """The number of units, X where it is vague, with a half if one is added."""
    tokens = sorted([*f.get("Q", ()), *f.get("D", ()), *f.get("Y", ())])
    if not tokens:
        return "1"
    if any(t.low == "couple" for t in tokens):
        return "2"
    between = f.get("a") or f.get("U") or _dash_between(tokens, f.get("-", ()))
    if between and not f.get("h") and not _joined(tokens, between[0]):  # "two or three": the lower
        tokens = [t for t in tokens if t < between[0]]
    exact = [t for t in tokens if t.low not in VAGUE]
    rounded = len(exact) < len(tokens) and exact and exact[-1].low in _ROUND
    if not exact or rounded:
        return "X"  # "several", "a few hundred"; "some 20" is 20
    total = last = 0
    for token in exact:
        value = number(token.low)
        if value is None:
            return _fraction(token.low)
        if total and (value in (100, 1000) or token.low == "dozen"):
            total *= value
        elif last and not _completes(value, last):
            total = value  # "one four-year term"
        else:
            total += value
        last = value
    return f"{total}.5" if f.get("h") else str(total)


def _completes(value: int, last: int) -> bool:
    """ "Twenty five", "two hundred fifty"; not "one four"."""
    return (last in (100, 1000) and value < last) or (last in range(20, 100, 10) and value < 10)


def _joined(tokens: list[TimeToken], word: TimeToken) -> bool:
    """ "A hundred and fifty"."""
    before = [t.low for t in tokens if t < word]
    return word.low == "and" and before[-1:] in (["hundred"], ["thousand"])


def _dash_between(tokens: list[TimeToken], dashes: Sequence[TimeToken]) -> list[TimeToken]:
    """The dash of "18-24 months"; not that of "twenty-five"."""
    for left, right in pairwise(tokens):
        if left.low.isdigit() and right.low.isdigit():
            return [d for d in dashes if left < d < right]
    return []


def _fraction(written: str) -> str:
    """ "2.5", "2 1/2"; X for what is no number."""
    whole, _, half = written.partition(" ")
    if half:
        return f"{whole}.5" if half == "1/2" else "X"
    return written if written.replace(".", "", 1).isdigit() else "X"


def ordinal(f: Found) -> bool:
    """ "20th" counts no units."""
    return any(t.low[-1:].isalpha() and t.low[:1].isdigit() for t in f.get("D", ()))


def span(f: Found) -> str:
    count, unit = amount(f), unit_of(f)
    if unit in ("TM", "TH"):
        return f"PT{count}{unit[1]}"
    if unit == "S":
        return f"PT{count}S"
    if unit in ("F", "DE", "CE", "Q") and count.isdigit():
        times, base = {"F": (2, "W"), "DE": (10, "Y"), "CE": (100, "Y"), "Q": (3, "M")}[unit]
        return f"P{int(count) * times}{base}"
    base = {"N": "D", "E": "D", "F": "W", "DE": "DE", "CE": "CE"}.get(unit, unit)
    return f"P{count}{base}"


def coarse(f: Found, count: str) -> str:
    """A shift that keeps the unit, so that "two weeks ago" stays a week."""
    unit = unit_of(f)
    if unit in ("TM", "TH", "S"):
        return f"PT{count}{unit[-1]}"
    if unit == "F":
        return f"P{int(count) * 2}W"
    return f"P{count}{'D' if unit == 'N' else unit}"


def many(f: Found) -> bool:
    return (f.get("u") or f["q"])[0].low in (*_PLURALS, "quarters")

"""The days that a warning or forecast speaks of, where its words support any.

Computed from the day of the statement, or else from the day of publication; a wording without a
measure ("soon", "for some time") has no horizon.
"""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

from reportedly.records import Act, Horizon, When

FORWARD: frozenset[Act] = frozenset(["warn", "predict", "promise"])
NUMBERS: Mapping[str, int] = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
    "sixty": 60, "ninety": 90, "couple": 2,
}  # fmt: skip
AMOUNT = (
    r"(?P<n>\d{1,3}|"
    + "|".join(NUMBERS)
    + r")(?:\s+of)?[\s-]+(?P<unit>hour|day|week|month|year|decade)s?\b"
)
WITHIN = re.compile(
    r"\b(?:within|(?:in|over|during) the (?:next|coming)|inside)\s+(?:the\s+)?"
    r"(?:next\s+|coming\s+)?" + AMOUNT,
    re.IGNORECASE,
)
AS_LITTLE_AS = re.compile(
    r"\b(?:in|within)\s+(?:as (?:little|few|soon) as|a matter of|no less than|at least)\s+"
    + AMOUNT,
    re.IGNORECASE,
)
END_OF = re.compile(
    r"\b(?:before|by)\s+(?:the\s+)?end of\s+(?:the|this)\s+(?P<unit>week|month|year)\b",
    re.IGNORECASE,
)
COMING = re.compile(
    r"\b(?:in|over|during)\s+the\s+(?:coming|next)\s+(?P<unit>week|month|year)\b(?!s)",
    re.IGNORECASE,
)
BY_YEAR = re.compile(
    r"\b(?P<word>by|before)\s+(?:the end of\s+)?(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)


def horizon_of(act: Act, content: str, said: When | None, published: date | None) -> Horizon | None:
    """The horizon of a warning, forecast or promise; None where the words give no measure."""
    if act not in FORWARD:
        return None
    first = said.earliest if said else published
    last = said.latest if said else published
    if first is None or last is None:
        return None
    if found := AS_LITTLE_AS.search(content):
        earliest = _later(first, _number(found["n"]), found["unit"].lower())
        return Horizon(earliest, None) if earliest else None
    if found := WITHIN.search(content):
        latest = _later(last, _number(found["n"]), found["unit"].lower())
        return Horizon(first, latest) if latest else None
    if found := END_OF.search(content):
        return Horizon(first, _end_of(last, found["unit"].lower()))
    if found := COMING.search(content):
        latest = _later(last, 1, found["unit"].lower())
        return Horizon(first, latest) if latest else None
    if found := BY_YEAR.search(content):
        year = int(found["year"])
        before = found["word"].lower() == "before" and "end of" not in found.group().lower()
        latest = date(year - before, 12, 31)
        return Horizon(first, latest) if latest >= first else None
    return None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word.lower()]


def _later(day: date, amount: int, unit: str) -> date | None:
    try:
        if unit == "hour":
            return day + timedelta(days=-(-amount // 24))
        if unit in {"day", "week"}:
            return day + timedelta(days=amount * (7 if unit == "week" else 1))
        months = day.month - 1 + amount * {"month": 1, "year": 12, "decade": 120}[unit]
        year, month = day.year + months // 12, months % 12 + 1
        return date(year, month, min(day.day, monthrange(year, month)[1]))
    except (OverflowError, ValueError):
        return None  # beyond the calendar: no horizon that anyone could mean


def _end_of(day: date, unit: str) -> date:
    if unit == "week":
        return day + timedelta(days=6 - day.weekday())
    if unit == "month":
        return day.replace(day=monthrange(day.year, day.month)[1])
    return date(day.year, 12, 31)

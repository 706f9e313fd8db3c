"""What a shift from a day comes to: "three weeks later", "the six months up to" a day."""

import re
from datetime import date

from reportedly.records import When
from reportedly.resolve.calendar import printed, shifted, when_of

_LONGEST_COUNT = 5  # digits: "in 100,000 years" is left alone


def counted(found: re.Match[str], anchor: date | None) -> tuple[str | None, When | None]:
    """The TIMEX3 value and days of a shift (groups of ``dates._RELATIVE``) from a day."""
    sign, unit, part = found["sign"], found["unit"], found["part"] or ""
    span = found["span"]
    if sign in "<>":
        if anchor is None or unit is None or not _countable(found["n"]):
            return (None if part else span), None
        other = shifted(anchor, int(found["n"]) * (-1 if sign == "<" else 1), _base(unit))
        if other is None:
            return span, None
        days = When(min(anchor, other), max(anchor, other), "range")
        return (f"{other.isoformat()}{part}" if part else span), days
    if anchor is None:
        return None, None
    if unit is None:  # hours and minutes: the same day, as far as a calendar can say
        hours = int(re.sub(r"\D", "", span) or 0)
        day = printed(anchor, "D")
        value = span if found["anchor"] == "~" else day if hours else None
        return value, (when_of(day) if hours < 2 else None)
    if not _countable(found["n"]):
        return None, None
    count = int(found["n"]) * {"-": -1, "+": 1, "=": 0}[sign]
    day_then = shifted(anchor, count, _base(unit))
    if day_then is None:
        return None, None
    value = printed(day_then, found["fine"] or unit) + part
    return value, when_of(value)


def _base(unit: str) -> str:
    return "W" if unit == "E" else unit


def _countable(digits: str) -> bool:
    return digits.isdigit() and len(digits) <= _LONGEST_COUNT

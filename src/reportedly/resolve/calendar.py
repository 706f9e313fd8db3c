"""Days of TIMEX3 values, and arithmetic in days, weeks, months, quarters, years, decades."""

import re
from calendar import monthrange
from datetime import date, timedelta

from reportedly.records import When

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?(?:T.*)?")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_HALF = re.compile(r"(\d{4})-H([12])")
_SEASON = re.compile(r"(\d{4})-(?:SP|SU|FA|WI)")
_OPEN_DAY = re.compile(r"(\d{4})-XX-XX")
_YEAR = re.compile(r"\d{4}")
_DECADE = re.compile(r"\d{3}")
_HALF_A_QUARTER = 45  # days
_CENTURY = re.compile(r"\d{2}")


def when_of(value: str, part: str | None = None) -> When | None:
    """The days of a complete TIMEX3 value; ``part``: START, MID or END of them.

    None for what names no days (``PRESENT_REF``, durations, impossible dates). A season is its
    whole year: the hemisphere is not known.
    """
    try:
        whole = _whole(value)
    except (ValueError, OverflowError):
        return None
    return _part_of(whole, part) if whole and part else whole


def _whole(value: str) -> When | None:
    if "/" in value:
        opens, closes = value.split("/", 1)
        closes = opens[: max(0, len(opens) - len(closes))] + closes  # "2024-05-03/05"
        opening, closing = when_of(opens), when_of(closes)
        if opening is None or closing is None or closing.latest < opening.earliest:
            return None
        return When(opening.earliest, closing.latest, "range")
    if match := _DAY.fullmatch(value):
        day = date(*map(int, match.groups()))
        return When(day, day, "day")
    if match := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        first = monday + timedelta(days=5) if match[3] else monday
        return When(first, monday + timedelta(days=6), "range" if match[3] else "week")
    if match := _MONTH.fullmatch(value):
        return month(int(match[1]), int(match[2]))
    if match := _QUARTER.fullmatch(value):
        year, quarter = int(match[1]), int(match[2])
        return When(date(year, quarter * 3 - 2, 1), month(year, quarter * 3).latest, "range")
    if match := _HALF.fullmatch(value):
        year, begins = int(match[1]), 1 if match[2] == "1" else 7
        return When(date(year, begins, 1), month(year, begins + 5).latest, "range")
    if match := _SEASON.fullmatch(value) or _OPEN_DAY.fullmatch(value):
        return years(int(match[1]), 1)
    if _YEAR.fullmatch(value):
        return years(int(value), 1)
    if _DECADE.fullmatch(value):
        return years(int(value) * 10, 10)
    if _CENTURY.fullmatch(value):
        return years(int(value) * 100, 100)
    return None


def month(year: int, number: int) -> When:
    return When(date(year, number, 1), date(year, number, monthrange(year, number)[1]), "month")


def years(first: int, count: int) -> When:
    last = date(first + count - 1, 12, 31)
    return When(date(first, 1, 1), last, "year" if count == 1 else "range")


def _part_of(whole: When, part: str) -> When:
    """The first, middle or last third: "early January" is 1 to 10 January."""
    if whole.precision == "day":
        return whole
    days = (whole.latest - whole.earliest).days + 1
    third = days // 3
    first, last = {
        "START": (0, third),
        "MID": (third, days - third),
        "END": (days - third, days),
    }[part]
    earliest = whole.earliest + timedelta(days=first)
    return When(earliest, whole.earliest + timedelta(days=last - 1), "range")


def shifted(day: date, count: int, unit: str) -> date | None:
    """The day so many units later, or earlier if negative; None beyond the calendar."""
    try:
        if unit in ("D", "W"):
            return day + timedelta(days=count * (7 if unit == "W" else 1))
        months = count * {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[unit]
        index = day.year * 12 + day.month - 1 + months
        year, number = index // 12, index % 12 + 1
        return date(year, number, min(day.day, monthrange(year, number)[1]))
    except (ValueError, OverflowError):
        return None


def printed(day: date, unit: str) -> str:
    """TIMEX3 of the day, week, month, quarter, year, decade or century that a day lies in."""
    iso = day.isocalendar()
    return {
        "D": day.isoformat(),
        "W": f"{iso.year}-W{iso.week:02d}",
        "E": f"{iso.year}-W{iso.week:02d}-WE",
        "M": f"{day.year:04d}-{day.month:02d}",
        "Q": f"{day.year:04d}-Q{(day.month + 2) // 3}",
        "Y": f"{day.year:04d}",
        "DE": f"{day.year // 10:03d}",
        "CE": f"{day.year // 100:02d}",
    }[unit]


def quarter_ended(day: date) -> str:
    """The quarter of the calendar that most of the three months up to a day lie in."""
    return printed(day - timedelta(days=_HALF_A_QUARTER), "Q")

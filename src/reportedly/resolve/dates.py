"""Turns what time expressions mean into days, by the report's date and the dates in its text.

Without a publication date "on Thursday" stays unresolved (``when`` None, ``basis`` none): nothing
is filled in. ``basis`` says what a resolution rests on: ``stated`` (the words suffice),
``published``, ``text`` (another date of the report).
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reportedly.records import Annotated, TimeMark, When
from reportedly.resolve.anchors import is_of_speech
from reportedly.resolve.calendar import printed, shifted, when_of

_RELATIVE = re.compile(
    r"(?P<anchor>[@~])(?P<sign>[-+=<>])(?P<span>P(?P<n>\d+|X)(?P<unit>DE|CE|[DWMYQE])|"
    r"PT(?:\d+|X)[HMS])"
    r"(?P<part>T(?:[A-Z]{2}|\d\d:\d\d))?"
)
_OPEN = re.compile(r"(?P<sign>[<>=])XXXX-(?P<body>[^T|]+)(?P<part>T.*)?")
_MODS = frozenset({"START", "MID", "END"})
# A day and month without a year, eleven months back and just ahead, is the one ahead: papers add
# the year to the other.
_LONG_PAST, _SOON = 320, 45
_WEEKS = 62  # from one "Friday the thirteenth" to the next at the longest
_LONGEST_COUNT = 5  # digits: "in 100,000 years" is left alone
_SAME_SENTENCE = re.compile(r"[^.!?\n]*")
_NEXT_TO_IT = re.compile(r",?\s+(?:on\s+)?|\s*\(")
_FRESH = 10  # days; a day told so long ago in another paragraph is no longer spoken of
_ANCHOR_GAP = 8  # "two days before [the ]3 March"


def times(annotated: Annotated) -> tuple[TimeMark, ...]:
    """The marks with TIMEX3 ``value``, ``when`` and ``basis``."""
    published = annotated.report.published
    settled: list[TimeMark] = []
    marks = annotated.times
    for index, mark in enumerate(marks):
        following = marks[index + 1] if index + 1 < len(marks) else None
        settled.append(_settle(mark, following, settled, annotated.report.text, published))
    return tuple(settled)


def _settle(
    mark: TimeMark,
    following: TimeMark | None,
    before: Sequence[TimeMark],
    text: str,
    published: date | None,
) -> TimeMark:
    body, *mods = (mark.value or "").split("|")
    part = next((m for m in mods if m in _MODS), None)
    last = "LAST" in mods
    if relative := _RELATIVE.fullmatch(body):
        anchor, basis = published, "published"
        if relative["anchor"] == "~":
            anchor, basis = _spoken_of(mark, following, before, text, relative, published), "text"
        value, when = _relative(relative, anchor)
        if relative["anchor"] == "~" and relative["sign"] == "=" and relative["part"]:
            value = value or relative["part"]
    elif ("/" in body and body[:1] in "<>=") or "/<" in body or "/>" in body:
        value, when, basis = _range(body, published)
    elif open_ := _OPEN.fullmatch(body):
        of = next((m for m in mods if m.startswith("OF")), None)
        year = None if of else _year_beside(mark, before, text, published)
        beside = None if of else _day_beside(open_, mark, following, text, published)
        if beside is not None:
            value, basis = f"{beside.isoformat()}{open_['part'] or ''}", "text"
        elif year is not None and re.fullmatch(r"\d\d(-\d\d)?", open_["body"]):
            value, basis = f"{year}-{open_['body']}{open_['part'] or ''}", "text"
        else:
            seen_from = published
            if of and published:  # "March last year": as it is called a year before
                seen_from = shifted(published, int(of[2:-1]), of[-1])
            value, basis = _open(open_, seen_from, last=last), "published"
        when = when_of(value or "", part)
        if value is None:
            value = f"XXXX-{open_['body']}{open_['part'] or ''}"
    else:
        value, basis, when = body, "stated", when_of(body, part)
    if part and when is None and value:
        when = when_of(value, part)
    elif part and when is not None and relative is not None:
        when = when_of(value or "", part)
    if "SINCE" in mods and when is not None and published and when.earliest <= published:
        when = When(when.earliest, published, "range")
    return replace(mark, value=value, when=when, basis=basis if when else "none")


def _relative(found: re.Match[str], anchor: date | None) -> tuple[str | None, When | None]:
    """A shift from a day, or a span that begins or ends there."""
    sign, unit, part = found["sign"], found["unit"], found["part"] or ""
    span = found["span"]
    if sign in "<>":
        if anchor is None or unit is None or not _countable(found["n"]):
            return span, None
        other = shifted(anchor, int(found["n"]) * (-1 if sign == "<" else 1), _base(unit))
        if other is None:
            return span, None
        return span, When(min(anchor, other), max(anchor, other), "range")
    if anchor is None:
        return None, None
    if unit is None:  # hours and minutes: the same day, as far as a calendar can say
        hours = int(re.sub(r"\D", "", span) or 0)
        day = printed(anchor, "D")
        return (day if hours else None), (when_of(day) if hours < 2 else None)
    if not _countable(found["n"]):
        return None, None
    count = int(found["n"]) * {"-": -1, "+": 1, "=": 0}[sign]
    day_then = shifted(anchor, count, _base(unit))
    if day_then is None:
        return None, None
    value = printed(day_then, unit) + part
    return value, when_of(value)


def _base(unit: str) -> str:
    return "W" if unit == "E" else unit


def _countable(digits: str) -> bool:
    return digits.isdigit() and len(digits) <= _LONGEST_COUNT


def _open(found: re.Match[str], published: date | None, *, last: bool) -> str | None:
    """The weekday, day, month, quarter or season nearest to publication on the side meant."""
    if published is None:
        return None
    sign, body, part = found["sign"], found["body"], found["part"] or ""
    if body.startswith("WXX-"):
        number_of_day, _, nth = body[4:].partition("-")
        if nth:
            weekday = _weekday_and_day(int(number_of_day), int(nth), sign, published)
        else:
            weekday = _weekday(int(number_of_day), sign, published, last=last)
        return f"{weekday.isoformat()}{part}" if weekday else None
    if body[0] in "QSFW":
        return f"{_year_of_period(body, sign, published)}-{body}"
    month, _, day_of_month = body.partition("-")
    if not day_of_month:
        number = int(month)
        year = published.year
        if sign == "<" and (number > published.month or (last and number == published.month)):
            year -= 1
        if sign == ">" and number < published.month:
            year += 1
        return f"{year:04d}-{month}"
    day = _day_of_month(sign, int(month), int(day_of_month), published)
    if sign == "<" and (day is None or (published - day).days > _LONG_PAST):
        ahead = _day_of_month(">", int(month), int(day_of_month), published)
        day = ahead if ahead and (ahead - published).days <= _SOON else day
    return f"{day.isoformat()}{part}" if day else None


def _day_of_month(sign: str, month: int, day_of_month: int, published: date) -> date | None:
    for year in _candidate_years(sign, published.year):
        try:
            day = date(year, month, day_of_month)
        except ValueError:
            continue
        if sign == "=" or (day <= published if sign == "<" else day >= published):
            return day
    return None


def _candidate_years(sign: str, year: int) -> Sequence[int]:
    step = 1 if sign == ">" else -1
    return [y for y in range(year, year + step * 9, step) if 1 <= y <= 9999]


def _weekday(number: int, sign: str, published: date, *, last: bool) -> date | None:
    back = (published.isoweekday() - number) % 7
    if sign == "<":
        return shifted(published, -(7 if last and not back else back), "D")
    if sign == "=":
        return shifted(published, number - published.isoweekday(), "D")
    return shifted(published, (7 - back) if back else 7, "D")


def _weekday_and_day(number: int, nth: int, sign: str, published: date) -> date | None:
    """The nearest weekday that is the nth of its month; no other day will do."""
    day = _weekday(number, sign, published, last=False)
    for _ in range(_WEEKS):
        if day is None or day.day == nth:
            return day
        day = shifted(day, 1 if sign == ">" else -1, "W")
    return None


def _year_of_period(body: str, sign: str, published: date) -> int:
    starts = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "SP": 3, "SU": 6, "FA": 9, "WI": 12}[body]
    if sign == "<" and starts > published.month:
        return published.year - 1
    if sign == ">" and starts < published.month:
        return published.year + 1
    return published.year


def _range(body: str, published: date | None) -> tuple[str | None, When | None, str]:
    """ "Between X and Y"; a first day after the last means the year or week before."""
    first, last = body.split("/", 1)
    if re.fullmatch(r"[<>=]XXXX-\d\d-\d\d", first) and re.fullmatch(r"\d\d-\d\d", last):
        last = f"{first[0]}XXXX-{last}"
    values = []
    for side in (first, last):
        open_ = _OPEN.fullmatch(side.split("|")[0])
        values.append(_open(open_, published, last=False) if open_ else side.split("|")[0])
    if None in values:
        return None, None, "none"
    value = f"{values[0]}/{values[1]}"
    return value, when_of(value), "published"


def _year_beside(
    mark: TimeMark, before: Sequence[TimeMark], text: str, published: date | None
) -> int | None:
    """A past year stated earlier in the same sentence: "in January 2019 and again in March"."""
    if not before or before[-1].when is None or before[-1].basis not in ("stated", "text"):
        return None
    if not _SAME_SENTENCE.fullmatch(text[before[-1].end : mark.start][:200]):
        return None
    when = before[-1].when
    if when.earliest.year != when.latest.year:
        return None
    if published is not None and when.earliest.year >= published.year:
        return None
    return when.earliest.year


def _day_beside(
    found: re.Match[str],
    mark: TimeMark,
    following: TimeMark | None,
    text: str,
    published: date | None,
) -> date | None:
    """The day of the month that says which weekday is meant: "7 p.m. Friday, March 3"."""
    if following is None or following.type != "date" or not found["body"].startswith("WXX-"):
        return None
    if not _NEXT_TO_IT.fullmatch(text[mark.end : following.start]):
        return None
    when = _settle(following, None, (), text, published).when
    day = when.earliest if when and when.precision == "day" else None
    return day if day and f"WXX-{day.isoweekday()}" == found["body"] else None


def _spoken_of(
    mark: TimeMark,
    following: TimeMark | None,
    before: Sequence[TimeMark],
    text: str,
    found: re.Match[str],
    published: date | None,
) -> date | None:
    """The day that "two days later" counts from: a date right after, else the last one before."""
    if text[mark.end - 6 : mark.end].lower() in ("before", " after") and following is not None:
        gap = text[mark.end : following.start]
        if len(gap) <= _ANCHOR_GAP and "." not in gap:
            settled = _settle(following, None, before, text, published)
            return settled.when.earliest if settled.when else None
    clock = found["sign"] == "=" and bool(found["part"])
    said: date | None = None
    for earlier in reversed(before):
        when = earlier.when
        if when is None or earlier.type not in ("date", "time"):
            continue
        if clock and not _SAME_SENTENCE.fullmatch(text[earlier.end : mark.start][:300]):
            return None
        if published and when.earliest > published:
            continue
        fine = when.precision == "day" or found["unit"] not in ("D", None)
        if not fine and published and when.latest >= published:
            continue  # "since April", "this month": it goes on while other days are told
        if not fine:
            return None
        elsewhere = found["unit"] == "D" and "\n" in text[earlier.end : mark.start]
        if elsewhere and published and (published - when.latest).days > _FRESH:
            continue  # "the previous day": of the news, not of what was recalled before
        day = when.latest if found["sign"] == "+" else when.earliest
        if not is_of_speech(text, earlier.start, earlier.end):
            return day
        said = said or day
    return said

"""Turns what time expressions mean into days, by the report's date and the dates in its text.

Without a publication date "on Thursday" stays unresolved (``when`` None, ``basis`` none): nothing
is filled in. ``basis`` says what a resolution rests on: ``stated`` (the words suffice),
``published``, ``text`` (another date of the report); ``reason`` says it in words.
"""

import re
from dataclasses import replace
from datetime import date

from reportedly.records import Annotated, TimeMark, When
from reportedly.resolve.calendar import quarter_ended, shifted, when_of
from reportedly.resolve.counting import counted
from reportedly.resolve.figures import ended, month_compared
from reportedly.resolve.nearest import holiday, nearest
from reportedly.resolve.reasons import reason
from reportedly.resolve.story import SEASON_MONTHS, Story, is_narrative, point, printed_year

_RELATIVE = re.compile(
    r"(?P<anchor>[@~])(?P<sign>[-+=<>])(?P<span>P(?P<n>\d+|X)(?P<unit>DE|CE|[DWMYQE])|"
    r"PT(?:\d+|X)[HMS])(?::(?P<fine>[DWM]))?"
    r"(?P<part>T(?:[A-Z]{2}|\d\d:\d\d))?"
)
_OPEN = re.compile(r"(?P<sign>[<>=])XXXX-(?P<body>[^T|]+)(?P<part>T.*)?")
_MODS = frozenset({"START", "MID", "END"})
_NEXT_TO_IT = re.compile(r",?\s+(?:on\s+)?|\s*\(")
_ONE_YEAR = re.compile(r"\s*(?:and|or|to|until|through|till|[-–—/,])\s*(?:the\s+)?")
_MONTH = re.compile(r"\d\d(?:-\d\d)?")

Settled = tuple[str | None, When | None, str]  # value, days, basis


def times(annotated: Annotated) -> tuple[TimeMark, ...]:
    """The marks with TIMEX3 ``value``, ``when``, ``basis`` and ``reason``."""
    published, marks = annotated.report.published, annotated.times
    story = Story(annotated.report.text, published, is_narrative(marks, published))
    for index, mark in enumerate(marks):
        following = marks[index + 1] if index + 1 < len(marks) else None
        settled = _settle(story, mark, following)
        compared = "|QUARTER" in (mark.value or "") or "|OF-1" in (mark.value or "")
        story.figures.note(story.text, story.told, settled, published, compared=compared)
        story.told.append(settled)
    return tuple(story.told)


def _settle(story: Story, mark: TimeMark, following: TimeMark | None) -> TimeMark:
    body, *mods = (mark.value or "").split("|")
    part = next((m for m in mods if m in _MODS), None)
    value: str | None
    if relative := _RELATIVE.fullmatch(body):
        value, when, basis = _shift(story, mark, following, relative, mods)
    elif ("/" in body and body[:1] in "<>=") or "/<" in body or "/>" in body:
        value, when, basis = _range(story, body)
    elif open_ := _OPEN.fullmatch(body):
        value, when, basis = _open(story, mark, following, open_, mods)
    else:
        if "QUARTER" in mods and story.figures.period:
            body += story.figures.period[4:]
        value, when, basis = body, when_of(body), "stated"
    if part and value and basis != "none":
        when = when_of(value, part)
    if "SINCE" in mods and when and story.published and when.earliest <= story.published:
        when = When(when.earliest, story.published, "range")
    if "SOFAR" in mods and when and story.published and when.latest > story.published:
        when = _up_to(when, story.published)
    length = when is None and (value or "").startswith("P") and not (value or "").endswith("_REF")
    kind = "duration" if length and mark.type == "date" else mark.type
    settled = replace(mark, type=kind, value=value, when=when, basis=basis if when else "none")
    return replace(settled, reason=reason(story, settled, basis))


def _up_to(when: When, published: date) -> When:
    """ "In 2024 alone": the year up to the day of publication, where it is of that year."""
    if when.earliest > published:
        return when
    return When(when.earliest, published, "range")


def _shift(
    story: Story,
    mark: TimeMark,
    following: TimeMark | None,
    found: re.Match[str],
    mods: list[str],
) -> Settled:
    """A shift from a day, or a span that begins or ends there."""
    value: str | None
    anchor, basis = story.published, "published"
    sign, unit = found["sign"], found["unit"]
    from_text = found["anchor"] == "~" or ("OR~" in mods and story.narrative)
    if sign == "<" and not from_text and (spoken := story.day_of_speech(mark)):
        anchor, basis = spoken, "text"
    if "QUARTER" in mods and (story.figures.period or unit == "Q"):
        period = _period(story, mark, following, sign)
        if period is None:
            return None, None, "text"
        value = f"{int(period[:4]) - (sign == '-'):04d}{period[4:]}"
        return value, when_of(value), "text"
    told = story.month_told(mark) if "TOLD" in mods else None
    if "QUARTER" in mods and sign == "-":
        told = month_compared(story.text, story.told, mark) or story.figures.year_compared()
    if told:
        return told, when_of(told), "text"
    if from_text:
        basis = "text"
        anchor = _anchor(story, mark, following, found)
        if anchor is None and sign == "-" and not story.narrative and not story.told_dates():
            anchor, basis = story.published, "published"
        if "OR@" in mods and (anchor is None or not story.is_near(mark, clock=False)):
            anchor, basis = story.published, "published"
        ancient = anchor is None and unit in ("Y", "DE", "CE") and _ancient(story, found)
        if ancient:
            return ancient, None, "text"
    value, when = counted(found, anchor)
    if from_text and sign == "=" and found["part"]:
        value = value or found["part"]
    if value is None and found["part"]:
        value = f"XXXX-XX-XX{found['part']}"
    if value is None and sign in "+-" and found["anchor"] == "~":
        value = found["span"]  # how long before or after is known, what is not
    return value, when, basis


def _period(story: Story, mark: TimeMark, following: TimeMark | None, sign: str) -> str | None:
    """The quarter or half told of, or that which the words beside it end on a day."""
    figures = story.figures
    told = figures.period or figures.last
    if told and "-H" in told and "quarter" in story.text[mark.start : mark.end].lower():
        return None  # figures of a half do not tell which of its quarters
    if told is None and sign == "=" and following and ended(story.text, mark, following):
        when = _settle(_afresh(story), following, None).when
        figures.period = told = quarter_ended(when.latest) if when else None
    return told


def _anchor(
    story: Story, mark: TimeMark, following: TimeMark | None, found: re.Match[str]
) -> date | None:
    clock = found["sign"] == "=" and ":" in (found["part"] or "")
    leaning = story.leans_on(mark, following) or (clock and story.hour_of(mark, following))
    if leaning and following is not None:
        when = _settle(story, following, None).when
        return when.earliest if when else None
    if found["sign"] == "=" and found["part"] and not story.is_near(mark, clock=clock):
        return None
    return story.day_spoken_of(mark, found["unit"], found["sign"])


def _ancient(story: Story, found: re.Match[str]) -> str | None:
    """Years and decades counted from one before Christ."""
    here = story.here()
    if here is None or here[0].year > 0 or not found["n"].isdigit():
        return None
    years = int(found["n"]) * {"Y": 1, "DE": 10, "CE": 100}[found["unit"]]
    year = here[0].year + years * {"-": -1, "+": 1}.get(found["sign"], 0)
    if year >= 0:
        return None
    coarse = {"DE": 1, "CE": 2}.get(found["unit"], 0) if found["sign"] != "-" else 0
    return printed_year(year)[: len("BC0480") - coarse]


def _open(
    story: Story,
    mark: TimeMark,
    following: TimeMark | None,
    found: re.Match[str],
    mods: list[str],
) -> Settled:
    """What a weekday, day and month, month, season or holiday without a year is."""
    body, part = found["body"], found["part"] or ""
    of = next((m for m in mods if m.startswith("OF")), None)
    given = next((int(m[2:]) for m in mods if m.startswith("IN")), None)
    if given is not None:
        day = holiday(body, given)
        value, basis = (day.isoformat() if day else None), "stated"
    elif of and of.startswith("OF~"):
        value, basis = _in_year(body, _year_spoken_of(story, int(of[3:] or 0))), "text"
    elif of:
        value, basis = _of_period(story, found, of)
    else:
        joined = None if "LAST" in mods else story.day_joined(mark, body, near="NEAR" in mods)
        beside = (joined, "text") if joined else _beside(story, mark, following, found)
        value, basis = beside or _plain(story, found, mods)
    value = f"{value}{part}" if value else None
    when = when_of(value) if value else None
    return value or f"XXXX-{body}{part}", when, basis if value else "none"


def _in_year(body: str, year: int | None) -> str | None:
    if year is None or not (_MONTH.fullmatch(body) or body in SEASON_MONTHS):
        return None
    return f"{printed_year(year)}-{body}"


def _year_spoken_of(story: Story, shift: int) -> int | None:
    here = story.here()
    return here[0].year + shift if here else None


def _of_period(story: Story, found: re.Match[str], of: str) -> tuple[str | None, str]:
    """ "March last year": as it is called a year before; in a narrative, of the year told."""
    body = found["body"]
    if story.narrative and of[-1] == "Y":
        return _in_year(body, _year_spoken_of(story, int(of[2:-1]))), "text"
    seen_from = shifted(story.published, int(of[2:-1]), of[-1]) if story.published else None
    return (nearest(body, found["sign"], seen_from) if seen_from else None), "published"


def _beside(
    story: Story, mark: TimeMark, following: TimeMark | None, found: re.Match[str]
) -> tuple[str, str] | None:
    """The year or the day of the month that the words beside it state."""
    body = found["body"]
    if following is not None and following.type == "date":
        gap = story.text[mark.end : following.start]
        if body.startswith("WXX-") and _NEXT_TO_IT.fullmatch(gap):
            when = _settle(_afresh(story), following, None).when
            day = when.earliest if when and when.precision == "day" else None
            if day and f"WXX-{day.isoweekday()}" == body:
                return day.isoformat(), "text"
        stated = point(following.value)
        if _MONTH.fullmatch(body) and stated and stated.month and _ONE_YEAR.fullmatch(gap):
            later = int(body[:2]) > stated.month  # "December to March 1990"
            return f"{printed_year(stated.year - later)}-{body}", "text"
    if _MONTH.fullmatch(body) and found["sign"] == "<":
        year = story.year_beside(mark)
        if year is not None:
            return f"{year:04d}-{body}", "text"
    return None


def _afresh(story: Story) -> Story:
    """The same story with nothing told yet."""
    return Story(story.text, story.published, narrative=False)


def _plain(story: Story, found: re.Match[str], mods: list[str]) -> tuple[str | None, str]:
    sign, body = found["sign"], found["body"]
    if story.narrative and (value := _in_story(story, body)):
        return (value if when_of(value) or value.startswith("BC") else None), "text"
    if story.published is None:
        return None, "none"
    last, near = "LAST" in mods, "NEAR" in mods and "SINCE" not in mods
    return nearest(body, sign, story.published, last=last, near=near), "published"


def _in_story(story: Story, body: str) -> str | None:
    """Seen from the date that a narrative has reached."""
    if body.startswith(("WXX", "WKE")):
        day = story.day_spoken_of(story.told[-1], "D", "=") if story.told else None
        return nearest(body, ">", day) if day else None
    if _MONTH.fullmatch(body) or body in SEASON_MONTHS:
        year = story.year_of(SEASON_MONTHS.get(body) or int(body[:2]))
        return _in_year(body, year)
    year = story.year_of(6)
    if year is None or year < 1:
        return None
    return nearest(body, "=", date(year, 12, 31))


def _range(story: Story, body: str) -> Settled:
    """ "Between X and Y"; a first day after the last means the year or week before."""
    first, last = body.split("/", 1)
    if re.fullmatch(r"[<>=]XXXX-\d\d-\d\d", first) and re.fullmatch(r"\d\d-\d\d", last):
        last = f"{first[0]}XXXX-{last}"
    values: list[str | None] = []
    bases: set[str] = set()
    for side in (first, last):
        open_ = _OPEN.fullmatch(side.split("|")[0])
        if open_:
            value, basis = _plain(story, open_, [])
            begun = when_of(values[0] or "") if values else None
            if begun and "WXX-" in first and "WXX-" in last:  # "from Monday to Friday"
                value = nearest(open_["body"], ">", begun.earliest)
            bases.add(basis)
        else:
            value = side.split("|")[0]
        values.append(value)
    if None in values:
        return None, None, "none"
    value = f"{values[0]}/{values[1]}"
    return value, when_of(value), "text" if bases == {"text"} else "published"

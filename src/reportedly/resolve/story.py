"""What a text has told so far, and from which of its dates a reader counts on.

A report of the day is read from its publication. A narrative (its dates lie long before
publication) is read from its own dates: "that October", "the next day", "on 14 July".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from reportedly.records import TimeMark
from reportedly.resolve.anchors import is_of_speech, is_said
from reportedly.resolve.figures import Figures
from reportedly.resolve.nearest import nearest

_STATED = re.compile(r"(?P<era>BC)?(?P<year>\d{4})(?:-(?P<month>\d\d)\b|-(?P<season>SP|SU|FA|WI))?")
_DEICTIC = re.compile(r"[<>]XXXX-WXX|@[-+=]P")
_LONG_AGO = 13  # months before publication
_FEW = 3  # dates make a narrative; twice as many where the news is told too
_RARE = 5  # dates to one word like "yesterday", in a narrative
_SHARE = 0.7  # of a narrative's dates lie long ago
_PARAGRAPH = re.compile(r"\n+")
_POINTS_BACK = re.compile(r"(?:the |that )?same|that", re.IGNORECASE)
_SAME_CLAUSE = re.compile(r"(?:[^.!?;\n]|\.\d)*")
_YEAR_ENDS = re.compile(r"\b(?:ended|ending|began|beginning)\s+$")  # "fiscal 2008, which ended"
_BESIDE = 60  # characters
_TO_THE_DAY = re.compile(r"(?:\s+\w+ time)?,?\s+(?:on\s+)?|\s*\([^)]{0,20}\)\s+(?:on\s+)?")
_FRESH = 10  # days; a day told so long ago in another paragraph is no longer spoken of
_JOINED = re.compile(r"\s+(?:and|or|(?P<on>to|until|through|till))\s+(?:on\s+)?")
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_OF_TIME = re.compile(r"\b(?:[Ii]n|[Dd]uring|[Ss]ince|[Bb]y|of|from|until|[Aa]fter|[Bb]efore)\s+$")
_ANCHOR_GAP = 8  # "two days before [the ]3 March"
_OPENS = re.compile(r"(?:^|[.\n(]\s*)(?:\w+ ){0,2}$")
_OPENING, _YEAR, _RECENT = 25, 4, 3
_TURN = 6  # months back that begin a new year rather than go back: "in December ... in March"
SEASON_MONTHS = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}


class Point(NamedTuple):
    """A year of the text, below zero before Christ, and its month where told."""

    year: int
    month: int | None

    def printed(self) -> str:
        return printed_year(self.year)


def printed_year(year: int) -> str:
    return f"BC{-year:04d}" if year < 0 else f"{year:04d}"


def point(value: str | None) -> Point | None:
    """The year and month that a TIMEX3 value names."""
    found = _STATED.match(value or "")
    if not found:
        return None
    season = SEASON_MONTHS.get(found["season"] or "")
    month = int(found["month"]) if found["month"] else season
    year = int(found["year"]) * (-1 if found["era"] else 1)
    return Point(year, month)


def is_narrative(marks: Sequence[TimeMark], published: date | None) -> bool:
    """Whether most dates of a text lie long before publication and few words point to it."""
    stated = [p for m in marks if m.type in ("date", "time") and (p := point(m.value))]
    fine = [p for p in stated if p.month is not None or p.year < 0]  # any report recalls years
    deictic = sum(bool(_DEICTIC.match(m.value or "")) for m in marks)
    if len(fine) < (2 * _FEW if deictic else _FEW) or _RARE * deictic > len(stated):
        return False
    if published is None:
        return not deictic
    now = published.year * 12 + published.month
    old = sum(now - (p.year * 12 + (p.month or 12)) >= _LONG_AGO for p in fine)
    return old >= _SHARE * len(fine)


@dataclass(slots=True)
class Story:
    text: str
    published: date | None
    narrative: bool
    told: list[TimeMark] = field(default_factory=list)  # resolved, in text order
    figures: Figures = field(default_factory=Figures)

    def told_dates(self) -> bool:
        return any(mark.when for mark in self.told)

    def day_of_speech(self, mark: TimeMark) -> date | None:
        """The day, shortly before publication, on which what is told here was said."""
        if self.published is None or self.narrative or not is_said(self.text, mark.end):
            return None
        for earlier in reversed(self.told):
            when = earlier.when
            if when is None or when.precision != "day":
                continue
            fresh = 0 <= (self.published - when.latest).days <= _FRESH
            if fresh and is_of_speech(self.text, earlier.start, earlier.end):
                return when.latest
        return None

    def month_told(self, mark: TimeMark) -> str | None:
        """ "Sales in the month": the month told last in the same paragraph."""
        before = self.told[-1] if self.told else None
        if before is None or "\n" in self.text[before.end : mark.start]:
            return None
        return before.value if re.fullmatch(r"\d{4}-\d\d", before.value or "") else None

    def here(self) -> tuple[Point, TimeMark] | None:
        """The date of the text that a narrative has reached."""
        for place in range(len(self.told) - 1, -1, -1):
            mark = self.told[place]
            found = self._date(mark)
            if found is None:
                continue
            if found.month is not None:
                return found, mark
            told = self._told_before(place)
            if told and (told[0].year == found.year or self._in_passing(mark)):
                return told
            return found, mark
        return None

    def _date(self, mark: TimeMark) -> Point | None:
        dated = mark.type in ("date", "time") and mark.basis != "published"
        return point(mark.value) if dated else None

    def _told_before(self, place: int) -> tuple[Point, TimeMark] | None:
        """The month or day told shortly before in the same paragraph."""
        for mark in reversed(self.told[max(0, place - _RECENT) : place]):
            found = self._date(mark)
            near = "\n" not in self.text[mark.end : self.told[place].start]
            if found is not None and found.month is not None and near:
                return found, mark
        return None

    def _in_passing(self, mark: TimeMark) -> bool:
        """A year amid a sentence, as in "funds were to end in 1976", opens no new year."""
        alone = len(mark.value or "") == _YEAR
        return alone and not _OPENS.search(self.text[max(0, mark.start - _OPENING) : mark.start])

    def year_of(self, month: int) -> int | None:
        """The year of a bare month in a narrative: that told last, or the next as it turns."""
        here = self.here()
        if here is None:
            return None
        year, last = here[0]
        if last is not None and month - last <= -_TURN:
            return year + 1 if year != -1 else 1
        return year

    def year_beside(self, mark: TimeMark) -> int | None:
        """A past year stated earlier in the same sentence: "in January 2019 and again in March"."""
        if not self.told:
            return None
        before = self.told[-1]
        when = before.when
        if when is None or before.basis not in ("stated", "text"):
            return None
        gap = self.text[before.end : mark.start]
        dated = "-" in (before.value or "") or _YEAR_ENDS.search(gap)
        if len(gap) > _BESIDE or not dated or not _SAME_CLAUSE.fullmatch(gap):
            return None
        if when.earliest.year != when.latest.year:
            return None
        if self.published is not None and when.earliest.year >= self.published.year:
            return None
        return when.earliest.year

    def day_spoken_of(self, mark: TimeMark, unit: str | None, sign: str) -> date | None:
        """The day that "two days later" counts from: the last date told before."""
        if self.narrative:
            return self._day_reached(unit, sign)
        said: date | None = None
        for earlier in reversed(self.told):
            when = earlier.when
            if when is None or earlier.type not in ("date", "time"):
                continue
            if earlier.start in self.figures.compared:
                continue
            if self.published and when.earliest > self.published:
                continue
            fine = when.precision == "day" or unit not in ("D", None)
            if not fine and self._of_a_thing(earlier):
                continue
            if not fine and self.published and when.latest >= self.published:
                continue  # "since April", "this month": it goes on while other days are told
            if not fine:
                return None
            elsewhere = unit == "D" and "\n" in self.text[earlier.end : mark.start]
            if elsewhere and self.published and (self.published - when.latest).days > _FRESH:
                continue  # "the previous day": of the news, not of what was recalled before
            day = when.latest if sign == "+" else when.earliest
            if not is_of_speech(self.text, earlier.start, earlier.end):
                return day
            said = said or day
        return said

    def _of_a_thing(self, mark: TimeMark) -> bool:
        """ "Her 1989 sedan", "the 2016 vote": a year that tells no time of the story."""
        alone = len(mark.value or "") == _YEAR
        return alone and not _OF_TIME.search(self.text[max(0, mark.start - _OPENING) : mark.start])

    def _day_reached(self, unit: str | None, sign: str) -> date | None:
        """In a narrative: the date told last, if it is as fine as the unit counted in."""
        here = self.here()
        when = here[1].when if here else None
        if when is None:
            return None
        days = (when.latest - when.earliest).days
        widest = {"D": 0, None: 0, "W": 6, "E": 6, "M": 31, "Q": 92}.get(unit, 366)
        if days > widest and unit not in ("DE", "CE"):
            return None
        return when.latest if sign == "+" else when.earliest

    def is_near(self, mark: TimeMark, *, clock: bool) -> bool:
        """Whether the date told last is of the same paragraph.

        Hours, and "that night" and "the same night", reach back one paragraph more.
        """
        if not self.told:
            return False
        gap = self.text[self.told[-1].end : mark.start]
        points_back = bool(_POINTS_BACK.match(self.text, mark.start))
        hour = clock and "T24" not in (mark.value or "")
        return len(_PARAGRAPH.findall(gap)) <= (1 if hour or points_back else 0)

    def hour_of(self, mark: TimeMark, following: TimeMark | None) -> bool:
        """ "At 5 p.m. Rome time on 3 March", "10:35 a.m. (0735 GMT) Friday"."""
        if following is None or following.type != "date":
            return False
        return bool(_TO_THE_DAY.fullmatch(self.text[mark.end : following.start]))

    def day_joined(self, mark: TimeMark, body: str, *, near: bool) -> str | None:
        """ "On Friday and Saturday": the weekday after the one it is joined to.

        ``near``: no verb tells the tense, so a day to come in the same sentence does.
        """
        before = self.told[-1] if self.told else None
        if before is None or before.when is None or before.when.precision != "day":
            return None
        now, gap = self.published, self.text[before.end : mark.start]
        if near and now and before.when.earliest > now and _SAME_CLAUSE.fullmatch(gap):
            return nearest(body, ">", before.when.latest) if body.startswith("WXX-") else None
        joined = _JOINED.fullmatch(gap)
        weekdays = _WEEKDAY.search(self.text[before.start : before.end]) and body[:4] == "WXX-"
        if not joined or not weekdays:
            return None
        day = nearest(body, ">", before.when.latest)
        if now and before.when.latest <= now and (day or "") > now.isoformat() and not joined["on"]:
            return None  # "made on Friday and Thursday"
        return day

    def leans_on(self, mark: TimeMark, following: TimeMark | None) -> bool:
        """ "Two days before [the ]3 March": the date right after is what is counted from."""
        if following is None or self.text[mark.end - 6 : mark.end].lower() not in (
            "before",
            " after",
        ):
            return False
        gap = self.text[mark.end : following.start]
        return len(gap) <= _ANCHOR_GAP and "." not in gap

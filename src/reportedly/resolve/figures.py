"""The quarter or half of a year whose figures a report tells, and what a year before it is.

"In the quarter", "a year earlier" and "the year-ago period" mean these.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from reportedly.records import TimeMark, When
from reportedly.resolve.calendar import quarter_ended, when_of

_PERIOD = re.compile(r"\d{4}-[QH]\d")
_LONGER = re.compile(r"P(?:(?!3M)\d+M|1Y)")
_MONTH = re.compile(r"\d{4}-\d\d")
_ENDED = re.compile(r"\s+(?:that |which )?(?:ended|ending)\s+(?:on\s+)?")
_SAME_SENTENCE = re.compile(r"(?:[^.!?\n]|\.\d)*")
_FEW = 4  # marks back to the month of a comparison


@dataclass(slots=True)
class Figures:
    period: str | None = None  # "2031-Q3", "2031-H1"
    last: str | None = None  # the same, when a longer period has come after it
    compared: set[int] = field(default_factory=set)  # where a year before it is spoken of

    def note(
        self,
        text: str,
        told: Sequence[TimeMark],
        mark: TimeMark,
        published: date | None,
        *,
        compared: bool,
    ) -> None:
        """Keep the period that figures are of; a longer one ends it."""
        value = mark.value or ""
        if compared:
            self.compared.add(mark.start)
        elif _PERIOD.fullmatch(value):
            self._keep(value, published)
        elif mark.type == "duration" and _LONGER.fullmatch(value):
            self.period = None
        elif mark.when and told and told[-1].value == "P3M" and ended(text, told[-1], mark):
            self._keep(quarter_ended(mark.when.latest), published)

    def _keep(self, value: str, published: date | None) -> None:
        """Figures are of what is over; an earlier period is only compared with."""
        when, before = when_of(value), when_of(self.period or "")
        over = when is None or published is None or when.latest < published
        if over and _latest(when) >= _latest(before):
            self.period = self.last = value

    def year_compared(self) -> str | None:
        """The year before that of nine months' or a year's figures told after a quarter's."""
        if self.period or not self.last:
            return None
        return f"{int(self.last[:4]) - 1:04d}"


def _latest(when: When | None) -> date:
    return when.latest if when else date.min


def month_compared(text: str, told: Sequence[TimeMark], mark: TimeMark) -> str | None:
    """ "Up 2% in May from April and from a year earlier": the last month of the sentence."""
    months = [
        before.value
        for before in told[-_FEW:]
        if _MONTH.fullmatch(before.value or "")
        and _SAME_SENTENCE.fullmatch(text[before.end : mark.start])
    ]
    last = max(filter(None, months), default=None)
    return f"{int(last[:4]) - 1:04d}{last[4:]}" if last else None


def ended(text: str, mark: TimeMark, following: TimeMark) -> bool:
    """ "The quarter ended 30 September"."""
    return bool(_ENDED.fullmatch(text[mark.end : following.start]))

"""Days in periods: days, weeks from Monday, months, years."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

Unit = Literal["day", "week", "month", "year"]
UNITS: tuple[Unit, ...] = get_args(Unit)
_MOST = 120  # columns that can be told apart on a wide screen
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@dataclass(frozen=True, slots=True)
class Period:
    """Both days included."""

    first: date
    last: date
    unit: Unit

    @property
    def label(self) -> str:
        """``3 May 2031``, ``5 to 11 May 2031``, ``May 2031``, ``2031``."""
        one, other = self.first, self.last
        month = _MONTHS[one.month - 1]
        if self.unit == "year":
            return str(one.year)
        if self.unit == "month":
            return f"{month} {one.year}"
        if self.unit == "day":
            return f"{one.day} {month} {one.year}"
        end = f"{other.day} {_MONTHS[other.month - 1]} {other.year}"
        if one.year != other.year:
            return f"{one.day} {month} {one.year} to {end}"
        return f"{one.day} to {end}" if one.month == other.month else f"{one.day} {month} to {end}"

    @property
    def short(self) -> str:
        """What names it where there is little room: ``3 May``, ``May 2031``, ``2031``."""
        if self.unit in ("month", "year"):
            return self.label
        return f"{self.first.day} {_MONTHS[self.first.month - 1]}"

    @property
    def tick(self) -> str:
        """What stands under a column: ``3``, ``5``, ``May``, ``2031``."""
        if self.unit == "year":
            return str(self.first.year)
        return _MONTHS[self.first.month - 1] if self.unit == "month" else str(self.first.day)

    @property
    def above(self) -> str:
        """What the ticks lie in: ``May 2031`` over days and weeks, ``2031`` over months."""
        if self.unit in ("day", "week"):
            return f"{_MONTHS[self.first.month - 1]} {self.first.year}"
        return str(self.first.year) if self.unit == "month" else ""


def start(day: date, unit: Unit) -> date:
    """The first day of the period that a day lies in."""
    match unit:
        case "day":
            return day
        case "week":
            return date.fromordinal(max(1, day.toordinal() - day.weekday()))
        case "month":
            return day.replace(day=1)
        case "year":
            return day.replace(month=1, day=1)


def end(day: date, unit: Unit) -> date:
    """The last day of the period that a day lies in."""
    match unit:
        case "day":
            return day
        case "week":
            last = start(day, unit).toordinal() + 6
            return date.fromordinal(min(last, date.max.toordinal()))
        case "month":
            return day.replace(day=monthrange(day.year, day.month)[1])
        case "year":
            return day.replace(month=12, day=31)


def periods(first: date, last: date, unit: Unit) -> list[Period]:
    """The periods from that of the first day to that of the last, none left out."""
    found = []
    day = start(first, unit)
    while day <= last:
        found.append(Period(day, end(day, unit), unit))
        if found[-1].last == date.max:
            break
        day = found[-1].last + timedelta(days=1)
    return found


def finest(first: date, last: date, most: int = _MOST) -> Unit:
    """The finest unit in which the days fit into so many columns; years if none does."""
    days = (last - first).days + 1
    lengths: dict[Unit, float] = {"day": 1, "week": 7, "month": 30.4}
    return next((unit for unit, length in lengths.items() if days / length <= most), "year")


def earlier(first: date, last: date) -> tuple[date, date] | None:
    """As many days just before; None where the calendar begins."""
    days = last.toordinal() - first.toordinal() + 1
    begin = first.toordinal() - days
    return (date.fromordinal(begin), first - timedelta(days=1)) if begin >= 1 else None


def later(first: date, last: date) -> tuple[date, date] | None:
    """As many days just after; None where the calendar ends."""
    days = last.toordinal() - first.toordinal() + 1
    finish = last.toordinal() + days
    if finish > date.max.toordinal():
        return None
    return last + timedelta(days=1), date.fromordinal(finish)

"""The weekday, day, month, quarter, season or holiday nearest to a day, on the side that is meant.

``sign``: ``<`` the last one up to the day, ``>`` the next one, ``=`` that of the same year (of the
same week, for a weekday).
"""

from calendar import monthrange
from datetime import date, timedelta

from reportedly.resolve.calendar import printed, shifted

# A day and month without a year, eleven months back and just ahead, is the one ahead: papers add
# the year to the other.
_LONG, _SOON = 320, 45
_MONTHS_SOON = 2  # likewise "in June" in May, where no verb tells the tense
_JUST_OVER = 4  # months
_WEEKS = 62  # from one "Friday the thirteenth" to the next at the longest
_PERIODS = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "SP": 3, "SU": 6, "FA": 9, "WI": 12,
            "H1": 1, "H2": 7}  # fmt: skip


def nearest(
    body: str, sign: str, day: date, *, last: bool = False, near: bool = False
) -> str | None:
    """The TIMEX3 value of what ``body`` ("03-15", "WXX-5", "Q3", "EAS+0") is seen from a day.

    ``last``: the word "last" stands before it, so the one of today or of the month just over is
    not meant. ``near``: no verb tells the tense.
    """
    if body == "WKE":
        return _weekend(sign, day)
    if body.startswith("WXX-"):
        number, _, nth = body[4:].partition("-")
        if nth:
            found = _nearer_weekday(int(number), int(nth), sign, day)
        else:
            found = _weekday(int(number), sign, day, last=last)
        return found.isoformat() if found else None
    if body in _PERIODS:
        return f"{_year_of_period(body, sign, day, last=last):04d}-{body}"
    if body.startswith("EAS") or "WXX" in body:
        return _holiday(body, sign, day)
    month, _, of_month = body.partition("-")
    if not of_month:
        if sign == "<" and not last and (int(month) - day.month) % 12 == 1:
            return f"{day.year + (int(month) < day.month):04d}-{month}"
        if near and 0 < (int(month) - day.month) % 12 <= _MONTHS_SOON:
            return f"{day.year + (int(month) < day.month):04d}-{month}"
        return f"{_year_of_month(int(month), sign, day, last=last):04d}-{month}"
    found = _nearest_day(int(month), int(of_month), sign, day, near=near)
    return found.isoformat() if found else None


def _nearest_day(month: int, of_month: int, sign: str, day: date, *, near: bool) -> date | None:
    """The day on the side that is meant, or the other where that is much nearer.

    Where no verb tells, the nearer of the two.
    """
    found = _day_of_month(sign, month, of_month, day)
    other = _day_of_month(">" if sign == "<" else "<", month, of_month, day)
    if sign == "=" or found is None or other is None:
        return found
    far, close = abs((found - day).days), abs((other - day).days)
    nearer = close < far if near else far > _LONG and close <= _SOON
    return other if nearer else found


def _year_of_month(number: int, sign: str, day: date, *, last: bool) -> int:
    over = number >= day.month - 1 if last else number > day.month  # "last May" in June: a year ago
    if sign == "<" and over:
        return day.year - 1
    if sign == ">" and number < day.month:
        return day.year + 1
    return day.year


def _day_of_month(sign: str, month: int, of_month: int, day: date) -> date | None:
    years = {"<": range(day.year, day.year - 9, -1), ">": range(day.year, day.year + 9)}
    for year in years.get(sign, (day.year,)):  # 29 February is eight years away at the most
        try:
            found = date(year, month, of_month)
        except ValueError:
            continue
        if sign == "=" or (found <= day if sign == "<" else found >= day):
            return found
    return None


def _weekday(number: int, sign: str, day: date, *, last: bool) -> date | None:
    if sign == "=":
        return shifted(day, number - day.isoweekday(), "D")
    if sign == ">":
        on = (number - day.isoweekday()) % 7
        return shifted(day, 7 if last and not on else on, "D")
    back = (day.isoweekday() - number) % 7
    if last and back <= 1:  # who means yesterday does not say "last Thursday"
        back += 7
    return shifted(day, -back, "D")


def _nearer_weekday(number: int, nth: int, sign: str, day: date) -> date | None:
    """ "Friday the fourth" on the side that is meant, or on the other where only that is near."""
    found = _weekday_and_day(number, nth, sign, day)
    other = _weekday_and_day(number, nth, ">" if sign == "<" else "<", day)
    if found is None or other is None:
        return found
    far, close = abs((found - day).days), abs((other - day).days)
    return other if far > _SOON >= close else found


def _weekday_and_day(number: int, nth: int, sign: str, day: date) -> date | None:
    """The nearest weekday that is the nth of its month; no other day will do."""
    found = _weekday(number, sign, day, last=False)
    for _ in range(_WEEKS):
        if found is None or found.day == nth:
            return found
        found = shifted(found, 1 if sign == ">" else -1, "W")
    return None


def _weekend(sign: str, day: date) -> str | None:
    """On a Friday "over the weekend" is the one past or the one to come; a Saturday is in it."""
    inside = day.isoweekday() >= 6
    found = day if inside or sign == ">" else shifted(day, -1, "W")
    return printed(found, "E") if found else None


def _year_of_period(body: str, sign: str, day: date, *, last: bool) -> int:
    begun = _PERIODS[body] + (2 if last else 0)  # "last spring" is over
    if sign == "<" and begun >= day.month + (not last):
        return day.year - 1
    if sign == "<" and body[0] == "H" and day.month < begun + 5:  # a half's figures: it is over
        return day.year - 1
    if sign == ">" and last:  # "next autumn", said in autumn
        return day.year + (_PERIODS[body] <= day.month)
    over = _JUST_OVER if body[0] == "Q" else 0  # "a third-quarter loss" is told in autumn
    if sign == ">" and _PERIODS[body] + 2 + over < day.month:
        return day.year + 1
    return day.year


def _holiday(body: str, sign: str, day: date) -> str | None:
    years = {"<": (day.year, day.year - 1), ">": (day.year, day.year + 1)}
    for year in years.get(sign, (day.year,)):
        found = holiday(body, year)
        if found and (sign == "=" or (found <= day if sign == "<" else found >= day)):
            return found.isoformat()
    return None


def holiday(body: str, year: int) -> date | None:
    """The day of "11-WXX-4-4" (fourth Thursday of November) or "EAS-2" in a year."""
    try:
        if body.startswith("EAS"):
            return _easter(year) + timedelta(days=int(body[3:]))
        month, weekday, nth = int(body[:2]), int(body[7]), body[9:]
        if nth == "L":
            end = date(year, month, monthrange(year, month)[1])
            return end - timedelta(days=(end.isoweekday() - weekday) % 7)
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (int(nth) - 1))
    except (ValueError, OverflowError):
        return None


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher."""
    golden, century, of_century = year % 19, year // 100, year % 100
    leap, correction = century // 4, (century + 8) // 25
    moon = (19 * golden + century - leap - (century - correction + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)

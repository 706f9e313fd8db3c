"""The day on which something was published, as its source writes it.

The day is the one written, in the publisher's own time zone: ``2024-05-03T23:40:00-05:00`` is
3 May. Numeric dates such as ``03/04/2024`` are not read, since they name two different days; nor
is a date without a day or a year.
"""

import re
from datetime import date, datetime

MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ],
        start=1,
    )
    for name in names.split()
}  # fmt: skip

MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s{1,3})?"
WRITTEN = (
    rf"(?P<dmy>{DAY}\s{{1,3}}{MONTH},?\s{{1,3}}\d{{4}})"
    rf"|(?P<mdy>{MONTH}\s{{1,3}}{DAY},?\s{{1,3}}\d{{4}})"
    r"|(?P<iso>\d{4}-\d{2}-\d{2})"
)
CLOCK = r"(?:[,T]?\s{0,3}(?:at\s)?\d{1,2}[:.]\d{2}.{0,40})?"

_STATED = re.compile(rf"{WEEKDAY}(?:{WRITTEN}){CLOCK}", re.IGNORECASE | re.ASCII)
_PIECES = re.compile(r"(?P<number>\d+)|(?P<word>[a-z]+)", re.IGNORECASE | re.ASCII)

EXPECTED = "2024-05-03, 2024-05-03T10:00:00Z, 'Fri, 03 May 2024 10:00:00 GMT' or 3 May 2024"


def parse_published(words: str) -> date | None:
    """The day that a whole string states, in ISO 8601, RFC 822 or English words; else None."""
    words = words.strip()
    if not 8 <= len(words) <= 80:
        return None
    if words[0].isdigit() and words.isascii():
        try:
            # digits alone may be a number of seconds; eight of them are a day
            return datetime.fromisoformat(words).date()
        except ValueError:
            pass
    match = _STATED.fullmatch(words)
    return written_date(match) if match else None


def written_date(match: re.Match[str]) -> date | None:
    """The day of a match of :data:`WRITTEN`; None if the calendar has no such day."""
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        words = match["dmy"] or match["mdy"]
        day, year = (int(m["number"]) for m in _PIECES.finditer(words) if m["number"])
        month = next(
            MONTHS[w] for m in _PIECES.finditer(words) if (w := (m["word"] or "").lower()) in MONTHS
        )
        return date(year, month, day)
    except ValueError:
        return None

"""``python -m bench.quality.plain_times DATA``: gold values that are not what their words say.

Some expressions leave no choice: a weekday's value is such a day in the week before or after the
document's, "1995" is 1995, "last week" the week before, "ten days" P10D. Where the gold has
another value, no reader of the words can be right by it. DATA is the folder that holds ``data/``.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bench.quality.scoring import odd
from reportedly.annotate.lexicon import MONTHS, WEEKDAYS
from reportedly.annotate.time_words import NUMBERS

_SHIFTS = {"last": -1, "this": 0, "next": 1, "yesterday": -1, "today": 0, "tomorrow": 1}
_UNIT = re.compile(r"(?:the )?(last|this|next) (week|month|year)")
_LENGTH = re.compile(r"(?:the )?(?:last |past |next )?(\w+)[- ](year|month|week|day|hour|minute)s?")
_DAY = re.compile(rf"({'|'.join(m[:3] for m in MONTHS)})[a-z]*\.? (\d{{1,2}})(?:, (\d{{4}}))?")
_PART = re.compile(rf"(?:{'|'.join(WEEKDAYS)}) (?:morning|afternoon|evening|night)")
_WEEK = 7


def plain(words: str, value: str, published: date) -> bool | None:
    """Whether a TIMEX3 value is what the words say; None where they leave a choice."""
    words = re.sub(r"\s+", " ", words.lower().strip(" .,'"))
    if words in WEEKDAYS:
        day = _day(value)
        number = WEEKDAYS.index(words) + 1
        return (
            day is not None and day.isoweekday() == number and abs((day - published).days) <= _WEEK
        )
    if words in ("yesterday", "today", "tomorrow"):
        return value == (published + timedelta(days=_SHIFTS[words])).isoformat()
    if found := _UNIT.fullmatch(words):
        return value == _unit(published, _SHIFTS[found[1]], found[2])
    found = _LENGTH.fullmatch(words)
    if found and (found[1].isdigit() or found[1] in NUMBERS):
        timed = "T" if found[2] in ("hour", "minute") else ""
        count = NUMBERS.get(found[1]) or int(found[1])
        return value == f"P{timed}{count}{found[2][0].upper()}"
    pattern = _pattern(words)
    return bool(re.fullmatch(pattern, value)) if pattern else None


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _unit(published: date, shift: int, unit: str) -> str:
    if unit == "year":
        return f"{published.year + shift}"
    if unit == "month":
        index = published.year * 12 + published.month - 1 + shift
        return f"{index // 12}-{index % 12 + 1:02d}"
    iso = (published + timedelta(days=_WEEK * shift)).isocalendar()
    return f"{iso.year}-W{iso.week:02d}"


def _pattern(words: str) -> str | None:
    """What the values of a year, month, day of a month, part of a day or "now" look like."""
    if re.fullmatch(r"(?:19|20)\d\d", words):
        return words
    if words in MONTHS:
        return rf"\d{{4}}-{MONTHS.index(words) + 1:02d}"
    if found := _DAY.fullmatch(words):
        month = [name[:3] for name in MONTHS].index(found[1]) + 1
        year = found[3] or r"\d{4}"
        return rf"{year}-{month:02d}-{int(found[2]):02d}"
    if _PART.fullmatch(words):
        return r"\d{4}-\d\d-\d\dT(?:MO|AF|EV|NI)"
    return "PRESENT_REF" if words in ("now", "current", "currently") else None


def counted(rows: Iterable[dict[str, Any]]) -> Counter[bool | None]:
    """Of the expressions of gold documents (``text dct timexes``): as said, not so, open."""
    return Counter(
        plain(
            row["text"][x["start"] : x["end"]],
            x["value"] or "",
            date.fromisoformat(row["dct"][:10]),
        )
        for row in rows
        for x in row["timexes"]
    )


def main(data: Path) -> None:
    for name in ("timebank", "aquaint"):
        with (data / "data" / "time" / f"{name}.jsonl").open(encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        for half, unread in (("read", False), ("not read", True)):
            found = counted(row for row in rows if odd(row) == unread)
            settled = found[True] + found[False]
            print(
                f"{name}, {half}: of {found.total()} expressions the words settle {settled}; "
                f"{found[False]} values ({100 * found[False] / settled:.1f} %) are others"
            )


if __name__ == "__main__":
    main(Path(sys.argv[1]))

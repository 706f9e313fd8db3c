"""Days in MUC-4's form. What is not said is "on or before" the day of the dateline.

The task's guidelines leave names of weekdays unresolved and write "last night" as two days.
"""

import re
from datetime import date, timedelta
from typing import Any

from reportedly.records import When

_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_NIGHT = re.compile(r"\b(?:last night|overnight)\b", re.IGNORECASE)
_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()


def incident_date(when: When | None, words: str, published: date | None) -> dict[str, Any] | None:
    """The slot's value; None where neither the text nor the dateline gives a day."""
    if when is None or _WEEKDAY.search(words) or (published and when.earliest > published):
        return _on_or_before(published) if published else None
    if _NIGHT.search(words) and when.earliest == when.latest:
        last = published or when.latest
        return _between(last - timedelta(days=1), last)
    if when.earliest == when.latest:
        return {"raw": _day(when.latest), **_ends(when.latest, when.latest)}
    latest = min(when.latest, published) if published else when.latest
    return _between(when.earliest, latest)


def _on_or_before(day: date) -> dict[str, Any]:
    return {"raw": f"- {_day(day)}", "from": None, "to": day.isoformat()}


def _between(first: date, last: date) -> dict[str, Any]:
    return {"raw": f"{_day(first)} - {_day(last)}", **_ends(first, last)}


def _ends(first: date, last: date) -> dict[str, str]:
    return {"from": first.isoformat(), "to": last.isoformat()}


def _day(day: date) -> str:
    return f"{day.day:02} {_MONTHS[day.month - 1]} {day.year % 100:02}"

"""What hours and parts of a day mean: "5 p.m. GMT Friday", "that night", "the next morning".

The language of the values is described in :mod:`reportedly.annotate.time_grammar`.
"""

import re

from reportedly.annotate.time_meanings import (
    Found,
    Meaning,
    day_of,
    month_of,
    part_of,
    weekday_of,
    year_of,
)

_FIXED = {"noon": "T12:00", "midnight": "T24:00"}


def clock(f: Found) -> Meaning | None:
    low = (f.get("H") or f["D"])[0].low
    fixed = _FIXED.get(low) or _figures(low, later=bool(f.get("P")) and part_of(f) != "TMO")
    dated = f.get("W") or f.get("w") or f.get("R")
    if f.get("P") and not dated:  # "4 in the morning", "8 o'clock this morning"
        return Meaning("time", f"{'@' if f.get('T') else '~'}=P1D{fixed}") if fixed else None
    if f.get("M") or f.get("m"):
        year = year_of(f) if f.get("Y") else "<XXXX"
        return Meaning("time", f"{year}-{month_of(f)}-{day_of(f)}{fixed}", not f.get("Y"))
    if f.get("W") or f.get("w"):
        return Meaning("time", f"<XXXX-WXX-{weekday_of(f)}{fixed}", True)
    if f.get("R"):
        shift = {"yesterday": "-P1D", "tomorrow": "+P1D"}.get(f["R"][0].low, "=P1D")
        return Meaning("time", f"@{shift}{fixed}")
    return Meaning("time", f"~=P1D{fixed}")


def _figures(low: str, *, later: bool = False) -> str:
    if low.isdigit() and len(low) == 4:  # "0735 GMT"
        return f"T{low[:2]}:{low[2:]}"
    digits = [int(n) for n in re.findall(r"\d+", low)]
    hour, minute = digits[0], (digits[1] if len(digits) > 1 else 0)
    if hour > 24:
        return ""
    if ("p" in low or later) and hour < 12:
        hour += 12
    if "a" in low and hour == 12:
        hour = 0
    return f"T{hour:02d}:{minute:02d}"


def part_of_day(f: Found) -> Meaning | None:
    part, low = part_of(f), f["P"][0].low
    if low == "overnight":  # up to the day of publication; nobody says on which side of midnight
        return Meaning("time", "@<P1DTNI")
    if f.get("n"):
        return Meaning("time", f"~=P1D{part}")
    if f.get("N"):
        return Meaning("time", f"~+P1D{part}")
    if f.get("L"):
        if f.get("t"):
            return Meaning("time", f"~-P1D{part}")
        return Meaning("time", f"@-P1D{part}") if low == "night" else None
    if f.get("T"):
        return Meaning("time", f"@=P1D{part}")
    # "in the morning" of the day spoken of; "at night" and "dawn" are of no day
    return Meaning("time", f"~=P1D{part}" if f.get("t") else f"XXXX-XX-XX{part}")

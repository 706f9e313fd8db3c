"""What shifts mean: "two weeks ago", "three days later", "the day before", "a year ago today".

The language of the values is described in :mod:`reportedly.annotate.time_grammar`.
"""

from reportedly.annotate.time_amounts import amount, coarse, many, ordinal
from reportedly.annotate.time_meanings import Found, Meaning, unit_of, weekday_of


def day_before(f: Found) -> Meaning | None:
    """ "the day before", "the night after": counted from the day spoken of."""
    sign = "-" if f.get("b") else "+"
    if f.get("P"):
        return Meaning("time", f"~{sign}P1DTNI") if f["P"][0].low == "night" else None
    return None if many(f) else Meaning("date", f"~{sign}{coarse(f, '1')}")


def day_before_yesterday(f: Found) -> Meaning | None:
    """ "the day before yesterday", "the day after tomorrow"."""
    pair = (f["u"][0].low, f["R"][0].low, bool(f.get("b")))
    shift = {("day", "yesterday", True): "-P2D", ("day", "tomorrow", False): "+P2D"}.get(pair)
    return Meaning("date", f"@{shift}") if shift else None


def ago(f: Found) -> Meaning | None:
    if not (f.get("Q") or f.get("D") or f.get("Y") or f.get("A")):  # "years ago"
        return Meaning("date", "PAST_REF")
    count = amount(f)
    if not count.isdigit() or ordinal(f):
        return Meaning("date", "PAST_REF") if count == "X" else None
    return Meaning("date", f"@-{coarse(f, count)}{_quarter(f)}")


def from_now(f: Found) -> Meaning | None:
    count = amount(f)
    if not count.isdigit():
        return Meaning("date", "FUTURE_REF")
    return Meaning("date", f"@+{coarse(f, count)}")


def _quarter(f: Found) -> str:
    """ "A year ago" in a report of a quarter's figures is the same quarter a year before."""
    return "|QUARTER" if amount(f) == "1" and unit_of(f) == "Y" else ""


def shifted(f: Found) -> Meaning | None:
    count = amount(f)
    if not count.isdigit() or ordinal(f):
        return None
    back = f.get("e") or f.get("b")
    return Meaning(
        "date", f"~{'-' if back else '+'}{coarse(f, count)}{_quarter(f) if back else ''}"
    )


def vaguely_shifted(f: Found) -> Meaning | None:
    """ "A few days later", "weeks earlier"."""
    if not many(f) or (f.get("Q") and amount(f) != "X"):
        return None
    return Meaning("date", "FUTURE_REF" if f.get("l") else "PAST_REF")


def ago_to_the_day(f: Found) -> Meaning | None:
    """ "A year ago today", "ten years ago this month", "two years ago this week"."""
    last = f["u"][-1].low if f.get("T") else f["R"][0].low
    fine = {"today": "D", "month": "M", "week": "W"}.get(last)
    shift = ago(f)
    if fine is None or shift is None or not shift.value.startswith("@"):
        return None
    return Meaning("date", f"{shift.value.partition('|')[0]}:{fine}")


def weekday_of_weeks_ago(f: Found) -> Meaning | None:
    """ "A week ago Tuesday"."""
    count = amount(f)
    if unit_of(f) != "W" or not count.isdigit():
        return None
    return Meaning("date", f"=XXXX-WXX-{weekday_of(f)}|OF-{count}W")


def and_a_half_ago(f: Found) -> Meaning | None:
    """ "A year and a half ago"."""
    return Meaning("date", "@-P18M") if unit_of(f) == "Y" else None


def before_last(f: Found) -> Meaning | None:
    """ "The year before last", "the week after next"."""
    shift = "-" if f.get("b") else "+"
    fits = unit_of(f) in ("W", "M", "Y") and not many(f)
    return Meaning("date", f"@{shift}P2{unit_of(f)}") if fits else None

"""What each shape of time expression means, written down before any date is known.

The language of the values is described in :mod:`reportedly.annotate.time_grammar`.
"""

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from reportedly.annotate.time_tokens import (
    DECADES,
    ORDINALS,
    PARTS,
    SEASONS,
    UNITS,
    TimeToken,
    month,
    number,
    weekday,
)

TimeType = Literal["date", "time", "duration", "set"]
Found = dict[str, list[TimeToken]]  # the tokens of a match by type
Maker = Callable[[Found], "Meaning | None"]
_MODS = {"early": "START", "beginning": "START", "start": "START", "mid": "MID", "middle": "MID",
         "late": "END", "end": "END"}  # fmt: skip
_LATEST_SHORT = 30  # "'30s" and below are of this century in no newspaper yet


class Meaning(NamedTuple):
    type: TimeType
    value: str
    # "<" and ">" in a value are replaced by the tense found around the expression
    open_direction: bool = False


def _year(f: Found) -> str:
    return f["Y"][0].low


def _month(f: Found) -> str:
    token = (f.get("M") or f["m"])[0]
    return f"{month(token.low):02d}"


def _day(f: Found) -> str | None:
    value = number(f["D"][0].low)
    return f"{value:02d}" if value else None


def weekday_of(f: Found) -> int:
    return weekday((f.get("W") or f["w"])[0].low)


def part_of(f: Found) -> str:
    return f"T{PARTS[f['P'][-1].low]}" if f.get("P") else ""


def _kind(f: Found) -> TimeType:
    return "time" if f.get("P") or f.get("H") else "date"


def unit_of(f: Found) -> str:
    low = (f.get("u") or f["q"])[0].low
    return UNITS.get(low) or UNITS[low.removesuffix("s")]


def mod_of(f: Found) -> str:
    return f"|{_MODS[f['X'][0].low]}" if f.get("X") else ""


def full(f: Found) -> Meaning | None:
    day = _day(f)
    if day is None:
        return None
    return Meaning(_kind(f), f"{_year(f)}-{_month(f)}-{day}{part_of(f)}")


def iso(f: Found) -> Meaning | None:
    text = f["d"][0].low
    if "-" in text:
        return Meaning("date", text)
    first, second, year = (int(n) for n in re.split(r"[/.]", text))
    if first > 12 >= second:
        return Meaning("date", f"{year}-{second:02d}-{first:02d}")
    if second > 12 >= first:
        return Meaning("date", f"{year}-{first:02d}-{second:02d}")
    if first == second:
        return Meaning("date", f"{year}-{first:02d}-{first:02d}")
    return Meaning("date", f"{year}-XX-XX")  # 3/4/2024: the papers differ, so the day stays open


def day_of_month(f: Found) -> Meaning | None:
    day = _day(f)
    return Meaning(_kind(f), f"<XXXX-{_month(f)}-{day}{part_of(f)}", True) if day else None


def days(f: Found) -> Meaning | None:
    """ "3-5 May 2024"."""
    first, last = (number(t.low) for t in f["D"][:2])
    if first is None or last is None or last <= first:
        return None
    year = _year(f) if f.get("Y") else "<XXXX"
    value = f"{year}-{_month(f)}-{first:02d}/{_month(f)}-{last:02d}"
    return Meaning("date", value, not f.get("Y"))


def month_year(f: Found) -> Meaning | None:
    return Meaning("date", f"{_year(f)}-{_month(f)}{mod_of(f)}")


def bare_month(f: Found) -> Meaning | None:
    if f.get("L"):
        return Meaning("date", f"<XXXX-{_month(f)}|LAST{mod_of(f)}")
    if f.get("N"):
        return Meaning("date", f">XXXX-{_month(f)}{mod_of(f)}")
    if f.get("T"):
        return Meaning("date", f"=XXXX-{_month(f)}{mod_of(f)}")
    return Meaning("date", f"<XXXX-{_month(f)}{mod_of(f)}", True)


def month_of_a_year(f: Found) -> Meaning | None:
    """ "March last year", "3 March of this year"."""
    if unit_of(f) != "Y":
        return None
    day = f"-{_day(f)}" if f.get("D") else ""
    return Meaning("date", f"=XXXX-{_month(f)}{day}{_of(f)}{mod_of(f)}")


def weekday_of_a_week(f: Found) -> Meaning | None:
    """ "Tuesday last week", "last week Tuesday"."""
    if unit_of(f) != "W":
        return None
    return Meaning(_kind(f), f"=XXXX-WXX-{weekday_of(f)}{part_of(f)}{_of(f)}")


def _of(f: Found) -> str:
    shift = -1 if f.get("L") else 1 if f.get("N") else 0
    return f"|OF{shift}{unit_of(f)}"


def months(f: Found) -> Meaning | None:
    first, last = (month(t.low) for t in f["M"][:2])
    if not f.get("Y"):
        return None
    years = [t.low for t in f["Y"]]
    return Meaning("date", f"{years[0]}-{first:02d}/{years[-1]}-{last:02d}")


def only_year(f: Found) -> Meaning | None:
    if f.get("N") or f.get("L"):
        return None
    return Meaning("date", f"{_year(f)}{mod_of(f)}")


def years(f: Found) -> Meaning | None:
    first, last = f["Y"][0].low, (f["Y"][1].low if len(f["Y"]) > 1 else f["D"][0].low)
    last = last if len(last) == 4 else first[:2] + last.zfill(2)
    return Meaning("date", f"{first}/{last}") if last > first else None


def decade(f: Found) -> Meaning | None:
    low = f["z"][0].low
    if low in DECADES:
        return Meaning("date", f"{DECADES[low]}{mod_of(f)}")
    digits = re.sub(r"\D", "", low)
    if len(digits) == 2:
        digits = ("20" if int(digits) < _LATEST_SHORT else "19") + digits
    return Meaning("date", f"{digits[:3]}{mod_of(f)}")


def season(f: Found) -> Meaning | None:
    season = SEASONS[f["S"][0].low]
    if f.get("Y"):
        return Meaning("date", f"{_year(f)}-{season}{mod_of(f)}")
    sign = ">" if f.get("N") else "=" if f.get("T") else "<"
    return Meaning("date", f"{sign}XXXX-{season}{mod_of(f)}", sign == "<" and not f.get("L"))


def quarter(f: Found) -> Meaning | None:
    nth = ORDINALS[f["O"][0].low]
    if nth > 4:
        return None
    if f.get("Y"):
        return Meaning("date", f"{_year(f)}-Q{nth}")
    return Meaning("date", f"<XXXX-Q{nth}", True)


def on_weekday(f: Found) -> Meaning | None:
    token = (f.get("W") or f["w"])[0]
    plural = token.low.endswith("days")
    if plural:
        return Meaning("set", f"XXXX-WXX-{weekday_of(f)}")
    name = f"XXXX-WXX-{weekday_of(f)}{part_of(f)}"
    if f.get("N"):
        return Meaning(_kind(f), f">{name}")
    if f.get("L"):
        return Meaning(_kind(f), f"<{name}|LAST")
    if f.get("T"):
        return Meaning(_kind(f), f"={name}", True)
    return Meaning(_kind(f), f"<{name}", True)


def weekday_and_day(f: Found) -> Meaning | None:
    """ "Friday the fourth"."""
    day = ORDINALS.get(f["O"][0].low) if f.get("O") else number(f["D"][0].low)
    return Meaning("date", f"<XXXX-WXX-{weekday_of(f)}-{day:02d}", True) if day else None


def clock(f: Found) -> Meaning | None:
    low = f["H"][0].low
    fixed = {"noon": "T12:00", "midnight": "T24:00"}.get(low)
    if fixed is None:
        digits = [int(n) for n in re.findall(r"\d+", low)]
        hour, minute = digits[0], (digits[1] if len(digits) > 1 else 0)
        if "p" in low and hour < 12:
            hour += 12
        if "a" in low and hour == 12:
            hour = 0
        fixed = f"T{hour:02d}:{minute:02d}"
    if f.get("W"):
        return Meaning("time", f"<XXXX-WXX-{weekday_of(f)}{fixed}", True)
    if f.get("R"):
        shift = {"yesterday": "-P1D", "tomorrow": "+P1D"}.get(f["R"][0].low, "=P1D")
        return Meaning("time", f"@{shift}{fixed}")
    if f.get("M") or f.get("m"):
        year = _year(f) if f.get("Y") else "<XXXX"
        return Meaning("time", f"{year}-{_month(f)}-{_day(f)}{fixed}", not f.get("Y"))
    return Meaning("time", f"~=P1D{fixed}")


def reference(f: Found) -> Meaning | None:
    return Meaning("date", "PAST_REF" if f["G"][0].low == "recently" else "PRESENT_REF")


def century(f: Found) -> Meaning | None:
    nth = ORDINALS.get(f["O"][0].low) if f.get("O") else number(f["D"][0].low)
    if nth is None or unit_of(f) != "CE" or nth > 21 or (f.get("D") and f["D"][0].low.isdigit()):
        return None
    return Meaning("date", f"{nth - 1:02d}{mod_of(f)}")

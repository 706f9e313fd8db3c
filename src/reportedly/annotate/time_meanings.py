"""What each shape of time expression means, written down before any date is known.

The language of the values is described in :mod:`reportedly.annotate.time_grammar`.
"""

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from reportedly.annotate.time_tokens import HOLIDAYS, TimeToken, month, number, weekday
from reportedly.annotate.time_words import ANCIENT, MODS, ORDINALS, PARTS, UNITS

TimeType = Literal["date", "time", "duration", "set"]
Found = dict[str, list[TimeToken]]  # the tokens of a match by type
Maker = Callable[[Found], "Meaning | None"]


class Meaning(NamedTuple):
    type: TimeType
    value: str
    # "<" and ">" in a value are replaced by the tense found around the expression
    open_direction: bool = False


def year_of(f: Found) -> str:
    return f["Y"][0].low.zfill(4)


def month_of(f: Found) -> str:
    token = (f.get("M") or f["m"])[0]
    return f"{month(token.low):02d}"


def day_of(f: Found) -> str | None:
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
    words = f.get("Z") or f.get("X")
    mod = MODS.get(words[0].low) if words else None
    return f"|{mod}" if mod else ""


def full(f: Found) -> Meaning | None:
    day = day_of(f)
    if day is None:
        return None
    return Meaning(_kind(f), f"{year_of(f)}-{month_of(f)}-{day}{part_of(f)}")


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
    day = day_of(f)
    return Meaning(_kind(f), f"<XXXX-{month_of(f)}-{day}{part_of(f)}", True) if day else None


def days(f: Found) -> Meaning | None:
    """ "3-5 May 2024"."""
    first, last = (number(t.low) for t in f["D"][:2])
    if first is None or last is None or last <= first:
        return None
    year = year_of(f) if f.get("Y") else "<XXXX"
    value = f"{year}-{month_of(f)}-{first:02d}/{month_of(f)}-{last:02d}"
    return Meaning("date", value, not f.get("Y"))


def month_year(f: Found) -> Meaning | None:
    era = "BC" if f.get("E") and f["E"][0].low in ANCIENT else ""
    return Meaning("date", f"{era}{year_of(f)}-{month_of(f)}{mod_of(f)}")


def bare_month(f: Found) -> Meaning | None:
    if f.get("u") and unit_of(f) != "M":
        return None
    if f.get("L"):
        return Meaning("date", f"<XXXX-{month_of(f)}|LAST{mod_of(f)}")
    if f.get("N"):
        return Meaning("date", f">XXXX-{month_of(f)}{mod_of(f)}")
    if f.get("T"):
        return Meaning("date", f"=XXXX-{month_of(f)}{mod_of(f)}")
    return Meaning("date", f"<XXXX-{month_of(f)}{mod_of(f)}", True)


def month_of_a_year(f: Found) -> Meaning | None:
    """ "March last year", "3 March of this year"."""
    if unit_of(f) != "Y":
        return None
    day = f"-{day_of(f)}" if f.get("D") else ""
    return Meaning("date", f"=XXXX-{month_of(f)}{day}{_of(f)}{mod_of(f)}")


def weekday_of_a_week(f: Found) -> Meaning | None:
    """ "Tuesday last week", "last week Tuesday"."""
    if unit_of(f) != "W":
        return None
    return Meaning(_kind(f), f"=XXXX-WXX-{weekday_of(f)}{part_of(f)}{_of(f)}")


def _of(f: Found) -> str:
    shift = -1 if f.get("L") else 1 if f.get("N") else 0
    if f.get("n"):
        return "|OF~"
    if f.get("t") and shift:  # "of the following year"
        return f"|OF~{shift:+d}"
    return f"|OF{shift}{unit_of(f)}"


def months(f: Found) -> Meaning | None:
    first, last = (month(t.low) for t in f["M"][:2])
    if not f.get("Y"):
        return None
    years = [t.low for t in f["Y"]]
    return Meaning("date", f"{years[0]}-{first:02d}/{years[-1]}-{last:02d}")


def holiday(f: Found) -> Meaning | None:
    body = HOLIDAYS[f["J"][0].low]
    if f.get("Y"):
        fixed = body[0] != "E" and "W" not in body
        return Meaning("date", f"{year_of(f)}-{body}" if fixed else f"=XXXX-{body}|IN{year_of(f)}")
    if f.get("u"):
        return Meaning("date", f"=XXXX-{body}{_of(f)}") if unit_of(f) == "Y" else None
    sign = ">" if f.get("N") else "=" if f.get("T") else "<"
    return Meaning("date", f"{sign}XXXX-{body}", sign == "<" and not f.get("L"))


def on_weekday(f: Found) -> Meaning | None:
    token = (f.get("W") or f["w"])[0]
    if f.get("u"):
        nights = f["u"][0].low == "nights"
        return Meaning("set", f"XXXX-WXX-{weekday_of(f)}TNI") if nights else None
    plural = token.low.endswith("days")
    if plural or (f.get("P") and f["P"][-1].low.endswith("s")):
        return Meaning("set", f"XXXX-WXX-{weekday_of(f)}{part_of(f)}")
    name = f"XXXX-WXX-{weekday_of(f)}{part_of(f)}"
    if f.get("L"):  # "this past Saturday" may be yesterday, "last Saturday" not
        return Meaning(_kind(f), f"<{name}{'' if f['L'][0].low == 'past' else '|LAST'}")
    if f.get("N"):
        return Meaning(_kind(f), f">{name}|LAST")
    if f.get("T"):
        return Meaning(_kind(f), f"={name}", True)
    return Meaning(_kind(f), f"<{name}", True)


def weekday_and_day(f: Found) -> Meaning | None:
    """ "Friday the fourth"."""
    day = ORDINALS.get(f["O"][0].low) if f.get("O") else number(f["D"][0].low)
    return Meaning("date", f"<XXXX-WXX-{weekday_of(f)}-{day:02d}", True) if day else None

"""What years and their parts mean: decades, centuries, seasons, quarters, years before Christ.

The language of the values is described in :mod:`reportedly.annotate.time_grammar`.
"""

import re

from reportedly.annotate.time_meanings import (
    Found,
    Meaning,
    day_of,
    mod_of,
    month_of,
    unit_of,
    year_of,
)
from reportedly.annotate.time_tokens import TimeToken, number
from reportedly.annotate.time_words import ANCIENT, DECADES, ORDINALS, SEASONS

_LATEST_SHORT = 30  # "'30s" and below are of this century in no newspaper yet
_HALVES = {"first": "H1", "early": "H1", "second": "H2", "last": "H2", "late": "H2", "latter": "H2"}


def only_year(f: Found) -> Meaning | None:
    unit = f.get("u")
    if unit and unit[0].low not in ("year", "years"):
        return None
    return Meaning("date", f"{year_of(f)}{mod_of(f)}")


def years(f: Found) -> Meaning | None:
    first = f["Y"][0].low
    last = (f["Y"][1] if len(f["Y"]) > 1 else (f.get("D") or f["Q"])[0]).low
    if not last.isdigit():
        return None
    last = last if len(last) == 4 else first[:2] + last.zfill(2)[-2:]
    return Meaning("date", f"{first}/{last}") if last > first else None


def _figures(f: Found) -> list[TimeToken]:
    return sorted(t for code in "YQDy" for t in f.get(code, ()) if t.low.isdigit())


def era_year(f: Found) -> Meaning | None:
    """ "480 BC", "AD 70"."""
    figures = _figures(f)
    if not figures:
        return None
    ancient = f.get("y") or (f.get("E") and f["E"][0].low in ANCIENT)
    return Meaning("date", f"{'BC' if ancient else ''}{int(figures[0].low):04d}{mod_of(f)}")


def era_years(f: Found) -> Meaning | None:
    """ "490-480 BC"; "490-89" is left alone."""
    figures = _figures(f)
    if len(figures) < 2 or f["E"][0].low not in ANCIENT:
        return None
    first, last = int(figures[0].low), int(figures[1].low)
    return Meaning("date", f"BC{first:04d}/BC{last:04d}") if last < first else None


def decade(f: Found) -> Meaning | None:
    low = f["z"][0].low
    if low in DECADES:
        return Meaning("date", f"{DECADES[low]}{mod_of(f)}")
    digits = re.sub(r"\D", "", low)
    if f.get("E"):
        return Meaning("date", f"BC{digits[:-1].zfill(3)}{mod_of(f)}")
    if len(digits) == 3:
        return None
    if len(digits) == 2:
        digits = ("20" if int(digits) < _LATEST_SHORT else "19") + digits
    return Meaning("date", f"{digits[:3]}{mod_of(f)}")


def century(f: Found) -> Meaning | None:
    nth = ORDINALS.get(f["O"][0].low) if f.get("O") else number(f["D"][0].low)
    if nth is None or unit_of(f) != "CE" or nth > 21 or (f.get("D") and f["D"][0].low.isdigit()):
        return None
    era = "BC" if f.get("E") and f["E"][0].low in ANCIENT else ""
    return Meaning("date", f"{era}{nth - 1:02d}{mod_of(f)}")


def season(f: Found) -> Meaning | None:
    name = f["S"][0].low
    season = SEASONS[name]
    if f.get("Y"):
        era = "BC" if f.get("E") else ""
        return Meaning("date", f"{era}{year_of(f)}-{season}{mod_of(f)}")
    if f.get("u"):
        return Meaning("date", f"=XXXX-{season}{of_year(f)}") if unit_of(f) == "Y" else None
    if f.get("n"):
        return Meaning("date", f"=XXXX-{season}|OF~")
    sign = ">" if f.get("N") else "=" if f.get("T") else "<"
    last = "|LAST" if f.get("L") or f.get("N") else ""
    return Meaning("date", f"{sign}XXXX-{season}{mod_of(f)}{last}", sign == "<" and not last)


def of_year(f: Found) -> str:
    """ "last year", "that year", "of the following year"."""
    if f.get("n"):
        return "|OF~"
    shift = -1 if f.get("L") else 1 if f.get("N") else 0
    if f.get("t") and shift:
        return f"|OF~{shift:+d}"
    return f"|OF{shift}{unit_of(f)}"


def half_of_some_year(f: Found) -> Meaning | None:
    """ "First-half profit"."""
    value = _HALVES.get(f["O"][0].low)
    return Meaning("date", f"<XXXX-{value}", True) if value else None


def quarter(f: Found) -> Meaning | None:
    nth = int(f["4"][0].low[1]) if f.get("4") else ORDINALS[f["O"][0].low]
    if nth > 4:
        return None
    if f.get("Y"):
        return Meaning("date", f"{year_of(f)}-Q{nth}")
    if f.get("g") or f.get("e"):  # "the year-ago third quarter"
        return Meaning("date", f"=XXXX-Q{nth}|OF-1Y")
    if f.get("u"):
        shift = -1 if f.get("L") else 1 if f.get("N") else 0
        return Meaning("date", f"=XXXX-Q{nth}|OF{shift}Y")
    if f.get("L") or f.get("N"):
        return Meaning("date", f"{'<' if f.get('L') else '>'}XXXX-Q{nth}")
    return Meaning("date", f"<XXXX-Q{nth}", True)


def the_quarter(f: Found) -> Meaning | None:
    """ "The quarter", "the year-ago quarter": of the quarter whose figures are told."""
    if f.get("Y"):  # "the 1988 period": of the quarter told, a year given
        return Meaning("date", f"{year_of(f)}|QUARTER")
    if f.get("L") or f.get("T"):  # "the same period last year"
        sign = "-" if f.get("L") else "="
        return Meaning("date", f"@{sign}P1Y|QUARTER") if unit_of(f) == "Y" else None
    if f.get("g") or f.get("e") or f.get("b"):
        return Meaning("date", "~-P1Y|QUARTER") if unit_of(f) == "Y" else None
    return Meaning("date", "@-P1Q" if f.get("c") else "~=P1Q|QUARTER")


def half(f: Found) -> Meaning | None:
    word = (f.get("O") or f.get("L") or f["X"])[0].low
    if word not in _HALVES:
        return None
    if f.get("Y"):
        return Meaning("date", f"{year_of(f)}-{_HALVES[word]}")
    if unit_of(f) != "Y":
        return None
    whose = max(t for code in "tLNT" for t in f.get(code, ()))  # of "the", "last", "this" year
    shift = {"L": -1, "N": 1}.get(whose.code, 0)
    return Meaning("date", f"=XXXX-{_HALVES[word]}|OF{shift}Y")


def half_of_a_decade(f: Found) -> Meaning | None:
    """ "The last half of the 1980s": of the decade, no finer."""
    word = (f.get("O") or f.get("L") or f["X"])[0].low
    return decade({"z": f["z"]}) if word in _HALVES else None


def months_of_a_year(f: Found) -> Meaning | None:
    """ "The 1988 nine months", "the 2030 first six months"."""
    months = number((f.get("Q") or f["D"])[0].low)
    told = unit_of(f) == "M" and months and months < 12
    return Meaning("duration", f"P{months}M") if told else None


def each_year(f: Found) -> Meaning | None:
    """ "Every 1 December", "each March", "every summer"."""
    if f.get("S"):
        return Meaning("set", f"XXXX-{SEASONS[f['S'][0].low]}")
    day = day_of(f) if f.get("D") else None
    return Meaning("set", f"XXXX-{month_of(f)}{f'-{day}' if day else ''}")

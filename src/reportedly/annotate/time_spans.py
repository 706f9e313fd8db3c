"""What stretches of time and shifts mean: "two weeks ago", "the past year", "every Friday".

The language of the values is described in :mod:`reportedly.annotate.time_grammar`.
"""

from reportedly.annotate.time_meanings import Found, Meaning, mod_of, part_of, unit_of, weekday_of
from reportedly.annotate.time_tokens import number
from reportedly.annotate.time_words import FREQUENCIES, LASTING, REFERENCES, VAGUE

_ROUND = frozenset({"hundred", "dozen", "thousand"})
_PLURALS = frozenset(
    {"minutes", "hours", "days", "nights", "weeks", "months", "years", "decades", "centuries"}
)


def _amount(f: Found) -> str:
    """The number of units, X where it is vague, with a half if one is added."""
    tokens = sorted([*f.get("Q", ()), *f.get("D", ()), *f.get("Y", ())])
    if not tokens:
        return "1"
    if any(t.low == "couple" for t in tokens):
        return "2"
    between = f.get("a") or f.get("U")
    if between and not f.get("h"):  # "two or three", "10 to 15": the lower one
        tokens = [t for t in tokens if t < between[0]]
    exact = [t for t in tokens if t.low not in VAGUE]
    rounded = len(exact) < len(tokens) and exact and exact[-1].low in _ROUND
    if not exact or rounded:
        return "X"  # "several", "a few hundred"; "some 20" is 20
    total = 0
    for token in exact:
        value = number(token.low)
        if value is None:
            return _fraction(token.low)
        total = total * value if value in (12, 100, 1000) and total else total + value
    return f"{total}.5" if f.get("h") else str(total)


def _fraction(written: str) -> str:
    """ "2.5", "2 1/2"; X for what is no number."""
    whole, _, half = written.partition(" ")
    if half:
        return f"{whole}.5" if half == "1/2" else "X"
    return written if written.replace(".", "", 1).isdigit() else "X"


def _ordinal(f: Found) -> bool:
    """ "20th" counts no units."""
    return any(t.low[-1:].isalpha() and t.low[:1].isdigit() for t in f.get("D", ()))


def _span(f: Found) -> str:
    amount, unit = _amount(f), unit_of(f)
    if unit in ("TM", "TH"):
        return f"PT{amount}{unit[1]}"
    if unit == "S":
        return f"PT{amount}S"
    if unit in ("F", "DE", "CE", "Q") and amount.isdigit():
        times, base = {"F": (2, "W"), "DE": (10, "Y"), "CE": (100, "Y"), "Q": (3, "M")}[unit]
        return f"P{int(amount) * times}{base}"
    base = {"N": "D", "E": "D", "F": "W", "DE": "DE", "CE": "CE"}.get(unit, unit)
    return f"P{amount}{base}"


def relative_day(f: Found) -> Meaning | None:
    word = f["R"][0].low
    part = "TNI" if word == "tonight" else part_of(f)
    shift = {"yesterday": "-P1D", "tomorrow": "+P1D"}.get(word, "=P1D")
    return Meaning("time" if part else "date", f"@{shift}{part}")


def day_before(f: Found) -> Meaning | None:
    """ "the day before", "the night after": counted from the day spoken of."""
    sign, low = "-" if f.get("b") else "+", f["u"][0].low
    if low == "night":
        return Meaning("time", f"~{sign}P1DTNI")
    return None if _many(f) else Meaning("date", f"~{sign}{_coarse(f, '1')}")


def day_before_yesterday(f: Found) -> Meaning | None:
    """ "the day before yesterday", "the day after tomorrow"."""
    pair = (f["u"][0].low, f["R"][0].low, bool(f.get("b")))
    shift = {("day", "yesterday", True): "-P2D", ("day", "tomorrow", False): "+P2D"}.get(pair)
    return Meaning("date", f"@{shift}") if shift else None


def ago(f: Found) -> Meaning | None:
    if not (f.get("Q") or f.get("D") or f.get("Y") or f.get("A")):  # "years ago"
        return Meaning("date", "PAST_REF")
    amount = _amount(f)
    if not amount.isdigit() or _ordinal(f):
        return Meaning("date", "PAST_REF") if amount == "X" else None
    return Meaning("date", f"@-{_coarse(f, amount)}{_quarter(f)}")


def from_now(f: Found) -> Meaning | None:
    amount = _amount(f)
    if not amount.isdigit():
        return Meaning("date", "FUTURE_REF")
    return Meaning("date", f"@+{_coarse(f, amount)}")


def _quarter(f: Found) -> str:
    """ "A year ago" in a report of a quarter's figures is the same quarter a year before."""
    return "|QUARTER" if _amount(f) == "1" and unit_of(f) == "Y" else ""


def _coarse(f: Found, amount: str) -> str:
    """A shift that keeps the unit, so that "two weeks ago" stays a week."""
    unit = unit_of(f)
    if unit in ("TM", "TH", "S"):
        return f"PT{amount}{unit[-1]}"
    if unit == "F":
        return f"P{int(amount) * 2}W"
    return f"P{amount}{'D' if unit == 'N' else unit}"


def shifted(f: Found) -> Meaning | None:
    amount = _amount(f)
    if not amount.isdigit() or _ordinal(f):
        return None
    back = f.get("e") or f.get("b")
    return Meaning(
        "date", f"~{'-' if back else '+'}{_coarse(f, amount)}{_quarter(f) if back else ''}"
    )


def vaguely_shifted(f: Found) -> Meaning | None:
    """ "A few days later", "weeks earlier"."""
    if not _many(f) or (f.get("Q") and _amount(f) != "X"):
        return None
    return Meaning("date", "FUTURE_REF" if f.get("l") else "PAST_REF")


def following(f: Found) -> Meaning | None:
    """ "The following week", "the next day"."""
    word = f["N"][0].low if f.get("N") else "following"
    if _many(f):
        return this_unit(f)
    if word not in ("following", "next", "subsequent"):
        return None
    if not f.get("t"):
        return this_unit(f)
    return Meaning("date", f"~+{_coarse(f, '1')}{mod_of(f)}")


def previous(f: Found) -> Meaning | None:
    if _many(f):
        return None
    if f.get("c"):  # "the latest fiscal year"
        return Meaning("date", "@-P1Y") if f.get("I") else None
    if (f.get("L") or f["e"])[0].low not in ("previous", "preceding", "prior"):
        return None
    return Meaning("date", f"~-{_coarse(f, '1')}")


def _many(f: Found) -> bool:
    return (f.get("u") or f["q"])[0].low in (*_PLURALS, "quarters")


def that(f: Found) -> Meaning | None:
    if _many(f) and f["n"][0].low == "those":
        return Meaning("date", "PAST_REF")
    if _many(f) or unit_of(f) in ("S", "TM", "TH"):
        return None
    return Meaning("date", f"~={_coarse(f, '1')}{mod_of(f)}")


def this_unit(f: Found) -> Meaning | None:
    """ "Last week", "early next year", "the end of this month"."""
    sign = "-" if f.get("L") else "+" if f.get("N") else "="
    unit = unit_of(f)
    if unit in ("S", "TM", "TH"):
        return None
    if _many(f):
        return Meaning("duration", f"PX{unit}") if f.get("N") or f.get("L") else None
    if f.get("L") and f["L"][0].low == "past" and unit != "E":
        return Meaning("duration", f"@<{_span(f)}")
    if f.get("i") and unit == "D":  # "later in the day"
        return Meaning("date", "~=P1D|OR@")
    if unit == "N":
        return Meaning("time", f"@{sign}P1DTNI")
    return Meaning("date", f"@{sign}{_coarse(f, '1')}{mod_of(f)}|OR~")


def year_end(f: Found) -> Meaning | None:
    if unit_of(f) != "Y" or f["Z"][0].low != "end":
        return None
    if f.get("Y"):
        return Meaning("date", f"{f['Y'][0].low}-12-31")
    return Meaning("date", "<XXXX-12-31", True)


def the_unit(f: Found) -> Meaning | None:
    """ "In the year", "over the weekend", "for the full year": the one spoken of, or this one."""
    unit = unit_of(f)
    if _many(f):  # "in the years that followed"
        return None if f.get("I") or f.get("j") else units(f)
    if unit not in ("Y", "M", "W", "E"):
        return None
    return Meaning("date", "<XXXX-WKE" if unit == "E" else f"@=P1{unit}|OR~", unit == "E")


def past_units(f: Found) -> Meaning | None:
    if _ordinal(f) or (f.get("L") and f["L"][0].low in ("previous", "preceding") and not _many(f)):
        return None
    if f.get("O") and f["O"][0].low != "first":
        return None
    if (f.get("O") or f.get("c") or not (f.get("L") or f.get("N"))) and not _many(f):
        return None
    if f.get("L"):
        return Meaning("duration", f"@<{_span(f)}")
    return Meaning("duration", f"@>{_span(f)}" if f.get("N") else _span(f))


def long_units(f: Found) -> Meaning | None:
    """ "A day-long siege", "the decades-long war", "a three-year-long drought"."""
    counted = f.get("Q") or f.get("D")
    return units(f) if _many(f) and not counted else Meaning("duration", _span(f))


def first_units(f: Found) -> Meaning | None:
    """ "The first days of the war"."""
    return units(f) if f["O"][0].low == "first" else None


def recent_units(f: Found) -> Meaning | None:
    unit = unit_of(f)
    return Meaning("duration", f"PX{unit}") if unit in ("D", "W", "M", "Y", "DE") else None


def duration(f: Found) -> Meaning | None:
    if (f.get("A") and f.get("-")) or _ordinal(f):  # "a two-day visit": the article is the visit's
        return None
    if _amount(f) == "X" and not _many(f) and not f.get("-"):  # "some day"
        return None
    return Meaning("duration", _span(f))


def year_earlier_units(f: Found) -> Meaning | None:
    """ "The year-earlier nine months"."""
    return Meaning("duration", _span(f | {"u": f["u"][1:]})) if _many({"u": f["u"][1:]}) else None


def half_unit(f: Found) -> Meaning | None:
    """ "Half an hour", "a half century"."""
    halves = {"TH": "PT30M", "Y": "P6M", "DE": "P5Y", "CE": "P50Y", "D": "PT12H"}
    value = halves.get(unit_of(f))
    return Meaning("duration", value) if value else None


def and_a_half(f: Found) -> Meaning | None:
    """ "An hour and a half"."""
    value = _span(f | {"h": []})
    return Meaning("duration", value.replace("1", "1.5", 1)) if "1" in value else None


def another(f: Found) -> Meaning | None:
    one = f["j"][0].low == "another" and not _many(f)
    return Meaning("duration", _span(f)) if one else None


def repeated(f: Found) -> Meaning | None:
    if f.get("W"):
        return Meaning("set", f"XXXX-WXX-{weekday_of(f)}")
    if f.get("P"):
        return Meaning("set", f"XXXX-XX-XX{part_of(f)}")
    return Meaning("set", f"P1{unit_of(f)}" if unit_of(f) == "Q" else _span(f))


def times_a_unit(f: Found) -> Meaning | None:
    """ "Twice a week", "per day"."""
    if _many(f) or (f.get("k") and f["k"][0].low == "times" and not (f.get("Q") or f.get("D"))):
        return None
    unit = unit_of(f)
    base = f"T1{unit[-1]}" if unit in ("TM", "TH", "S") else f"1{'D' if unit == 'N' else unit}"
    return Meaning("set", f"P{base}")


def frequency(f: Found) -> Meaning | None:
    token = f["V"][0]
    if token.low in LASTING:
        return Meaning("duration", LASTING[token.low])
    return Meaning("set", FREQUENCIES[token.low]) if token.text.islower() else None


def units(f: Found) -> Meaning | None:
    """ "For years": a plural without a number."""
    unit = unit_of(f)
    value = f"PTX{unit[-1]}" if unit in ("TM", "TH") else f"PX{unit}"
    return Meaning("duration", value) if _many(f) else None


def reference(f: Found) -> Meaning | None:
    """ "Now", "recently", "in the future"."""
    if f.get("L"):
        return Meaning("date", "PAST_REF") if f["L"][0].low == "past" else None
    token = (f.get("G") or f.get("T") or f["F"])[0]
    value = REFERENCES.get(token.low)
    return Meaning("date", value) if value else None

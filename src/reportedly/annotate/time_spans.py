"""What stretches of time and shifts mean: "two weeks ago", "the past year", "every Friday".

The language of the values is described in :mod:`reportedly.annotate.time_grammar`.
"""

from reportedly.annotate.time_amounts import amount, coarse, many, ordinal, span
from reportedly.annotate.time_meanings import Found, Meaning, mod_of, part_of, unit_of, weekday_of
from reportedly.annotate.time_words import FREQUENCIES, LASTING, REFERENCES, UNITS

_HALVES = {"TH": "PT30M", "Y": "P6M", "DE": "P5Y", "CE": "P50Y", "D": "PT12H"}
_QUARTERS = {"TH": "PT15M", "CE": "P25Y"}


def relative_day(f: Found) -> Meaning | None:
    word = f["R"][0].low
    part = "TNI" if word == "tonight" else part_of(f)
    shift = {"yesterday": "-P1D", "tomorrow": "+P1D"}.get(word, "=P1D")
    return Meaning("time" if part else "date", f"@{shift}{part}")


def following(f: Found) -> Meaning | None:
    """ "The following week", "the next day"."""
    word = f["N"][0].low if f.get("N") else "following"
    if many(f):
        return this_unit(f)
    if word not in ("following", "next", "subsequent"):
        return None
    if not f.get("t"):
        return this_unit(f)
    return Meaning("date", f"~+{coarse(f, '1')}{mod_of(f)}")


def previous(f: Found) -> Meaning | None:
    if many(f):
        return None
    if f.get("c"):  # "the latest fiscal year"
        return Meaning("date", "@-P1Y") if f.get("I") else None
    if (f.get("L") or f["e"])[0].low not in ("previous", "preceding", "prior"):
        return None
    return Meaning("date", f"~-{coarse(f, '1')}")


def that(f: Found) -> Meaning | None:
    if many(f) and f["n"][0].low == "those":
        return Meaning("date", "PAST_REF")
    if many(f) or unit_of(f) in ("S", "TM", "TH"):
        return None
    return Meaning("date", f"~={coarse(f, '1')}{mod_of(f)}")


def this_unit(f: Found) -> Meaning | None:
    """ "Last week", "early next year", "the end of this month"."""
    sign = "-" if f.get("L") else "+" if f.get("N") else "="
    unit = unit_of(f)
    if unit in ("S", "TM", "TH"):
        return Meaning("duration", f"@<{span(f)}") if f.get("t") and f.get("L") else None
    if many(f):
        return Meaning("duration", f"PX{unit}") if f.get("N") or f.get("L") else None
    if f.get("L") and f["L"][0].low == "past" and unit != "E":
        return Meaning("duration", f"@<{span(f)}")
    if f.get("i") and unit == "D":  # "later in the day"
        return Meaning("date", "~=P1D|OR@")
    if unit == "N":
        return Meaning("time", f"@{sign}P1DTNI")
    return Meaning("date", f"@{sign}{coarse(f, '1')}{mod_of(f)}|OR~")


def year_end(f: Found) -> Meaning | None:
    if unit_of(f) != "Y" or f["Z"][0].low != "end":
        return None
    if f.get("Y"):
        return Meaning("date", f"{f['Y'][0].low}-12-31")
    return Meaning("date", "<XXXX-12-31", True)


def the_unit(f: Found) -> Meaning | None:
    """ "In the year", "over the weekend", "for the full year": the one spoken of, or this one."""
    unit = unit_of(f)
    if many(f):  # "in the years that followed"
        return None if f.get("I") or f.get("j") else units(f)
    if unit not in ("Y", "M", "W", "E"):
        return None
    if unit == "E":
        return Meaning("date", "<XXXX-WKE", True)
    return Meaning("date", f"@=P1{unit}|OR~{'|TOLD' if unit == 'M' else ''}")


def past_units(f: Found) -> Meaning | None:
    if ordinal(f) or (f.get("L") and f["L"][0].low in ("previous", "preceding") and not many(f)):
        return None
    if f.get("O") and f["O"][0].low != "first":
        return None
    if (f.get("O") or f.get("c") or not (f.get("L") or f.get("N"))) and not many(f):
        return None
    if f.get("L"):
        return Meaning("duration", f"@<{span(f)}")
    return Meaning("duration", f"@>{span(f)}" if f.get("N") else span(f))


def long_units(f: Found) -> Meaning | None:
    """ "A day-long siege", "the decades-long war", "a three-year-long drought"."""
    counted = f.get("Q") or f.get("D")
    return units(f) if many(f) and not counted else Meaning("duration", span(f))


def first_units(f: Found) -> Meaning | None:
    """ "The first days of the war"."""
    return units(f) if f["O"][0].low == "first" else None


def recent_units(f: Found) -> Meaning | None:
    unit = unit_of(f)
    return Meaning("duration", f"PX{unit}") if unit in ("D", "W", "M", "Y", "DE") else None


def duration(f: Found) -> Meaning | None:
    if (f.get("A") and f.get("-") and not f.get("h")) or ordinal(f):  # "a [two-day] visit"
        return None
    if amount(f) == "X" and not many(f) and not f.get("-"):  # "some day"
        return None
    return Meaning("duration", span(f))


def year_earlier_units(f: Found) -> Meaning | None:
    """ "The year-earlier nine months"."""
    return Meaning("duration", span(f | {"u": f["u"][1:]})) if many({"u": f["u"][1:]}) else None


def part_of_unit(f: Found) -> Meaning | None:
    """ "Half an hour", "a half century", "a quarter-century"."""
    unit = UNITS.get(f["u"][0].low)
    parts = _QUARTERS if f.get("q") else _HALVES
    value = parts.get(unit or "")
    return Meaning("duration", value) if value else None


def and_a_half(f: Found) -> Meaning | None:
    """ "An hour and a half"."""
    value = span(f | {"h": []})
    return Meaning("duration", value.replace("1", "1.5", 1)) if "1" in value else None


def another(f: Found) -> Meaning | None:
    one = f["j"][0].low == "another" and not many(f)
    return Meaning("duration", span(f)) if one else None


def repeated(f: Found) -> Meaning | None:
    if f.get("W"):
        return Meaning("set", f"XXXX-WXX-{weekday_of(f)}")
    if f.get("P"):
        return Meaning("set", f"XXXX-XX-XX{part_of(f)}")
    return Meaning("set", f"P1{unit_of(f)}" if unit_of(f) == "Q" else span(f))


def times_a_unit(f: Found) -> Meaning | None:
    """ "Twice a week", "per day"."""
    if many(f) or (f.get("k") and f["k"][0].low == "times" and not (f.get("Q") or f.get("D"))):
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
    return Meaning("duration", value) if many(f) else None


def reference(f: Found) -> Meaning | None:
    """ "Now", "recently", "in the future"."""
    if f.get("L"):
        return Meaning("date", "PAST_REF") if f["L"][0].low == "past" else None
    token = (f.get("G") or f.get("T") or f["F"])[0]
    value = REFERENCES.get(token.low)
    return Meaning("date", value) if value else None

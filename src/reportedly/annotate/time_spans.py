"""What stretches of time and shifts mean: "two weeks ago", "the past year", "every Friday".

The language of the values is described in :mod:`reportedly.annotate.time_grammar`.
"""

from reportedly.annotate.time_meanings import Found, Meaning, mod_of, part_of, unit_of, weekday_of
from reportedly.annotate.time_tokens import FREQUENCIES, VAGUE, number

_PLURALS = frozenset({"days", "weeks", "months", "years"})


def _amount(f: Found) -> str:
    """The number of units, X where it is vague."""
    tokens = [*f.get("Q", ()), *f.get("D", ()), *f.get("Y", ())]
    if not tokens:
        return "1"
    if any(t.low in VAGUE for t in tokens):
        return "2" if any(t.low == "couple" for t in tokens) else "X"
    values = [number(t.low) for t in sorted(tokens)]
    if None in values:
        return "X"
    total = 0
    for value in values:
        total = total * value if value in (12, 100) and total else total + (value or 0)
    return str(total)


def _span(f: Found) -> str:
    amount, unit = _amount(f), unit_of(f)
    if unit in ("TM", "TH"):
        return f"PT{amount}{unit[1]}"
    if unit == "S":
        return f"PT{amount}S"
    if unit in ("F", "DE", "CE") and amount != "X":
        times, base = {"F": (2, "W"), "DE": (10, "Y"), "CE": (100, "Y")}[unit]
        return f"P{int(amount) * times}{base}"
    base = {"N": "D", "E": "D", "F": "W", "DE": "DE", "CE": "CE"}.get(unit, unit)
    return f"P{amount}{base}"


def relative_day(f: Found) -> Meaning | None:
    word = f["R"][0].low
    part = "TNI" if word == "tonight" else part_of(f)
    shift = {"yesterday": "-P1D", "tomorrow": "+P1D"}.get(word, "=P1D")
    return Meaning("time" if part else "date", f"@{shift}{part}")


def part_of_day(f: Found) -> Meaning | None:
    if f.get("L"):
        return Meaning("time", f"@-P1D{part_of(f)}") if f["P"][0].low == "night" else None
    return Meaning("time", f"@=P1D{part_of(f)}")


def day_before(f: Found) -> Meaning | None:
    """ "the day before", "the night after": counted from the day spoken of."""
    if f["u"][0].low not in ("day", "night"):
        return None
    sign = "-" if f.get("b") else "+"
    return Meaning("date", f"~{sign}P1D")


def overnight(f: Found) -> Meaning | None:
    """The night up to the day of publication; nobody says on which side of midnight."""
    return Meaning("time", "@<P1D") if f["P"][0].low == "overnight" else None


def ago(f: Found) -> Meaning | None:
    amount = _amount(f)
    if amount == "X":
        return Meaning("date", "PAST_REF")
    return Meaning("date", f"@-{_coarse(f, amount)}")


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
    if amount == "X":
        return None
    sign = "-" if f.get("e") or f.get("b") else "+"
    return Meaning("date", f"~{sign}{_coarse(f, amount)}")


def following(f: Found) -> Meaning | None:
    if f["N"][0].low != "following" and unit_of(f) != "D":
        return None
    return Meaning("date", f"~+{_coarse(f, '1')}")


def previous(f: Found) -> Meaning | None:
    if f["L"][0].low != "previous":
        return None
    return Meaning("date", f"~-{_coarse(f, '1')}")


def that(f: Found) -> Meaning | None:
    return Meaning("date", f"~={_coarse(f, '1')}")


def this_unit(f: Found) -> Meaning | None:
    sign = "-" if f.get("L") else "+" if f.get("N") else "="
    if unit_of(f) in ("S", "TM", "TH"):
        return None
    if f.get("L") and f["L"][0].low == "past":
        return Meaning("duration", f"@<{_span(f)}")
    if unit_of(f) == "N":
        return Meaning("time", f"@{sign}P1DTNI")
    return Meaning("date", f"@{sign}{_coarse(f, '1')}{mod_of(f)}")


def past_units(f: Found) -> Meaning | None:
    sign = ">" if f.get("N") else "<"
    return Meaning("duration", f"@{sign}{_span(f)}")


def recent_units(f: Found) -> Meaning | None:
    unit = unit_of(f)
    return Meaning("duration", f"PX{unit}") if unit in ("D", "W", "M", "Y") else None


def duration(f: Found) -> Meaning | None:
    return Meaning("duration", _span(f))


def repeated(f: Found) -> Meaning | None:
    if f.get("W"):
        return Meaning("set", f"XXXX-WXX-{weekday_of(f)}")
    return Meaning("set", _span(f))


def frequency(f: Found) -> Meaning | None:
    token = f["V"][0]
    return Meaning("set", FREQUENCIES[token.low]) if token.text.islower() else None


def units(f: Found) -> Meaning | None:
    """ "For years": a plural without a number."""
    return Meaning("duration", f"PX{unit_of(f)}") if f["u"][0].low in _PLURALS else None

"""How values are put in words for a reader. Pure: values in, one line of text out."""

from datetime import date

from reportedly.records import (
    Act,
    Actor,
    Attribution,
    Code,
    Count,
    Finding,
    Horizon,
    Place,
    Said,
    Text,
    Value,
    When,
)

UNKNOWN = "not stated"

ACTS: dict[Act, str] = {
    "assert": "said",
    "deny": "denied",
    "claim_responsibility": "claimed responsibility",
    "accuse": "accused",
    "confirm": "confirmed",
    "warn": "warned",
    "urge": "urged",
    "estimate": "estimated",
    "assess": "assessed",
    "predict": "predicted",
    "promise": "promised",
    "doubt": "doubted",
}

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def count(value: Count | None) -> str:
    """``7``, ``at least 15``, ``about 40``, ``7 to 15 (best 12)``, ``dozens (24 to 99)``."""
    if value is None:
        return UNKNOWN
    stated = {n for n in (value.low, value.best, value.high) if n is not None}
    words = f"{stated.pop():,}" if len(stated) == 1 else _span(value)
    match value.bound:
        case "at_least" if words[0].isdigit() and value.high is None:
            return f"at least {words}"
        case "up_to" if words[0].isdigit() and value.low is None:
            return f"up to {words}"
        case "approx":
            return f"about {words}"
        case "dozens" | "several":
            # "Hundreds" and "thousands" have the bound of "dozens" too; the words say which.
            low = value.low or 0
            named = "thousands" if low >= 1000 else "hundreds" if low >= 100 else value.bound
            return f"{named} ({words})"
        case _:
            return words


def _span(value: Count) -> str:
    """Two or three different numbers; an open side is said, not filled."""
    low, best, high = value.low, value.best, value.high
    middle = "" if best is None else f" (best {best:,})"
    if low is not None and high is not None:
        return f"{low:,} to {high:,}{middle}"
    return (f"at least {low:,}" if low is not None else f"up to {high:,}") + f" (best {best:,})"


def day(value: date) -> str:
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def when(value: When | None) -> str:
    """``18 March 2031``, ``March 2031``, ``2031``, ``18 March 2031 to 2 April 2031``."""
    if value is None:
        return UNKNOWN
    first, last = value.earliest, value.latest
    if first == last:
        return day(first)
    if value.precision == "month" and (first.year, first.month) == (last.year, last.month):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if value.precision == "year" and first.year == last.year:
        return str(first.year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day(last)}"
    return f"{day(first)} to {day(last)}"


def horizon(value: Horizon) -> str:
    """The days a warning speaks of: ``until 1 June 2031``, ``from 1 May 2031``."""
    match (value.earliest, value.latest):
        case (None, None):
            return UNKNOWN
        case (None, date() as last):
            return f"until {day(last)}"
        case (date() as first, None):
            return f"from {day(first)}"
        case (first, last):
            return f"{day(first)} to {day(last)}" if first and last else UNKNOWN


def place(value: Place | None) -> str:
    """``near Dulmeck, Ilvane, Quessara``; says so where the place is only a name."""
    if value is None:
        return UNKNOWN
    parts = [value.name]
    parts += [p for p in (value.admin1, value.country) if p and p not in parts]
    near = "near " if value.precision == "near" else ""
    return near + ", ".join(parts) + (" (not located)" if value.precision == "name" else "")


def actor(value: Actor) -> str:
    """``suspected Ilvane Ridge Front``, ``gunmen (unnamed)``."""
    qualifier = {"suspected": "suspected ", "linked": "linked to ", "alleged": "alleged "}
    before = qualifier[value.qualifier] if value.qualifier else ""
    if before and value.name.lower().startswith(before.strip()):
        before = ""
    return before + value.name + (" (unnamed)" if value.kind == "unnamed" else "")


def attribution(value: Attribution) -> str:
    """``claimed``, ``accused by the interior ministry, denied``."""
    if value.status == "unknown":
        words = "nobody named"
    elif value.by:
        words = f"{value.status} by {value.by}"
    else:
        words = value.status + ("" if value.status == "claimed" else " by the report itself")
    return words + (", denied" if value.denied else "")


def number(count: int, noun: str) -> str:
    """``1 report``, ``2 reports``, ``no reports``."""
    return f"{f'{count:,}' if count else 'no'} {noun}{'' if count == 1 else 's'}"


def voices(finding: Finding) -> str:
    """``2 of 3 independent voices say so``."""
    if finding.voices == finding.heard:
        return f"all {finding.heard} independent voices are weighed in it"
    say = "says" if finding.voices == 1 else "say"
    return f"{finding.voices} of {finding.heard} independent voices {say} so"


def code(value: str) -> str:
    """``suicide_bombing`` as people write it."""
    return value.replace("_", " ")


def label(field: str) -> str:
    """The name of a field as people write it."""
    return "by" if field == "perpetrator" else field.replace("_", " ")


def say(value: Value | None) -> str:
    """Any value of a field in words."""
    match value:
        case None:
            return UNKNOWN
        case Count():
            return count(value)
        case When():
            return when(value)
        case Place():
            return place(value)
        case Actor():
            return actor(value)
        case Attribution():
            return attribution(value)
        case Code():
            return code(value.code)
        case Text():
            return value.text
        case Said():
            on = f" ({when(value.on)})" if value.on else ""
            who = ", by nobody named" if value.unnamed else ""
            what = ", denying nothing" if value.denies_nothing else ""
            return f"{ACTS[value.act]}{on}{who}{what}"

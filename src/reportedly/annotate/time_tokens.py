"""Words of time, each with a one-letter type, so that a grammar can be written over the types.

==== =========================================  ==== =========================================
code  words                                      code  words
==== =========================================  ==== =========================================
M    March (in full, capitalised)               m    Mar. (only beside a day or year)
W    Friday                                     w    Fri. (only beside a date)
D    a figure 1 to 31, 3rd                      Y    a figure 1000 to 2099
Q    two, several, a few, other figures         A    a, an
u    day(s), week, month, year, decade, hour    S    spring, summer, fall ...
O    first, second ... (words)                  q    quarter
L    last, past, previous                       N    next, coming, following
T    this, current                              F    recent
g    ago                                        e    earlier      l  later    b  before  f  after
X    early, mid, late                           P    morning, night ...
R    today, yesterday, tomorrow, tonight        G    now, currently, recently
z    1990s, the 90s                             d    2024-01-15, 15/01/2024
H    9.20 a.m., 14:30, noon                     v    every, each
V    daily, weekly
t    the        o  of      i  in, on, at, during, over, for, within ...     n  that, same
B    between    a  and     s  since, from       U    until, till, to, by, through
,    a comma    -  a dash  |  a sentence's end  x    any other word
==== =========================================  ==== =========================================
"""

import re
from typing import NamedTuple

from reportedly.annotate.lexicon import MONTHS, WEEKDAYS, listed

_TOKEN = re.compile(
    r"(?P<iso>\b(?:1[0-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b)"
    r"|(?P<slashed>\b(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|[12]\d|3[01])[/.](?:19|20)\d\d\b)"
    r"|(?P<clock>\b(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?\s?(?:[ap]\.m\.|[ap]m\b)"
    r"|\b(?:[01]?\d|2[0-3]):[0-5]\d\b(?::[0-5]\d\b)?)"
    r"|(?P<decade>\b(?:1[0-9]|20)\d0['’]?s\b|['’][1-9]0s\b)"
    r"|(?P<nth>\b(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)\b)"
    r"|(?P<grouped>\b\d+ \d/\d\b|\b\d{1,3}(?:,\d{3})+\b|\b\d+\.\d+\b)"
    r"|(?P<figure>\b\d+\b)"
    r"|(?P<abbr>\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tues|Tue|Wed|Thurs|Thur|"
    r"Thu|Fri|Sat|Sun)\b\.?)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)"
    r"|(?P<dash>[-–—‐‑])|(?P<comma>,)|(?P<end>[.!?;:\n])"
)
UNITS = {
    "second": "S", "minute": "TM", "hour": "TH", "day": "D", "night": "N", "week": "W",
    "fortnight": "F", "weekend": "E", "month": "M", "year": "Y", "decade": "DE", "century": "CE",
    "centuries": "CE", "quarter": "Q",
}  # fmt: skip
_COUNTING = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
NUMBERS = {word: value for value, word in enumerate(_COUNTING.split())} | {
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "hundred": 100, "dozen": 12,
}  # fmt: skip
VAGUE = listed("several few many some couple dozens numerous")
_NTH = "first second third fourth fifth sixth seventh eighth ninth tenth"
ORDINALS = {word: value for value, word in enumerate(_NTH.split(), 1)}
DECADES = {
    f"{word}ies": value
    for word, value in {
        "twent": 192, "thirt": 193, "fort": 194, "fift": 195, "sixt": 196, "sevent": 197,
        "eight": 198, "ninet": 199,
    }.items()
}  # fmt: skip
PARTS = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "MI",
    "dawn": "MO", "dusk": "EV", "overnight": "NI",
}  # fmt: skip
FREQUENCIES = {"daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M",
               "quarterly": "P3M", "yearly": "P1Y", "annually": "P1Y",
               "hourly": "PT1H"}  # fmt: skip
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_WORDS: dict[str, str] = {
    **dict.fromkeys(PARTS, "P"), **dict.fromkeys(SEASONS, "S"), **dict.fromkeys(NUMBERS, "Q"),
    **dict.fromkeys(VAGUE, "Q"), **dict.fromkeys(ORDINALS, "O"),
    **dict.fromkeys(("last", "past", "previous"), "L"),
    **dict.fromkeys(("next", "coming", "following", "upcoming"), "N"),
    **dict.fromkeys(("this", "current"), "T"), "recent": "F", "ago": "g", "earlier": "e",
    "later": "l", "before": "b", "after": "f", "afterwards": "l",
    **dict.fromkeys(("early", "mid", "late", "middle", "beginning", "start", "end"), "X"),
    **dict.fromkeys(("today", "yesterday", "tomorrow", "tonight"), "R"),
    **dict.fromkeys(("now", "currently", "recently", "nowadays"), "G"),
    **dict.fromkeys(("noon", "midnight"), "H"), **dict.fromkeys(("every", "each"), "v"),
    **dict.fromkeys(FREQUENCIES, "V"), "the": "t", "of": "o", "between": "B", "and": "a",
    "a": "A", "an": "A",
    **dict.fromkeys(("since", "from"), "s"),
    **dict.fromkeys(("until", "till", "to", "by", "through"), "U"),
    **dict.fromkeys(("that", "same"), "n"),
    **dict.fromkeys(("in", "on", "at", "during", "over", "for", "within", "throughout", "around",
                     "about", "as"), "i"),
}  # fmt: skip
for _unit in UNITS:
    _WORDS.setdefault(_unit, "q" if _unit == "quarter" else "u")
    if _unit not in ("century", "centuries"):
        _WORDS.setdefault(f"{_unit}s", "q" if _unit == "quarter" else "u")
_WORDS["second"] = "O"
_CODES = {"iso": "d", "slashed": "d", "clock": "H", "decade": "z", "nth": "D", "grouped": "Q",
          "dash": "-", "comma": ",", "end": "|"}  # fmt: skip


class TimeToken(NamedTuple):
    start: int
    end: int
    text: str
    low: str
    code: str


def time_tokens(text: str) -> list[TimeToken]:
    """Every word, figure and stop of a text with its type."""
    found = []
    for match in _TOKEN.finditer(text):
        kind, written = match.lastgroup or "", match.group()
        low = written.lower().replace("’", "'")
        start, end = match.span()
        code = _CODES.get(kind) or _code(kind, written, low)
        if code != "|" and low.endswith("'s") and kind == "word":
            bare = low.removesuffix("'s")
            end, written, low = end - 2, written[:-2], bare
            code = _code(kind, written, low)
        found.append(TimeToken(start, end, written, low, code))
    return found


def _code(kind: str, written: str, low: str) -> str:
    if kind == "figure":
        return _figure(low)
    if kind == "abbr":
        bare = low.rstrip(".")
        return "w" if any(d.startswith(bare) for d in WEEKDAYS) else "m"
    if written[:1].isupper():
        if low in MONTHS:
            return "M"
        if low in WEEKDAYS or low.removesuffix("s") in WEEKDAYS:
            return "W"
    if low in DECADES:
        return "z"
    return _WORDS.get(low, "x")


def _figure(digits: str) -> str:
    if len(digits) > 4:
        return "Q"
    value = int(digits)
    if 1 <= value <= 31 and len(digits) <= 2:
        return "D"
    return "Y" if 1000 <= value < 2100 and len(digits) == 4 else "Q"


def number(low: str) -> int | None:
    """The number that a token of type D or Q is; None for "several" and fractions."""
    digits = low.rstrip("stndrh") if low[:1].isdigit() else low
    if digits.replace(",", "").isdigit():
        return int(digits.replace(",", ""))
    return NUMBERS.get(low)


def month(low: str) -> int:
    """1 to 12 of a month's name or abbreviation."""
    bare = low.rstrip(".")
    return next(i for i, name in enumerate(MONTHS, 1) if name.startswith(bare))


def weekday(low: str) -> int:
    """1 (Monday) to 7 of a weekday's name, plural or abbreviation."""
    bare = low.rstrip(".")
    return next(
        i for i, name in enumerate(WEEKDAYS, 1) if name.startswith(bare) or bare == f"{name}s"
    )

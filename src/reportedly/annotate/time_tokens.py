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
C    from now, hence, ahead                     c    latest
X    early, mid, late         Z  end, rest (of)  P    morning, night ...
R    today, yesterday, tomorrow, tonight        G    now, currently, recently, the future
z    1990s, the 90s                             d    2024-01-15, 15/01/2024
H    9.20 a.m., 14:30, noon                     K    GMT, EST, local time
v    every, each                                k    once, twice, (three) times    p  per
V    daily, weekly                              J    Christmas
0    long (in day-long)                         4    Q1 to Q4
E    BC, AD                                     y    a year BC without the letters
I    fiscal                      r  period      h    half          j  more, another, full
t    the        o  of      i  in, on, at, during, over, for, within ...     n  that, same
B    between    a  and     s  since, from       U    until, till, to, by, through
,    a comma    -  a dash  |  a sentence's end  x    any other word
==== =========================================  ==== =========================================
"""

import re
import tomllib
from importlib.resources import files
from typing import NamedTuple

from reportedly.annotate.lexicon import MONTHS, WEEKDAYS
from reportedly.annotate.time_words import ANCIENT, DECADES, NUMBERS, REFERENCES, TYPES

HOLIDAYS: dict[str, str] = tomllib.loads(
    files("reportedly.annotate").joinpath("holidays.toml").read_text(encoding="utf-8")
)


def _either(phrases: list[str]) -> str:
    rows = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(row).replace("'", "['’]").replace(r"\ ", " ") for row in rows)


_OPENS_PHRASE = sorted({r.split()[0] for r in REFERENCES if " " in r} | {"from", "local"})
_TOKEN = re.compile(
    # first and quickly what most words are
    rf"(?P<plain>\b(?!(?:{'|'.join(_OPENS_PHRASE)})\b)[a-z]+(?:['’][a-z]+)?(?!\w))"
    r"|(?P<iso>\b(?:1[0-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b)"
    r"|(?P<slashed>\b(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|[12]\d|3[01])[/.](?:19|20)\d\d\b)"
    r"|(?P<clock>\b(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?\s?(?:[ap]\.m\.|[ap]m\b|[AP]\.M\.|[AP]M\b)"
    r"|\b(?:[1-9]|1[0-2]) o['’]clock\b"
    r"|\b(?:[01]?\d|2[0-3]):[0-5]\d\b(?::[0-5]\d\b)?"
    r"|\b(?:[01]\d|2[0-3])[0-5]\d(?= ?(?:GMT|UTC|local)\b))"
    r"|(?P<zone>\b(?:GMT|UTC|[ECMP][SD]?T|CES?T|BST|local time|(?:Eastern|Central|Pacific) time)\b)"
    r"|(?P<decade>\b(?:1[0-9]|20)\d0['’]?s\b|['’][1-9]0s\b|\b[1-9]\d0s(?= B\.?C))"
    r"|(?P<short>(?<!\w)['’]\d\d\b)"
    r"|(?P<quarter>\bQ[1-4]\b)"
    r"|(?P<nth>\b(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)\b)"
    r"|(?P<grouped>\b\d+ \d/\d\b|\b\d{1,3}(?:,\d{3})+\b|\b\d+\.\d+\b)"
    r"|(?P<figure>\b\d+\b(?:['’]s\b)?)"
    r"|(?P<era>\b(?:B\.?C\.?E?|A\.?D|C\.?E)\b)"
    r"|(?P<abbr>\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tues|Tue|Wed|Thurs|Thur|"
    r"Thu|Fri|Sat|Sun)\b\.?)"
    rf"|(?P<holiday>\b(?=[A-Z])(?i:{_either(list(HOLIDAYS))})\b)"
    rf"|(?P<phrase>\b(?:from now|(?i:{_either([r for r in REFERENCES if ' ' in r])}))\b)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)"
    r"|(?P<dash>[-–—‐‑])|(?P<comma>,)|(?P<end>[.!?;:\n])"
    r"|(?P<mark>[()\[\]\"“”/%$£€#*=&+<>_])"
)
_CODES = {"iso": "d", "slashed": "d", "clock": "H", "decade": "z", "nth": "D", "grouped": "Q",
          "dash": "-", "comma": ",", "end": "|", "zone": "K", "holiday": "J", "quarter": "4",
          "era": "E", "mark": "x"}  # fmt: skip
_LATEST_SHORT = 40  # "'39" and below are of this century
_BEFORE_ANCIENT = frozenset("isUobf(")


class TimeToken(NamedTuple):
    start: int
    end: int
    text: str
    low: str
    code: str


def time_tokens(text: str) -> list[TimeToken]:
    """Every word, figure and stop of a text with its type."""
    found: list[TimeToken] = []
    ancient = False
    for match in _TOKEN.finditer(text):
        kind, written = match.lastgroup or "", match.group()
        low = written.lower()
        start, end = match.span()
        if kind in ("plain", "word"):
            if "’" in low:
                low = low.replace("’", "'")
            if low.endswith("'s"):
                end, written, low = end - 2, written[:-2], low[:-2]
            code = _word(written, low)
        elif kind == "short":  # "in '89"
            low, code = f"{'20' if int(low[1:]) <= _LATEST_SHORT else '19'}{low[1:]}", "Y"
        else:
            low = low.replace("’", "'")
            if kind == "figure" and low.endswith("'s"):  # "1988's third quarter"
                end, written, low = end - 2, written[:-2], low[:-2]
            code = "(" if low == "(" else _CODES.get(kind) or _code(kind, low)
            if code == "E" and low in ANCIENT:
                ancient = ancient or (bool(found) and found[-1].code in "YQDzu")
        found.append(TimeToken(start, end, written, low, code))
    return _with_ancient_years(found) if ancient else found


def _with_ancient_years(tokens: list[TimeToken]) -> list[TimeToken]:
    """Years before Christ as years; once some are told, a bare "in 480" is one too."""
    out = list(tokens)
    for at, token in enumerate(tokens[:-1]):
        if token.code != "Q" or len(token.low) != 3 or not token.low.isdigit():
            continue
        before, after = tokens[at - 1] if at else token, tokens[at + 1]
        if after.code == "E":
            out[at] = token._replace(code="Y")
            continue
        ends = after.code in "|,-aU)" and before.code in _BEFORE_ANCIENT
        if ends or (after.code in "xt" and before.low in ("in", "by", "since", "until")):
            out[at] = token._replace(code="y")
    return out


def _code(kind: str, low: str) -> str:
    if kind == "figure":
        return _figure(low)
    if kind == "phrase":
        return "C" if low == "from now" else "G"
    bare = low.rstrip(".")
    return "w" if any(d.startswith(bare) for d in WEEKDAYS) else "m"


def _word(written: str, low: str) -> str:
    if written[:1].isupper():
        if low in MONTHS:
            return "M"
        if low in WEEKDAYS or low.removesuffix("s") in WEEKDAYS:
            return "W"
    if low in DECADES:
        return "z"
    return TYPES.get(low, "x")


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

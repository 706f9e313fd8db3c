"""One cell of another coder's file to one value: strict, as a guess would be a claim of its own.

An empty cell is unknown (None). Whatever else cannot be what its column holds raises UnusableRow.
"""

import math
import re
from datetime import date

from reportedly.errors import UnusableRow

Cell = str | int | float | None

MONTHS = ("january february march april may june july august september october november "
          "december").split()  # fmt: skip
_WHOLE = re.compile(r"(-?\d{1,9})(?:\.0{1,9})?")
_NUMBER = re.compile(r"-?\d{1,9}(?:\.\d{1,20})?(?:[eE]-?\d{1,2})?")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ T]00:00(?::00(?:\.0+)?)?Z?)?")
_WORDS = re.compile(r"(\d{1,2}) ([A-Za-z]{3,9})\.? (\d{4})")
_SHOWN = 40


def whole(text: str, what: str) -> int | None:
    if not (text := text.strip()):
        return None
    if not (found := _WHOLE.fullmatch(text)):
        raise UnusableRow(f"{what} is {shown(text)}, no whole number")
    return int(found[1])


def people(text: str, what: str) -> int | None:
    """A number of people."""
    number = whole(text, what)
    if number is not None and number < 0:
        raise UnusableRow(f"{what} is {number}, no number of people")
    return number


def one_of(text: str, what: str, allowed: range) -> int | None:
    """A code."""
    code = whole(text, what)
    if code is not None and code not in allowed:
        raise UnusableRow(f"{what} is {code}; it goes from {allowed[0]} to {allowed[-1]}")
    return code


def degrees(text: str, what: str, most: int) -> float | None:
    if not (text := text.strip()):
        return None
    number = float(text) if _NUMBER.fullmatch(text) else math.nan
    if not -most <= number <= most:
        raise UnusableRow(f"{what} is {shown(text)}, not degrees from -{most} to {most}")
    return number


def day(text: str, what: str) -> date | None:
    """``2031-03-18``, with or without a midnight; ``18 March 2031``. No other form is clear."""
    if not (text := text.strip()):
        return None
    if found := _ISO.fullmatch(text):
        year, month, number = (int(part) for part in found.groups())
    elif (found := _WORDS.fullmatch(text)) and (named := _month(found[2])):
        year, month, number = int(found[3]), named, int(found[1])
    else:
        raise UnusableRow(f"{what} is {shown(text)}, no day written as 2031-03-18 or 18 March 2031")
    return calendar_day(year, month, number, what)


def calendar_day(year: int, month: int, number: int, what: str) -> date:
    try:
        return date(year, month, number)
    except ValueError:
        raise UnusableRow(
            f"{what} is {year}-{month}-{number}, a day that no calendar has"
        ) from None


def required(text: str, what: str) -> str:
    if not text.strip():
        raise UnusableRow(f"{what} is empty")
    return text


def shown(text: str) -> str:
    """For a message: quoted, and not longer than a line bears."""
    return repr(text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…")


def as_written(text: str) -> Cell:
    """A cell to be written again: a number as a number if it then looks as it did."""
    for kind in (int, float):
        try:
            number: int | float = kind(text)
        except ValueError:
            continue
        if str(number) == text:
            return number
    return text or None


def same(one: Cell, other: Cell) -> bool:
    """Equal as what they are: numbers as numbers, days as days, else to the letter."""
    return _plain(one) == _plain(other)


def _plain(cell: Cell) -> Cell | date:
    if cell is None or not isinstance(cell, str):
        return cell
    text = cell.strip()
    try:
        return day(text, "") or None
    except UnusableRow:
        return float(text) if _NUMBER.fullmatch(text) else cell


def _month(word: str) -> int | None:
    folded = word.casefold()
    fits = [n for n, name in enumerate(MONTHS, 1) if name == folded or name[:3] == folded]
    return fits[0] if fits else None

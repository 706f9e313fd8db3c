"""When two cells say the same: numbers as numbers, days as days, and empty as not known."""

import re
from datetime import date, datetime

_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?")
_TRUTH = ("true", "false")  # in capitals where a workbook shows them
_LONGEST = 40  # characters of a number; longer ones are compared as text
# The ways in which ACLED, GED and GTD files write a day; 03/04/2031 is not among them, as it is
# two days.
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:[ T]00:00(?::00(?:\.0+)?)?)?Z?")
_WORDED = re.compile(r"\d{1,2}[ -][A-Za-z]{3,9}[ -]\d{4}")
_WORDED_FORMS = ("%d %B %Y", "%d %b %Y", "%d-%b-%Y", "%d-%B-%Y")


def same(one: str, other: str) -> bool:
    """True if two cells mean the same. An empty one means the same as an empty one only."""
    if one == other:
        return True
    one, other = one.strip(), other.strip()
    if one == other:
        return True
    if not one or not other:
        return False
    if one.lower() == other.lower() in _TRUTH:
        return True
    a, b = number(one), number(other)
    if a is not None and b is not None:
        return a == b
    first = day(one)
    return first is not None and first == day(other)


def number(cell: str) -> float | int | None:
    """None for what is no number; ids such as ``200001010001`` keep all their digits."""
    if len(cell) > _LONGEST:
        return None
    if cell.isdecimal():
        return int(cell)
    if not _NUMBER.fullmatch(cell):
        return None
    return int(cell) if cell[1:].isdecimal() else float(cell)


def day(cell: str) -> date | None:
    """None for what is no day, or may be one of two."""
    try:
        if _DAY.fullmatch(cell):
            return date.fromisoformat(cell[:10])
        if _WORDED.fullmatch(cell):
            return _worded(cell)
    except ValueError:  # as 2031-02-30
        return None
    return None


def _worded(cell: str) -> date | None:
    for form in _WORDED_FORMS:
        try:
            return datetime.strptime(cell, form).date()
        except ValueError:
            continue
    return None


def key(cell: str) -> str:
    """A cell that names a row: as it stands, but for the ``.0`` that spreadsheets add to ids."""
    cell = cell.strip()
    return cell[:-2] if cell.endswith(".0") and cell[:-2].isdigit() else cell

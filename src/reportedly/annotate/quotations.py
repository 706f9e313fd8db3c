"""Finds the words in quotation marks: curly, straight, single and angle marks, nested or not.

One pass over each paragraph with a stack of open marks. A paragraph that ends with a mark still
open yields a quotation with ``closed=False``: either the quotation goes on in the next paragraph,
which by custom opens its marks again, or the closing mark was lost in print.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Literal

from reportedly.records import Quotation, Sentence

Family = Literal["double", "single", "angle"]
Turn = Literal["open", "close"]

MARKS = re.compile(r"``|''|[“”„‟\"«»‘’‚‛']")
DOUBLE = frozenset(["“", "”", "„", "‟", '"', "``", "''"])
ANGLE = frozenset("«»")
# Where an apostrophe stands for dropped letters at the start of a word.
ELISION = re.compile(r"(?:em|tis|twas|til|till|cause|bout|round|n|s|re|ve|ll|d|m|t|\d0s)\b", re.I)
CLOSING_APOSTROPHE = re.compile(r"(?<=\S)'(?!\w)")
LATER_MARKS = 6  # how many marks to look ahead before a plural's apostrophe is taken for a close
NOWHERE = sys.maxsize


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    family: Family
    turn: Turn | None  # None: straight marks whose surroundings do not tell


def quotations(text: str, sentences: Sequence[Sentence]) -> tuple[Quotation, ...]:
    """Every quotation, outer before inner, in text order. Linear in the length of the text."""
    found: list[Quotation] = []
    for _, group in groupby(sentences, key=lambda s: s.paragraph):
        members = list(group)
        found.extend(_in_paragraph(text, members[0].start, members[-1].end))
    return tuple(sorted(found, key=lambda q: (q.start, -q.end)))


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quotation]:
    open_marks: list[_Mark] = []
    for mark in _marks(text, start, end):
        held = next((i for i, m in enumerate(open_marks) if m.family == mark.family), None)
        if mark.turn == "open" or (mark.turn is None and held is None):
            if held is not None:  # its closing mark was lost: it cannot hold its own kind
                yield from _close(text, open_marks, held, mark.start, closed=False)
            open_marks.append(mark)
        elif held is not None:
            yield from _close(text, open_marks, held, mark.start, closed=True)
    yield from _close(text, open_marks, 0, end, closed=False)


def _close(
    text: str, open_marks: list[_Mark], held: int, end: int, *, closed: bool
) -> Iterator[Quotation]:
    """End the mark at that place of the stack, and whatever was opened inside it."""
    while len(open_marks) > held:
        mark = open_marks.pop()
        depth = len(open_marks)
        outermost = depth == held
        if mark.family == "single" and not (closed and outermost):
            continue  # a lone single mark is an apostrophe
        inside = text[mark.end : end]
        start = mark.end + len(inside) - len(inside.lstrip())
        stop = start + len(inside.strip())
        if start < stop:
            yield Quotation(start, stop, depth, closed and outermost)


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    single_open = False
    partner_of = -1  # the next straight mark that can close a quotation
    for match in MARKS.finditer(text, start, end):
        char = match.group()
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        if char in DOUBLE:
            yield _Mark(*match.span(), "double", _turn_of_double(char, before, after))
        elif char in ANGLE:
            yield _Mark(*match.span(), "angle", "open" if char == "«" else "close")
        elif char in "‘‚‛":
            if not before.isalnum() and not ELISION.match(text, match.end(), end):
                single_open = True
                yield _Mark(*match.span(), "single", "open")
        elif single_open:
            if _closes_single(text, match, before, after, end):
                single_open = False
                yield _Mark(*match.span(), "single", "close")
        elif char == "'" and _opens_single(before, after):
            if ELISION.match(text, match.end(), end):
                continue
            if partner_of < match.end():
                partner = CLOSING_APOSTROPHE.search(text, match.end(), end)
                partner_of = partner.start() if partner else NOWHERE
            if partner_of < NOWHERE:
                single_open = True
                yield _Mark(*match.span(), "single", "open")


def _turn_of_double(char: str, before: str, after: str) -> Turn | None:
    if char in ("“", "„", "‟", "``"):
        # Some keyboards set an opening mark at both ends.
        return None if not before.isspace() and (after.isspace() or after in ".,;:") else "open"
    if char in ("”", "''"):
        return None if before.isspace() and after.isalnum() else "close"
    if (before.isspace() or before in "([{—–-‘'") and not after.isspace():
        return "open" if after.isalnum() and before.isspace() else None
    return "close" if after.isspace() or after in ".,;:!?)]}—–" else None


def _opens_single(before: str, after: str) -> bool:
    return (before.isspace() or before in '([{“"—–') and (after.isalnum() or after in '[“"')


def _closes_single(text: str, match: re.Match[str], before: str, after: str, end: int) -> bool:
    if before.isspace() or after.isalnum():
        return False
    if before not in "sS" or not after.isspace():
        return True
    # "the officers' houses": a plural's apostrophe, if a better closing mark is still to come
    for later in islice(MARKS.finditer(text, match.end(), end), LATER_MARKS):
        if later.group() not in "’'":
            return True
        if not text[later.end() : later.end() + 1].isalnum():
            return False
    return True

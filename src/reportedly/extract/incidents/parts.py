"""Figures inside a total: "among the dead were three nurses", "12, including 3 children"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reportedly.extract.incidents.outcomes import Toll, Tolls, joined
from reportedly.extract.incidents.phrases import phrase
from reportedly.records import CountMark

_FAR = 80  # characters between a part and the words that make it one
_NEAR = 60  # between a total and its first part
_NEXT = 40  # between two parts
_HURT = ("wounded", "injured", "hurt")


def parts(text: str, start: int, marks: Sequence[CountMark], found: Tolls) -> None:
    """Add the parts that a sentence states, by the words around them."""
    _after_the_casualties(text, start, marks, found)
    _among_the_casualties(text, marks, found)
    _after_a_total(text, marks, found)
    _of_them(text, marks, found)


def _after_the_casualties(text: str, start: int, marks: Sequence[CountMark], found: Tolls) -> None:
    """ "Among the dead were three nurses"."""
    if not marks:
        return
    for name, outcome in (("tolls.of_the_dead", "killed"), ("tolls.of_the_wounded", "injured")):
        match = phrase(name).search(text, start, marks[-1].end)
        if not match:
            continue
        for mark in marks:
            gap = text[match.end() : mark.start]
            follows = match.end() <= mark.start < match.end() + _FAR
            if follows and mark.group and not phrase("tolls.clause").search(gap):
                found[mark] = Toll(mark, outcome, match.start(), mark.end, part=True)


def _among_the_casualties(text: str, marks: Sequence[CountMark], found: Tolls) -> None:
    """ "Three nurses were among the dead"."""
    for mark in marks:
        if mark in found:
            continue
        among = phrase("tolls.among").match(text[mark.end : mark.end + _FAR])
        if among:
            outcome = "injured" if among["who"].lower() in _HURT else "killed"
            found[mark] = Toll(mark, outcome, mark.start, mark.end + among.end(), part=True)


def _after_a_total(text: str, marks: Sequence[CountMark], found: Tolls) -> None:
    """ "12 people, including three nurses and a child"."""
    for before, mark in pairwise(marks):
        if mark in found or before not in found:
            continue
        total, gap = found[before], text[before.end : mark.start]
        begins = len(gap) < _NEAR and phrase("tolls.part").search(gap)
        goes_on = total.part and len(gap) < _NEXT and joined(gap)
        if begins or (goes_on and mark.group not in (None, "others", "other")):
            found[mark] = replace(total, mark=mark, start=mark.start, end=mark.end, part=True)


def _of_them(text: str, marks: Sequence[CountMark], found: Tolls) -> None:
    """ "Nine people, four of them children"."""
    for before, mark in pairwise(marks):
        if before not in found or mark.start - before.end >= _NEAR:
            continue
        if phrase("tolls.of_them").search(text, mark.start, mark.end):
            total = found[before]
            found[mark] = replace(total, mark=mark, start=mark.start, end=mark.end, part=True)

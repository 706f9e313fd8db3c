"""A report's words cut where evidence begins and ends, so that spans may overlap. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportedly.records import PERSON, Account, Evidence, Reading
from reportedly.records.evidence import Part

_LINE_END = re.compile(r"\r(?=\n)")
LONGEST = 60_000  # characters shown at once; a browser lays out no more in time


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text with what rests on it; ``start`` counts code points. No line
    end of two characters is in it: a browser would make one of them, and count otherwise.
    """

    start: int
    text: str
    claims: tuple[str, ...]  # and statements


@dataclass(frozen=True, slots=True)
class Passage:
    """A title or a text, in segments; ``left``: characters that are not shown."""

    segments: tuple[Segment, ...]
    left: int = 0


def evidence(reading: Reading) -> dict[str, tuple[Evidence, ...]]:
    """The words of every claim and statement of a report, by their ids."""
    claims = {claim.id: claim.evidence for one in reading.accounts for claim in one.claims}
    return claims | {said.id: (said.content,) for said in reading.statements}


def by_people(reading: Reading) -> set[str]:
    """The ids of the claims and statements that people made or set right."""
    claims = {c.id for account in reading.accounts for c in account.claims if c.by == PERSON}
    return claims | {said.id for said in reading.statements if said.by == PERSON}


def passage(
    words: str, part: Part, cited: Mapping[str, Sequence[Evidence]], longest: int = LONGEST
) -> Passage:
    """The words, cut at every edge of the evidence in that part of the report."""
    shown = words[:longest]
    spans = [
        (one.start, min(one.end, len(shown)), id)
        for id, found in cited.items()
        for one in found
        if one.part == part and one.start < len(shown)
    ]
    returns = {found.start() for found in _LINE_END.finditer(shown)}
    edges = sorted(
        {0, len(shown), *returns, *(start + 1 for start in returns)}
        | {edge for start, end, _ in spans for edge in (start, end)}
    )
    starts: dict[int, list[str]] = {}
    ends: dict[int, list[str]] = {}
    for start, end, id in spans:
        starts.setdefault(start, []).append(id)
        ends.setdefault(end, []).append(id)
    open_: list[str] = []
    segments = []
    for start, end in pairwise(edges):
        for id in ends.get(start, ()):
            open_.remove(id)
        open_ += starts.get(start, ())
        if start not in returns:
            segments.append(Segment(start, shown[start:end], tuple(dict.fromkeys(open_))))
    return Passage(tuple(segments), len(words) - len(shown))


def mentions(accounts: Iterable[Account]) -> tuple[Evidence, ...]:
    """Where a report speaks of these."""
    return tuple(one for account in accounts for one in account.mentions)

"""The tolls of one incident as claims: totals, their parts, and figures that later ones replace.

Within one voice, a later and higher figure for the same people replaces the earlier one, a lower
one is part of it, and a figure for some people is part of a figure for all. Figures for different
people ("13 troops", "at least 170 civilians") stand side by side. Figures of different voices
never replace each other: which to believe is not for the reader of one report to say.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.extract.incidents.casualties import Toll
from reportedly.extract.incidents.coreference import Thread
from reportedly.extract.incidents.frames import Frame
from reportedly.records import Claim, Count
from reportedly.records.totals import group_of

Write = Callable[..., Claim]

_OLDER = re.compile(
    r"\b(?:earlier|initial(?:ly)?|previous(?:ly)?|at first|had (?:said|put|reported)|up from|down from|"
    r"revised (?:down )?from|original(?:ly)?)\b",
    re.IGNORECASE,
)


_SOMEWHERE = "?"  # part of a total that another voice states


@dataclass(slots=True)
class _Stated:
    claim: Claim
    part: bool  # told as part of a total
    older: bool  # told as the older figure


def figures(thread: Thread, write: Write, text: str, *, by_state: bool) -> Iterator[Claim]:
    """The count claims of an incident; ``write`` makes a claim of a field, value and spans."""
    stated: dict[tuple[str, str | None], list[list[_Stated]]] = {}
    for frame in thread.frames:
        for field, tolls in _by_field(frame, by_state).items():
            breaths: dict[str | None, list[_Stated]] = {}
            for toll in tolls:
                span = (toll.start, toll.end)
                claim = write(field, toll.mark.count, [span], frame, toll.mark.group)
                older = toll.superseded or bool(
                    _OLDER.search(text, max(frame.start, toll.start - 60), toll.mark.end)
                )
                breaths.setdefault(claim.voice, []).append(_Stated(claim, toll.part, older))
            for voice, breath in breaths.items():
                stated.setdefault((field, voice), []).append(breath)
    settled = [claim for told in stated.values() for claim in _settled(told)]
    for claim in settled:
        if claim.part_of == _SOMEWHERE:
            claim = replace(claim, part_of=_total_elsewhere(claim, settled))
        if claim.superseded_by == _SOMEWHERE:
            newer = [c.id for c in settled if c.field == claim.field and not c.superseded_by]
            claim = replace(claim, superseded_by=newer[0] if newer else None)
        yield claim


def _total_elsewhere(part: Claim, settled: Sequence[Claim]) -> str | None:
    """The id of another voice's total that a part without one of its own belongs to."""
    totals = [
        c for c in settled
        if c.field == part.field and c.id != part.id and not c.part_of and not c.superseded_by
        and _figure(c) >= _figure(part)
    ]  # fmt: skip
    return max(totals, key=_figure).id if totals else None


def _by_field(frame: Frame, by_state: bool) -> dict[str, list[Toll]]:
    """Tolls by codebook field; fighters killed by a state's forces are its victims."""
    out: dict[str, list[Toll]] = {}
    for toll in frame.tolls:
        field = toll.outcome
        if toll.attackers and not by_state:
            if toll.outcome != "killed":
                continue
            field = "attackers_killed"
        out.setdefault(field, []).append(toll)
    return out


def _settled(told: Sequence[Sequence[_Stated]]) -> Iterator[Claim]:
    """One voice's figures on one field, breath by breath, with parts and older figures marked."""
    out: dict[str, Claim] = {}
    standing: list[Claim] = []  # the figures that hold so far, of different people
    parts: list[Claim] = []
    for breath in told:
        for one in breath:
            if one.claim.id in out:
                continue
            if one.older and not standing:
                out[one.claim.id] = replace(one.claim, superseded_by=_SOMEWHERE)
                continue
            out[one.claim.id] = one.claim
            if one.part:
                total = max(standing, key=_figure, default=None)
                if total and _figure(total) >= _figure(one.claim):
                    out[one.claim.id] = replace(one.claim, part_of=total.id)
                else:
                    parts.append(one.claim)
                continue
            _place(one, [o.claim for o in breath], standing, out)
    for claim in parts:  # parts told before their total
        total = max(standing, key=_figure, default=None)
        out[claim.id] = replace(claim, part_of=total.id if total else _SOMEWHERE)
    yield from out.values()


def _place(
    one: _Stated, breath: Sequence[Claim], standing: list[Claim], out: dict[str, Claim]
) -> None:
    """Set a figure against those that hold: it replaces, joins or is part of them."""
    claim = one.claim
    for other in list(standing):
        if other in breath and not one.older and group_of(other) != group_of(claim):
            continue
        general, theirs = group_of(claim) is None, group_of(other) is None
        same = group_of(claim) == group_of(other)
        if one.older and (same or general or theirs) and _figure(claim) != _figure(other):
            out[claim.id] = replace(claim, superseded_by=other.id)
            return
        if not (same or general or theirs):
            continue
        higher = _figure(claim) > _figure(other)
        if higher and same:
            out[other.id] = replace(out[other.id], superseded_by=claim.id)
            standing.remove(other)
        elif _figure(claim) == _figure(other) and same:
            standing.remove(other)
        elif general and not theirs and _figure(claim) >= _figure(other):
            out[other.id] = replace(out[other.id], part_of=claim.id)
            standing.remove(other)
        elif _figure(claim) <= _figure(other) and (theirs or same) and group_of(claim) != "others":
            out[claim.id] = replace(claim, part_of=other.id)
            return
    standing.append(claim)


def _figure(claim: Claim) -> int:
    if not isinstance(claim.value, Count):
        raise TypeError(f"{claim.field} holds no number of people")
    return claim.value.figure

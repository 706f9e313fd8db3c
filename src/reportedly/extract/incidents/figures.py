"""The tolls of one incident as claims: totals, their parts, and figures that later ones replace.

Within one voice, a later and higher figure for the same people replaces the earlier one, a lower
one is part of it, and a figure for some people is part of a figure for all. Figures for different
people ("13 troops", "at least 170 civilians") stand side by side. Figures of different voices
never replace each other: which to believe is not for the reader of one report to say.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from reportedly.codebook.people import kind_of
from reportedly.extract.incidents import measures
from reportedly.extract.incidents.frames import Frame
from reportedly.extract.incidents.onebyone import one_by_one
from reportedly.extract.incidents.outcomes import Toll, noun_of
from reportedly.extract.incidents.persons import described, may_be_one
from reportedly.extract.incidents.phrases import phrase
from reportedly.extract.incidents.telling import Telling
from reportedly.records import Claim, Count
from reportedly.records.totals import group_of, is_single

_NAMED = "named person"  # the group of a mark that is somebody's name
# Whoever else was at it, these attacked; "militants" may be whom a state's forces attacked.
_ATTACKED = ("attacker", "attackers", "assailant", "assailants", "bomber", "bombers", "himself")
_SOMEWHERE = "?"  # part of, or replaced by, a figure that another voice may state
_OLDER = 60  # characters from "earlier", "up from" to the older figure


@dataclass(frozen=True, slots=True)
class _Stated:
    claim: Claim
    part: bool  # told as part of a total
    older: bool  # told as the older figure


def figures(telling: Telling, *, by_a_state: bool) -> Iterator[Claim]:
    """The count claims of an incident; ``by_a_state``: state forces are named as its authors."""
    stated: dict[tuple[str, str | None], list[list[_Stated]]] = {}  # by field and voice
    counted: list[Claim] = []  # totals with the attackers in them
    for frame in telling.frames:
        for field, tolls in _by_field(telling.text, frame, by_a_state).items():
            breaths: dict[str | None, list[_Stated]] = {}
            for toll in tolls:
                one = _stated(telling, frame, field, toll)
                if taken := _attackers_in(frame, toll):
                    less = replace(toll, mark=replace(toll.mark, count=_less(toll, taken)))
                    victims = _stated(telling, frame, field, less)
                    counted.append(replace(one.claim, superseded_by=victims.claim.id))
                    one = victims
                breaths.setdefault(one.claim.voice, []).append(one)
            for voice, breath in breaths.items():
                stated.setdefault((field, voice), []).append(breath)
    yield from counted
    settled = [claim for told in stated.values() for claim in _settled(told)]
    yield from one_by_one(telling, settled, by_a_state=by_a_state)
    for claim in settled:
        if claim.part_of == _SOMEWHERE:
            claim = replace(claim, part_of=_total_elsewhere(claim, settled))
        if claim.superseded_by == _SOMEWHERE:
            newer = (c.id for c in settled if c.field == claim.field and not c.superseded_by)
            claim = replace(claim, superseded_by=next(newer, None))
        yield claim


def _stated(telling: Telling, frame: Frame, field: str, toll: Toll) -> _Stated:
    group = None if _beside_others(frame, toll) else measures.victims(toll.mark)
    claim = telling.claim(field, toll.mark.count, (toll.start, toll.end), frame, group=group)
    begin = max(frame.start, toll.start - _OLDER)
    older = phrase("claims.older_figure").search(telling.text, begin, toll.mark.end)
    return _Stated(claim, toll.part, older=toll.superseded or bool(older))


def _beside_others(frame: Frame, toll: Toll) -> bool:
    """True for all whom it befell: "killed five and wounded 12 others", others than the killed."""
    if noun_of(toll.mark) not in ("others", "other"):
        return False
    before = [t for t in frame.tolls if t.mark.end <= toll.mark.start]
    return bool(before) and all(t.outcome != toll.outcome for t in before)


def _attackers_in(frame: Frame, toll: Toll) -> int:
    """How many of a toll attacked: "five people, including the bomber", 1."""
    if toll.part or toll.attackers or toll.outcome != "killed":
        return 0
    after = [t for t in frame.tolls if t.mark.start >= toll.mark.end and t.outcome == "killed"]
    rest = takewhile(lambda t: t.part, sorted(after, key=lambda t: t.mark.start))
    taken = sum(t.mark.count.figure for t in rest if t.attackers)
    return taken if taken < toll.mark.count.figure else 0


def _less(toll: Toll, taken: int) -> Count:
    count = toll.mark.count
    low, best, high = (n if n is None else n - taken for n in (count.low, count.best, count.high))
    return Count(low, best, high, count.bound)


def _total_elsewhere(part: Claim, settled: Sequence[Claim]) -> str | None:
    """The id of another voice's total that a part without one of its own belongs to."""
    totals = [
        c for c in settled
        if c.field == part.field and c.id != part.id and not c.part_of and not c.superseded_by
        and _figure(c) >= _figure(part)
    ]  # fmt: skip
    return max(totals, key=_figure).id if totals else None


def _by_field(text: str, frame: Frame, by_a_state: bool) -> dict[str, list[Toll]]:
    """Tolls by codebook field; fighters killed by a state's forces are its victims."""
    out: dict[str, list[Toll]] = {}
    for toll in frame.tolls:
        if _shot(text, toll):
            continue  # whether they live is told elsewhere
        field = toll.outcome
        if toll.attackers and not (by_a_state and noun_of(toll.mark) not in _ATTACKED):
            if toll.outcome != "killed":
                continue
            field = "attackers_killed"
        out.setdefault(field, []).append(toll)
    return out


def _shot(text: str, toll: Toll) -> bool:
    """True for those hit by a bullet; "20 others" are others than the killed."""
    if toll.outcome != "injured" or noun_of(toll.mark) == "others":
        return False
    return bool(phrase("fates.open").match(text[toll.start : toll.end]))


def _settled(told: Sequence[Sequence[_Stated]]) -> Iterator[Claim]:
    """One voice's figures on one field, breath by breath, with parts and older figures marked."""
    out: dict[str, Claim] = {}
    standing: list[Claim] = []  # the figures that hold so far, of different people
    parts: list[Claim] = []
    for breath in told:
        beside = frozenset(one.claim.id for one in breath)
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
            _place(one, beside, standing, out)
    for claim in parts:  # parts told before their total
        total = max(standing, key=_figure, default=None)
        out[claim.id] = replace(claim, part_of=total.id if total else _SOMEWHERE)
    yield from out.values()


def _place(
    one: _Stated, beside: frozenset[str], standing: list[Claim], out: dict[str, Claim]
) -> None:
    """Set a figure against those that hold: it replaces, joins or is part of them.

    ``beside`` are the ids of the claims of the same breath: for other people they stand beside it.
    """
    claim = one.claim
    for other in list(standing):
        general, theirs = group_of(claim) is None, group_of(other) is None
        same = group_of(claim) == group_of(other)
        if not same and not one.older and other.id in beside:
            continue
        if _may_be_one(claim, other):
            out[claim.id] = replace(claim, part_of=other.id)
            return
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


def _may_be_one(claim: Claim, other: Claim) -> bool:
    """True for somebody told of twice, by name or not: "a manager was killed", "the boy died"."""
    if not (is_single(claim) and is_single(other)):
        return False
    if _NAMED in (claim.group, other.group):
        return True
    if phrase("claims.one_more").search(claim.evidence[0].quote):
        return False
    one, two = described(claim.group or ""), described(other.group or "")
    general = {kind_of(one.noun), kind_of(two.noun)} == {"anyone"}
    return (one.noun == two.noun or general) and may_be_one(one, two)


def _figure(claim: Claim) -> int:
    if not isinstance(claim.value, Count):
        raise TypeError(f"{claim.field} holds no number of people")
    return claim.value.figure

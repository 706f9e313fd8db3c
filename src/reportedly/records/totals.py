"""What the figures of one report come to: pure arithmetic on counts that were stated in parts.

Figures are victims of one field (``killed``); attackers have a field of their own and never meet
them. What a later figure of the same report replaced, and what is part of another figure, is left
out of every sum. Three readings are made where the report does not say how figures relate:

* a general figure ("12 people") of a voice covers the groups ("5 police") that it also names,
  but not "others", if these are more than it;
* of two general figures of one voice, or two for one group, the larger counts;
* a figure in the outlet's own voice for a group is part of a source's larger general figure, and
  a single person of some group ("a woman") is part of any larger figure.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from reportedly.records.account import Account
from reportedly.records.claim import Claim
from reportedly.records.values import Actor, Bound, Count

Key = TypeVar("Key", bound=Hashable)

# Words for the counted that say nothing about who they are.
GENERAL = frozenset({
    "people", "person", "persons", "individual", "individuals", "human", "humans", "soul", "souls",
    "life", "lives", "body", "bodies", "corpse", "corpses", "dead", "death", "deaths", "killed",
    "victim", "victims", "casualty", "casualties", "fatality", "fatalities", "wounded", "injured",
    "hurt", "missing", "abducted", "detained", "freed",
})  # fmt: skip
_FILLER = frozenset({
    "the", "a", "an", "of", "some", "other", "total", "more", "all", "those", "at", "least",
})  # fmt: skip
_REST = frozenset({"others", "another"})
OTHERS = "others"
_BREATH = 10  # characters between two figures of one list
_NEAR = 1.5  # times "at least 80": a rival toll is farther away


def live(claims: Iterable[Claim]) -> list[Claim]:
    """The claims that no later claim of the same report replaced."""
    return [claim for claim in claims if claim.superseded_by is None]


def group_of(claim: Claim) -> str | None:
    """Whom a count is about, folded; None where it says no more than "people"."""
    words = (claim.group or "").casefold().split()
    if _REST & set(words):
        return OTHERS
    telling = [word for word in words if word not in GENERAL and word not in _FILLER]
    return " ".join(telling) or None


def add(parts: Sequence[Count]) -> Count:
    """The sum of disjoint parts: 13 and "at least 170" are (183, 183, None, at_least)."""
    if len(parts) == 1:
        return parts[0]
    lows = [part.low for part in parts if part.low is not None]
    bests = [part.best for part in parts if part.best is not None]
    highs = [part.high for part in parts if part.high is not None]
    low = sum(lows) if lows else None
    best = sum(bests) if len(bests) == len(parts) else None
    high = sum(highs) if len(highs) == len(parts) else None
    if low is None and best is None and high is None:  # open parts of different kinds
        best = sum(part.figure for part in parts)
    return Count(low, best, high, _bound_of_sum(parts, low, high))


def _bound_of_sum(parts: Sequence[Count], low: int | None, high: int | None) -> Bound:
    bounds = {part.bound for part in parts}
    if bounds == {"exact"}:
        return "exact"
    if bounds <= {"exact", "approx"}:
        return "approx"
    if high is None:
        return "at_least"
    return "up_to" if low is None else "range"


def span(counts: Sequence[Count], best: int | None) -> Count:
    """From the lowest to the highest of several voices' counts; a side is open if any is open."""
    if all(count == counts[0] for count in counts):
        return counts[0]
    low = _outermost([_floor(count) for count in counts], min)
    high = _outermost([_ceiling(count) for count in counts], max)
    if low is None and high is None and best is None:
        best = min(count.figure for count in counts)
    bound: Bound = "range"
    if low is None or high is None:
        bound = "at_least" if low is not None else "up_to" if high is not None else "approx"
    stated = (
        best if best is None or (low or 0) <= best <= (best if high is None else high) else None
    )
    return Count(low, stated, high, bound)


def _floor(count: Count) -> int | None:
    return count.low if count.low is not None else count.best


def _ceiling(count: Count) -> int | None:
    closed = count.high is not None or count.bound == "approx"
    return (count.high if count.high is not None else count.best) if closed else None


def _outermost(ends: Sequence[int | None], of: Callable[[list[int]], int]) -> int | None:
    stated = [end for end in ends if end is not None]
    return of(stated) if len(stated) == len(ends) else None


def totals(
    claims: Sequence[Claim], voice: Callable[[Claim], Key]
) -> dict[Key, tuple[Count, tuple[Claim, ...]]]:
    """Each voice's figure of one field of one account, and the claims that it is made of.

    Voices stand in the order in which the report first lets them speak.
    """
    known = {claim.id for claim in claims}
    whole = [claim for claim in live(claims) if claim.part_of not in known]
    general = max(
        (_figure(c) for c in whole if c.voice is not None and group_of(c) is None), default=0
    )
    several = [c for c in whole if _figure(c) > 1]
    spoken: dict[Key, list[Claim]] = {}
    for claim in whole:
        if not _within(claim, general, several):
            spoken.setdefault(voice(claim), []).append(claim)
    return {key: _total(said) for key, said in spoken.items()}


def _within(claim: Claim, general: int, several: Sequence[Claim]) -> bool:
    """True if this figure for a group is taken to be part of that of another voice.

    ``general`` is the largest figure that a quoted source gives for everybody; ``several`` are
    the figures of more than one person.
    """
    if group_of(claim) in (None, OTHERS):
        return False
    if is_single(claim):  # "three Israelis and an Iranian": told in one breath, it stands beside
        others = any(c.voice != claim.voice for c in several)
        return others and not any(c.voice == claim.voice and _adjoin(c, claim) for c in several)
    return claim.voice is None and general >= _figure(claim)


def _adjoin(one: Claim, other: Claim) -> bool:
    """True for two figures of one list: their words meet, or nearly."""
    a, b = one.evidence[0], other.evidence[0]
    return a.start - b.end <= _BREATH and b.start - a.end <= _BREATH


def is_single(claim: Claim) -> bool:
    """True for one person of some group: somebody who is told of, not a toll."""
    return group_of(claim) is not None and claim.value == Count(1, 1, 1, "exact")


def _total(said: Sequence[Claim]) -> tuple[Count, tuple[Claim, ...]]:
    largest: dict[str | None, Claim] = {}
    for claim in said:
        group = group_of(claim)
        if group not in largest or _figure(claim) > _figure(largest[group]):
            largest[group] = claim
    everybody, others = largest.pop(None, None), largest.get(OTHERS)
    if everybody is None:
        chosen = list(largest.values())
    elif others is not None and _figure(others) > _figure(everybody):
        chosen = [everybody, others]
    else:
        chosen = [max((everybody, *largest.values()), key=_figure)]
    return add([_count(claim) for claim in chosen]), tuple(chosen)


def account_total(account: Account, field: str) -> Count | None:
    """What one report, read to its end, says of one counted field; None where it says nothing.

    Several voices give the range of their figures. Its best figure is the outlet's own, else that
    of the first source quoted that is not a perpetrator: news leads with what it takes as news.
    Where that is only a least number, the first higher figure of a source says how many there were.
    """
    said = totals(account.of(field), lambda claim: claim.voice and claim.voice.casefold())
    if not said:
        return None
    accused = {
        claim.value.name.casefold()
        for claim in account.of("perpetrator")
        if isinstance(claim.value, Actor)
    }
    first = next((key for key in said if key not in accused), next(iter(said)))
    leading = said[None if None in said else first][0]
    others = (count for key, (count, _) in said.items() if key not in accused)
    better = next((c for c in others if _fills(leading, c)), leading)
    return span([count for count, _ in said.values()], better.best)


def _fills(open_: Count, count: Count) -> bool:
    """True for a figure that says how many "at least 79" or "dozens" were, or not "nobody"."""
    if open_.high == 0:
        return count.figure > 0
    if open_.bound not in ("at_least", "dozens", "several") or count.best is None:
        return False
    most = _NEAR * (open_.figure if open_.bound == "at_least" else open_.high or count.best)
    return open_.figure < count.best <= most


def _count(claim: Claim) -> Count:
    if not isinstance(claim.value, Count):
        raise TypeError(f"{claim.field} of {claim.id} holds no number of people")
    return claim.value


def _figure(claim: Claim) -> int:
    return _count(claim).figure

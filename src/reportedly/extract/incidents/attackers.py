"""Tolls of those who attacked, told apart from victims: "killing himself and three others"."""

from collections.abc import Iterable
from dataclasses import replace

from reportedly.codebook.people import kind_of
from reportedly.extract.incidents.outcomes import Toll, Tolls, noun_of
from reportedly.extract.incidents.phrases import phrase
from reportedly.records import Count, CountMark

_ALSO_VICTIMS = ("commander", "commanders", "operative", "veteran")


def themselves(text: str, start: int, end: int, found: Tolls) -> None:
    """The attacker who died in the attack: "killing himself and three others"."""
    match = phrase("tolls.themselves").search(text, start, end)
    if match:
        mark = _one(text, *match.span("who"))
        found[mark] = Toll(mark, "killed", match.start(), match.end(), attackers=True)


def answered(text: str, start: int, end: int, found: Tolls) -> None:
    """An attacker killed by those who answered: "police shot the driver dead"."""
    match = phrase("tolls.shot").search(text, start, end)
    if not match:
        return
    mark = _one(text, *match.span("who" if match["who"] else "whom"))
    if not any(m.start < mark.end and mark.start < m.end for m in found):
        found[mark] = Toll(mark, "killed", match.start(), match.end(), attackers=True)


def _one(text: str, start: int, end: int) -> CountMark:
    return CountMark(start, end, Count(1, 1, 1, "exact"), text[start:end])


def told_apart(text: str, found: Iterable[Toll]) -> list[Toll]:
    """The tolls, in text order; those of fighters are marked as of those who attacked."""
    marked = (replace(t, attackers=t.attackers or _are_fighters(text, t.mark)) for t in found)
    return sorted(marked, key=lambda toll: toll.mark.start)


def _are_fighters(text: str, mark: CountMark) -> bool:
    """True for a noun of fighters, and for "three of its own"."""
    if phrase("tolls.of_its_own").match(text, mark.end):
        return True
    return kind_of(noun_of(mark)) == "fighter" and noun_of(mark) not in _ALSO_VICTIMS

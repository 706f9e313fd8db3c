"""Rules that publish a lowest and a highest figure."""

from reportedly.codebook import Codebook
from reportedly.reconcile.rules.choice import (
    Choice,
    Figures,
    bound_of,
    chosen,
    ends,
    numbers,
    others,
    support,
    voices,
)
from reportedly.records import Bound, Count


def range_of_figures(figures: Figures, codebook: Codebook) -> Choice[Count] | None:
    """The lowest and the highest figure reported; no best one unless all voices agree.

    Minimum and maximum as Iraq Body Count and Airwars publish them (Every Casualty, Standards for
    Casualty Recording, 2016).
    """
    if not figures:
        return None
    low, high = ends(figures)
    if low == high:
        because = f"{high} is the only figure of {voices(figures)}"
        return chosen(Count(high, high, high, bound_of(figures)), figures, because)
    because = f"{_from_to(low, high)} of {voices(figures)}"
    return Choice(Count(low, None, high, _open(low)), tuple(figures), (), because)


def ucdp(figures: Figures, codebook: Codebook) -> Choice[Count] | None:
    """Low, best, high: lowest and highest figure, and the one that most voices support.

    UCDP GED codebook: best is the most likely, low and high the lowest and highest reliable
    estimate. A voice supports every figure that its words allow: "at least 15" supports 19. Of
    equally supported figures the later published is best, then the lower.
    """
    if not figures:
        return None
    low, high = ends(figures)
    stated = numbers(figures)
    if not stated:
        because = (
            f"{voices(figures)} gave no number; of what its words allow, {_from_to(low, high)}"
        )
        return Choice(Count(low, None, high, _open(low)), tuple(figures), (), because)
    behind = support(figures)
    newest = {word.value.figure: word.day for word in sorted(stated, key=lambda w: w.day)}
    best = max(behind, key=lambda n: (len(behind[n]), newest[n], -n))
    bound: Bound = bound_of(figures) if low == high else "range"
    why = f"{best} has the support of {len(behind[best])} of {voices(figures)}"
    if [len(words) for words in behind.values()].count(len(behind[best])) > 1:
        why += " and is the latest published, then the lowest, of the figures with as many"
    basis = tuple(behind[best])
    because = f"{why}; {_from_to(low, high)}"
    if low == high and len(basis) == len(figures):
        because = f"{best} is the only figure of {voices(figures)}"
    return Choice(Count(low, best, high, bound), basis, others(figures, basis), because)


def _open(low: int | None) -> Bound:
    return "up_to" if low is None else "range"


def _from_to(low: int | None, high: int) -> str:
    if low == high:
        return f"{high} is the only figure"
    lowest = "no lower limit is stated" if low is None else f"{low} is the lowest"
    return f"{lowest} and {high} the highest figure"

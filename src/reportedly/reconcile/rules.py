"""How one count is chosen from several voices' figures: one function a rule, named in the field.

Every rule sees the latest figure of each independent voice, victims only, and returns None where
its practice would leave the cell empty. Sources are cited where the rule was taken from.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from reportedly.codebook import Codebook
from reportedly.errors import CodebookError
from reportedly.reconcile.words import Word
from reportedly.records import Bound, Count, Value

V = TypeVar("V", bound=Value)
Figures = Sequence[Word[Count]]

VAGUE: frozenset[Bound] = frozenset({"dozens", "several"})
# What ACLED's practice puts for a vague word that is not in the codebook as such ("some dozens").
_ACLED_BY_BOUND: Mapping[Bound, int] = {"dozens": 12, "several": 3}


@dataclass(frozen=True, slots=True)
class Choice(Generic[V]):
    """A chosen value, the words for and against it, and one sentence that says why."""

    value: V
    basis: tuple[Word[V], ...]
    against: tuple[Word[V], ...]
    because: str


CountRule = Callable[[Figures, Codebook], Choice[Count] | None]


def range_of_figures(figures: Figures, codebook: Codebook) -> Choice[Count] | None:
    """The lowest and the highest figure reported; no best one unless all voices agree.

    Minimum and maximum as Iraq Body Count and Airwars publish them (Every Casualty, Standards for
    Casualty Recording, 2016).
    """
    if not figures:
        return None
    low, high = _ends(figures)
    if low == high:
        because = f"{high} is the only figure of {_voices(figures)}"
        return _choice(Count(high, high, high, "exact"), figures, because)
    because = f"{_from_to(low, high)} of {_voices(figures)}"
    return Choice(Count(low, None, high, _open(low)), tuple(figures), (), because)


def acled(figures: Figures, codebook: Codebook) -> Choice[Count] | None:
    """The most conservative figure; a vague word counts as the codebook's number for it.

    ACLED, FAQ on fatalities: "the most conservative"; tens 10, dozens 12, hundreds 100.
    """
    if not figures:
        return None

    def number_of(word: Word[Count]) -> int:
        return _acled_number(word.value, codebook)

    least = min(figures, key=number_of)
    number = number_of(least)
    basis = tuple(word for word in figures if number_of(word) == number)
    because = f"{number} is the most conservative figure of {_voices(figures)} ({least.voice.name})"
    value = Count(number, number, number, _kept(least.value))
    return Choice(value, basis, _others(figures, basis), because)


def ucdp(figures: Figures, codebook: Codebook) -> Choice[Count] | None:
    """Low, best, high: lowest and highest figure, and the one that most voices support.

    UCDP GED codebook: best is the most likely, low and high the lowest and highest reliable
    estimate. Of equally supported figures the later published is best, then the lower.
    """
    if not figures:
        return None
    low, high = _ends(figures)
    numbers = _numbers(figures)
    if not numbers:
        because = (
            f"{_voices(figures)} gave no number; of what its words allow, {_from_to(low, high)}"
        )
        return Choice(Count(low, None, high, _open(low)), tuple(figures), (), because)
    support = Counter(word.value.figure for word in numbers)
    newest = {word.value.figure: word.when[0] for word in sorted(numbers, key=lambda w: w.when)}
    best = max(support, key=lambda n: (support[n], newest[n].toordinal(), -n))
    bound: Bound = "exact" if low == high else "range"
    why = f"{best} has the support of {support[best]} of {_voices(figures)}"
    if list(support.values()).count(support[best]) > 1:
        why += " and is the latest published of the figures with as many"
    because = f"{why}; {_from_to(low, high)}"
    return _choice(Count(low, best, high, bound), figures, because, best)


def gtd(figures: Figures, codebook: Codebook) -> Choice[Count] | None:
    """The most recent figure of a voice other than the perpetrator's; no number for vague words.

    GTD codebook (START): most recent independent source; else the majority; else the lowest.
    """
    usable = [word for word in _numbers(figures) if not word.voice.perpetrator]
    if not usable:
        return None
    day = max(word.when[0] for word in usable)
    recent = [word for word in usable if word.when[0] == day]
    number = _most_common_then_lowest(recent)
    told = next(word for word in recent if word.value.figure == number)
    because = f"{number} is the most recent independent figure ({told.voice.name})"
    if len(recent) > 1:
        because = (
            f"{number} is the most common, else the lowest, of the {len(recent)} latest figures"
        )
    return _choice(Count(number, number, number, _kept(told.value)), figures, because, number)


def majority(figures: Figures, codebook: Codebook) -> Choice[Count] | None:
    """The figure that most independent voices give; of equally common ones the lowest.

    Every Casualty, Standards for Casualty Recording (2016), p. 25.
    """
    usable = _numbers(figures)
    if not usable:
        return None
    number = _most_common_then_lowest(usable)
    behind = [word for word in usable if word.value.figure == number]
    because = f"{number} has the support of {len(behind)} of {_voices(figures)}"
    value = Count(number, number, number, _kept(behind[0].value))
    return _choice(value, figures, because, number)


COUNT_RULES: Mapping[str, CountRule] = {
    "range": range_of_figures,
    "acled": acled,
    "ucdp": ucdp,
    "gtd": gtd,
    "majority": majority,
}


def count_rule(name: str) -> CountRule:
    """Raises CodebookError for a name that is no rule for counts."""
    try:
        return COUNT_RULES[name]
    except KeyError:
        known = ", ".join(COUNT_RULES)
        raise CodebookError(f"no rule {name!r} for counts; there are: {known}") from None


def _choice(
    value: Count, figures: Figures, because: str, number: int | None = None
) -> Choice[Count]:
    """Words with the chosen number are its basis, the others stand against it."""
    basis = tuple(word for word in figures if number is None or word.value.figure == number)
    return Choice(value, basis, _others(figures, basis), because)


def _others(figures: Figures, basis: Figures) -> tuple[Word[Count], ...]:
    return tuple(word for word in figures if word not in basis)


def _numbers(figures: Figures) -> list[Word[Count]]:
    """Words that state a number: neither a vague word nor a mere upper limit."""
    return [
        word
        for word in figures
        if word.value.bound not in VAGUE
        and (word.value.best is not None or word.value.low is not None)
    ]


def _ends(figures: Figures) -> tuple[int | None, int]:
    """The lowest low, None where only upper limits are stated, and the highest high."""
    lows = [c.best if c.low is None else c.low for c in (word.value for word in figures)]
    stated = [low for low in lows if low is not None]
    high = max(_highest(word.value) for word in figures)
    return (min(stated) if stated else None), high


def _highest(count: Count) -> int:
    return next(n for n in (count.high, count.best, count.low) if n is not None)


def _open(low: int | None) -> Bound:
    return "up_to" if low is None else "range"


def _from_to(low: int | None, high: int) -> str:
    if low == high:
        return f"{high} is the only figure"
    lowest = "no lower limit is stated" if low is None else f"{low} is the lowest"
    return f"{lowest} and {high} the highest figure"


def _acled_number(count: Count, codebook: Codebook) -> int:
    if count.bound not in VAGUE:
        return count.figure
    for vague in codebook.vague_numbers.values():
        if (vague.low, vague.high, vague.bound) == (count.low, count.high, count.bound):
            return vague.acled
    return _ACLED_BY_BOUND[count.bound]


def _kept(count: Count) -> Bound:
    return "approx" if count.bound in VAGUE or count.bound == "range" else count.bound


def _most_common_then_lowest(figures: Figures) -> int:
    support = Counter(word.value.figure for word in figures)
    return max(support, key=lambda number: (support[number], -number))


def _voices(figures: Figures) -> str:
    return "one voice" if len(figures) == 1 else f"{len(figures)} independent voices"

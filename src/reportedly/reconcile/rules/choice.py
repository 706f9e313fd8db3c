"""What every rule works with: the figures of the voices, and the choice among them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from reportedly.codebook import Codebook
from reportedly.reconcile.words import Word
from reportedly.records import Bound, Count, Value

V = TypeVar("V", bound=Value)
Figures = Sequence[Word[Count]]

VAGUE: frozenset[Bound] = frozenset({"dozens", "several"})


@dataclass(frozen=True, slots=True)
class Choice(Generic[V]):
    """A chosen value, the words for and against it, and one sentence that says why."""

    value: V
    basis: tuple[Word[V], ...]
    against: tuple[Word[V], ...]
    because: str


CountRule = Callable[[Figures, Codebook], Choice[Count] | None]


def numbers(figures: Figures) -> list[Word[Count]]:
    """Words that state a number: neither a vague word nor a mere upper limit."""
    return [
        word
        for word in figures
        if word.value.bound not in VAGUE
        and (word.value.best is not None or word.value.low is not None)
    ]


def allows(count: Count, number: int) -> bool:
    """True if these words leave room for the number: "at least 15" for 19, "dozens" for 36.

    What is stated without "at least", "up to" or a range allows its own figure alone.
    """
    if count.bound in ("exact", "approx"):
        return count.figure == number
    low = count.low if count.low is not None else 0
    return low <= number and (count.high is None or number <= count.high)


def support(figures: Figures) -> dict[int, list[Word[Count]]]:
    """For each number stated the words that allow it."""
    return {
        word.value.figure: [w for w in figures if allows(w.value, word.value.figure)]
        for word in numbers(figures)
    }


def telling(figures: Figures) -> list[Word[Count]]:
    """Without vague words that a number stated by another voice already answers.

    "Dozens" beside 36 says nothing more of the lowest and highest figure.
    """
    stated = [word.value.figure for word in numbers(figures)]
    return [
        word
        for word in figures
        if word.value.bound not in VAGUE or not any(allows(word.value, n) for n in stated)
    ]


def ends(figures: Figures) -> tuple[int | None, int]:
    """The lowest low, None where only upper limits are stated, and the highest high."""
    figures = telling(figures)
    lows = [c.best if c.low is None else c.low for c in (word.value for word in figures)]
    stated = [low for low in lows if low is not None]
    return (min(stated) if stated else None), max(_highest(word.value) for word in figures)


def _highest(count: Count) -> int:
    return next(n for n in (count.high, count.best, count.low) if n is not None)


def chosen(
    value: Count, figures: Figures, because: str, number: int | None = None
) -> Choice[Count]:
    """Words with the chosen number are its basis, the others stand against it."""
    basis = tuple(word for word in figures if number is None or word.value.figure == number)
    return Choice(value, basis, others(figures, basis), because)


def bound_of(figures: Figures) -> Bound:
    """How the only figure there is was stated: exactly, if any voice says so."""
    bounds = [word.value.bound for word in telling(figures)]
    return next((b for b in ("exact", "at_least") if b in bounds), "approx")


def one_number(word: Word[Count]) -> Count:
    """A word's figure as the only number that a rule gives, with what it says of its bound."""
    number, bound = word.value.figure, word.value.bound
    return Count(number, number, number, "approx" if bound in VAGUE or bound == "range" else bound)


def others(figures: Figures, basis: Iterable[Word[Count]]) -> tuple[Word[Count], ...]:
    kept = set(map(id, basis))
    return tuple(word for word in figures if id(word) not in kept)


def voices(figures: Figures) -> str:
    return "one voice" if len(figures) == 1 else f"{len(figures)} independent voices"

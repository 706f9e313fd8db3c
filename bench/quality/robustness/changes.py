"""The changes that should not matter, by name."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bench.quality.robustness import printed, swap, wording
from bench.quality.robustness.edits import Changed

Both = tuple[Changed, Changed]  # of the text, of the title
Make = Callable[[str, str, random.Random, frozenset[str]], Both]


@dataclass(frozen=True, slots=True)
class Change:
    title: str
    make: Make
    moves: frozenset[str] = frozenset()  # kinds of output that the change itself changes
    draws: int = 1  # copies of each report


def _each(one: Callable[[str, random.Random], Changed]) -> Make:
    """The change of a text made to both parts, by the same choices."""

    def both(text: str, title: str, chance: random.Random, _: frozenset[str]) -> Both:
        again = random.Random()
        again.setstate(chance.getstate())
        return one(text, chance), one(title, again)

    return both


CHANGES: Mapping[str, Change] = {
    "swap": Change("actor swap", swap.swapped, draws=3),
    "loaded": Change("loaded wording", _each(wording.loaded)),
    "unnamed": Change(
        "unnamed actors",
        _each(lambda text, _: swap.unnamed(text)),
        frozenset({"who", "attribution"}),
    ),
    "capitals": Change("upper case", _each(lambda text, _: printed.capitals(text))),
    "scanned": Change("OCR noise, 1 %", _each(printed.scanned)),
    "spelling": Change("spelling variants", _each(wording.spelt)),
}

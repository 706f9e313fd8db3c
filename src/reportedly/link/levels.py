"""What a comparison finds: one of its levels in the model, and words for reviewers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product
from typing import TypeVar

from reportedly.link.profile import Profile
from reportedly.link.weights import model

Found = tuple[str, str]  # level, words
Feature = Callable[[Profile, Profile, Mapping[str, str]], Found | None]
V = TypeVar("V")
REMEMBERED = 50_000  # comparisons of two values: the same come again and again


def closest(
    comparison: str, compare: Callable[[V, V], Found], left: Sequence[V], right: Sequence[V]
) -> Found | None:
    """Of several values each side gives, the pair that speaks most for one incident."""
    if len(left) == len(right) == 1:
        return compare(left[0], right[0])
    found = [compare(one, other) for one, other in product(left, right)]
    return most(comparison, found) if found else None


def most(comparison: str, found: Sequence[Found]) -> Found:
    ranks = model().ranks[comparison]
    return min(found, key=lambda one: ranks[one[0]])


def step(value: float, steps: Iterable[tuple[float, str]], beyond: str) -> str:
    return next((level for most, level in steps if value <= most), beyond)

"""Round numbers along an axis, and where along it something stands."""

from collections.abc import Sequence


def steps(top: int, most: int = 4) -> Sequence[int]:
    """Round numbers from 0 to one at or above ``top``, about as many as asked for.

    >>> steps(7)
    (0, 2, 4, 6, 8)
    """
    if top <= 0:
        return (0, 1)
    step = 1
    while True:
        for factor in (1, 2, 5):
            size = step * factor
            if size * most >= top:
                return tuple(range(0, -(-top // size) * size + 1, size))
        step *= 10


def percent(part: float, whole: float) -> str:
    """For SVG, which needs no style for it: ``12.5%``."""
    return f"{100 * part / whole:.4g}%" if whole else "0%"

"""What is written, made of each incident and each report by itself, so that many cores can do it.

An exporter says what one incident adds to its file, and what it loses; a piece with a key, which
several incidents may add, is written for the first of them.
"""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from reportedly.export.apart import Apart
from reportedly.export.event import events
from reportedly.export.lost import Lost
from reportedly.export.piece import OfEvent, OfReading, Piece, of_event, of_reading
from reportedly.plugins import Released

T = TypeVar("T")


def pieces(
    released: Released, work: OfEvent[T], lost: Lost, seen: set[str] | None = None
) -> Iterator[T]:
    """The contents of what ``work`` makes of every incident. ``seen``: the keys so far."""
    seen = set() if seen is None else seen
    made = (
        released.of_events(work)
        if isinstance(released, Apart)
        else (of_event(work, one, released) for one in events(released.incidents(), released))
    )
    for some, noted in made:
        lost.add(noted)
        yield from _unseen(some, lost, seen)


def others(released: Released, work: OfReading[T], lost: Lost, seen: set[str]) -> Iterator[T]:
    """The contents of what ``work`` makes of every report whose id is not among ``seen``."""
    told = frozenset(seen)
    made = (
        released.of_others(work, told)
        if isinstance(released, Apart)
        else (of_reading(work, reading) for reading in released.others(told))
    )
    for some, noted in made:
        lost.add(noted)
        yield from _unseen(some, lost, seen)


def _unseen(some: Iterable[Piece[T]], lost: Lost, seen: set[str]) -> Iterator[T]:
    for piece in some:
        if piece.key is not None:
            if piece.key in seen:
                continue
            seen.add(piece.key)
        if piece.lost:
            lost.add(piece.lost)
        yield piece.content

"""What one incident, or one report, adds to a file."""

from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple, TypeVar

from reportedly.export.event import Event
from reportedly.export.lost import Lost
from reportedly.plugins import Released
from reportedly.records import Reading

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Piece(NamedTuple, Generic[T_co]):
    """A tuple, which goes from process to process several times faster than a record."""

    content: T_co
    key: str | None = None  # written once for each: the id of a report, an actor, a place
    lost: Lost | None = None  # what is lost where it is written


# Functions of a module, or a functools.partial of one: other processes import them.
OfEvent = Callable[[Event, Released, Lost], Iterable[Piece[T]]]
OfReading = Callable[[Reading, Lost], Iterable[Piece[T]]]
Made = tuple[list[Piece[T]], Lost]


def of_event(work: OfEvent[T], event: Event, released: Released) -> Made[T]:
    lost = Lost()
    return list(work(event, released, lost)), lost


def of_reading(work: OfReading[T], reading: Reading) -> Made[T]:
    lost = Lost()
    return list(work(reading, lost)), lost

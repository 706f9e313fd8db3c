"""The tidy tables of a release in one pass, in whatever form a format wants their rows."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeVar

from reportedly.export import rows
from reportedly.export.event import Event
from reportedly.export.lost import Lost
from reportedly.export.piece import Piece
from reportedly.export.pieces import others, pieces
from reportedly.export.rows import Row
from reportedly.plugins import Released
from reportedly.records import Reading

T = TypeVar("T")
# Of rows that stand together; a function of a module.
Form = Callable[[Iterable[tuple[str, Row]], Lost], T]


def tidy(released: Released, form: Form[T], lost: Lost) -> Iterator[T]:
    """The rows of each incident and of each report, as ``form`` makes them."""
    told: set[str] = set()
    yield from pieces(released, partial(_of_event, form), lost, told)
    yield from others(released, partial(_of_report, form), lost, told)


def _of_event(form: Form[T], event: Event, released: Released, lost: Lost) -> Iterator[Piece[T]]:
    yield Piece(form(rows.of_event(event, released, lost), lost))
    for reading in event.readings:
        yield from _of_report(form, reading, lost)


def _of_report(form: Form[T], reading: Reading, lost: Lost) -> Iterator[Piece[T]]:
    apart = Lost()
    yield Piece(form(rows.of_report(reading, apart), apart), reading.report.id, apart)

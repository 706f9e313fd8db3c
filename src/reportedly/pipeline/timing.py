"""The times of a text alone, for those who ask about nothing else."""

from dataclasses import replace
from datetime import date

from reportedly.annotate.dates import times as found
from reportedly.records import Annotated, Report, TimeMark
from reportedly.resolve.dates import times as resolved


def times(text: str, published: date | None) -> tuple[TimeMark, ...]:
    """The time expressions of a text with the days they mean and what that rests on."""
    annotated = Annotated(report=Report(id="text", name="text", text=text, published=published))
    return resolved(replace(annotated, times=found(annotated)))

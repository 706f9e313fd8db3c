"""From words to what they mean: days, places, actors. Pure; looks names up through ``Names``."""

from dataclasses import replace

from reportedly.plugins import Names
from reportedly.records import Annotated, Place
from reportedly.resolve import actors, dates, places

__all__ = ["resolve"]


def resolve(annotated: Annotated, names: Names, home: Place | None = None) -> Annotated:
    """The report with its times, places and actors settled, in that order: each uses the last.

    Takes the marks as the annotate stage leaves them; what cannot be settled stays open, with its
    candidates. ``home`` is the country that the report is from, where that is known otherwise.
    """
    annotated = replace(annotated, times=dates.times(annotated))
    annotated = replace(annotated, places=places.places(annotated, names))
    return replace(annotated, actors=actors.actors(annotated, names, home))

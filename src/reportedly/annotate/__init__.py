"""Report in, annotated report out: marks over the text, nothing decided. Pure."""

from dataclasses import replace

from reportedly.annotate.actors import actors
from reportedly.annotate.aliases import aliases
from reportedly.annotate.counts import counts
from reportedly.annotate.dates import times
from reportedly.annotate.places import places
from reportedly.annotate.quotations import quotations
from reportedly.annotate.sentences import sentences
from reportedly.codebook import default
from reportedly.plugins import Names
from reportedly.records import Annotated, Report

__all__ = ["annotate"]


def annotate(report: Report, names: Names) -> Annotated:
    """Lay every layer over a report. A layer sees those before it."""
    found = sentences(report.text)
    marked = Annotated(report=report, sentences=found, quotations=quotations(report.text, found))
    marked = replace(marked, times=times(marked))
    marked = replace(marked, places=places(marked, names))
    marked = replace(marked, actors=actors(marked, names))
    marked = replace(marked, aliases=aliases(marked))
    return replace(marked, counts=counts(marked, default()))

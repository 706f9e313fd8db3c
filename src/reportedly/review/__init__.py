"""Questions for people, and their decisions."""

from reportedly.review.anchoring import (
    Found,
    anchor,
    current,
    dismissed,
    making,
    placed,
    whole,
)
from reportedly.review.decide import decide
from reportedly.review.made import as_read, selected, with_made
from reportedly.review.matters import NOTHING, alone_since, expecting, last_on
from reportedly.review.queue import UNSURE, Question, questions
from reportedly.review.undoing import to_undo

__all__ = [
    "NOTHING",
    "UNSURE",
    "Found",
    "Question",
    "alone_since",
    "anchor",
    "as_read",
    "current",
    "decide",
    "dismissed",
    "expecting",
    "last_on",
    "making",
    "placed",
    "questions",
    "selected",
    "to_undo",
    "whole",
    "with_made",
]

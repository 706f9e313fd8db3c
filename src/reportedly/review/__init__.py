"""Questions for people, and their decisions."""

from reportedly.review.anchoring import (
    Found,
    anchor,
    current,
    dismissed,
    placed,
    whole,
)
from reportedly.review.decide import decide
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
    "current",
    "decide",
    "dismissed",
    "expecting",
    "last_on",
    "placed",
    "questions",
    "to_undo",
    "whole",
]

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
from reportedly.review.matters import NOTHING, expecting, last_on
from reportedly.review.queue import UNSURE, Question, questions

__all__ = [
    "NOTHING",
    "UNSURE",
    "Found",
    "Question",
    "anchor",
    "current",
    "decide",
    "dismissed",
    "expecting",
    "last_on",
    "placed",
    "questions",
    "whole",
]

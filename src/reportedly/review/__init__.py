"""Questions for people, and their decisions."""

from reportedly.review.anchoring import (
    Found,
    anchor,
    current,
    dismissed,
    placed,
)
from reportedly.review.decide import decide
from reportedly.review.matters import expecting
from reportedly.review.queue import Question, questions

__all__ = [
    "Found",
    "Question",
    "anchor",
    "current",
    "decide",
    "dismissed",
    "expecting",
    "placed",
    "questions",
]

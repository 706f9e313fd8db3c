"""Questions for people, and their decisions."""

from reportedly.review.anchoring import (
    Found,
    alike,
    anchor,
    current,
    dismissed,
    making,
    placed,
    saying,
    whole,
)
from reportedly.review.decide import decide
from reportedly.review.made import selected, with_made
from reportedly.review.matters import NOTHING, alone_since, expecting, last_on
from reportedly.review.queue import UNSURE, Question, questions
from reportedly.review.spoken import spoken
from reportedly.review.undoing import to_undo

__all__ = [
    "NOTHING",
    "UNSURE",
    "Found",
    "Question",
    "alike",
    "alone_since",
    "anchor",
    "current",
    "decide",
    "dismissed",
    "expecting",
    "last_on",
    "making",
    "placed",
    "questions",
    "saying",
    "selected",
    "spoken",
    "to_undo",
    "whole",
    "with_made",
]

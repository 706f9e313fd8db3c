"""Questions for people, and their decisions."""

from reportedly.review.decide import decide
from reportedly.review.queue import Question, questions

__all__ = ["Question", "decide", "questions"]

"""A stretch of work during which Python does not look for garbage in cycles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Put the search off. A step of linking makes a million small tuples that are in no cycle, and
    going through them again and again took a fifth of its time.
    """
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()

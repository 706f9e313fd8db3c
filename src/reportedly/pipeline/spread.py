"""Work on a store in shares, on several cores where there is enough of it."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeVar

from reportedly import processes
from reportedly.store import open_store
from reportedly.store.store import Store

S = TypeVar("S")
R = TypeVar("R")


def spread(
    work: Callable[[Store, S], R], shares: Iterable[S], store: Store, jobs: int
) -> Iterator[R]:
    """``work`` done on each share; other processes open the store anew, to read from."""
    return processes.spread(work, shares, store, partial(open_store, store.url), jobs)

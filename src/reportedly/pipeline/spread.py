"""Work in shares, on several cores where there is enough of it; results in the order of shares."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

from reportedly.store.store import Store

_AHEAD = 3  # shares a process that wait to be fetched; bounds the memory

S = TypeVar("S")
R = TypeVar("R")

_mine: Store | None = None  # of a worker process


def spread(
    work: Callable[[Store, S], R], shares: Iterable[S], store: Store, jobs: int
) -> Iterator[R]:
    """``work`` done on each share. With more than one job ``work`` is a function of a module, or a
    ``functools.partial`` of one, and gets a store of its own, to read from.
    """
    if jobs <= 1:
        yield from (work(store, share) for share in shares)
        return
    # One thread each for numpy's sums: there is a process for every core.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Spawned, not forked: a fork would share the open database.
    pool = ProcessPoolExecutor(
        jobs, get_context("spawn"), initializer=_begin, initargs=(store.url,)
    )
    try:
        waiting: deque[Future[R]] = deque()
        for share in shares:
            waiting.append(pool.submit(_done, work, share))
            if len(waiting) >= jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(url: str) -> None:
    global _mine
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process hears it and stops the others
    from reportedly.store import open_store

    _mine = open_store(url)


def _done(work: Callable[[Store, S], R], share: S) -> R:
    assert _mine is not None
    return work(_mine, share)

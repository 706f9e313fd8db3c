"""Work on several cores: processes that each have tools of their own, results in order."""

import atexit
import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import AbstractContextManager, ExitStack, contextmanager
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any, TypeVar

_AHEAD = 3  # shares a process that wait to be fetched; bounds the memory

T = TypeVar("T")
S = TypeVar("S")
R = TypeVar("R")

_tools: Any = None  # of a worker process
_open = ExitStack()  # what they keep open until it ends


def spread(
    work: Callable[[T, S], R],
    shares: Iterable[S],
    tools: T,
    make: Callable[[], AbstractContextManager[T]],
    jobs: int,
) -> Iterator[R]:
    """``work(tools, share)`` for each share, in the order of shares.

    With more than one job it is done in processes, each with the tools that ``make`` opens there;
    ``work`` and ``make`` are functions of a module then, or ``functools.partial`` of one.
    """
    if jobs <= 1:
        yield from (work(tools, share) for share in shares)
        return
    with pool(jobs, make) as workers:
        yield from in_order(workers, work, shares, jobs)


def in_order(
    workers: ProcessPoolExecutor, work: Callable[[T, S], R], shares: Iterable[S], jobs: int
) -> Iterator[R]:
    """The same in so many processes that are there already."""
    waiting: deque[Future[R]] = deque()
    for share in shares:
        waiting.append(workers.submit(_done, work, share))
        if len(waiting) >= jobs * _AHEAD:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


@contextmanager
def pool(
    jobs: int, make: Callable[[], AbstractContextManager[Any]]
) -> Iterator[ProcessPoolExecutor]:
    """Processes that work with what ``make`` opens in each, which is what :func:`mine` returns."""
    # One thread each for numpy's sums: there is a process for every core.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Spawned, not forked: a fork would share the open database and the threads of a model.
    workers = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_begin, initargs=(make,))
    try:
        yield workers
    finally:
        workers.shutdown(cancel_futures=True)


@contextmanager
def few_collections() -> Iterator[None]:
    """Records hold no cycles: looking for them after every few hundred takes a quarter longer."""
    before = gc.get_threshold()
    gc.set_threshold(200_000, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def mine() -> Any:
    """In a process of :func:`pool`: the tools it was begun with."""
    return _tools


def _begin(make: Callable[[], AbstractContextManager[Any]]) -> None:
    global _tools
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process hears it and stops the others
    Thread(target=_end_with_parent, daemon=True).start()
    _open.enter_context(few_collections())
    atexit.register(_open.close)
    _tools = _open.enter_context(make())


def _end_with_parent() -> None:
    """One that is killed cannot stop its workers; they would wait for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _done(work: Callable[[T, S], R], share: S) -> R:
    return work(_tools, share)

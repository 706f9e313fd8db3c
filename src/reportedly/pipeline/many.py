"""Many reports at once: on several cores, given back in their order, a few read ahead."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice

from reportedly import processes
from reportedly.pipeline.one_report import read_report
from reportedly.pipeline.tools import Tools
from reportedly.records import Reading, Received

_FEW = 10  # reports that are read before another process, which takes a second to start, pays
_AHEAD = 4  # reports a process that are read before they are asked for; bounds the memory

Read = tuple[Received, Reading]


@dataclass(frozen=True, slots=True)
class Readers:
    """Reads on up to ``jobs`` cores. ``make`` makes the tools again in another process: a function
    of a module, or a ``functools.partial`` of one.
    """

    tools: Tools
    make: Callable[[], Tools] | None = None
    jobs: int = 1

    def read(self, received: Iterable[Received]) -> Iterator[Read]:
        """Every report with its reading, in order. A worker that dies loses nothing: what it had
        is read here.
        """
        left = iter(received)
        make = self.make if self.jobs > 1 else None
        for one in islice(left, _FEW) if make else left:
            yield one, read_report(one, self.tools)
        more = next(left, None)
        if make and more is not None:
            yield from self._spread(chain([more], left), make)

    def _spread(self, received: Iterator[Received], make: Callable[[], Tools]) -> Iterator[Read]:
        with processes.pool(self.jobs, partial(_kept, make)) as pool:
            waiting: deque[tuple[Received, Future[Reading] | None]] = deque()
            for one in received:
                waiting.append((one, _submitted(pool, one)))
                if len(waiting) >= self.jobs * _AHEAD:
                    yield self._done(*waiting.popleft())
            while waiting:
                yield self._done(*waiting.popleft())

    def _done(self, one: Received, reading: Future[Reading] | None) -> Read:
        try:
            return one, reading.result() if reading else read_report(one, self.tools)
        except BrokenProcessPool:
            return one, read_report(one, self.tools)


def _submitted(pool: ProcessPoolExecutor, one: Received) -> Future[Reading] | None:
    try:
        return pool.submit(_read, one)
    except BrokenProcessPool:
        return None


def _kept(make: Callable[[], Tools]) -> AbstractContextManager[Tools]:
    return nullcontext(make())


def _read(one: Received) -> Reading:
    return read_report(one, processes.mine())

"""``python -m bench.speed export STORE --incidents N``: seconds and memory of each export format.

Of a store that has more incidents, N of them are taken, evenly spaced, so that they are mixed as
those of the store are; they and their reports are exported as they are stored. Those of a smaller
one are gone through again and again, each time read from the store and under new ids, until there
are N: what is measured is what a store of that size would ask for, without linking one for an hour.
"""

import resource
import sys
from collections.abc import Container, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property, partial
from itertools import count, cycle, islice
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any, NamedTuple

from bench.speed.phases import JOBS, tools
from bench.speed.together import Together
from reportedly import pipeline
from reportedly.export import EXPORTERS, export
from reportedly.export.apart import Again
from reportedly.records import Incident, Naming, Reading
from reportedly.store import open_store
from reportedly.store.queries import some_of
from reportedly.store.store import Store

_AT_ONCE = 250  # readings, or incidents
_MB = 1024 * 1024 if sys.platform == "darwin" else 1024  # ru_maxrss is in bytes there


class Measured(NamedTuple):
    format: str
    incidents: int
    reports: int
    seconds: float
    spent: float  # of the processor
    peak: float  # MB
    size: float  # MB on disk


class Repeated:
    """A release that is as long as asked for: some of its incidents, and where these are too few,
    the same again with reports of their own.
    """

    def __init__(
        self, release: pipeline.Release, store: Store, own: Sequence[str], incidents: int
    ) -> None:
        self._release = release
        self._store = store
        self._own = own
        turns = (_turned(name, turn) for turn in count() for name in own)
        self.names = list(islice(turns, incidents))

    @cached_property
    def reports(self) -> list[str]:
        told: list[list[str]] = []
        for names in some_of(self._own, _AT_ONCE):
            found = {b.id: b.incident for b in self._store.beliefs.at(None, names)}
            accounts = [one.accounts for name in names if (one := found[name])]
            heads = self._store.index.heads_of([id for some in accounts for id in some])
            told += [[heads[id].report for id in some] for some in accounts]
        turns = zip(self.names, cycle(told))
        return list(dict.fromkeys(_turned(id, _turn(name)) for name, some in turns for id in some))

    def incidents(self) -> Iterator[Incident]:
        return self.some(self.names)

    def some(self, names: Sequence[str]) -> Iterator[Incident]:
        found = self._release.some([_own(name) for name in names])
        for name, incident in zip(names, found, strict=True):
            yield replace(incident, id=name) if _turn(name) else incident

    def told(self, incident: Incident) -> list[Reading]:
        turn = _turn(incident.id)
        return [_again(reading, turn) for reading in self._release.told(incident)]

    def others(self, reports: Container[str]) -> Iterator[Reading]:
        return self.read([id for id in self.reports if id not in reports])

    def read(self, reports: Sequence[str]) -> Iterator[Reading]:
        for some in some_of(reports, _AT_ONCE):
            once = list(dict.fromkeys(map(_own, some)))
            read = {reading.report.id: reading for reading in self._release.read(once)}
            yield from (_again(read[_own(id)], _turn(id)) for id in some)

    def namings(self, reports: Sequence[str]) -> Iterator[Naming]:
        return self._release.namings([*map(_own, reports)])

    def __getattr__(self, name: str) -> Any:
        return getattr(self._release, name)


def _turned(id: str, turn: int) -> str:
    """The id of an incident or a report when all are gone through once more."""
    return f"{id}/{turn}" if turn else id


def _own(id: str) -> str:
    return id.partition("/")[0]


def _turn(id: str) -> int:
    return int(id.partition("/")[2] or 0)


def _again(reading: Reading, turn: int) -> Reading:
    if not turn:
        return reading
    id = _turned(reading.report.id, turn)
    return replace(
        reading,
        report=replace(reading.report, id=id),
        accounts=tuple(replace(account, report=id) for account in reading.accounts),
        statements=tuple(replace(said, report=id) for said in reading.statements),
    )


def measure(url: str, incidents: int, accounts: int | None = None) -> Iterator[Measured]:
    """Each format in a process of its own, so that its memory is its own; this one's is counted
    too, some 100 MB. ``accounts``: of incidents that have at most so many.
    """
    own = spaced(_names(url, accounts), incidents)
    for name in EXPORTERS:
        pool = ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1)
        with pool, Together() as together:
            measured = pool.submit(alone, url, own, incidents, name, JOBS).result()
        yield measured._replace(peak=together.peak or measured.peak)


def _names(url: str, accounts: int | None) -> list[str]:
    with open_store(url) as store:
        found = (one for belief in store.beliefs.at() if (one := belief.incident))
        return [one.id for one in found if accounts is None or len(one.accounts) <= accounts]


def spaced(names: Sequence[str], most: int) -> Sequence[str]:
    """So many of these as evenly spaced as can be; all, where there are no more."""
    if len(names) <= most:
        return names
    return [names[n * len(names) // most] for n in range(most)]


def alone(url: str, own: Sequence[str], incidents: int, name: str, jobs: int) -> Measured:
    opened = partial(_opened, url, own, incidents)
    with TemporaryDirectory() as folder, opened() as release:
        reports = len(release.reports)  # which a release of a store knows at once
        begun, spent = perf_counter(), _spent()
        paths = export(release, [name], Path(folder), again=Again(release, opened, jobs))
        seconds, spent = perf_counter() - begun, _spent() - spent
        size = sum(path.stat().st_size for path in paths)
    return Measured(name, incidents, reports, seconds, spent, _peak(jobs), size / 1024**2)


@contextmanager
def _opened(url: str, own: Sequence[str], incidents: int) -> Iterator[Repeated]:
    with open_store(url) as store:
        yield Repeated(pipeline.release(store, tools()), store, own, incidents)


def _spent() -> float:
    """Processor seconds, of processes that are done too."""
    done = resource.getrusage(resource.RUSAGE_CHILDREN)
    return process_time() + done.ru_utime + done.ru_stime


def _peak(jobs: int) -> float:
    """Megabytes at most: its own, and for each process what the largest of them had."""
    own, largest = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return (own.ru_maxrss + (jobs if jobs > 1 else 0) * largest.ru_maxrss) / _MB


def table(rows: Iterable[Measured]) -> Iterator[str]:
    yield "| format | incidents | reports | seconds | processor seconds | peak MB | MB on disk |"
    yield "| --- | --: | --: | --: | --: | --: | --: |"
    for one in rows:
        figures = f"{one.incidents:,} | {one.reports:,} | {one.seconds:.1f} | {one.spent:.1f}"
        yield f"| `{one.format}` | {figures} | {one.peak:,.0f} | {one.size:,.0f} |"

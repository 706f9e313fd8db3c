"""``python -m bench.speed export STORE --incidents N``: seconds and memory of each export format.

The incidents of a store are gone through again and again, each time read from the store and under
new ids, until there are N: what is measured is what a store of that size would ask for, without
linking one for an hour.
"""

import resource
import sys
from collections.abc import Container, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from itertools import count, islice
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

from bench.speed.phases import tools
from reportedly import pipeline
from reportedly.export import EXPORTERS, export
from reportedly.records import Incident, Reading
from reportedly.store import open_store

_MB = 1024 * 1024 if sys.platform == "darwin" else 1024  # ru_maxrss is in bytes there
# Format, incidents, seconds by the clock and of the processor, peak MB, MB on disk.
Measured = tuple[str, int, float, float, float, float]


class Repeated:
    """A release that is as long as asked for."""

    def __init__(self, release: pipeline.Release, incidents: int) -> None:
        self._release = release
        self._incidents = incidents

    def incidents(self) -> Iterator[Incident]:
        every = (one for _ in count() for one in self._release.incidents())
        for n, incident in enumerate(islice(every, self._incidents), 1):
            yield replace(incident, id=f"INC-{n}")

    def told(self, incident: Incident) -> list[Reading]:
        """Its readings, of reports that no other incident is told by."""
        return [_of_its_own(reading, incident.id) for reading in self._release.told(incident)]

    def others(self, reports: Container[str]) -> Iterable[Reading]:
        """None but those of the incidents: all, or those that are not told of yet."""
        told = () if reports else self.incidents()
        return (reading for incident in told for reading in self.told(incident))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._release, name)


def _of_its_own(reading: Reading, name: str) -> Reading:
    id = f"{reading.report.id}/{name}"
    return replace(
        reading,
        report=replace(reading.report, id=id),
        accounts=tuple(replace(account, report=id) for account in reading.accounts),
        statements=tuple(replace(said, report=id) for said in reading.statements),
    )


def measure(url: str, incidents: int) -> Iterator[Measured]:
    """Each format in a process of its own, so that its memory is its own."""
    for name in EXPORTERS:
        with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as pool:
            yield pool.submit(_alone, url, incidents, name).result()


def _alone(url: str, incidents: int, name: str) -> Measured:
    with TemporaryDirectory() as folder, open_store(url) as store:
        release = pipeline.release(store, tools())
        begun, spent = perf_counter(), process_time()
        paths = export(Repeated(release, incidents), [name], Path(folder))
        seconds, spent = perf_counter() - begun, process_time() - spent
        size = sum(path.stat().st_size for path in paths)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MB
    return name, incidents, seconds, spent, peak, size / 1024**2


def table(rows: Iterable[Measured]) -> Iterator[str]:
    yield "| format | incidents | seconds | processor seconds | peak MB | MB on disk |"
    yield "| --- | --: | --: | --: | --: | --: |"
    for name, incidents, seconds, spent, peak, size in rows:
        figures = f"{incidents:,} | {seconds:.1f} | {spent:.1f} | {peak:,.0f} | {size:,.0f}"
        yield f"| `{name}` | {figures} |"

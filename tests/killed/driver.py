"""``python -m tests.killed.driver FOLDER REPORTS KILLS SEED``: add, kill, look, add again.

Loads what it reads with once and forks for every addition, which a start of Python would otherwise
outlast. Each report is read before the first kill; what is killed is storing and linking. One
store is killed at random moments until an addition comes to its end; then the next store is begun.
"""

import os
import signal
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from time import perf_counter, sleep
from typing import Any

from reportedly import pipeline
from reportedly.cli import opened
from reportedly.pipeline import Readers, Tools, read_report
from reportedly.records import Reading, Received
from reportedly.store import open_store
from reportedly.store.store import Store
from tests.killed.reports import write

Readings = dict[str, Reading]  # by report id
AT_MOST = 0.35  # of the time of a whole addition, until a kill: several kills a store


@dataclass(frozen=True)
class Remembering(Readers):
    """Gives what was read before: reading is the same work each time, and takes most of it."""

    readings: Readings = field(default_factory=dict)

    def read(self, received: Iterable[Received]) -> Iterator[tuple[Received, Reading]]:
        return ((one, self.readings[one.report.id]) for one in received)


@dataclass(frozen=True)
class Work:
    """What is added to which store. ``expected``: what is read from each report."""

    source: Path
    database: Path
    tools: Tools
    expected: Readings

    def open(self) -> Store:
        return open_store(f"sqlite:///{self.database}")

    def add(self, told: int) -> None:
        """As ``reportedly add`` does; the name of each report that is done goes into a pipe."""
        with self.open() as store:
            found = pipeline.sources([str(self.source)])
            readers = Remembering(self.tools, readings=self.expected)
            pipeline.add(found, store, readers, lambda name: _tell(told, name))


def _tell(told: int, name: str) -> None:
    os.write(told, f"{name}\n".encode())


def run(work: Work, seconds: float | None) -> tuple[bool, list[str]]:
    """Add in another process and kill it after so many seconds. Whether it came to its end, and
    the reports that it said were done.
    """
    mine, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.close(mine)
            work.add(theirs)
            status = 0
        finally:
            os._exit(status)
    os.close(theirs)
    if seconds is not None:
        sleep(seconds)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(mine, encoding="utf-8") as lines:
        names = lines.read().splitlines()
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status):
        assert os.WEXITSTATUS(status) == 0, "the addition failed"
        return True, names
    return False, names


def look(work: Work, done: set[str]) -> None:
    """The store opens; what was said to be done is there, whole, and nothing is there twice."""
    with work.open() as store:
        readings = store.readings()
        for reading in readings:
            assert reading == work.expected[reading.report.id], "a reading in part"
        there = {reading.report.name for reading in readings}
        there |= {failure.source for failure in store.failures()}
        assert done <= there, f"committed, and lost: {sorted(done - there)[:5]}"
        reports = [report.id for report in store.reports()]
        assert len(reports) == len(set(reports)), "a report twice"
        accounts = [account.id for account in store.accounts()]
        assert len(accounts) == len(set(accounts)), "an account twice"
        numbers = sorted(store.index.numbers().values())
        assert numbers == list(range(1, len(numbers) + 1)), "a number twice, or left out"


def state(work: Work) -> Any:
    """All that a store says at the end, moments of recording aside."""
    with work.open() as store:
        return {
            "readings": store.readings(),
            "numbers": store.index.numbers(),
            "failures": store.failures(),
            "pairs": set(store.derived.pairs(None)),
            "incidents": list(pipeline.release(store, work.tools).incidents()),
        }


def main(folder: Path, reports: int, kills: int, seed: int) -> None:
    source = folder / "reports.jsonl"
    write(source, reports)
    tools = opened.tools(extractor="rules")
    expected = dict(_read(source, tools))
    work = partial(Work, source=source, tools=tools, expected=expected)
    calm = work(database=folder / "calm.db")
    started = perf_counter()
    run(calm, None)
    longest = (perf_counter() - started) * AT_MOST
    undisturbed = state(calm)
    rng = Random(seed)
    killed = stores = 0
    while killed < kills:
        one = work(database=folder / f"{stores}.db")
        stores += 1
        done: set[str] = set()
        ended = False
        while not ended:
            ended, names = run(one, rng.uniform(0, longest) if killed < kills else None)
            killed += not ended
            done |= set(names)
            look(one, done)
        found = state(one)
        for part, expected_part in undisturbed.items():
            assert found[part] == expected_part, f"other {part} than undisturbed"
        for file in folder.glob(f"{one.database.name}*"):
            file.unlink()
    sys.stdout.write(f"{killed} kills, {stores} stores\n")


def _read(source: Path, tools: Tools) -> Iterator[tuple[str, Reading]]:
    for item in pipeline.sources([str(source)]):
        if isinstance(item, Received):
            yield item.report.id, read_report(item, tools)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))

"""What is timed: each phase in a process of its own, so that its memory is its own."""

import os
import pickle
import resource
import sys
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from bench.speed.generate import Told, reports
from bench.speed.together import Together
from reportedly import pipeline
from reportedly.codebook import default
from reportedly.pipeline import Tools
from reportedly.store import open_store
from reportedly.store.store import Store

JOBS = os.cpu_count() or 1
ADDED = 100  # reports that are added to the full store
_MB = 1024 * 1024 if sys.platform == "darwin" else 1024  # ru_maxrss is in bytes there


@dataclass(frozen=True, slots=True)
class Collection:
    """Where a generated collection lies: the store, and beside it what is added later."""

    folder: Path
    accounts: int
    seed: int

    @property
    def database(self) -> Path:
        return self.folder / f"{self.accounts}.db"

    @property
    def truth(self) -> Path:
        return self.database.with_suffix(".truth.tsv")

    def kept(self, name: str) -> Path:
        return self.database.with_suffix(f".{name}.pickle")

    def open(self) -> Store:
        return open_store(f"sqlite:///{self.database}")


@dataclass(slots=True)
class Timed:
    """How long each step of a phase took (seconds, of the clock and of its own processor time), the
    most memory it held, and what it found.
    """

    seconds: dict[str, float] = field(default_factory=dict)
    cpu_seconds: dict[str, float] = field(default_factory=dict)
    found: dict[str, Any] = field(default_factory=dict)
    peak_mb: float = 0.0

    def time(self, step: str, work: Callable[[], Any]) -> Any:
        started, busy = perf_counter(), process_time()
        result = work()
        for kept, spent in (
            (self.seconds, perf_counter() - started),
            (self.cpu_seconds, process_time() - busy),
        ):
            kept[step] = kept.get(step, 0.0) + spent
        return result


Phase = Callable[[Collection, Timed], None]


def run(phase: Phase, collection: Collection) -> Timed:
    """Run a phase in a fresh process."""
    pool = ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1)
    with pool, Together() as together:
        timed = pool.submit(_alone, phase, collection).result()
    timed.peak_mb = together.peak or timed.peak_mb
    return timed


def _alone(phase: Phase, collection: Collection) -> Timed:
    timed = Timed()
    phase(collection, timed)
    # A bound, where nobody could look: its own, and for each worker what the largest of them had.
    own, worker = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    timed.peak_mb = (own.ru_maxrss + JOBS * worker.ru_maxrss) / _MB
    return timed


def tools() -> Tools:
    """Tools to link with; nothing is read, so there is nothing to read with."""
    nothing: Any = None
    return Tools(names=nothing, extractor=nothing, codebook=default())


def fill(collection: Collection, timed: Timed) -> None:
    """Generate and store. A hundred reports of all times, and the hundred after the last, are kept
    back to be added later.
    """
    every = max(2, collection.accounts // (ADDED * 2))
    late: list[Told] = []
    newest: list[Told] = []
    stored = accounts = 0
    stream = reports(collection.accounts, collection.seed)
    with collection.open() as store, collection.truth.open("w", encoding="utf-8") as truth:
        while len(newest) < ADDED:
            told = timed.time("generate", lambda: next(stream))
            for account, number in zip(told.reading.accounts, told.truth, strict=True):
                truth.write(f"{account.id}\t{number}\n")
            if accounts >= collection.accounts:
                newest.append(told)
            elif len(late) < ADDED and stored % every == every - 1:
                late.append(told)
                stored += 1
            else:
                timed.time("store", partial(_keep, store, [told]))
                stored += 1
                accounts += len(told.reading.accounts)
    for name, some in (("late", late), ("newest", newest)):
        collection.kept(name).write_bytes(pickle.dumps(some))
    timed.found = {"reports": stored - len(late), "accounts": accounts}


def _keep(store: Store, some: list[Told]) -> None:
    for told in some:
        store.add_received(told.received)
        store.add_reading(told.reading)


def update(collection: Collection, timed: Timed) -> None:
    """Link, group and reconcile all that is stored, for the first time."""
    with collection.open() as store:
        timed.time("update", lambda: pipeline.update(store, tools(), JOBS))


def rebuild(collection: Collection, timed: Timed) -> None:
    """Throw away all that is derived and make it anew."""
    with collection.open() as store:
        timed.time("rebuild", lambda: pipeline.rebuild(store, tools(), JOBS))


def newest(collection: Collection, timed: Timed) -> None:
    """Add a hundred reports of the last days."""
    _add(collection, timed, "newest")


def late(collection: Collection, timed: Timed) -> None:
    """Add a hundred reports of all times."""
    _add(collection, timed, "late")


def _add(collection: Collection, timed: Timed, name: str) -> None:
    some = pickle.loads(collection.kept(name).read_bytes())
    with collection.open() as store:
        timed.time(name, lambda: _keep(store, some))
        timed.time(name, lambda: pipeline.update(store, tools(), JOBS))


def listing(collection: Collection, timed: Timed) -> None:
    """Open the store and list all incidents; then compare the groups with the truth."""
    with collection.open() as store:
        listed = timed.time("list", lambda: list(pipeline.release(store, tools()).incidents()))
    lines = collection.truth.read_text(encoding="utf-8").splitlines()
    truth = dict(line.split("\t") for line in lines)
    timed.found = {
        "incidents": len(listed),
        "largest": max((len(incident.accounts) for incident in listed), default=0),
        **_pairs([[truth[id] for id in incident.accounts] for incident in listed]),
    }


def _pairs(groups: list[list[str]]) -> dict[str, float]:
    """Precision and recall of pairs, per cent. ``groups`` hold each account's true incident."""
    made = sum(len(group) * (len(group) - 1) // 2 for group in groups)
    right = sum(n * (n - 1) // 2 for group in groups for n in Counter(group).values())
    all_of = Counter(number for group in groups for number in group)
    there = sum(n * (n - 1) // 2 for n in all_of.values())
    return {
        "precision": round(100 * right / made, 1) if made else 0.0,
        "recall": round(100 * right / there, 1) if there else 0.0,
    }


PHASES: tuple[Phase, ...] = (fill, update, rebuild, newest, late, listing)

"""Sources into the store: read, extract, keep, link. Safe to repeat and to interrupt."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from reportedly.pipeline.many import Readers
from reportedly.pipeline.one_report import reason_of
from reportedly.pipeline.tools import Tools
from reportedly.pipeline.updating import update
from reportedly.records import Failure, Reading, Received

if TYPE_CHECKING:
    from reportedly.store.store import Store

Progress = Callable[[str], None]  # told the name of each source that is done


@dataclass(slots=True)
class Added:
    """What an addition did, counted while it runs."""

    reports: int = 0  # new to the store
    known: int = 0  # there before, and read by this extractor
    read: int = 0  # readings made
    accounts: int = 0
    statements: int = 0
    changed: int = 0  # incidents new, changed or gone
    failures: list[Failure] = field(default_factory=list)


def sources(
    named: Sequence[str],
    *,
    published: date | None = None,
    title: str | None = None,
    publisher: str | None = None,
) -> Iterator[Received | Failure]:
    """Every report in files, folders, addresses or standard input ("-")."""
    from reportedly.read.sources import read_sources

    return read_sources(named, published=published, title=title, publisher=publisher)


def add(
    found: Iterable[Received | Failure],
    store: "Store",
    readers: Readers,
    progress: Progress | None = None,
) -> Added:
    """Store and read every report, record every failure, then link all that is stored.

    A report that is there and was read by this extractor without failure is left alone, so that
    an interrupted run goes on where it stopped.
    """
    added = Added()
    told = progress or (lambda name: None)
    for received, reading in readers.read(_new(found, store, readers.tools, added, told)):
        with _kept(received.report.name, store, added):
            store.add_reading(reading)
            _count(reading, added)
        told(received.report.name)
    added.changed = len(update(store, readers.tools, readers.jobs))
    return added


def _new(
    found: Iterable[Received | Failure], store: "Store", tools: Tools, added: Added, told: Progress
) -> Iterator[Received]:
    """What is to be read, stored as it came; failures and what was read before are counted."""
    under_way: set[str] = set()
    for item in found:
        if isinstance(item, Failure):
            store.add_failures([item])
            added.failures.append(item)
            told(item.source)
            continue
        report = item.report
        with _kept(report.name, store, added):
            added.reports += store.add_received(item)
            if report.id in under_way or store.has_reading(report.id, tools.reader):
                added.known += 1
            else:
                under_way.add(report.id)
                yield item
                continue
        told(report.name)


@contextmanager
def _kept(name: str, store: "Store", added: Added) -> Iterator[None]:
    """The same boundary as read_report's: a text that no database can hold becomes a failure."""
    try:
        yield
    except Exception as error:
        failure = Failure(name, "store", reason_of(error))
        store.add_failures([failure])
        added.failures.append(failure)


def _count(reading: Reading, added: Added) -> None:
    added.read += 1
    added.accounts += len(reading.accounts)
    added.statements += len(reading.statements)
    added.failures += reading.failures

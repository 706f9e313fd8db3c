"""Sources into the store: read, extract, keep, link. Safe to repeat and to interrupt."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from reportedly.pipeline.one_report import read_report, reason_of
from reportedly.pipeline.tools import Tools
from reportedly.records import Failure, Reading, Received

if TYPE_CHECKING:
    from reportedly.store.store import Store

Progress = Callable[[str], None]  # told the name of each source that is done
RECORDED_FROM = 0.1  # probability from which a link is kept for reviewers to read


@dataclass(slots=True)
class Added:
    """What an addition did, counted while it runs."""

    reports: int = 0  # new to the store
    known: int = 0  # there before, and read by this extractor
    read: int = 0  # readings made
    accounts: int = 0
    statements: int = 0
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
    tools: Tools,
    progress: Progress | None = None,
) -> Added:
    """Store and read every report, record every failure, then link all that is stored.

    A report that is there and was read by this extractor without failure is left alone, so that
    an interrupted run goes on where it stopped.
    """
    added = Added()
    for item in found:
        if isinstance(item, Failure):
            store.add_failures([item])
            added.failures.append(item)
        else:
            _add_one(item, store, tools, added)
        if progress:
            progress(item.source if isinstance(item, Failure) else item.report.name)
    if added.read:
        _record_links(store, tools)
    return added


def _add_one(received: Received, store: "Store", tools: Tools, added: Added) -> None:
    report = received.report
    try:
        added.reports += store.add_received(received)
        if store.has_reading(report.id, tools.reader):
            added.known += 1
            return
        reading = read_report(received, tools)
        store.add_reading(reading)
    except Exception as error:  # the same boundary as read_report: text no database can hold
        failure = Failure(report.name, "store", reason_of(error))
        store.add_failures([failure])
        added.failures.append(failure)
        return
    _count(reading, added)


def _count(reading: Reading, added: Added) -> None:
    added.read += 1
    added.accounts += len(reading.accounts)
    added.statements += len(reading.statements)
    added.failures += reading.failures


def _record_links(store: "Store", tools: Tools) -> None:
    from reportedly.link import link, profiles

    reports = {report.id: report for report in store.reports()}
    links = link(profiles(store.accounts(), reports), tools.families())
    store.add_links(link for link in links if link.score >= RECORDED_FROM)

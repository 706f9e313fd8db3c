"""``python -m bench.speed serve STORE``: how soon the workbench answers several windows at once.

Each window goes from page to page without a pause, as no person does; incidents, reports and words
are drawn at random from the store. Times are taken where the pages arrive, on this machine.
"""

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from random import Random
from statistics import quantiles
from time import monotonic, perf_counter, sleep

from reportedly.store import open_store

_WORDS = 200  # titles that words to search for are taken from
Visit = tuple[str, str]  # the name of a page, and its address


@dataclass(frozen=True, slots=True)
class Answered:
    """``seconds`` until the whole page was there; ``size`` in bytes; ``status`` of HTTP."""

    page: str
    seconds: float
    size: int
    status: int


@dataclass(frozen=True, slots=True)
class Served:
    answers: Sequence[Answered]
    peak: float | None  # MB that the server held at most; None where the system does not tell


def measure(url: str, windows: int, seconds: float, pause: float = 0.0) -> Served:
    places = _places(url)
    with _server(url) as (port, process):
        with ThreadPoolExecutor(windows) as several:
            until = monotonic() + seconds
            done = [
                several.submit(_window, port, places, Random(seed), until, pause)
                for seed in range(windows)
            ]
            answers = [answer for one in done for answer in one.result()]
        return Served(answers, _peak(process))


def table(served: Served) -> Iterator[str]:
    yield "| page | asked for | median ms | 95 of 100 within ms | largest kB | not answered |"
    yield "| --- | --: | --: | --: | --: | --: |"
    pages = dict.fromkeys(answer.page for answer in served.answers)
    for name in [*pages, "all"]:
        some = [answer for answer in served.answers if name in (answer.page, "all")]
        middle, late = _middle_and_late([1_000 * answer.seconds for answer in some])
        largest = max(answer.size for answer in some) / 1_000
        failed = sum(answer.status >= 400 for answer in some)
        yield f"| {name} | {len(some):,} | {middle:.0f} | {late:.0f} | {largest:,.0f} | {failed} |"
    if served.peak is not None:
        yield f"\nThe server held {served.peak:,.0f} MB at most."


def _middle_and_late(figures: Sequence[float]) -> tuple[float, float]:
    if len(figures) < 2:
        return figures[0], figures[0]
    found = quantiles(figures, n=20)
    return found[9], found[18]


@dataclass(frozen=True, slots=True)
class _Places:
    incidents: Sequence[str]
    reports: Sequence[str]
    accounts: Sequence[int]
    words: Sequence[str]

    def visit(self, chance: Random) -> Visit:
        """The next page of a window."""
        incident, report = chance.choice(self.incidents), chance.choice(self.reports)
        other, word = chance.choice(self.incidents), chance.choice(self.words)
        return chance.choice(
            (
                ("queue", "/"),
                ("queue, weightiest first", "/?order=weight"),
                ("account in hand", f"/?at={chance.choice(self.accounts)}"),
                ("incident", f"/incident/{incident}"),
                ("history", f"/incident/{incident}/history"),
                ("report", f"/report/{report}"),
                ("compare", f"/compare?left={incident}&right={other}"),
                ("search", f"/search?text={word}"),
                ("disputes", "/disputes"),
                ("warnings", "/warnings"),
                ("map", "/map"),
                ("map, its places", "/api/map"),
                ("timeline", "/timeline"),
                ("coverage", "/coverage"),
                ("log", "/log"),
                ("API, incidents", "/api/incidents"),
                ("API, incident", f"/api/incidents/{incident}"),
            )
        )


def _places(url: str) -> _Places:
    with open_store(url) as store:
        incidents = store.beliefs.names()
        ids = store.index.report_ids(None, None)
        members = store.derived.homes(None)
        few = Random(1).sample(list(ids), min(_WORDS, len(ids)))
        titles = [store.report(id).title or "" for id in few]
    words = sorted({word for title in titles for word in re.findall(r"[a-z]{5,}", title)})
    return _Places(incidents, list(ids), list(members), words or ["attack"])


def _window(
    port: int, places: _Places, chance: Random, until: float, pause: float
) -> list[Answered]:
    line = HTTPConnection("127.0.0.1", port)
    found = []
    while monotonic() < until:
        name, address = places.visit(chance)
        begun = perf_counter()
        line.request("GET", address)
        answer = line.getresponse()
        size = len(answer.read())
        found.append(Answered(name, perf_counter() - begun, size, answer.status))
        sleep(pause)
    line.close()
    return found


@contextmanager
def _server(url: str) -> Iterator[tuple[int, int]]:
    """The port and the process of a workbench."""
    command = [sys.executable, "-m", "reportedly", "serve", "--no-open", "--port", "0", "--db", url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            said = next(line for line in server.stdout if "http://" in line)
            (port,) = re.findall(r"http://[^/]+?:(\d+)", said)
            yield int(port), server.pid
        finally:
            server.terminate()


def _peak(process: int) -> float | None:
    status = Path(f"/proc/{process}/status")
    if not status.exists():
        return None
    (kilobytes,) = re.findall(r"VmHWM:\s+(\d+) kB", status.read_text())
    return int(kilobytes) / 1_024

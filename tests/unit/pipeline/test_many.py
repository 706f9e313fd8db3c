"""Reading on several cores gives what reading one by one gives, in the same order."""

import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from tests.invented import received

from reportedly.cli import opened
from reportedly.pipeline import Readers, Tools, add, many
from reportedly.plugins import Extractor
from reportedly.records import Annotated, Reading, Received
from reportedly.store import open_store

TEXT = "A bomb killed {} people at a market in Kirkuk on Tuesday, police said."
REPORTS = [received(f"r{n}", TEXT.format(n + 2)) for n in range(5)]
make = partial(opened.tools, extractor="rules")


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "_FEW", 1)


def names(readers: Readers, reports: list[Received]) -> list[str]:
    return [reading.report.name for _, reading in readers.read(reports)]


def test_two_processes_read_what_one_reads_in_the_same_order() -> None:
    alone = list(Readers(make()).read(REPORTS))
    assert list(Readers(make(), make, 2).read(REPORTS)) == alone
    assert all(reading.accounts for _, reading in alone)


class Dying:
    """Ends the process that uses it, unless that is the first one."""

    name = "dying"
    version = "1"

    def __init__(self, home: int) -> None:
        self.home = home

    def extract(self, annotated: Annotated) -> Reading:
        if os.getpid() != self.home:
            os._exit(1)
        return Reading(report=annotated.report, extractor="dying/1")


def dying(home: int) -> Tools:
    tools = make()
    extractor: Extractor = Dying(home)
    return Tools(tools.names, extractor, tools.codebook)


def test_what_a_dead_process_had_is_read_by_the_first_one() -> None:
    home = os.getpid()
    readers = Readers(dying(home), partial(dying, home), 2)
    assert names(readers, REPORTS) == [f"r{n}" for n in range(5)]


ENDLESS = """
import itertools, sys
from tests.invented import received
from tests.unit.pipeline.test_many import TEXT, make, many
from reportedly.pipeline import Readers

if __name__ == "__main__":
    many._FEW = 1
    reports = (received(f"r{n}", TEXT.format(n)) for n in itertools.count(2))
    for n, _ in enumerate(Readers(make(), make, 2).read(reports)):
        if n == 3:
            print("reading", flush=True)
"""


def test_workers_end_with_a_first_process_that_is_killed(tmp_path: Path, checkout: Path) -> None:
    program = tmp_path / "endless.py"
    program.write_text(ENDLESS, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(checkout), *sys.path])}
    process = subprocess.Popen(
        [sys.executable, str(program)], stdout=subprocess.PIPE, text=True, env=environment
    )
    assert process.stdout
    assert process.stdout.readline() == "reading\n"
    process.kill()
    # The workers have the same output: its end is read when the last of them has ended.
    process.communicate(timeout=30)


def test_a_report_sent_twice_is_read_once(tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path / 'r.db'}") as store:
        done = add([*REPORTS, *REPORTS], store, Readers(make(), make, 2))
    assert (done.reports, done.read, done.known) == (5, 5, 5)

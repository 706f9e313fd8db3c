"""The generated collections are the same for a seed, cited exactly, and skewed."""

from collections import Counter
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from bench.speed import differing, exporting, measured, phases
from bench.speed.generate import Told, reports
from bench.speed.phases import Collection, Timed

from reportedly.diff import compare
from reportedly.store import open_store


@pytest.fixture(scope="module")
def told() -> list[Told]:
    return list(islice(reports(10_000, seed=3), 600))


def test_the_same_for_a_seed(told: list[Told]) -> None:
    assert list(islice(reports(10_000, seed=3), 50)) == told[:50]
    assert list(islice(reports(10_000, seed=4), 50)) != told[:50]


def test_evidence_is_exact_and_the_truth_is_known(told: list[Told]) -> None:
    for one in told:
        assert len(one.truth) == len(one.reading.accounts) > 0
        for evidence in one.reading.evidence():
            evidence.check(one.received.report)


def test_skew(told: list[Told]) -> None:
    accounts = Counter(number for one in told for number in one.truth)
    assert accounts.most_common(1)[0][1] > 10
    assert sum(times == 1 for times in accounts.values()) > len(accounts) / 3
    texts = Counter(one.received.report.text for one in told)
    assert max(texts.values()) > 1
    assert any(not account.of("date") for one in told for account in one.reading.accounts)
    assert any(one.received.report.published is None for one in told)


def test_all_phases_over_a_small_collection(tmp_path: Path) -> None:
    collection = Collection(tmp_path, 60, 1)
    found: dict[str, Any] = {}
    for phase in phases.PHASES:
        timed = Timed()
        phase(collection, timed)
        found |= timed.found
    assert found["accounts"] >= 60
    assert found["incidents"] > 10
    table = measured.table([{**found, "update_s": 1.25}])
    assert "| accounts |" in table
    assert table.count("\n") == 2


def test_two_releases_that_differ_by_the_shares(tmp_path: Path) -> None:
    differing.write(tmp_path / "old.csv", tmp_path / "new.csv", 2_000, seed=5)
    (found,) = compare(tmp_path / "old.csv", tmp_path / "new.csv").tables()
    kinds = Counter(change.kind for change in found.changes())
    assert kinds["added"] == 20
    assert 10 < kinds["withdrawn"] < 40
    assert 60 < kinds["changed"] < 140


def test_an_export_of_more_incidents_than_there_are(tmp_path: Path) -> None:
    collection = Collection(tmp_path, 60, 1)
    for phase in (phases.fill, phases.update):
        phase(collection, Timed())
    url = f"sqlite:///{collection.database}"
    with open_store(url) as store:
        names = store.beliefs.names()
    made = exporting.alone(url, names, 90, "jsonl", 1)
    assert (made.format, made.incidents) == ("jsonl", 90)
    assert made.size > 0.05
    assert made.reports > 90


def test_of_many_incidents_evenly_spaced_ones_are_exported() -> None:
    names = [str(n) for n in range(10)]
    assert exporting.spaced(names, 4) == ["0", "2", "5", "7"]
    assert exporting.spaced(names, 10) == exporting.spaced(names, 30) == names

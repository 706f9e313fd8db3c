"""What reports say of names is read by a way of its own, and is the same."""

from dataclasses import replace
from pathlib import Path

from reportedly import pipeline
from reportedly.pipeline import Tools
from reportedly.records import Naming, naming
from reportedly.store import open_store


def test_the_same_as_of_whole_readings(db: Path, made: tuple[Path, Tools]) -> None:
    with open_store(f"sqlite:///{db}") as store:
        found = pipeline.release(store, made[1])
        told = list(found.namings(found.reports))
        assert told == [_without_evidence(naming(one)) for one in found.read(found.reports)]
        assert all(any(getattr(one, part) for one in told) for part in Naming.__slots__)


def _without_evidence(one: Naming) -> Naming:
    return replace(one, speakers=tuple(replace(said, evidence=()) for said in one.speakers))

"""The warnings of a page, fetched by name and day, have the candidates that all incidents give."""

from pathlib import Path

from reportedly import pipeline
from reportedly.pipeline import Tools
from reportedly.pipeline.foreseen import Happened, foreseen
from reportedly.pipeline.warned import warned
from reportedly.store import open_store


def test_the_same_candidates_either_way(db: Path, made: tuple[Path, Tools]) -> None:
    with open_store(f"sqlite:///{db}") as store:
        release = pipeline.release(store, made[1])
        whole = list(foreseen(release.readings, Happened.of(release.incidents())))
        assert whole
        readings = release.readings.of(one.reading.report.id for one in whole)
        few = warned(store, readings, [(one.reading.report.id, one.statement.id) for one in whole])
        for one, other in zip(whole, few, strict=True):
            assert (one.statement.id, one.said_on) == (other.statement.id, other.said_on)
            assert one.candidates == other.candidates

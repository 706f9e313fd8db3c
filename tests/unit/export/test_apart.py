"""A release in other processes: the same bytes as in one."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from tests.unit.export.frozen import Frozen

from reportedly.errors import LeakedName
from reportedly.export import EXPORTERS, apart, export
from reportedly.export.apart import Again
from reportedly.export.privacy.shared import Shared
from reportedly.records import Evidence, Incident, Naming, Reading, naming


class Parted(Frozen):
    """A release that can be gone through in parts."""

    @property
    def names(self) -> Sequence[str]:
        return [incident.id for incident in self.incidents()]

    @property
    def reports(self) -> Sequence[str]:
        return [reading.report.id for reading in self.readings]

    def some(self, names: Sequence[str]) -> Iterator[Incident]:
        known = {incident.id: incident for incident in self.incidents()}
        return (known[name] for name in names)

    def read(self, reports: Sequence[str]) -> Iterator[Reading]:
        known = {reading.report.id: reading for reading in self.readings}
        return (known[id] for id in reports)

    def namings(self, reports: Sequence[str]) -> Iterator[Naming]:
        return map(naming, self.read(reports))


@contextmanager
def opened() -> Iterator[Parted]:
    yield Parted()


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shares of a few, of a release that is large enough for them."""
    monkeypatch.setattr(apart, "_MANY", 1)
    monkeypatch.setattr(apart, "_INCIDENTS", 2)
    monkeypatch.setattr(apart, "_REPORTS", 3)


@pytest.mark.usefixtures("small")
def test_the_same_bytes_as_in_one_process(tmp_path: Path) -> None:
    seen: list[tuple[str, int]] = []
    parted = Parted()
    again = Again(parted, opened, 2)
    formats = list(EXPORTERS)
    alone = export(parted, formats, tmp_path / "one")
    shared = export(parted, formats, tmp_path / "two", lambda *done: seen.append(done), again=again)
    assert [path.name for path in shared] == [path.name for path in alone]
    for one, other in zip(alone, shared, strict=True):
        assert one.read_bytes() == other.read_bytes(), one.name
    assert [done for name, done in seen if name == "csv"] == [1, 2, 3, 4, 5, 6]


@contextmanager
def careless() -> Iterator[Parted]:
    Shared._quoted = _as_it_is  # type: ignore[method-assign]
    yield Parted()


def _as_it_is(self: Shared, one: Evidence) -> Evidence:
    return replace(one)


@pytest.mark.usefixtures("small")
def test_a_name_that_another_process_let_through_is_found(tmp_path: Path) -> None:
    with pytest.raises(LeakedName, match="withheld"):
        export(Parted(), ["csv"], tmp_path, again=Again(Parted(), careless, 2))
    assert not list(tmp_path.iterdir())

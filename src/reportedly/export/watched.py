"""A release that tells how far an exporter has read."""

from collections.abc import Callable, Iterator
from typing import Any

from reportedly.plugins import Released
from reportedly.records import Incident


class Watched:
    """Like the release, but tells how many incidents were read."""

    def __init__(self, released: Released, progress: Callable[[int], None]) -> None:
        self._released = released
        self._progress = progress

    def incidents(self) -> Iterator[Incident]:
        for n, incident in enumerate(self._released.incidents(), 1):
            self._progress(n)
            yield incident

    def __getattr__(self, name: str) -> Any:
        return getattr(self._released, name)

"""A release that tells how far an exporter has read."""

from collections.abc import Callable, Iterator
from typing import Any

from reportedly.plugins import Released
from reportedly.records import Incident


class Watched:
    """Like the release, but calls ``progress(format, incidents read)`` on the way."""

    def __init__(self, released: Released, name: str, progress: Callable[[str, int], None]) -> None:
        self._released = released
        self._name = name
        self._progress = progress

    def incidents(self) -> Iterator[Incident]:
        for n, incident in enumerate(self._released.incidents(), 1):
            self._progress(self._name, n)
            yield incident

    def __getattr__(self, name: str) -> Any:
        return getattr(self._released, name)

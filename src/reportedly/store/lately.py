"""What was fetched or made lately, kept for whoever asks for it again: up to a bound."""

from collections.abc import Callable, Hashable, Iterable
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Lately(Generic[K, V]):
    """``most``: of the sum of what ``weight`` says of each, by default how many there are.

    A key has to say all that its value follows from: nothing is ever looked at again.
    """

    def __init__(self, most: int, weight: Callable[[V], int] = lambda value: 1) -> None:
        self._most = most
        self._weight = weight
        self._held = 0
        self._kept: dict[K, V] = {}  # what was asked for last comes last
        self._lock = Lock()  # pages are made in several threads

    def of(self, keys: Iterable[K]) -> dict[K, V]:
        """Those of them that are kept."""
        with self._lock:
            found = {key: self._kept.pop(key) for key in keys if key in self._kept}
            self._kept |= found
        return found

    def keep(self, key: K, value: V) -> None:
        with self._lock:
            if key in self._kept:
                self._held -= self._weight(self._kept.pop(key))
            self._kept[key] = value
            self._held += self._weight(value)
            while self._held > self._most:
                self._held -= self._weight(self._kept.pop(next(iter(self._kept))))

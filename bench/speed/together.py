"""The most memory that a process and all that it began held together, looked at once a second.

Of what they share each counts its part, so that nothing counts twice. Linux only.
"""

import os
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

_PROC = Path("/proc")
_EVERY = 1.0  # seconds


class Together:
    """``peak``: megabytes while it was open; 0 where the system does not say."""

    def __init__(self) -> None:
        self.peak = 0.0
        self._done = Event()
        self._watching = Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "Together":
        self._watching.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._watching.join()

    def _watch(self) -> None:
        while not self._done.wait(_EVERY):
            self.peak = max(self.peak, sum(map(_held, _family(os.getpid()))))


def _family(first: int) -> Iterator[int]:
    begun: dict[int, list[int]] = defaultdict(list)
    for file in _PROC.glob("[0-9]*/stat"):
        with suppress(OSError):  # it ended meanwhile
            # "1234 (a name) S 1 ...": the fourth is who began it.
            begun[int(file.read_text().rpartition(")")[2].split()[1])].append(int(file.parent.name))
    left = [first]
    while left:
        yield (one := left.pop())
        left += begun[one]


def _held(process: int) -> float:
    try:
        lines = (_PROC / str(process) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)

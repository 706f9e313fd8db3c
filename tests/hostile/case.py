"""One hostile file, and what must become of it."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Case:
    """``texts``: the exact texts of its reports, in order. ``failures``: a part of each reason.

    Where a text comes out of extraction, ``contains`` and ``lacks`` are checked on the one report
    instead. Large contents are functions, so that they are never held whole.
    """

    file: str
    data: bytes | Callable[[], Iterator[bytes]]
    texts: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()

    def write(self, folder: Path) -> None:
        path = folder / self.file
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as out:
            for part in [self.data] if isinstance(self.data, bytes) else self.data():
                out.write(part)

    def expected(self) -> str:
        """One line of ``expected.jsonl``."""
        return json.dumps(
            {
                "file": self.file,
                "texts": [sha256(text.encode()).hexdigest() for text in self.texts],
                "failures": self.failures,
                "contains": self.contains,
                "lacks": self.lacks,
            }
        )


def repeated(
    part: bytes, times: int, before: bytes = b"", after: bytes = b""
) -> Callable[[], Iterator[bytes]]:
    """A large content: ``part`` again and again, in blocks."""
    block = max(1, (1 << 16) // len(part))

    def parts() -> Iterator[bytes]:
        yield before
        left = times
        while left:
            now = min(block, left)
            yield part * now
            left -= now
        yield after

    return parts

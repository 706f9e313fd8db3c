"""The files of a folder in the order of their names, each folder once however links lead to it."""

import os
from collections.abc import Iterator
from pathlib import Path

from reportedly.read.naming import endings, printable
from reportedly.read.sniff import IRRELEVANT
from reportedly.records import Failure


def files(folder: Path) -> Iterator[Path | Failure]:
    """Every file that could be a report; a failure for what cannot be opened or followed.

    Hidden files and folders are skipped, and so is what never holds a report (pictures, styles).
    """
    visited: set[tuple[int, int]] = set()
    waiting = [folder]
    found = False
    while waiting:
        path = waiting.pop()
        try:
            state = path.stat()
            if path.is_dir():
                if (state.st_dev, state.st_ino) not in visited:
                    visited.add((state.st_dev, state.st_ino))
                    waiting += reversed(_children(path))
                continue
        except OSError as error:
            found = True
            reason = "is a link to nothing" if path.is_symlink() else error.strerror or str(error)
            yield Failure(printable(str(path)), "read", reason)
            continue
        ending, _ = endings(path.name)
        if path.is_file() and ending in IRRELEVANT:
            continue
        found = True
        if path.is_file():
            yield path
        else:  # opening a pipe would wait for ever
            yield Failure(printable(str(path)), "read", "is not a regular file")
    if not found:
        yield Failure(printable(str(folder)), "read", "the folder holds no file that could be read")


def _children(folder: Path) -> list[Path]:
    names = sorted(name for name in os.listdir(folder) if not name.startswith("."))  # noqa: PTH208
    return [folder / name for name in names]

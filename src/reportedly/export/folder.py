"""Files that appear whole or not at all: written aside, then moved to where they belong."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp


@contextmanager
def aside(folder: Path) -> Iterator[Path]:
    """A new folder beside the files of ``folder``, gone afterwards; on the same disk."""
    folder.mkdir(parents=True, exist_ok=True)
    found = Path(mkdtemp(prefix=".writing-", dir=folder))
    try:
        yield found
    finally:
        shutil.rmtree(found, ignore_errors=True)


def settle(paths: list[Path], source: Path, folder: Path) -> list[Path]:
    """Move files from ``source`` to the same places in ``folder``, each in one step."""
    settled = []
    for path in paths:
        target = folder / path.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
        settled.append(target)
    return settled

"""Writes every hostile file into a folder, with ``expected.jsonl`` beside it.

python -m tests.hostile.generate FOLDER
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.hostile import pages, papers, tables, texts
from tests.hostile.case import Case


def cases() -> Iterator[Case]:
    for family in (texts, tables, pages, papers):
        yield from family.cases()


def generate(folder: Path) -> int:
    """Write the files into ``folder/files``. Returns how many there are."""
    files = folder / "files"
    number = 0
    with (folder / "expected.jsonl").open("w") as expected:
        for case in cases():
            case.write(files)
            expected.write(case.expected() + "\n")
            number += 1
    return number


if __name__ == "__main__":
    generate(Path(sys.argv[1]))

"""Work on several cores."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from reportedly import processes


@contextmanager
def ruler(folder: Path) -> Iterator[int]:
    """Something to work with, which says when it is put away."""
    yield 10
    with (folder / "put away").open("a", encoding="utf-8") as file:
        file.write("once\n")


def longer(tool: int, share: int) -> int:
    return tool * share


def test_results_come_in_order_and_tools_are_put_away(tmp_path: Path) -> None:
    alone = list(processes.spread(longer, range(20), 10, partial(ruler, tmp_path), 1))
    assert not list(tmp_path.iterdir())
    several = list(processes.spread(longer, range(20), 10, partial(ruler, tmp_path), 2))
    assert alone == several == [10 * n for n in range(20)]
    assert set((tmp_path / "put away").read_text("utf-8").split()) == {"once"}

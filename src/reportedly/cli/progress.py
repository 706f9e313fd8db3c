"""How far a long command is: one line on standard error, if that is a terminal."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol


class Shown(Protocol):
    """Told what is worked on, and how many are done; None for one more."""

    def __call__(self, what: str, done: int | None = None) -> None: ...


@contextmanager
def bar(verb: str, total: int | None = None) -> Iterator[Shown | None]:
    """Yields what to call on the way, or None where nobody looks on. ``total`` as far as known."""
    import sys

    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    from reportedly.cli.terminal import coloured, shorten, visible

    console = Console(stderr=True, no_color=not coloured(sys.stderr), markup=False)
    parts = (
        BarColumn(bar_width=20),
        TextColumn(f"{{task.completed:,}} {verb}", markup=False),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*parts, console=console, transient=True) as progress:
        task = progress.add_task("", total=total)

        def show(what: str, done: int | None = None) -> None:
            words = shorten(visible(what), 40)
            if done is None:
                progress.update(task, advance=1, description=words)
            else:
                progress.update(task, completed=done, description=words)

        yield show

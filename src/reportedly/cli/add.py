"""``reportedly add SOURCE...``: read, store and link. Safe to repeat and to interrupt."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reportedly.cli.options import (
    Db,
    Extractor,
    Gazetteer,
    Jobs,
    Json,
    Published,
    Publisher,
    Sources,
)

if TYPE_CHECKING:
    from reportedly.pipeline.adding import Progress


def command(
    sources: Sources,
    published: Published = None,
    publisher: Publisher = None,
    db: Db = None,
    extractor: Extractor = None,
    gazetteer: Gazetteer = None,
    jobs: Jobs = None,
    as_json: Json = False,
) -> None:
    """Read reports into the store and link them.

    Repeating it adds nothing twice; an interrupted run goes on where it stopped.
    """
    from reportedly import pipeline, wording
    from reportedly.cli import opened
    from reportedly.cli.failed import failed
    from reportedly.cli.terminal import write, write_json
    from reportedly.config import database
    from reportedly.store import open_store

    readers = opened.readers(extractor, jobs, gazetteer)
    address = database(db)
    with open_store(address) as store, _progress() as progress:
        found = pipeline.sources(sources, published=published, publisher=publisher)
        added = pipeline.add(found, store, readers, progress)
    if as_json:
        counts = {n: getattr(added, n) for n in ("reports", "known", "accounts", "statements")}
        failures = [
            {"source": f.source, "stage": f.stage, "reason": f.reason} for f in added.failures
        ]
        write_json({**counts, "failures": failures})
    else:
        write(
            f"{wording.number(added.reports, 'new report')} ({added.known:,} known before), "
            f"{wording.number(added.accounts, 'account')} of incidents, "
            f"{wording.number(added.statements, 'statement')}, "
            f"{wording.number(len(added.failures), 'failure')}\n"
        )
    failed(added.failures)


@contextmanager
def _progress() -> Iterator["Progress | None"]:
    """Shows on standard error what is being read, if that is a terminal."""
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
        TextColumn("{task.completed:,} read", markup=False),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*parts, console=console, transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda name: bar.update(task, advance=1, description=shorten(visible(name), 40))

"""How inputs that failed are named: one line each, and the exit status that says so."""

from collections.abc import Sequence

import typer

from reportedly.cli.terminal import complain
from reportedly.records import Failure

MOST_LINES = 50


def failed(failures: Sequence[Failure]) -> None:
    """Name the failures on standard error and exit with 1; do nothing if there is none."""
    if not failures:
        return
    for failure in failures[:MOST_LINES]:
        complain(f"{failure.source}: {failure.reason} ({failure.stage})")
    if len(failures) > MOST_LINES:
        complain(f"and {len(failures) - MOST_LINES:,} more")
    raise typer.Exit(1)

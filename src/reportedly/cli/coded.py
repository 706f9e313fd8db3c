"""``reportedly coded``: what other coders made of events, and the files they came in."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportedly.cli.options import AsOf, Db, From, Json, To

if TYPE_CHECKING:
    from reportedly.cli.screen import Line, Screen
    from reportedly.pipeline import Match, Release

Coder = Annotated[str | None, typer.Option("--coder", metavar="NAME", help="Of one coder.")]
Alone = Annotated[
    bool, typer.Option("--alone", help="Only rows that speak of no incident of yours.")
]
Files = Annotated[bool, typer.Option("--files", help="The files that `import` took in.")]


def command(
    coder: Coder = None,
    first: From = None,
    last: To = None,
    alone: Alone = False,
    files: Files = False,
    as_of: AsOf = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """List what other coders made of events.

    Each row in the coder's own terms, with the incident of yours that it most likely speaks of, by
    the score that links reports.
    """
    from reportedly.cli import opened
    from reportedly.cli.screen import Screen
    from reportedly.cli.terminal import write_json
    from reportedly.wording import programs

    screen = Screen()
    with opened.release(db, as_of=as_of) as release:
        if files:
            _list_files(screen, release, as_json)
        else:
            days = (first or date.min, last or date.max) if first or last else None
            for match in release.beside.rows(coder, days):
                if alone and match.incident:
                    continue
                if as_json:
                    write_json(programs.coded(match.row, match.incident, match.score))
                else:
                    _row(screen, match)
    screen.show("" if as_json else "No files of other coders." if files else "No coded rows.")


def beside(release: "Release", matches: "list[Match]") -> "list[tuple[str, Line]]":
    """Lines for an incident: who else coded it, and as what."""
    from reportedly.cli.screen import faint
    from reportedly.wording import coded

    rows: list[tuple[str, Line]] = []
    for match in matches:
        event = match.row.event
        words = "; ".join(p for p in (coded.headline(event), coded.figures(event)) if p)
        likely = f" (the same with probability {match.score:.2f})" if match.score else ""
        rows.append(("also coded", [f"by {match.row.coder}: {words}", faint(likely)]))
        if named := coded.sides(event):
            rows.append(("", faint(f"{match.row.event.key}: {named}")))
    return rows


def _row(screen: "Screen", match: "Match") -> None:
    from reportedly.cli.screen import faint, strong
    from reportedly.wording import coded

    event = match.row.event
    screen.columns([[strong(coded.name(match.row)), coded.headline(event)]])
    if people := coded.figures(event):
        screen.pairs([("people", people)], indent=2)
    if named := coded.sides(event):
        screen.pairs([("sides", named)], indent=2)
    if match.incident and match.score:
        said: Line = [match.incident, faint(f" (the same with probability {match.score:.2f})")]
        screen.pairs([("incident", said)], indent=2)


def _list_files(screen: "Screen", release: "Release", as_json: bool) -> None:
    from reportedly.cli.terminal import write_json

    sizes = release.beside.sizes()
    rows: list[list[str]] = []
    for file in release.beside.files:
        taken = file.taken_at.isoformat() if file.taken_at else ""
        told: dict[str, Any] = {
            "file": file.id, "coder": file.coder, "format": file.format, "name": file.name,
            "rows": sizes.get(file.id, 0), "sha256": file.sha256,
            "fetched": file.fetched.isoformat() if file.fetched else None, "taken_at": taken,
        }  # fmt: skip
        if as_json:
            write_json(told)
        fetched = told["fetched"] or "not said"
        rows.append([file.id, file.coder, file.name, f"{told['rows']:,}", fetched, taken[:10]])
    if rows and not as_json:
        screen.table(("file", "coder", "name", "rows", "fetched", "taken in"), rows)

"""``reportedly import FILE``: what another coder made of the events, beside one's own."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.options import Db, Gazetteer, Json, day

if TYPE_CHECKING:
    from reportedly.coded.proposing import Proposal
    from reportedly.plugins import Importer, Names

File = Annotated[
    Path, typer.Argument(metavar="FILE", help="A .csv, .tsv or .xlsx file with a header.")
]
Format = Annotated[
    str | None,
    typer.Option("--format", metavar="NAME", help="acled, ged, gtd; else told by the columns."),
]
MapFile = Annotated[
    Path | None,
    typer.Option("--map", metavar="FILE", help="How to read a spreadsheet of another kind."),
]
WriteMap = Annotated[
    Path | None,
    typer.Option("--write-map", metavar="FILE", help="Write a proposed map, and take nothing in."),
]
Coder = Annotated[
    str | None,
    typer.Option("--coder", metavar="NAME", help="Whose coding it is, where the file does not "
                 "say so by its format."),
]  # fmt: skip
Sheet = Annotated[
    str | None, typer.Option("--sheet", metavar="NAME", help="Of a workbook; else its first.")
]
Fetched = Annotated[
    date | None,
    typer.Option("--fetched", metavar="DATE", parser=day, help="The day you got the file."),
]


def command(
    file: File,
    format: Format = None,
    map: MapFile = None,
    write_map: WriteMap = None,
    coder: Coder = None,
    sheet: Sheet = None,
    fetched: Fetched = None,
    gazetteer: Gazetteer = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Take in a file that others coded, beside your own reports.

    Its rows found no incident and move no figure: `show` and `coded` tell what the coder made of
    the same event. Every cell is kept as it stood. Repeating it adds nothing twice. For a
    spreadsheet of no known format it proposes a map.
    """
    from reportedly import pipeline, wording
    from reportedly.cli import opened
    from reportedly.cli.failed import failed
    from reportedly.cli.progress import bar
    from reportedly.cli.terminal import visible, write, write_json
    from reportedly.config import database
    from reportedly.store import open_store

    if not file.is_file():
        raise typer.BadParameter(f"no such file: {visible(str(file))}", param_hint="FILE")
    if map and format:
        raise typer.BadParameter("a file has a format or a map, not both", param_hint="--map")
    names = opened.names(gazetteer)
    text = _read(map) if map else None
    chosen = _known(file, format, sheet) if map is None and write_map is None else None
    if chosen is None:
        text = _proposed(file, sheet, names, write_map) if text is None else text
        if text is None:
            return
        chosen = _mapped(file, sheet, text)
    if not (coder or chosen.coder):
        raise typer.BadParameter("say whose coding it is, here or in the map", param_hint="--coder")
    taking = pipeline.Taking(
        importer=chosen, coder=coder or chosen.coder, sheet=sheet, fetched=fetched, map=text
    )
    with open_store(database(db)) as store, bar("rows") as progress:
        taken = pipeline.take_in(file, store, names, taking, progress)
    kept = taken.file
    if as_json:
        failures = [{"source": f.source, "reason": f.reason} for f in taken.failures]
        told = {"file": kept.id, "format": kept.format, "coder": kept.coder, "rows": taken.rows}
        write_json({**told, "sha256": kept.sha256, "known": taken.known, "failures": failures})
    elif taken.known:
        write(f"{visible(kept.name)} was taken in before, as {kept.id}\n")
    else:
        write(
            f"{wording.number(taken.rows, 'row')} of {visible(kept.coder)} ({kept.format}), "
            f"{wording.number(len(taken.failures), 'failure')}; the file is {kept.id}\n"
        )
    failed(taken.failures)


def _read(map: Path) -> str:
    from reportedly.errors import BadMap

    try:
        return map.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise BadMap(f"{map} is no text in UTF-8") from None


def _known(file: Path, format: str | None, sheet: str | None) -> "Importer | None":
    from reportedly.coded.choosing import importer, recognised
    from reportedly.read.tables import open_table

    if format is not None:
        return importer(format)
    with open_table(file, sheet) as table:
        return recognised(table.columns)


def _mapped(file: Path, sheet: str | None, text: str) -> "Importer":
    from reportedly import codebook
    from reportedly.coded.mapped import SheetImporter, parse_map
    from reportedly.read.tables import open_table

    book = codebook.default()
    with open_table(file, sheet) as table:
        return SheetImporter(parse_map(text, book), table.columns, book)


def _proposed(file: Path, sheet: str | None, names: "Names", to: Path | None) -> str | None:
    """The map to use; None where it was written for a person to look at first."""
    from reportedly.cli.terminal import complain, write

    proposal = _propose(file, sheet, names)
    for one in proposal.open:
        complain(f"the map cannot tell {one}" if not one.startswith("no ") else one)
    if to is not None:
        if to.exists():
            raise typer.BadParameter(
                f"{to} exists; it is not written over", param_hint="--write-map"
            )
        to.write_text(proposal.text, encoding="utf-8", newline="\n")
        write(f"{to} is written: look it over, then give it with --map {to}\n")
        return None
    write(proposal.text)
    if sys.stdin.isatty() and sys.stderr.isatty() and not proposal.open:
        typer.confirm("Use this map?", abort=True, err=True)
        return proposal.text
    raise typer.BadParameter(
        "its columns are of no known format. Above is a map that may fit: write it to a file with "
        "--write-map map.toml, look it over, and give it with --map map.toml",
        param_hint="FILE",
    )


def _propose(file: Path, sheet: str | None, names: "Names") -> "Proposal":
    from itertools import islice

    from reportedly import codebook
    from reportedly.coded.proposing import SAMPLE, propose
    from reportedly.read.tables import open_table
    from reportedly.records import Failure

    with open_table(file, sheet) as table:
        rows = [r.cells for r in islice(table.rows, SAMPLE) if not isinstance(r, Failure)]
        return propose(table.columns, rows, names, codebook.default())

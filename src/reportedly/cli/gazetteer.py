"""``reportedly gazetteer build ZIP``: villages from GeoNames; ``gazetteer info``: what is there."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.options import Json


class Action(StrEnum):
    build = "build"
    info = "info"


Dump = Annotated[
    Path | None,
    typer.Argument(
        metavar="[ZIP]", help="allCountries.zip, or ML.zip, from download.geonames.org/export/dump."
    ),
]
Countries = Annotated[
    str | None,
    typer.Option("--countries", metavar="CODES", help="Add only these countries: ML,BF,NE."),
]
Out = Annotated[
    Path, typer.Option("--out", metavar="FILE", help="Where to write the larger gazetteer.")
]


def command(
    action: Action,
    dump: Dump = None,
    countries: Countries = None,
    out: Out = Path("places.sqlite"),
    as_json: Json = False,
) -> None:
    """Add villages to the gazetteer (build), or tell what it holds (info)."""
    from reportedly.cli import opened
    from reportedly.cli.terminal import write, write_json

    if action is Action.info:
        facts = opened.gazetteer_facts()
        if as_json:
            write_json(facts)
        else:
            write("".join(f"{key:<10}  {value}\n" for key, value in facts.items()))
        return
    if dump is None:
        raise typer.BadParameter("name the file: reportedly gazetteer build allCountries.zip")
    codes = [c.strip().upper() for c in (countries or "").split(",") if c.strip()]
    if any(len(code) != 2 or not code.isalpha() for code in codes):
        raise typer.BadParameter("--countries takes two-letter codes parted by commas: ML,BF,NE")
    from reportedly.assets import verify
    from reportedly.gazetteer.dump import extend

    added = extend(verify("places"), dump, out, codes, _progress)
    if sys.stderr.isatty():
        sys.stderr.write("\r\033[K")
    write(f"{out}: {added:,} places more; use it with REPORTEDLY_GAZETTEER={out}\n")


def _progress(rows: int, share: int) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{rows:,} rows, {share} %")
        sys.stderr.flush()

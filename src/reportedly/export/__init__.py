"""Incidents in the formats of others: one file a format, and what that format could not carry."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from reportedly.export.apart import Again, Apart, Workers, workers
from reportedly.export.folder import aside, settle
from reportedly.export.privacy import leaks
from reportedly.export.privacy.covered import covered
from reportedly.export.privacy.profile import Profile, profile
from reportedly.export.privacy.shared import Shared
from reportedly.export.watched import Watched
from reportedly.plugins import Exporter, Released, find
from reportedly.processes import few_collections

EXPORTERS = {
    "acled": "reportedly.export.acled:AcledExporter",
    "csv": "reportedly.export.csv:CsvExporter",
    "ftm": "reportedly.export.ftm:FtmExporter",
    "ged": "reportedly.export.ged:GedExporter",
    "geojson": "reportedly.export.geojson:GeojsonExporter",
    "gtd": "reportedly.export.gtd:GtdExporter",
    "jsonl": "reportedly.export.jsonl:JsonlExporter",
    "jsonld": "reportedly.export.jsonld:JsonldExporter",
    "parquet": "reportedly.export.parquet:ParquetExporter",
    "stix": "reportedly.export.stix:StixExporter",
    "xlsx": "reportedly.export.xlsx:XlsxExporter",
}

Progress = Callable[[str, int], None]  # the format, and how many of its incidents were read


def export(
    released: Released,
    formats: Sequence[str | Exporter],
    folder: Path,
    progress: Progress | None = None,
    *,
    given: Profile | None = None,
    listed: Callable[[str], bool] = lambda name: False,
    again: Again | None = None,
) -> list[Path]:
    """Write the formats and ``LOST.md`` into a folder, made if need be; return what was written.

    A format is the name of an exporter, or an exporter.

    All files appear at the end, or none does. ``given``: what the recipient is given, the profile
    ``public`` unless another is named; ``listed``: True for the name of a place or an actor that a
    gazetteer knows; ``again``: how other processes open the release, which share the work on a
    large one. Raises UnknownPlugin for a format that does not exist, MissingExtra for one whose
    library is not installed, LeakedName for a withheld name in what was written.
    """
    given = given or profile()
    exporters: list[Exporter] = [
        find("exporters", one, EXPORTERS)() if isinstance(one, str) else one
        for one in dict.fromkeys(formats)
    ]
    with aside(folder) as away, workers(again) as helping, few_collections():
        if progress and not given.open:
            progress("looking for names to withhold", 0)
        shared = released if given.open else _shared(released, given, listed, helping)
        written: list[Path] = []
        for exporter in exporters:
            told = partial(progress, exporter.name) if progress else _silent
            watched = Apart(shared, helping, told) if helping else Watched(shared, told)
            written += exporter.write(watched, away)
        lost = away / "LOST.md"
        lines = _lost(shared, given.name, exporters)
        lost.write_text(lines, encoding="utf-8", newline="\n")
        if isinstance(shared, Shared):
            many = partial(helping.leaks, shared.covered) if helping else None
            leaks.check([*written, lost], shared.hidden, many)
        return settle([*written, lost], away, folder)


def _shared(
    released: Released,
    given: Profile,
    listed: Callable[[str], bool],
    helping: Workers | None,
) -> Shared:
    gathered = helping.gathered(given) if helping else None
    return Shared(released, covered(released, given, listed, gathered))


def _silent(incidents: int) -> None:
    """Where nobody watches."""


def _lost(released: Released, given: str, exporters: Sequence[Exporter]) -> str:
    rule = released.rule or "the codebook's rule of each field"
    book = f"{released.codebook.name} {released.codebook.version}"
    lines = [
        "# What these files could not carry",
        "",
        f"Counts were chosen by: {rule}. Codebook: {book}. "
        f"As of: {released.as_of or 'all that is stored'}.",
        "Every number is as reported. An empty cell means that no report states it; it never",
        "means zero. What is counted below is in the store, and most of it in `incidents.jsonl`.",
    ]
    withheld = released.withheld if isinstance(released, Shared) else ()
    lines += ["", f"## Withheld: profile `{given}`", ""]
    lines += [f"- {line}" for line in withheld or ("Nothing.",)]
    for exporter in exporters:
        lines += ["", f"## {exporter.name}", "", *(f"- {line}" for line in _said(exporter))]
    return "\n".join(lines) + "\n"


def _said(exporter: Exporter) -> Iterator[str]:
    yield from (" ".join(line.split()) for line in exporter.lost())

"""Incidents in the formats of others: one file a format, and what that format cannot carry."""

from collections.abc import Sequence
from pathlib import Path

from reportedly.plugins import Exporter, Released, find

EXPORTERS = {
    "csv": "reportedly.export.csv:CsvExporter",
    "jsonl": "reportedly.export.jsonl:JsonlExporter",
}


def export(released: Released, formats: Sequence[str], folder: Path) -> list[Path]:
    """Write the formats and ``LOST.md`` into a folder, made if need be; return what was written.

    Raises UnknownPlugin, before anything is written, for a format that is not installed.
    """
    exporters: list[Exporter] = [
        find("exporters", name, EXPORTERS)() for name in dict.fromkeys(formats)
    ]
    folder.mkdir(parents=True, exist_ok=True)
    written = [path for exporter in exporters for path in exporter.write(released, folder)]
    lost = folder / "LOST.md"
    lost.write_text(_lost(released, exporters), encoding="utf-8", newline="\n")
    return [*written, lost]


def _lost(released: Released, exporters: Sequence[Exporter]) -> str:
    rule = released.rule or "the codebook's rule of each field"
    book = f"{released.codebook.name} {released.codebook.version}"
    lines = [
        "# What these files cannot carry",
        "",
        f"Counts were chosen by: {rule}. Codebook: {book}. "
        f"As of: {released.as_of or 'all that is stored'}.",
        "Every number is as reported. An empty cell means that no report states it; it never",
        "means zero.",
    ]
    for exporter in exporters:
        lines += ["", f"## {exporter.name}", "", *(f"- {line}" for line in exporter.lost())]
    return "\n".join(lines) + "\n"

"""``release.json``: how a release was made, for programs; ``README.md`` says it to people.

Nothing in it depends on when or where it is made, so that the same store and moment give the same
bytes.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reportedly.assets import ASSETS
from reportedly.plugins import Released
from reportedly.publish.citation import Citation

SCHEMA = "reportedly-release/1"


@dataclass(frozen=True, slots=True)
class Versions:
    """Of what the data were made. ``own``: name -> sha256 of the person's own files. ``until``:
    when the store last changed, where the release is of no earlier day or moment.
    """

    reportedly: str
    store: str  # the last step of its form
    own: Mapping[str, str]
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    incidents: int
    reports: int
    extractors: Mapping[str, int]  # reports by who read them


def manifest(
    name: str,
    released: Released,
    citation: Citation,
    versions: Versions,
    counts: Counts,
    formats: Sequence[str],
    given: str,
) -> str:
    book = released.codebook
    found: dict[str, Any] = {
        "schema": SCHEMA,
        "name": name,
        "title": citation.title,
        "version": citation.version,
        "date_released": citation.released.isoformat(),
        "authors": list(citation.authors),
        "license": citation.licence,
        "as_of": released.as_of.isoformat() if released.as_of else None,
        "stored_until": versions.until.isoformat() if versions.until else None,
        "rule": released.rule,
        "profile": given,
        "codebook": f"{book.name} {book.version}",
        "rules": {field.name: released.rule or field.rule for field in book.fields.values()},
        "formats": list(formats),
        "incidents": counts.incidents,
        "reports": counts.reports,
        "extractors": dict(sorted(counts.extractors.items())),
        "versions": {"reportedly": versions.reportedly, "store": versions.store},
        "files_used": {
            **{name: f"sha256:{asset.sha256}" for name, asset in sorted(ASSETS.items())},
            **{name: f"sha256:{digest}" for name, digest in sorted(versions.own.items())},
        },
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def made(
    released: Released, versions: Versions, counts: Counts, given: str
) -> list[tuple[str, str]]:
    """The same for people, in few lines: what, and its words."""
    book = released.codebook
    until = f" by {versions.until:%Y-%m-%d %H:%M} UTC" if versions.until else ""
    return [
        ("Figures chosen by", released.rule or "the codebook's rule of each field"),
        ("Codebook", f"{book.name} {book.version}"),
        ("As of", str(released.as_of or f"all that was stored{until}")),
        ("Withheld", f"what the profile {given} says; data/LOST.md counts it"),
        ("Read by", ", ".join(sorted(counts.extractors)) or "nobody"),
        ("Made with", f"reportedly {versions.reportedly}"),
    ]


def readme(
    name: str,
    citation: Citation,
    how: Sequence[tuple[str, str]],
    counts: Counts,
    contents: Sequence[tuple[str, str]],
) -> str:
    licence = citation.licence or "not stated: ask the authors before you pass them on"
    lines = [
        f"# {citation.title}",
        "",
        citation.abstract,
        "",
        f"{counts.incidents:,} incidents as {counts.reports:,} reports tell them. These are "
        "reports, not findings of fact, and a place without reports is not a place without "
        "violence. An empty cell means that no report states it; it never means zero.",
        "",
        "Begin with `site/index.html`, in any browser; it needs no network.",
        "",
        "| | |",
        "| --- | --- |",
        *(f"| {what} | {words} |" for what, words in how),
        f"| Licence of the data | {licence} |",
        "",
        "## Files",
        "",
        "| file | what it is |",
        "| --- | --- |",
        *(f"| `{path}` | {what} |" for path, what in contents),
        "",
        "## Check",
        "",
        "`sha256sum --check SHA256SUMS` (on macOS `shasum -a 256 --check SHA256SUMS`) says whether "
        f"every file is as it was released. `reportedly diff OLD {name}` says what is otherwise "
        "than in an older release.",
        "",
        "## Cite",
        "",
        citation.line(),
    ]
    return "\n".join(lines) + "\n"

"""``incidents.csv``: a row per incident, for spreadsheets; words from reports cannot run in it."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from reportedly.plugins import Released
from reportedly.records import (
    Actor,
    Attribution,
    Code,
    Count,
    Incident,
    Place,
    Text,
    When,
)

Cell = str | int | float | None

COUNTED = (
    "killed", "injured", "attackers_killed", "missing", "abducted", "detained", "freed",
)  # fmt: skip
COLUMNS = (
    "id", "type", "status", "date_earliest", "date_latest", "date_precision",
    "place", "admin1", "country", "country_code", "latitude", "longitude", "place_precision",
    "perpetrators", "attribution", "attribution_by", "denied",
    *(f"{field}_{end}" for field in COUNTED for end in ("low", "best", "high")),
    "count_rules", "target", "weapon", "disputed", "reports", "voices", "publishers", "accounts",
)  # fmt: skip
# A spreadsheet takes a cell that begins with one of these for a formula (OWASP, CSV injection).
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class CsvExporter:
    name = "csv"

    def write(self, released: Released, folder: Path) -> Sequence[Path]:
        path = folder / "incidents.csv"
        # With a byte-order mark, without which Excel reads UTF-8 as another encoding.
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            rows = csv.DictWriter(file, COLUMNS, lineterminator="\r\n")
            rows.writeheader()
            for incident in released.incidents():
                cells = row(released, incident)
                rows.writerow({name: safe(cell) for name, cell in cells.items()})
        return [path]

    def lost(self) -> Sequence[str]:
        return [
            "Who said what: statements, quotes, offsets, and the claims for and against a value.",
            "Per-source figures: only the chosen low, best and high stand in a row.",
            "Figures for groups of people; only the totals stand in a row.",
            "How a count was bounded (at least, up to, dozens).",
            "Decisions of people and their reasons; links between reports and their scores.",
            "Several perpetrators, reports and publishers share a cell, separated by '; '.",
            "Text that begins with =, +, -, @, a tab or a carriage return has an apostrophe put "
            "before it, so that no spreadsheet runs it as a formula.",
        ]


def row(released: Released, incident: Incident) -> Mapping[str, Cell]:
    """The cells of an incident by column; None where nothing is reported."""
    accounts = released.accounts(incident.accounts)
    reports = {a.report: released.report(a.report) for a in accounts}
    cells: dict[str, Cell] = dict.fromkeys(COLUMNS)
    cells["id"] = incident.id
    for field in ("type", "status"):
        value = incident.get(field)
        cells[field] = value.code if isinstance(value, Code) else None
    for field in ("target", "weapon"):
        value = incident.get(field)
        cells[field] = value.text if isinstance(value, Text) else None
    cells |= _when(incident) | _where(incident) | _who(incident) | _how_many(incident)
    cells["disputed"] = _joined(sorted({d.field or d.kind for d in incident.disputes}))
    cells["reports"] = len(reports)
    cells["voices"] = incident.voices
    cells["publishers"] = _joined(dict.fromkeys(r.publisher or r.name for r in reports.values()))
    cells["accounts"] = _joined(f"{reports[a.report].name}#{a.index}" for a in accounts)
    return cells


def safe(cell: Cell) -> Cell:
    """The cell with an apostrophe before whatever a spreadsheet would run; numbers as they are."""
    if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS):
        return f"'{cell}"
    return cell


def _when(incident: Incident) -> dict[str, Cell]:
    value = incident.get("date")
    if not isinstance(value, When):
        return {}
    return {
        "date_earliest": value.earliest.isoformat(),
        "date_latest": value.latest.isoformat(),
        "date_precision": value.precision,
    }


def _where(incident: Incident) -> dict[str, Cell]:
    value = incident.get("place")
    if not isinstance(value, Place):
        return {}
    return {
        "place": value.name,
        "admin1": value.admin1,
        "country": value.country,
        "country_code": value.country_code,
        "latitude": value.lat,
        "longitude": value.lon,
        "place_precision": value.precision,
    }


def _who(incident: Incident) -> dict[str, Cell]:
    named = [f.value for f in incident.findings if isinstance(f.value, Actor)]
    said = [f"{a.qualifier} {a.name}" if a.qualifier else a.name for a in named]
    blamed = incident.get("attribution")
    cells: dict[str, Cell] = {"perpetrators": _joined(said)}
    if isinstance(blamed, Attribution):
        cells["attribution"] = blamed.status
        cells["attribution_by"] = blamed.by
        cells["denied"] = "yes" if blamed.denied else "no"
    return cells


def _how_many(incident: Incident) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    rules: dict[str, str] = {}
    for field in COUNTED:
        finding = incident.finding(field)
        if finding and isinstance(finding.value, Count):
            for end in ("low", "best", "high"):
                cells[f"{field}_{end}"] = getattr(finding.value, end)
            rules[field] = finding.rule
    cells["count_rules"] = _joined(f"{field}: {rule}" for field, rule in rules.items())
    return cells


def _joined(words: Iterable[str]) -> str | None:
    return "; ".join(words) or None

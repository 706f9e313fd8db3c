"""``incidents.jsonl``: one object per incident, in the shape of the outside contract."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportedly import contract
from reportedly.contract import IncidentJson
from reportedly.export.event import Event
from reportedly.export.lost import Lost, beside
from reportedly.export.piece import Piece
from reportedly.export.pieces import others, pieces
from reportedly.plugins import Released
from reportedly.records import Incident, Reading


class JsonlExporter:
    name = "jsonl"

    def __init__(self) -> None:
        self._lost = Lost()

    def write(self, released: Released, folder: Path) -> Sequence[Path]:
        path = folder / "incidents.jsonl"
        told: set[str] = set()
        with path.open("w", encoding="utf-8", newline="\n") as file:
            for line in pieces(released, _line, self._lost, told):
                file.write(line)
        for _ in others(released, _beside, self._lost, told):
            pass  # nothing of them is written
        return [path]

    def lost(self) -> Sequence[str]:
        return self._lost.lines()


def _line(event: Event, released: Released, lost: Lost) -> Iterator[Piece[str]]:
    lost.written += 1
    yield Piece(json.dumps(exported(released, event.incident), ensure_ascii=False) + "\n")
    for reading in event.readings:
        yield from _beside(reading, lost)


def _beside(reading: Reading, lost: Lost) -> Iterator[Piece[str]]:
    yield Piece("", reading.report.id, beside(reading))


def exported(released: Released, incident: Incident) -> IncidentJson:
    """One line of the file, before it is written."""
    accounts = released.accounts(incident.accounts)
    named = {account.id: released.report(account.report).name for account in accounts}
    findings = (*incident.findings, *incident.groups)
    cited = {id for finding in findings for id in (*finding.basis, *finding.against)}
    claims = [
        (claim, named[account.id])
        for account in accounts
        for claim in account.claims
        if claim.id in cited
    ]
    return contract.incident(
        incident,
        accounts=[f"{named[account.id]}#{account.index}" for account in accounts],
        claims=claims,
        decisions=released.decisions(incident),
        differing=released.differing(incident),
        codebook=released.codebook,
    )

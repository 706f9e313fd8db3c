"""``incidents.jsonl``: one object per incident, in the shape of the outside contract."""

import json
from collections.abc import Sequence
from pathlib import Path

from reportedly import contract
from reportedly.contract import IncidentJson
from reportedly.export.lost import Beside, Lost
from reportedly.plugins import Released
from reportedly.records import Incident


class JsonlExporter:
    name = "jsonl"

    def __init__(self) -> None:
        self._lost = Lost()

    def write(self, released: Released, folder: Path) -> Sequence[Path]:
        path = folder / "incidents.jsonl"
        beside = Beside(self._lost)
        with path.open("w", encoding="utf-8", newline="\n") as file:
            for incident in released.incidents():
                self._lost.written += 1
                beside.take(released.told(incident))
                line = json.dumps(exported(released, incident), ensure_ascii=False)
                file.write(line + "\n")
        beside.rest(released)
        return [path]

    def lost(self) -> Sequence[str]:
        return self._lost.lines()


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

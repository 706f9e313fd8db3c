"""A release kept as it once was, so that what exporters write can be compared byte by byte.

It holds some incidents of the demonstration with their readings, so a change of reading, linking
or reconciling does not touch it. ``python -m tests.unit.export.frozen`` writes the expected files
anew; with ``--release STORE`` it takes the release itself anew, from a store of
``reportedly demo --keep``.
"""

import json
import shutil
import sys
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from reportedly.codebook import Codebook, default
from reportedly.link import wire_copies
from reportedly.records import (
    Account,
    Claim,
    Decision,
    Differing,
    Incident,
    Link,
    Reading,
    Report,
    Statement,
)
from reportedly.records.codec import build, plain

GOLDEN = Path(__file__).parent / "golden"
KEPT = GOLDEN / "release.json"
CHOSEN = ("INC-3", "INC-5", "INC-13", "INC-22", "INC-25", "INC-34")
TEXTUAL = ("acled", "csv", "ftm", "ged", "geojson", "gtd", "jsonl", "jsonld", "stix")


class Frozen:
    """What a release gives to exporters."""

    rule: str | None = None
    as_of = None

    @cached_property
    def _kept(self) -> Any:
        return json.loads(KEPT.read_text("utf-8"))

    @property
    def codebook(self) -> Codebook:
        return default()

    @cached_property
    def readings(self) -> Sequence[Reading]:
        return [build(Reading, one) for one in self._kept["readings"]]

    def incidents(self) -> Iterable[Incident]:
        return [build(Incident, one) for one in self._kept["incidents"]]

    def others(self, reports: Container[str]) -> Iterable[Reading]:
        return [reading for reading in self.readings if reading.report.id not in reports]

    def namesake(self, incident: Incident) -> str:
        return str(self._kept["namesakes"][incident.id])

    def accounts(self, ids: Iterable[str]) -> Sequence[Account]:
        known = {a.id: a for reading in self.readings for a in reading.accounts}
        return [known[id] for id in ids]

    def claims(self, ids: Iterable[str]) -> Sequence[Claim]:
        wanted = set(ids)
        every = (c for r in self.readings for a in r.accounts for c in a.claims)
        return [claim for claim in every if claim.id in wanted]

    def report(self, id: str) -> Report:
        return next(r.report for r in self.readings if r.report.id == id)

    def statements(self) -> Iterable[Statement]:
        return [said for reading in self.readings for said in reading.statements]

    def told(self, incident: Incident) -> Sequence[Reading]:
        wanted = {account.report for account in self.accounts(incident.accounts)}
        found = [reading for reading in self.readings if reading.report.id in wanted]
        return sorted(found, key=lambda reading: str(reading.report.published))

    def copies(self, incident: Incident) -> Mapping[str, str]:
        return wire_copies(reading.report for reading in self.told(incident))

    def links(self, incident: Incident) -> tuple[Sequence[Link], int]:
        first, *others = incident.accounts
        return [Link(first, other, 0.875) for other in others], len(others)

    def differing(self, incident: Incident) -> Sequence[Differing]:
        return ()

    def decided(self) -> Sequence[Decision]:
        return [build(Decision, one) for one in self._kept["decisions"]]

    def decisions(self, incident: Incident) -> Sequence[Decision]:
        return [one for one in self.decided() if incident.id in one.subject]


def _keep(store: str) -> None:
    from reportedly.cli import opened

    decision = {
        "id": "decision-1",
        "action": "accept",
        "subject": ["INC-3"],
        "field": "status",
        "value": None,
        "reviewer": "A. Coder",
        "made_at": "2031-05-20T09:30:00+00:00",
        "reason": "=two voices agree",
        "replaces": None,
        "anchors": [],
    }
    with opened.release(store) as release:
        incidents = [release.incident(id) for id in CHOSEN]
        told = {r.report.id: r for one in incidents for r in release.told(one)}
        kept = {
            "incidents": [plain(one) for one in incidents],
            "namesakes": {one.id: release.namesake(one) for one in incidents},
            "readings": [plain(reading) for reading in told.values()],
            "decisions": [decision],
        }
    text = json.dumps(kept, ensure_ascii=False, indent=None, separators=(",", ":"))
    KEPT.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    from reportedly.export import export

    if sys.argv[1:2] == ["--release"]:
        _keep(sys.argv[2])
    for path in GOLDEN.iterdir():
        if path != KEPT:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    export(Frozen(), TEXTUAL, GOLDEN)

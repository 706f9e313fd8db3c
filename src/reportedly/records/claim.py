"""One source's word on one field of one incident."""

from dataclasses import dataclass
from datetime import date

from reportedly.records.evidence import Evidence
from reportedly.records.values import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    id: str
    field: str  # a field of the codebook: killed, date, place, perpetrator ...
    value: Value
    evidence: tuple[Evidence, ...]  # never empty
    statement: str | None = None  # the statement it stands in; None: the outlet's own voice
    voice: str | None = None  # whose word it is, as named ("the health ministry"); None: the outlet
    group: str | None = None  # for counts: whom ("US troops"), as written
    part_of: str | None = None  # for counts: id of the claim whose total includes this figure
    superseded_by: str | None = None  # id of the claim of the same report that replaces it
    said_on: date | None = None
    score: float | None = None  # calibrated, 0 to 1; None where the extractor gives none
    by: str = ""  # extractor name and version

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"a claim on {self.field} needs evidence")

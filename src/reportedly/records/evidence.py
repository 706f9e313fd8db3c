"""Where in a report something is said."""

from dataclasses import dataclass
from typing import Literal

from reportedly.errors import EvidenceMismatch
from reportedly.records.report import Report

Part = Literal["text", "title"]


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A verbatim stretch of one report: code points ``start`` to ``end`` of its text or title.

    Made only by :func:`cite`, so that offsets and quote cannot disagree.
    """

    report: str
    start: int
    end: int
    quote: str
    part: Part = "text"

    def check(self, report: Report) -> None:
        """Raise EvidenceMismatch unless the quote stands in the report at its offsets."""
        source = report.text if self.part == "text" else report.title or ""
        found = source[self.start : self.end] if 0 <= self.start < self.end else ""
        if report.id != self.report or found != self.quote or not found:
            raise EvidenceMismatch(self.quote, found)

    def overlaps(self, other: "Evidence") -> bool:
        """True if both cite the same report and share at least one character."""
        return (
            self.report == other.report
            and self.part == other.part
            and self.start < other.end
            and other.start < self.end
        )


@dataclass(frozen=True, slots=True, order=True)
class Masked(Evidence):
    """A stretch as it is handed out: some of its characters are covered, its offsets hold.

    Never stored, and never checked against its report.
    """


def cite(report: Report, start: int, end: int, part: Part = "text") -> Evidence:
    """Quote a stretch of the report. Raises EvidenceMismatch if it is empty or outside."""
    source = report.text if part == "text" else report.title or ""
    if not 0 <= start < end <= len(source):
        raise EvidenceMismatch(f"[{start}:{end}]", f"{part} of {len(source)} characters")
    return Evidence(report.id, start, end, source[start:end], part)

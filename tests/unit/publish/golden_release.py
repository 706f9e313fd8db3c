"""A release of a snapshot that does not move, and what of it is compared byte by byte.

``python -m tests.unit.publish.golden_release`` writes the expected files anew: look at what changed
before you keep them.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.unit.export.frozen import Frozen

from reportedly.plugins import Released
from reportedly.publish.citation import Citation
from reportedly.publish.manifest import Versions
from reportedly.publish.release import Order, publish

GOLDEN = Path(__file__).parent / "golden"
KEPT = (
    "README.md",
    "CITATION.cff",
    "site/index.html",
    "site/map.html",
    "site/timeline.html",
    "site/sources.html",
    "site/incidents/INC-3.html",
)


def order(out: Path, formats: Sequence[str] = ("csv", "acled")) -> Order:
    citation = Citation(
        title="Quessara, spring 2031",
        version="2031-05-20",
        released=date(2031, 5, 20),
        authors=["Tessel, Ana", 'The "Halyard" desk'],
        abstract="Six incidents, for a test.",
        licence="CC-BY-4.0",
    )
    until = datetime(2031, 5, 20, 9, 30, tzinfo=UTC)
    versions = Versions("0.0.0", "0000", {"own places": "0" * 64}, until)
    return Order("quessara-2031-05", out, formats, citation, versions)


def released(out: Path, release: Released | None = None, formats: Sequence[str] = ("csv",)) -> Path:
    """Where the release was made."""
    return publish(release or Frozen(), order(out, formats))


if __name__ == "__main__":
    with TemporaryDirectory() as scratch:
        made = publish(Frozen(), order(Path(scratch, "made")))
        for name in KEPT:
            target = GOLDEN / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes((made / name).read_bytes())

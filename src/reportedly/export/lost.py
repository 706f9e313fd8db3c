"""What a format could not carry for the very rows that were written: counted, with examples."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from reportedly.export.event import Event
from reportedly.records import Reading

_EXAMPLES = 3


@dataclass
class Lost:
    """Fills while an exporter writes; :meth:`lines` is what LOST.md says of it."""

    _found: dict[str, tuple[int, list[str]]] = field(default_factory=dict)
    written: int = 0

    def note(self, what: str, example: str, count: int = 1) -> None:
        """``what`` was lost ``count`` times in ``example``, an incident or another row."""
        self.note_of(what, [example], count)

    def note_of(self, what: str, those: Iterable[str], count: int) -> None:
        """The same in all of ``those`` together, of which no more are looked at than are named."""
        before, examples = self._found.get(what, (0, []))
        left = iter(those)
        while len(examples) < _EXAMPLES and (example := next(left, None)) is not None:
            if example not in examples:
                examples.append(example)
        self._found[what] = (before + count, examples)

    def add(self, other: "Lost") -> None:
        """What was noted elsewhere, afterwards."""
        self.written += other.written
        for what, (count, examples) in other._found.items():
            before, known = self._found.get(what, (0, []))
            new = [example for example in examples if example not in known]
            self._found[what] = (before + count, [*known, *new][:_EXAMPLES])

    def compare(self, event: Event, carried: Iterable[str] = ()) -> None:
        """Note every facet of an incident that the format does not carry."""
        self.written += 1
        kept = set(carried)
        for name, facet in FACETS.items():
            if name not in kept and (count := facet.count(event)):
                self.note(facet.what, event.id, count)

    def lines(self) -> list[str]:
        lines = [f"Incidents in it: {self.written:,}."]
        for what, (count, examples) in self._found.items():
            lines.append(f"{what[0].upper()}{what[1:]}: {count:,} (as in {', '.join(examples)}).")
        return lines


def beside(reading: Reading) -> Lost:
    """What formats of incidents leave out of a report."""
    lost, name = Lost(), reading.report.name
    lost.note("texts of reports (quotations and offsets are in it)", name)
    cited = {claim.statement for account in reading.accounts for claim in account.claims}
    loose = sum(1 for said in reading.statements if said.id not in cited)
    sums = sum(1 for account in reading.accounts if account.role == "aggregate")
    if loose:
        lost.note(
            "statements that no fact of an incident stands in (warnings, opinions)", name, loose
        )
    if sums:
        lost.note("sums over several incidents, which are no incidents", name, sums)
    return lost


@dataclass(frozen=True, slots=True)
class Facet:
    what: str
    count: Callable[[Event], int]


def _figures(event: Event) -> int:
    """Figures by source beyond the one that was chosen."""
    return sum(max(0, len(f.basis) + len(f.against) - 1) for f in event.incident.findings)


def _ranges(event: Event) -> int:
    counts = [event.count(name) for name in ("killed", "injured")]
    return sum(1 for c in counts if c and {c.low, c.best, c.high} - {c.figure, None})


def _open(event: Event) -> int:
    counts = [event.count(name) for name in ("killed", "injured")]
    return sum(1 for c in counts if c and (c.high is None or c.low is None))


def _other_counts(event: Event) -> int:
    return sum(1 for n in ("missing", "abducted", "detained", "freed") if event.count(n))


def _known(name: str) -> Callable[[Event], int]:
    return lambda event: int(event.incident.get(name) is not None)


FACETS: Mapping[str, Facet] = {
    "claims": Facet("claims for or against a value beside the one that stands", _figures),
    "voices": Facet("named voices (who said it)", lambda e: len(e.voices)),
    "statements": Facet("statements that figures and facts stand in", lambda e: len(e.statements)),
    "evidence": Facet(
        "quotations with their offsets", lambda e: sum(len(c.evidence) for c in e.claims)
    ),
    "range": Facet("figures with a low and a high that are not the one that stands", _ranges),
    "open": Facet('figures that are open to one side ("at least", "up to")', _open),
    "injured": Facet("figures of injured people", _known("injured")),
    "attackers": Facet(
        "figures of attackers killed, apart from victims", _known("attackers_killed")
    ),
    "other_counts": Facet("figures of people missing, abducted, detained or freed", _other_counts),
    "groups": Facet("figures for a group of people", lambda e: len(e.incident.groups)),
    "span": Facet(
        "dates that are a span of days",
        lambda e: int(bool(e.day and e.day.earliest < e.day.latest)),
    ),
    "perpetrators": Facet(
        "perpetrators after the first", lambda e: max(0, len(e.perpetrators) - 1)
    ),
    "qualifier": Facet(
        "perpetrators that are only suspected, alleged or linked",
        lambda e: sum(1 for a in e.perpetrators if a.qualifier),
    ),
    "attribution": Facet("attributions (who says who did it)", _known("attribution")),
    "denied": Facet(
        "denials of responsibility", lambda e: int(bool(e.attribution and e.attribution.denied))
    ),
    "target": Facet("targets, in the report's words", _known("target")),
    "weapon": Facet("weapons, in the report's words", _known("weapon")),
    "status": Facet("statuses (completed, attempted, foiled, retracted)", _known("status")),
    "disputes": Facet("disputes between sources", lambda e: len(e.incident.disputes)),
    "reports": Facet("reports after the third", lambda e: max(0, len(e.reports) - 3)),
    "urls": Facet("addresses of reports", lambda e: sum(1 for r in e.reports if r.url)),
    "rules": Facet("names of the rules that chose a value", lambda e: len(e.incident.findings)),
}

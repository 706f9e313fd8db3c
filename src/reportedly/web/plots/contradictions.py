"""A dispute as two sides that can be read against each other, and what was chosen all the same."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly import wording
from reportedly.records import PERSON, Act, Attribution, Dispute, Incident, Place, When
from reportedly.store.sides import Side
from reportedly.web.plots.excerpts import lead, tail


@dataclass(frozen=True, slots=True)
class Position:
    """What one side says, in short and in its words, and where."""

    who: str
    says: str
    quote: str
    report: str  # id
    title: str
    publisher: str | None
    published: date | None
    part: str
    start: int
    end: int
    before: str  # the words of its sentence around the quote
    after: str
    by_person: bool = False  # made or set right by one, not read


@dataclass(frozen=True, slots=True)
class Opposed:
    """All that is said on one thing and contradicts something else that is said on it.

    ``pairs``: places of the positions that exclude each other. ``chosen``: the value that stands
    all the same, and the rule or decision that chose it; that does not end the dispute.
    """

    kind: str
    about: str
    positions: Sequence[Position]
    pairs: Sequence[tuple[int, int]]
    chosen: str | None
    rule: str | None

    def against(self, place: int) -> list[str]:
        """Whom a position contradicts, if that is not all the others."""
        others = {b if a == place else a for a, b in self.pairs if place in (a, b)}
        if len(others) == len(self.positions) - 1:
            return []
        return [self.positions[other].who for other in sorted(others)]


@dataclass(frozen=True, slots=True)
class Contradicted:
    id: str
    type: str
    when: str
    place: str
    disputes: Sequence[Opposed]


@dataclass(frozen=True, slots=True)
class Denial:
    n: int
    said: Position
    denied: Position


def contradicted(
    incident: Incident, sides: Mapping[str, Side], kind: str | None = None
) -> Contradicted:
    """The disputes of an incident, of one kind or all."""
    place, when = incident.get("place"), incident.get("date")
    return Contradicted(
        id=incident.id,
        type=wording.say(incident.get("type")),
        when=wording.when(when) if isinstance(when, When) else wording.UNKNOWN,
        place=wording.place(place) if isinstance(place, Place) else wording.UNKNOWN,
        disputes=list(_opposed(incident, sides, kind)),
    )


def denied(n: int, one: Side | None, other: Side | None) -> Denial | None:
    """None where a report says either of the two no more."""
    return Denial(n, position(one), position(other)) if one and other else None


def _opposed(incident: Incident, sides: Mapping[str, Side], kind: str | None) -> Iterator[Opposed]:
    """The disputes about one field together; those of statements each for itself."""
    groups: dict[tuple[str, str], list[Dispute]] = {}
    for dispute in incident.disputes:
        if kind in (None, dispute.kind) and dispute.left in sides and dispute.right in sides:
            groups.setdefault((dispute.kind, dispute.field or dispute.id), []).append(dispute)
    for (which, _), disputes in groups.items():
        field = disputes[0].field
        finding = incident.finding(field) if field else None
        ids = list(dict.fromkeys(id for one in disputes for id in (one.left, one.right)))
        yield Opposed(
            kind=which,
            about=wording.label(field) if field else "what is said",
            positions=[position(sides[id]) for id in ids],
            pairs=[(ids.index(one.left), ids.index(one.right)) for one in disputes],
            chosen=wording.say(finding.value) if finding else None,
            rule=finding.rule if finding else None,
        )


def position(side: Side) -> Position:
    return Position(
        who=speaker(side),
        says=says(side),
        quote=side.quote,
        report=side.report.id,
        title=side.report.title or side.report.name,
        publisher=side.report.publisher,
        published=side.report.published,
        part=side.part,
        start=side.start,
        end=side.end,
        before=lead(side.before),
        after=tail(side.after),
        by_person=side.by == PERSON,
    )


def speaker(side: Side) -> str:
    """``Ysolde Karrant, spokeswoman``; who is not named stays so."""
    if side.field is not None:
        return side.who or "the report itself"
    name = side.who or "somebody the report does not name"
    for more in (side.role, side.body):
        if more and more.casefold() not in name.casefold():
            name = f"{name}, {more}"
    return name


def says(side: Side) -> str:
    """``killed 12 police``, ``denied``."""
    if side.field is None:
        act: Act | None = next((act for act in wording.ACTS if act == side.act), None)
        return wording.ACTS[act] if act else ""
    if isinstance(side.value, Attribution):
        denied = ", denied" if side.value.denied else ""
        return f"{wording.label(side.field)}: {side.value.status}{denied}"
    group = f" {side.group}" if side.group else ""
    return f"{wording.label(side.field)} {wording.say(side.value)}{group}"

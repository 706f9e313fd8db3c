"""Incidents in two or three lines each: for lists, for search, for the demonstration."""

from collections.abc import Sequence

from reportedly import wording
from reportedly.cli.screen import Line, Part, Screen, amber, faint, strong
from reportedly.records import Actor, Attribution, Count, Incident

_COUNTED_FIRST = ("killed", "injured", "attackers_killed")


def headline(screen: Screen, incident: Incident) -> None:
    """Id, what, when, where, and the status if it did not simply happen."""
    kind, day, where = (
        wording.say(value) if (value := incident.get(field)) else f"{field} not stated"
        for field in ("type", "date", "place")
    )
    head: list[Part] = [strong(kind), f" · {day} · {where}"]
    status = incident.get("status")
    if status is not None and wording.say(status) != "completed":
        head.append(amber(f" · {wording.say(status)}"))
    screen.columns([[strong(incident.id), head]])


def summary(screen: Screen, incident: Incident, more: Sequence[tuple[str, Line]] = ()) -> None:
    """The headline; then who and how many; then ``more`` lines, and what is disputed."""
    headline(screen, incident)
    rows: list[tuple[str, Line]] = []
    if people := figures(incident):
        rows.append(("people", people))
    if by := responsible(incident):
        rows.append(("by", by))
    rows.extend(more)
    if fields := disputed(incident):
        rows.append(("disputed", amber(", ".join(fields))))
    screen.pairs(rows, indent=2)


def figures(incident: Incident) -> str:
    """``killed 7 to 15 (best 12), injured 31``: every count that has a value."""
    counts = [f for f in incident.findings if isinstance(f.value, Count)]
    counts.sort(key=lambda f: f.field not in _COUNTED_FIRST)
    return ", ".join(f"{f.field.replace('_', ' ')} {wording.say(f.value)}" for f in counts)


def responsible(incident: Incident) -> list[Part]:
    """The actors named, and who says so."""
    actors = [f.value for f in incident.findings if isinstance(f.value, Actor)]
    named = ", ".join(wording.actor(actor) for actor in actors)
    says = next((f.value for f in incident.findings if isinstance(f.value, Attribution)), None)
    if not named and says is None:
        return []
    about = f" ({wording.attribution(says)})" if says and says.status != "unknown" else ""
    return [named or "nobody named", faint(about)]


def disputed(incident: Incident) -> list[str]:
    """What is in dispute, each once: field names, else the kind of dispute."""
    names = (d.field or d.kind for d in incident.disputes)
    return list(dict.fromkeys(name.replace("_", " ") for name in names))

"""What another coder made of an event, in words: in their terms, and as theirs."""

from reportedly import wording
from reportedly.records import Coded, CodedRow, Side, Toll

_ALL_SIDES = frozenset({"acled", "ged", "gtd"})  # whose tolls count the dead of all sides


def name(row: CodedRow) -> str:
    """``UCDP GED 300380``."""
    return f"{row.coder} {row.event.key}"


def headline(event: Coded) -> str:
    """``Battles, Armed clash · 18 March 2031 · Dulmeck, Ilvane, Quessara``."""
    terms = ", ".join(word for word in event.words if word and not word.isdecimal())
    kind = terms or (wording.code(event.type) if event.type else "")
    day = f"{_day(event)}" if event.when else "date not coded"
    where = wording.place(event.place) if event.place else "place not coded"
    return " · ".join(part for part in (kind, day, where) if part)


def figures(event: Coded) -> str:
    """``killed 7 to 15 (best 12) of all sides, 3 of them civilians; injured 31``."""
    parts = []
    if event.killed:
        sides = " of all sides" if event.format in _ALL_SIDES else ""
        parts.append(f"killed {toll(event.killed)}{sides}")
    if event.civilians:
        parts.append(f"civilians killed {event.civilians:,}")
    if event.attackers is not None:
        parts.append(f"attackers killed {event.attackers:,}")
    if event.injured is not None:
        parts.append(f"injured {event.injured:,}")
    return ", ".join(parts)


def sides(event: Coded) -> str:
    """``Government of Quessara against the Ilvane Ridge Front``, as coded."""
    return " against ".join(named for side in (event.one, event.other) if (named := _names(side)))


def told(event: Coded) -> list[str]:
    """What it was, who was hurt, who took part: each in a part of its own, as far as coded."""
    return [part for part in (headline(event), figures(event), sides(event)) if part]


def toll(killed: Toll) -> str:
    """``7``, ``7 to 15 (best 12)``, ``12 (at most 15)``; what is not coded is not said."""
    low, best, high = killed.low, killed.best, killed.high
    stated = {n for n in (low, best, high) if n is not None}
    if len(stated) == 1:
        return f"{stated.pop():,}"
    if low is not None and high is not None:
        return f"{low:,} to {high:,}" + (f" (best {best:,})" if best is not None else "")
    end = f"at least {low:,}" if low is not None else f"at most {high:,}"
    return f"{best:,} ({end})"


def _day(event: Coded) -> str:
    assert event.when is not None
    if event.day and event.when.precision != "day":
        return f"about {wording.day(event.day)}"
    return wording.when(event.when)


def _names(side: Side) -> str:
    return ", ".join(wording.actor(actor) for actor in side.actors)

"""Decisions in words: for the log, for lists of what changed and of what differs."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from reportedly import review, wording
from reportedly.records import Anchor, Decision, Differing, Value

if TYPE_CHECKING:
    from reportedly.pipeline import Change, Release

_DONE = {
    "accept": "accepted",
    "reject": "rejected",
    "correct": "corrected",
    "adjudicate": "settled",
    "dispute": "disputed",
}


def values(ones: Sequence[Value]) -> str:
    return ", ".join(wording.say(one) for one in ones) or wording.UNKNOWN


def moment(when: datetime) -> str:
    """``2031-03-20 14:02``, in UTC as everything in the store."""
    return f"{when:%Y-%m-%d %H:%M}"


def change(one: "Change") -> list[str]:
    """``INC-3 killed: 7 to 15 -> 12``: a line for each field, or for what came or went."""
    if one.kind == "new":
        return [f"{one.id} is an incident of its own"]
    if one.incident is None:
        return [f"{one.id} is now part of {one.home}" if one.home else f"{one.id} is gone"]
    lines = [
        f"{one.id} {wording.label(each.field)}: {values(each.old)} -> {values(each.new)}"
        for each in one.altered
    ]
    then, now = (len(i.accounts) if i else 0 for i in (one.before, one.incident))
    if then != now:
        lines.append(f"{one.id} is told of {wording.number(now, 'time')}, before {then}")
    return lines or [f"{one.id}: other words count, no value changed"]


def signed(made: Decision) -> str:
    """Who decided, when and why."""
    why = f": {made.reason}" if made.reason else ""
    return f"{made.reviewer} {_DONE[made.action]} it on {wording.day(made.made_at)}{why}"


def machine(one: Differing) -> str:
    """What the machine says today."""
    return f"the machine reads {values(one.machine) if one.machine else 'nothing'}"


def differs(one: Differing) -> str:
    """What the person said, beside what the machine says today."""
    said = f"{values(one.person)}, as " if one.person else ""
    return (
        f"{one.incident} {wording.label(one.field)}: {said}{signed(one.decision)}; {machine(one)}"
    )


def words(decision: Decision, release: "Release", known: Mapping[str, Decision]) -> str:
    """One decision as it was made, by the names that things had then."""
    match decision.action:
        case "undo":
            undone = known.get(decision.subject[0])
            what = words(undone, release, known) if undone else decision.subject[0]
            return f"undid: {what}"
        case "join":
            return f"joined {_sides(decision, release, ' and ')}"
        case "split":
            return f"split {_sides(decision, release, ' from ')}"
        case action:
            about = _about(decision, release)
            value = f": {wording.say(decision.value)}" if decision.value is not None else ""
            return f"{_DONE[action]} {about}{value}"


def _about(decision: Decision, release: "Release") -> str:
    field = f" {wording.label(decision.field)}" if decision.field else ""
    claims = [one for one in decision.anchors if one.kind == "claim"]
    if spoken := review.saying(decision):
        _, start, end = spoken.spans[0]
        return f"a statement in {_report(spoken, release)}, {start}-{end}"
    if not claims:
        return f"{', '.join(decision.subject)}{field}"
    said = ", ".join(dict.fromkeys(_claim(one, release) for one in claims))
    return f"{wording.label(claims[0].field or '')} {said}"


def _claim(one: Anchor, release: "Release") -> str:
    value = wording.say(one.value) if one.value is not None else ""
    return f"{value} of {_report(one, release)}".strip()


def _sides(decision: Decision, release: "Release", between: str) -> str:
    """Incidents by their names of then, accounts by the reports that they stand in."""
    sides = []
    for subject in decision.subject:
        mine = [one for one in decision.anchors if one.subject == subject]
        reports = dict.fromkeys(_report(one, release) for one in mine)
        incident = not mine or subject not in {one.id for one in mine}
        sides.append(subject if incident else ", ".join(reports))
    return between.join(sides)


def _report(one: Anchor, release: "Release") -> str:
    if one.report not in release.readings:
        return "a report that is gone"
    return release.report(one.report).name

"""Whom a definite noun means: "the insurgents", "the group", "the army", after one has been named.

A noun that presupposes somebody known ("the rebels", "the same gang") means the group named last
before it. A state's force named by its kind alone ("the army") means the only one of that kind that
the report names. "Gunmen" and "the attackers" presuppose nobody and stay unnamed.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.records import Actor, ActorMark, Annotated

_REACH = 8  # sentences between a name and the noun that means it
_BODY = "group|organi[sz]ation|outfit|faction|movement"
_DEFINITE = re.compile(
    r"\b[Tt]h(?:e|is|at|ese|ose) (?:same )?(?:(?:[\w’'-]+(?:ist|ed|ish|an|nt|el)|opposition|rebel|"
    r"Sunni|Shia|Shiite|radical|\w*-?hardline|terror|guerrilla|paramilitary|Islamic) ){0,4}"
    rf"(?P<noun>{_BODY}|"
    r"rebels|insurgents|militants|guerrillas|jihadists|separatists|extremists|militia|gang|cartel)"
    r"\b(?![’']?s?[ -](?:of (?!the (?:attack|raid))|leaders?\b|members?\b|spokes))"
)
_APPOSED = re.compile(r",? (?:the |known as |called )?")
_NAME = re.compile(r"[’']?s?[ -][A-Z]")
_PEOPLE = re.compile(
    r"\b(?:in|among|amongst|with|rejoin|rejoined|joined by) $"
)  # hostages are a group
_LOOK_BACK = 20
_KIND = re.compile(r"polic|constab|security|guard|gendarm", re.IGNORECASE)
_NO_FIGHTERS = ("unnamed", "state_force", "government", "igo", "security_service")


def with_antecedents(annotated: Annotated, marks: Sequence[ActorMark]) -> tuple[ActorMark, ...]:
    """The marks, in text order, with those whom definite nouns mean."""
    text = annotated.report.text
    forces = _only_forces(text, marks)
    starts = [sentence.start for sentence in annotated.sentences]
    named = [mark for mark in marks if _is_group(mark)]
    at = [mark.end for mark in named]
    begun = [mark.start for mark in marks]
    meant: list[ActorMark] = []
    for match in _DEFINITE.finditer(text):
        start, end = match.span("noun")
        number = bisect_right(at, match.start()) - 1
        if number + 1 < len(named) and _APPOSED.fullmatch(text, end, named[number + 1].start):
            number += 1  # "the banned group, the Arvo Front"
        elif _NAME.match(text, end):
            continue  # "the rebel group Xyz", of an Xyz that nobody knows
        elif _PEOPLE.search(text, max(0, match.start() - _LOOK_BACK), match.start()):
            continue
        if number < 0 or any(m.start < end and start < m.end for m in named[number : number + 2]):
            continue
        last = bisect_left(begun, end)
        if any(m.start != start and start < m.end for m in marks[max(0, last - 2) : last]):
            continue  # the noun of a longer name: "Elbonian-backed rebels"
        group = named[number]
        if bisect_right(starts, start) - bisect_right(starts, group.start) <= _REACH:
            actor = replace(group.actor, qualifier=None)
            reason = f"means {actor.name}, named before"
            meant.append(ActorMark(start, end, actor, group.candidates, reason))
    taken = {mark.start for mark in meant}
    kept = [_forced(mark, forces) for mark in marks if mark.start not in taken]
    return tuple(sorted((*kept, *meant), key=lambda mark: mark.start))


def _forced(mark: ActorMark, forces: Mapping[str, Actor]) -> ActorMark:
    """A state's force without a name, as the only one of its kind that the report names."""
    if not mark.bare or mark.actor.ref or mark.actor.kind != "state_force":
        return mark
    force = forces.get(_body(mark.bare))
    return (
        replace(mark, actor=force, reason=f"{mark.reason}; the only one named") if force else mark
    )


def _is_group(mark: ActorMark) -> bool:
    return mark.actor.kind not in _NO_FIGHTERS and not mark.bare


def _only_forces(text: str, marks: Sequence[ActorMark]) -> dict[str, Actor]:
    """Of each kind, the state's force that the report names, if it names one alone."""
    named: dict[str, dict[str, Actor]] = {}
    for mark in marks:
        if mark.actor.kind == "state_force" and mark.actor.ref and not mark.bare:
            actor = replace(mark.actor, qualifier=None)
            named.setdefault(_body(text[mark.start : mark.end]), {})[mark.actor.ref] = actor
    return {body: next(iter(forces.values())) for body, forces in named.items() if len(forces) == 1}


def _body(words: str) -> str:
    """Police, guards and the like, or soldiers: what the words of a name say."""
    kind = _KIND.search(words)
    return kind.group().lower() if kind else "military"

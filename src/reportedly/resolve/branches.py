"""Branches and proxies named by their mother: "X's Yemen branch", "Y-backed rebels".

A branch is found through the registry's parents and the country that stands with it; where the
registry has no such branch, or several, the mention stays open and never means the mother.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from reportedly.plugins import Names
from reportedly.records import Actor, ActorMark
from reportedly.resolve.surroundings import Surroundings

_OWNER = r"(?:['’]s?)? "
_BRANCH = (
    r"(?:branch|affiliate|franchise|offshoot|chapter|arm|wing|faction|subsidiary|province|division)"
)
_LOOSE = r"(?:(?:powerful|local|regional|main|most active|official|deadly|so-called|powerful) )*"
_AREA = r"(?P<area>(?:[A-Z][\w’.-]+ ){1,3}?)"
# "X's Yemen-based branch", "X branch in Yemen", "the Yemen branch of X", "X's armed wing"
_AFTER = re.compile(
    rf"{_OWNER}{_LOOSE}(?:{_AREA})?(?:[\w-]+ )?(?P<noun>{_BRANCH})\b"
    r"(?: (?:in|for) (?:the )?(?P<there>[A-Z][\w’.-]+(?: [A-Z][\w-]+){0,2}))?"
)
_OF = re.compile(
    r"\b(?:(?P<area>[A-Z][\w’.-]+(?: [A-Z][\w-]+)*)(?:-based)? )(?:[\w-]+ )?"
    rf"{_BRANCH} of (?:the )?$"
)
_ARMED = re.compile(r"\b(?:armed|military) (?:wing|arm)$")
_FIGHTERS = (
    r"(?:militants?|rebels?|insurgents?|fighters|gunmen|extremists?|jihadists?|group|faction|"
    r"militia|insurgency|militiamen)"
)
_LINKED = re.compile(
    rf"[-–](?:linked|affiliated|aligned|allied|inspired|connected) (?P<area>[A-Z][\w-]+) "
    rf"(?:[\w-]+ )?{_FIGHTERS}\b"
)
_BACKED = re.compile(
    r"[-–](?:backed|supported|sponsored|funded|armed) (?:armed |separatist |militant )?"
    r"(?:rebels|separatists|insurgents|guerrillas|rebel forces|separatist forces)\b"
)
_LED = re.compile(r"[-–]led (?P<body>(?:special forces|troops|soldiers|commandos))\b")
_PEACEKEEPERS = re.compile(
    r"(?:['’]s?)? (?:peace-?keep(?:ers|er|ing (?:forces?|mission|troops|soldiers))|troops|soldiers|"
    r"blue helmets|forces?|military mission|mission)\b"
)
_LOOK_BACK = 80


def with_branches(
    around: Surroundings, marks: Sequence[ActorMark], names: Names
) -> list[ActorMark]:
    """The marks, those that name a branch or a proxy by somebody else replaced by what is meant."""
    found = [
        new
        for mark in marks
        if mark.actor.ref and not mark.bare
        for new in (
            _peacekeepers(around, mark, names)
            if mark.actor.kind == "igo"
            else _branch(around, mark, names)
        )
    ]
    found += _of_states(around, names)
    found = [f for n, f in enumerate(found) if not any(_meet(f, e) for e in found[:n])]
    kept = [m for m in marks if not any(_meet(m, f) for f in found)]
    return sorted((*kept, *found), key=lambda m: (m.start, m.end))


def _meet(one: ActorMark, other: ActorMark) -> bool:
    return one.start < other.end and other.start < one.end


def _branch(around: Surroundings, mark: ActorMark, names: Names) -> Iterator[ActorMark]:
    text, ref = around.annotated.report.text, mark.actor.ref or ""
    every = names.branches(ref)
    if not every and not _of_a_mother(mark.actor):
        return
    if match := _LINKED.match(text, mark.end):
        code = _code(around, *match.span("area"))
        fitting = _fitting(every, code, match["area"], around.day(mark.start), names)
        if len(fitting) == 1:
            why = f"the only one of {code} linked to {mark.actor.name}"
            actor = replace(fitting[0], qualifier="linked")
            yield ActorMark(mark.start, match.end(), actor, (actor,), why)
        return
    start, end, area = mark.start, 0, ""
    span = (0, 0)
    if match := _AFTER.match(text, mark.end):
        name = "there" if match["there"] else "area"
        end, span, area = match.end(), match.span(name), match[name] or ""
    elif before := _OF.search(text, max(0, mark.start - _LOOK_BACK), mark.start):
        start, end, span, area = before.start(), mark.end, before.span("area"), before["area"]
    if not end:
        return
    words = text[start:end]
    if _ARMED.search(words):
        fitting = [b for b in every if names.background(b.ref or "").relation == "armed wing"]
    elif area:
        fitting = _fitting(every, _code(around, *span), area, around.day(mark.start), names)
    else:
        here = around.country(mark.start)
        fitting = _fitting(every, here[0] if here else None, "", around.day(mark.start), names)
    yield _as(mark, start, end, _branch_called(mark.actor, words), fitting)


def _peacekeepers(around: Surroundings, mark: ActorMark, names: Names) -> Iterator[ActorMark]:
    """ "UN peacekeepers": the mission in the country that is spoken of, if only one is there."""
    text = around.annotated.report.text
    match = _PEACEKEEPERS.match(text, mark.end)
    here = around.country(mark.start) if match else None
    if match is None or here is None:
        return
    every = names.branches(mark.actor.ref or "")
    forces = [f for f in every if f.kind in ("igo_force", "peacekeeping")]
    fitting = _fitting(forces, here[0], "", around.day(mark.start), names)
    if len(fitting) == 1:
        actor = replace(fitting[0], qualifier=mark.actor.qualifier)
        why = f"the only one of {mark.actor.name} there; {here[1]}"
        yield ActorMark(mark.start, match.end(), actor, (actor,), why)


def _of_a_mother(actor: Actor) -> bool:
    return actor.kind in ("armed_group", "political_armed", "de_facto_government", "umbrella")


def _branch_called(mother: Actor, words: str) -> Actor:
    return Actor(" ".join(words.split()), kind="affiliate", parent=mother.name)


def _as(
    mark: ActorMark, start: int, end: int, called: Actor, fitting: Sequence[Actor]
) -> ActorMark:
    """The branch if only one fits; else a mark without a reference that keeps those that fit."""
    if len(fitting) == 1:
        actor = replace(fitting[0], qualifier=mark.actor.qualifier)
        return ActorMark(start, end, actor, (actor,), f"the branch of {called.parent} that fits")
    actor = replace(called, qualifier=mark.actor.qualifier)
    told = "several branches" if fitting else "no known branch"
    return ActorMark(start, end, actor, tuple(fitting), f"{told} of {called.parent} would fit")


def _code(around: Surroundings, start: int, end: int) -> str | None:
    place = around.place_at(start, end) if end else None
    return place.country_code if place else None


def _fitting(
    branches: Sequence[Actor], code: str | None, area: str, day: date | None, names: Names
) -> Sequence[Actor]:
    """The branches of a country or a region on a day; the one whose first country it is."""
    known = [(b, names.background(b.ref or "")) for b in branches]
    known = [(b, k) for b, k in known if k.existed(day)]
    word = area.strip().removesuffix("n").lower()
    if word and (
        by_region := [b for b, k in known if any(r.lower().startswith(word) for r in k.regions)]
    ):
        return by_region
    if code is None:
        return ()
    there = [(b, k) for b, k in known if code in k.countries]
    first = [b for b, k in there if k.countries[0] == code]
    return first if len(first) == 1 else [b for b, _ in there]


def _of_states(around: Surroundings, names: Names) -> Iterator[ActorMark]:
    """ "Y-backed rebels", "Y-led special forces"."""
    text = around.annotated.report.text
    for place in around.annotated.places:
        code = place.place.country_code
        if code is None:
            continue
        words = text[place.start : place.end]
        if match := _LED.match(text, place.end):
            meant = tuple(names.actors(f"{place.place.country} {match['body']}"))
            if len(meant) == 1:
                yield ActorMark(place.start, match.end(), meant[0], meant, f"led by {code}")
        elif match := _BACKED.match(text, place.end):
            day, near = around.day(place.start), around.near(place.start)
            backed = [
                actor
                for actor in names.backed(code)
                if (known := names.background(actor.ref or "")).existed(day)
                and any(near.get(c) and c != code for c in known.countries)
            ]
            called = Actor(text[place.start : match.end()], kind="unnamed")
            one = backed[0] if len(backed) == 1 else called
            why = f"{len(backed) or 'none'} said to be backed by {words} would fit"
            yield ActorMark(
                place.start, match.end(), one, tuple(backed), why,
                bare=None if len(backed) == 1 else text[place.start : match.end()],
            )  # fmt: skip

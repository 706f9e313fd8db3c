"""Chooses which registered actor each name means, or leaves it open.

A definition in the report wins ("X, better known as Y"); then the countries named nearby and in
the report; then the years in which the actor existed. A name that still fits more than one keeps
its candidates and no ``ref``.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from reportedly.plugins import Names
from reportedly.records import Actor, ActorMark, Annotated, Place
from reportedly.resolve import bodies
from reportedly.resolve.antecedents import with_antecedents
from reportedly.resolve.branches import with_branches
from reportedly.resolve.surroundings import Surroundings

_LETTERS = 4  # an acronym of so few stands for something else somewhere


def actors(annotated: Annotated, names: Names, home: Place | None = None) -> tuple[ActorMark, ...]:
    """The marks with ``ref``, registry name and kind where one actor is meant; metonyms added."""
    defined = _definitions(annotated)
    around = Surroundings(annotated, home)
    settled = []
    open_bodies = []
    for mark in (*annotated.actors, *_governments(annotated, names)):
        text = annotated.report.text[mark.start : mark.end]
        if bodies.is_open(mark):
            open_bodies.append(mark)
            continue
        candidates = defined.get(_plain(text)) or mark.candidates
        reason = "defined in the report" if _plain(text) in defined else ""
        left, grounds = _narrowed(around, mark, candidates, names)
        if len(left) == 1 and not reason and _is_elsewhere(around, text, left[0], names):
            why = f"{left[0].name}? no country of it is named"
            settled.append(replace(mark, candidates=tuple(candidates), reason=why))
        elif len(left) == 1:
            settled.append(_chosen(mark, left[0], candidates, reason or grounds))
        else:
            settled.append(replace(mark, candidates=tuple(candidates)))
    around = Surroundings(annotated, home, names, settled)
    settled += [bodies.of_the_country(around, mark, names) for mark in open_bodies]
    settled.sort(key=lambda mark: (mark.start, mark.end))
    return with_antecedents(annotated, with_branches(around, settled, names))


def _is_elsewhere(around: Surroundings, words: str, actor: Actor, names: Names) -> bool:
    """True for the letters of a group of another part of the world: they abbreviate much else."""
    letters = _plain(words)
    if len(letters) > _LETTERS or not letters.isupper() or not letters.isalpha():
        return False
    known = names.background(actor.ref or "")
    if not known.countries or names.branches(actor.ref or ""):
        return False
    return len(around.countries) > 0 and not around.countries.keys() & set(known.countries)


def _plain(text: str) -> str:
    return " ".join(text.split()).removeprefix("the ").removeprefix("The ")


def _chosen(mark: ActorMark, actor: Actor, candidates: Sequence[Actor], grounds: str) -> ActorMark:
    others = tuple(c for c in candidates if c != actor)
    reason = "; ".join(filter(None, (mark.reason, grounds)))
    actor = replace(actor, qualifier=mark.actor.qualifier)
    return replace(mark, actor=actor, candidates=(actor, *others), reason=reason)


def _definitions(annotated: Annotated) -> dict[str, tuple[Actor, ...]]:
    """What the report's own aliases mean: the actor of the name that each stands for."""
    text = annotated.report.text
    at = {(m.start, m.end): m for m in annotated.actors if m.candidates}
    starts = [m.start for m in annotated.actors]
    defined: dict[str, tuple[Actor, ...]] = {}
    for alias in annotated.aliases:
        mark = at.get(alias.name) or _covering(alias.name, starts, annotated.actors)
        if mark is not None and mark.candidates:
            defined[_plain(text[slice(*alias.alias)])] = mark.candidates
            continue
        # the short form may be the one that the registry knows
        known = at.get(alias.alias)
        if known is not None:
            defined[_plain(text[slice(*alias.name)])] = known.candidates
    return defined


def _covering(
    span: tuple[int, int], starts: Sequence[int], marks: Sequence[ActorMark]
) -> ActorMark | None:
    """The mark that covers the words, if one does."""
    index = bisect_right(starts, span[0]) - 1
    return marks[index] if index >= 0 and span[1] <= marks[index].end else None


def _narrowed(
    around: Surroundings, mark: ActorMark, candidates: Sequence[Actor], names: Names
) -> tuple[Sequence[Actor], str]:
    """The candidates that fit the time, then the country nearby, then the report's country."""
    if len(candidates) < 2:
        return candidates, "the only one of that name" if candidates else ""
    day = around.day(mark.start)
    fitting = [c for c in candidates if names.background(c.ref or "").existed(day)] or list(
        candidates
    )
    if len(fitting) == 1:
        return fitting, f"the one that existed on {day}"
    branches = [c for c in fitting if any(c.parent == other.name for other in fitting)]
    if len(branches) == 1:
        fitting = [c for c in fitting if branches[0].parent != c.name]  # whose own name it is
        if len(fitting) == 1:
            return fitting, f"the branch of {branches[0].parent} that bears the name"
    for weights, where in (
        (around.near(mark.start), "nearby"),
        (around.countries, "in the report"),
    ):
        scores = {
            c.ref: sum(weights.get(code, 0) for code in names.background(c.ref or "").countries)
            for c in fitting
        }
        best = max(scores.values(), default=0)
        left = [c for c in fitting if scores[c.ref] == best]
        if best and len(left) == 1:
            code = max(
                names.background(left[0].ref or "").countries, key=lambda k: weights.get(k, 0)
            )
            return left, f"{code} is named {where}"
    return fitting, ""


def _governments(annotated: Annotated, names: Names) -> list[ActorMark]:
    """A mark for each capital or country that stands for its government."""
    found = []
    taken = [(m.start, m.end) for m in annotated.actors]
    for place in annotated.places:
        country = place.place.country
        if place.use != "metonym" or country is None:
            continue
        index = bisect_left(taken, (place.end, 0)) - 1
        if index >= 0 and place.start < taken[index][1]:
            continue
        candidates = tuple(names.actors(f"Government of {country}"))
        name = annotated.report.text[place.start : place.end]
        found.append(
            ActorMark(
                place.start, place.end, Actor(name, kind="government"), candidates,
                f"{name} stands for the government",
            )
        )  # fmt: skip
    return found

"""Marks at spans that somebody says are places: a coder's selection, a benchmark's gold.

The rest of the text is read as always, so that a dateline or a state named elsewhere still counts.
"""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.annotate import lexicon as lex
from reportedly.annotate.naming import words
from reportedly.annotate.places import places
from reportedly.plugins import Names
from reportedly.records import Annotated, Place, PlaceMark, PlacePrecision

_LEADING = lex.DIRECTIONS | lex.NEIGHBOURING | {"of", "in", "city", "town", "state", "province"}


def given_places(
    annotated: Annotated, names: Names, spans: Sequence[tuple[int, int]]
) -> tuple[PlaceMark, ...]:
    """A mark for every span, and the places found outside them, in text order."""
    text = annotated.report.text
    found = places(annotated, names)
    exact = {(m.start, m.end): m for m in found}
    marks = [_given(text, span, exact.get(span), names) for span in sorted(set(spans))]
    free = [m for m in found if not any(m.start < end and start < m.end for start, end in spans)]
    return tuple(sorted([*marks, *free], key=lambda m: (m.start, m.end)))


def _given(text: str, span: tuple[int, int], found: PlaceMark | None, names: Names) -> PlaceMark:
    if found is not None and found.candidates:
        return found
    surface = " ".join(text[slice(*span)].split())
    kind: PlacePrecision = "name"
    candidates: Sequence[Place] = names.places(surface)
    use = found.use if found is not None else "location"
    if not candidates and (candidates := names.demonyms(surface)):
        use = "demonym"
    if not candidates:
        candidates, kind = _part(surface, names)
    if found is not None:
        return replace(found, candidates=tuple(candidates))
    return PlaceMark(*span, Place(surface, kind), use, tuple(candidates), "given as a place")


def _part(surface: str, names: Names) -> tuple[Sequence[Place], PlacePrecision]:
    """What a part of the words names: the country of its north, the town of its stadium."""
    found = words(surface)
    for first in range(len(found)):
        if first and found[first - 1].low not in _LEADING | lex.FACILITIES | lex.PARTICLES:
            break
        for last in range(len(found), first, -1):
            part = surface[found[first].start : found[last - 1].end]
            if known := names.places(part) or names.demonyms(part):
                led = all(w.low in _LEADING for w in found[:first])
                return known, "name" if led and last == len(found) else "site"
    return (), "name"

"""Marks at spans that somebody says are places: a coder's selection, a benchmark's gold.

The rest of the text is read as always, so that a dateline or a state named elsewhere still counts.
"""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.annotate import lexicon as lex
from reportedly.annotate.naming import words
from reportedly.annotate.place_uses import Use
from reportedly.annotate.places import places
from reportedly.plugins import Names
from reportedly.records import Annotated, Place, PlaceMark, PlacePrecision

# "northern Kolo", "the city of Kolo", "University of Kolo"
_LEADING = lex.DIRECTIONS | lex.NEIGHBOURING | lex.FACILITIES | lex.listed("of in city town state")


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
    surface = " ".join(text[slice(*span)].split())
    known, kind = _meant(surface, names)
    if found is not None and found.candidates:
        known = tuple(dict.fromkeys((*found.candidates, *known)))
    if found is not None:
        return replace(found, candidates=known)
    demonym = bool(known) and not names.places(surface, small=True) and kind == "name"
    use: Use = "demonym" if demonym and names.demonyms(surface) else "location"
    return PlaceMark(*span, Place(surface, kind), use, known, "given as a place")


def _meant(surface: str, names: Names) -> tuple[tuple[Place, ...], PlacePrecision]:
    """What the words name, or a part of them: the country of its north, the town of its airport."""
    if known := names.places(surface, small=True) or names.demonyms(surface):
        return tuple(known), "name"
    found = words(surface)
    site = len(found) > 1 and found[-1].low in lex.FACILITIES
    town = site and found[-1].low in lex.TOWN_FACILITIES
    first, last = 0, len(found) - town
    while first < last and found[first].low in _LEADING:
        site = site or found[first].low in lex.FACILITIES
        first += 1
    if first == last or (site and not town and not first):
        return (), "site" if site else "name"
    part = surface[found[first].start : found[last - 1].end]
    known = names.places(part, small=True) or names.demonyms(part)
    return tuple(known), "site" if site else "name"

"""Which country's government, army or police is meant: "the police", "Kolo police", "the regime".

The place named with the body decides, then the country spoken of; otherwise it stays open.
"""

import re
from dataclasses import replace

from reportedly.plugins import Names
from reportedly.records import ActorMark
from reportedly.resolve.surroundings import Surroundings

KINDS = ("state_force", "government")
# "the police in Kolo", "the police chief of Kolo"
_THERE = re.compile(
    r"(?: (?:chief|commissioner|spokes(?:man|woman|person)|officers?|officials?|department|force))?"
    r" (?:in|of|from) (?:the )?(?:(?:city|town|village|capital|province|state) of )?(?=[A-Z])"
)
_OWN = re.compile(r"^[A-Z].*? (?=[a-z])")


def of_the_country(around: Surroundings, mark: ActorMark, names: Names) -> ActorMark:
    """The body of the country that is meant; the mark as it was where that is open."""
    text = around.annotated.report.text
    found = _stated(around, mark, text) or around.country(mark.start)
    if found is None:
        return mark
    code, grounds = found
    country = around.country_name(code)
    called = mark.actor.name, _OWN.sub("", mark.actor.name), _noun(mark.actor.name)
    every = (tuple(names.actors(f"{country} {body}")) for body in called)
    day = around.day(mark.start)
    meant = [a for a in next(filter(None, every), ()) if names.background(a.ref or "").existed(day)]
    if len(meant) != 1:
        return mark
    actor = replace(meant[0], qualifier=mark.actor.qualifier)
    return replace(
        mark, actor=actor, candidates=(actor,), reason=f"{mark.reason}; {grounds}"
    )  # fmt: skip


def _stated(around: Surroundings, mark: ActorMark, text: str) -> tuple[str, str] | None:
    """The country of the place that stands with the body itself."""
    if place := around.place_at(mark.start, mark.end):
        return place.country_code or "", f"{place.name} is in {place.country}"
    if _OWN.match(mark.actor.name):
        return None  # "Kolo police" of a Kolo that nobody knows
    there = _THERE.match(text, mark.end)
    place = around.place_at(there.end(), there.end() + 1) if there else None
    return (place.country_code or "", f"{place.name} is in {place.country}") if place else None


def _noun(body: str) -> str:
    """The last word: "masked security men" are a country's "security men"."""
    return body.split()[-1]


def is_open(mark: ActorMark) -> bool:
    """True for a body of a state that is named by its kind alone."""
    return mark.actor.kind in KINDS and not mark.candidates

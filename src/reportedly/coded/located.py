"""Names in a coded row looked up: the country's code, the place's and the actors' references.

The names stay as the coder wrote them. A place is one of the gazetteer only where name and point
agree; an actor one of the registry only where the name is no other's.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from reportedly.plugins import Names
from reportedly.records import Actor, Coded, Place, Side
from reportedly.records.nearness import distance_km

_SAME_KM = 25.0  # between the coder's point and the gazetteer's, for a place of that name
# "Dulmeck town", "Ilvane province": what is added to the name to say what it is
_KINDS = re.compile(
    r"\s+(?:city|town|village|area|camp|district|municipality|county|department|governorate|"
    r"province|region|state|prefecture|oblast|division)$",
    re.IGNORECASE,
)
_OTHER_NAME = re.compile(r"^(.*?)\s*\((.*?)\)$")
_REMEMBERED = 50_000


class Located:
    def __init__(self, names: Names) -> None:
        self._names = names
        self._country = lru_cache(maxsize=1_000)(self._find_country)
        self._places = lru_cache(maxsize=_REMEMBERED)(self._find_places)
        self._actor = lru_cache(maxsize=_REMEMBERED)(self._find_actor)

    def __call__(self, coded: Coded) -> Coded:
        """The same row with what the look-ups found."""
        place = self._place(coded.place) if coded.place else None
        return replace(coded, place=place, one=self._side(coded.one), other=self._side(coded.other))

    def _place(self, place: Place) -> Place:
        code = self._country(place.country) if place.country else None
        near = [
            (apart, found.ref)
            for found in self._places(place.name)
            if (apart := distance_km(found, place)) is not None and apart <= _SAME_KM
        ]
        ref = min(near)[1] if near and place.precision in ("city", "near") else None
        return replace(place, country_code=code, ref=ref)

    def _side(self, side: Side) -> Side:
        return replace(side, actors=tuple(self._known(actor) for actor in side.actors))

    def _known(self, actor: Actor) -> Actor:
        ref, parent = self._actor(actor.name)
        return replace(actor, ref=ref, parent=parent)

    def _find_country(self, name: str) -> str | None:
        for part in _ways(name):
            for place in self._names.places(part):
                if place.precision == "country":
                    return place.country_code
        return None

    def _find_places(self, name: str) -> list[Place]:
        plain = _KINDS.sub("", name)
        return [p for p in self._names.places(plain, small=True) if p.ref and p.lat is not None]

    def _find_actor(self, name: str) -> tuple[str | None, str | None]:
        for part in _ways(name):
            found = self._names.actors(part)
            if len(found) == 1:
                return found[0].ref, found[0].parent
        return None, None


def _ways(name: str) -> Iterator[str]:
    """A name, and each of the two in "Myanmar (Burma)"."""
    yield name
    if found := _OTHER_NAME.match(name):
        yield from (part for part in found.groups() if part)

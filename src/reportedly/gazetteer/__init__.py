"""Places and actors by name: the built-in ones, and a person's own on top of them.

The places are GeoNames data (CC BY 4.0, geonames.org); see NOTICE.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from reportedly.assets import locate
from reportedly.gazetteer.entries import Entry
from reportedly.gazetteer.forces import Forces
from reportedly.gazetteer.index import PlaceIndex
from reportedly.gazetteer.own import OwnPlaces
from reportedly.gazetteer.registry import Registry, read_rows
from reportedly.plugins import Background
from reportedly.records import Actor, Place

__all__ = ["Entry", "Gazetteer", "open_names"]


_LONGEST = 120  # characters; longer text is no name


class Gazetteer:
    """The look-ups of :class:`reportedly.plugins.Names`; a person's own entries come first."""

    def __init__(
        self,
        index: PlaceIndex,
        actors: Sequence[Registry],
        forces: Forces,
        own: OwnPlaces | None = None,
    ) -> None:
        self._index = index
        self._registries = actors
        self._forces = forces
        self._own = own
        self._actors = lru_cache(maxsize=100_000)(self._find_actors)

    def places(self, name: str, *, small: bool = False) -> Sequence[Place]:
        """Every place of that name or alternate name: own ones, then the most populous first."""
        found = self._index.places(name, small=small)
        return (*self._own.places(name), *found) if self._own else found

    def demonyms(self, word: str) -> Sequence[Place]:
        """The countries and regions whose people or adjective the word is."""
        found = self._index.demonyms(word)
        return (*self._own.demonyms(word), *found) if self._own else found

    def actors(self, name: str) -> Sequence[Actor]:
        """Every actor of that name; own ones hide built-in ones of the same name."""
        return self._actors(name) if len(name) <= _LONGEST else ()

    def _find_actors(self, name: str) -> Sequence[Actor]:
        for registry in self._registries:
            if found := registry.actors(name):
                return found
        for registry in self._registries:
            armies = self._forces.armies(name)
            if found := tuple(a for army in armies for a in registry.actors(army)):
                return found
        return self._forces.actors(name)

    def background(self, ref: str) -> Background:
        """Population, countries and years of what a look-up returned; else empty."""
        sources = (self._own, *self._registries, self._forces, self._index)
        known = (s.background(ref) for s in sources if s is not None)
        return next((b for b in known if b is not None), Background())

    def branches(self, ref: str) -> Sequence[Actor]:
        """The actors whose parent is the one with that reference."""
        return tuple(b for registry in self._registries for b in registry.branches(ref))

    def backed(self, code: str) -> Sequence[Actor]:
        """The actors of whom reports say that the country backs them."""
        return tuple(b for registry in self._registries for b in registry.backed(code))

    def country(self, code: str) -> Place | None:
        """The country with a code of ISO 3166-1 alpha-2, if there is one."""
        known = self._index.countries.get(code)
        found = self._index.places(known.name) if known else ()
        return next((p for p in found if p.precision == "country"), None)

    def entry(self, ref: str) -> Entry | None:
        """All that the registry knows of an actor, bodies of states included."""
        known = (registry.entry(ref) for registry in self._registries)
        return next((e for e in known if e is not None), None) or self._forces.entry(ref)

    def entries(self) -> Iterator[Entry]:
        """Every actor: own ones, the registry's, then the bodies of every state."""
        for registry in self._registries:
            yield from registry.entries()
        yield from self._forces.entries()


def open_names(
    places: Path | None = None, actors: Path | None = None, gazetteer: Path | None = None
) -> Gazetteer:
    """The built-in places and actors, with a person's own ``places.csv`` and ``actors.jsonl``.

    ``gazetteer`` is a file that ``reportedly gazetteer build`` made, instead of the built-in one.

    Raises AssetError where a file of the package is missing or a row of an own file is wrong.
    """
    index = PlaceIndex(gazetteer or locate("places"))
    rows = read_rows(locate("actors"))
    forces = Forces(index.countries.values(), rows)
    registries = [Registry(rows)]
    if actors is not None:
        registries.insert(0, Registry(read_rows(actors)))
    own = OwnPlaces(places) if places is not None else None
    return Gazetteer(index, registries, forces, own)

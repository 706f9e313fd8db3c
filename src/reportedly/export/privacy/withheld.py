"""Which names of a release are withheld, after all that was gathered of them.

A name that is public in one report is public in all. What stands in small letters somewhere is a
word; the names of places, actors and outlets are no persons'.
"""

from collections.abc import Callable

from reportedly.export.privacy.gathered import Gathered
from reportedly.export.privacy.matching import Names, Words
from reportedly.export.privacy.places import PLACE
from reportedly.export.privacy.words import words

NAME = "(name withheld)"
_SHORTEST = 3  # letters of a word of a name that is looked for by itself


def withheld(gathered: Gathered, listed: Callable[[str], bool]) -> Names:
    """Each name with what stands in its place. ``listed``: True for the name of a place or an actor
    that a gazetteer knows.
    """
    found = Names()
    for place in gathered.places:
        found.add(place, PLACE)
    settle = _Settling(gathered, listed)
    for name in gathered.names:
        settle(found, name)
    return found


class _Settling:
    def __init__(self, gathered: Gathered, listed: Callable[[str], bool]) -> None:
        self._all = gathered
        self._listed = listed
        public = {word for name in gathered.public for word in name}
        self._bodies = (gathered.actors, gathered.countries)
        self._told = (gathered.small, gathered.others, public)

    def __call__(self, found: Names, name: Words) -> None:
        """Add a name, and its words, if it is to be withheld."""
        if name in self._all.public or self._is_other(name):
            return
        found.add(name, NAME)
        no_names = (*self._told, self._all.known, words("particles"), words("calendar"))
        _, certain = self._all.names[name]
        for word in name[0 if certain else -1 :] if len(name) > 1 else ():
            plain = any(word in some for some in no_names)
            if not plain and len(word) >= _SHORTEST and (certain or not self._listed(word.title())):
                found.add_word(word, NAME)

    def _is_other(self, name: Words) -> bool:
        """True for what is no private person's name after all that was read."""
        written, certain = self._all.names[name]
        if set(name) <= self._all.known or any(name in some for some in self._bodies):
            return True
        if len(name) == 1:
            return any(name[0] in some for some in self._told)
        if certain:
            return False
        told = (*self._told, self._all.bodies, words("calendar"))
        return all(any(word in some for some in told) for word in name) or self._listed(written)

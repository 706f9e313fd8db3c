"""Cards of many reports that were shown lately: they take long to make, and are looked at often."""

from reportedly.pipeline import Release
from reportedly.records import Incident
from reportedly.store.lately import Lately
from reportedly.web.card import Card, card

_LEAST = 20  # reports of an incident whose card is kept
_MOST = 32  # cards


class Kept:
    def __init__(self) -> None:
        self._cards: Lately[object, Card] = Lately(_MOST)

    def card(self, release: Release, incident: Incident, last_reading: int) -> Card:
        """As it follows from all that was read until ``last_reading`` and was decided about it."""
        if len(incident.accounts) < _LEAST:
            return card(release, incident)
        decisions = tuple(one.id for one in release.decisions(incident))
        key = (incident, release.as_of, last_reading, decisions)
        found = self._cards.of([key]).get(key)
        if found is None:
            found = card(release, incident)
            self._cards.keep(key, found)
        return found

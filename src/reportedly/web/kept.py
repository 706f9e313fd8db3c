"""Cards of many reports that were shown lately: they take long to make, and are looked at often."""

from reportedly.pipeline import Release
from reportedly.records import Incident
from reportedly.web.card import Card, card

_LEAST = 20  # reports of an incident whose card is kept
_MOST = 32  # cards


class Kept:
    def __init__(self) -> None:
        self._cards: dict[object, Card] = {}

    def card(self, release: Release, incident: Incident, last_reading: int) -> Card:
        """As it follows from all that was read until ``last_reading`` and was decided about it."""
        if len(incident.accounts) < _LEAST:
            return card(release, incident)
        decisions = tuple(one.id for one in release.decisions(incident))
        key = (incident, release.as_of, last_reading, decisions)
        found = self._cards.pop(key, None) or card(release, incident)
        self._cards[key] = found  # last of all: the first has not been asked for for longest
        if len(self._cards) > _MOST:
            self._cards.pop(next(iter(self._cards)), None)
        return found

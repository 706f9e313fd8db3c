"""What stands around a mention of an actor: the countries and the days that a report names."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from reportedly.plugins import Names
from reportedly.records import ActorMark, Annotated, Place

_NEARBY = 300  # characters on either side whose countries count first
_HALVED = 300  # characters at which a country's name counts half
_AFTER = 0.5  # what a name after a point counts, against one before it
_WHOLE = 4  # nearby names that the whole report counts as
_CLEARLY = 1.3  # times as much as the next country's
_ENOUGH = 3  # places that show which country a report is on, wherever in it one looks
_LEADER = re.compile(
    r"\b(?i:president|prime minister|premier) (?:[A-Z][\w’'-]+ ){0,2}?"
    r"(?P<name>[A-Z][\w’-]+)(?=['’]s|\W(?! ?[A-Z]))"
)


class Surroundings:
    """The countries and days of a report, by where they are named."""

    def __init__(
        self,
        annotated: Annotated,
        home: Place | None = None,
        names: Names | None = None,
        settled: Sequence[ActorMark] = (),
    ) -> None:
        """``settled`` are actors that are known; those of one country show it like a place."""
        self.annotated = annotated
        actors = {(m.start, m.end) for m in annotated.actors if m.candidates}  # "White House"
        located = [
            (p.start, p.place)
            for p in annotated.places
            if p.place.country_code and (p.use == "metonym" or (p.start, p.end) not in actors)
        ]
        self._located = [(start, place.country_code or "") for start, place in located]
        self._countries = {p.country_code: p.country for _, p in located if p.country}
        self._places = sorted((*self._located, *_shown(annotated, names, settled)))
        self._dated = [(t.start, t.when.latest) for t in annotated.times if t.when]
        self._sentences = [s.start for s in annotated.sentences]
        self.countries = Counter(code for _, code in self._places)
        self._home = home.country_code if home else None
        if home is not None and self._home:
            self.countries[self._home] += 1
            self._countries.setdefault(self._home, home.country or home.name)

    def near(self, at: int) -> Mapping[str, int]:
        """How often each country is named nearby."""
        return self.between(at - _NEARBY, at + _NEARBY)

    def between(self, start: int, end: int) -> Mapping[str, int]:
        """How often each country is named in a stretch of the text."""
        first = bisect_left(self._places, (start, ""))
        last = bisect_left(self._places, (end, ""))
        return Counter(code for _, code in self._places[first:last])

    def day(self, at: int) -> date | None:
        """The first day named in the sentence, else the day of publication."""
        index = bisect_right(self._sentences, at) - 1
        if index >= 0:
            sentence = self.annotated.sentences[index]
            time = bisect_left(self._dated, (sentence.start, date.min))
            if time < len(self._dated) and self._dated[time][0] < sentence.end:
                return self._dated[time][1]
        return self.annotated.report.published

    def place_at(self, start: int, end: int) -> Place | None:
        """The place with a country that is named in a stretch of the text."""
        first = bisect_left(self._located, (start, ""))
        if first == len(self._located) or self._located[first][0] >= end:
            return None
        return next(p.place for p in self.annotated.places if p.start == self._located[first][0])

    def country(self, at: int) -> tuple[str, str] | None:
        """The country spoken of at a point and how that shows; None where it is open.

        Each naming counts the less the farther off it stands, and less after the point than before
        it; what the report as a whole is on counts with them. The first country must lead clearly.
        """
        total = self.countries.total()
        weights = {code: _WHOLE * often / total for code, often in self.countries.items()}
        for place, code in self._places:
            weights[code] += 2 ** (-abs(at - place) / _HALVED) * (1 if place < at else _AFTER)
        named = self._in_sentence(at)
        if len(named) == 1 and self.countries[alone := next(iter(named))] > 1:
            weights[alone] += 1  # told of elsewhere too: not just where somebody works
        ranked = sorted(weights, key=lambda code: -weights[code])
        if not ranked or any(weights[ranked[0]] < _CLEARLY * weights[c] for c in ranked[1:2]):
            return None
        code = ranked[0]
        if code in named:
            return code, f"{code} is named in the sentence"
        if self.near(at).get(code):
            return code, f"{code} is named nearby"
        enough = self.countries[code] >= _ENOUGH or code == self._home
        return (code, f"the report is on {code}") if enough else None

    def _in_sentence(self, at: int) -> Mapping[str, int]:
        index = bisect_right(self._sentences, at) - 1
        if index < 0:
            return {}
        sentence = self.annotated.sentences[index]
        return self.between(sentence.start, sentence.end)

    def country_name(self, code: str) -> str | None:
        return self._countries.get(code)


def _shown(
    annotated: Annotated, names: Names | None, settled: Sequence[ActorMark]
) -> Iterator[tuple[int, str]]:
    """Where the groups and leaders that a report names show a country, without its name."""
    if names is None:
        return
    taken = {p.start for p in annotated.places}
    for mark in settled:
        countries = names.background(mark.actor.ref or "").countries
        if len(countries) == 1 and not any(at in taken for at in range(mark.start, mark.end)):
            yield mark.start, countries[0]
    for match in _LEADER.finditer(annotated.report.text):
        led = names.actors(f"{match['name']} government")
        countries = names.background(led[0].ref or "").countries if len(led) == 1 else ()
        if countries and not any(m.start <= match.end("name") <= m.end for m in settled):
            yield match.start(), countries[0]

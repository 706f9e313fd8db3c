"""What the pages over all incidents show: rows, places, days, sources; filled on the way."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from reportedly import wording
from reportedly.publish.site.told import Source, source
from reportedly.records import Count, Incident, Place, Reading, When
from reportedly.web.plots.circles import Located, Places, places
from reportedly.web.plots.tally import Tally, total
from reportedly.web.plots.timeline import Dated, Timeline, timeline


@dataclass(frozen=True, slots=True)
class Row:
    """An incident as a line of a table, in words."""

    id: str
    what: str
    when: str
    where: str
    by: str
    killed: str
    injured: str
    disputed: bool
    reports: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A source with the incidents that it tells of."""

    source: Source
    incidents: Sequence[str]


@dataclass
class Overview:
    """Small for each incident, so that a release of many is written in little memory."""

    rows: list[Row] = field(default_factory=list)
    extractors: Counter[str] = field(default_factory=Counter)  # readings by who read
    _places: dict[Place | None, tuple[Tally, list[str]]] = field(default_factory=dict)
    _dates: dict[tuple[date | None, date | None], Tally] = field(default_factory=dict)
    _sources: dict[str, tuple[Source, list[str]]] = field(default_factory=dict)

    def take(self, incident: Incident, told: Iterable[Reading]) -> None:
        readings = list(told)
        self.rows.append(_row(incident, len(readings)))
        tally = _tally(incident)
        site, day = incident.get("place"), incident.get("date")
        at = replace(site, ref=None) if isinstance(site, Place) else None
        before, ids = self._places.get(at, (Tally(), []))
        ids.append(incident.id)
        self._places[at] = (before + tally, ids)
        when = (day.earliest, day.latest) if isinstance(day, When) else (None, None)
        self._dates[when] = self._dates.get(when, Tally()) + tally
        for reading in readings:
            self.beside(reading)
            self._sources[reading.report.id][1].append(incident.id)

    def beside(self, reading: Reading) -> None:
        """A report, of an incident or not."""
        if reading.report.id not in self._sources:
            self._sources[reading.report.id] = (source(reading.report), [])
            self.extractors[reading.extractor] += 1

    @property
    def told(self) -> set[str]:
        """The reports so far."""
        return set(self._sources)

    @property
    def tally(self) -> Tally:
        return total(tally for tally, _ in self._places.values())

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day on which an incident can have happened."""
        known = [pair for pair in self._dates if pair[0] and pair[1]]
        firsts, lasts = [one for one, _ in known if one], [one for _, one in known if one]
        return (min(firsts), max(lasts)) if firsts and lasts else None

    def sources(self) -> list[Listed]:
        """By day of publication; those without one at the end."""
        found = [Listed(one, ids) for one, ids in self._sources.values()]
        return sorted(
            found,
            key=lambda one: (one.source.published or date.max, one.source.name, one.source.id),
        )

    def places(self) -> Places:
        return places(Located(site, tally) for site, (tally, _) in self._places.items())

    def at(self, place: Place) -> Sequence[str]:
        """The incidents there."""
        return self._places[place][1]

    def timeline(self) -> Timeline:
        return timeline(Dated(*days, tally) for days, tally in self._dates.items())


def _row(incident: Incident, reports: int) -> Row:
    by = [wording.say(one.value) for one in incident.findings if one.field == "perpetrator"]
    return Row(
        id=incident.id,
        what=wording.say(incident.get("type")),
        when=wording.say(incident.get("date")),
        where=wording.say(incident.get("place")),
        by=", ".join(by) or wording.UNKNOWN,
        killed=wording.say(incident.get("killed")),
        injured=wording.say(incident.get("injured")),
        disputed=bool(incident.disputes),
        reports=reports,
    )


def _tally(incident: Incident) -> Tally:
    """A figure that nobody states adds nothing: it is not a zero."""
    killed = incident.get("killed")
    if not isinstance(killed, Count) or killed.figure is None:
        return Tally(1)
    best = killed.figure
    low = killed.low if killed.low is not None else killed.best or 0  # "up to 5" may be none
    high = max(best, low) if killed.high is None else killed.high
    return Tally(1, 1, low, best, high, int(killed.high is None))

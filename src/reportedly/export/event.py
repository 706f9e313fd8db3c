"""One incident with what it rests on, and the questions that flat formats ask of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from reportedly.codebook import Codebook
from reportedly.codebook.people import Kind, kind_of
from reportedly.plugins import Released
from reportedly.records import (
    Account,
    Actor,
    Attribution,
    Claim,
    Code,
    Count,
    Incident,
    Place,
    Reading,
    Report,
    Statement,
    Text,
    When,
)

HURT = ("killed", "attackers_killed", "injured", "missing", "abducted", "detained", "freed")


@dataclass(frozen=True, kw_only=True)
class Event:
    """None, and an empty list, mean that no report says so."""

    incident: Incident
    readings: tuple[Reading, ...]  # of its reports, in the order of publication
    codebook: Codebook
    rule: str | None
    serial: int  # 1 for the first of the export

    @property
    def id(self) -> str:
        return self.incident.id

    @cached_property
    def reports(self) -> list[Report]:
        return [reading.report for reading in self.readings]

    @cached_property
    def accounts(self) -> list[Account]:
        known = {a.id: a for reading in self.readings for a in reading.accounts}
        return [known[id] for id in self.incident.accounts if id in known]

    @cached_property
    def claims(self) -> list[Claim]:
        return [claim for account in self.accounts for claim in account.claims]

    @cached_property
    def statements(self) -> list[Statement]:
        """The statements that its claims stand in."""
        cited = {claim.statement for claim in self.claims}
        return [s for reading in self.readings for s in reading.statements if s.id in cited]

    @property
    def type(self) -> str | None:
        return self._code("type")

    @property
    def family(self) -> str | None:
        known = self.codebook.types.get(self.type or "")
        return known.family if known else None

    @property
    def status(self) -> str | None:
        return self._code("status")

    @property
    def day(self) -> When | None:
        value = self.incident.get("date")
        return value if isinstance(value, When) else None

    @property
    def place(self) -> Place | None:
        value = self.incident.get("place")
        return value if isinstance(value, Place) else None

    @cached_property
    def perpetrators(self) -> list[Actor]:
        return [f.value for f in self.incident.findings if isinstance(f.value, Actor)]

    @property
    def attribution(self) -> Attribution | None:
        value = self.incident.get("attribution")
        return value if isinstance(value, Attribution) else None

    def count(self, field: str) -> Count | None:
        value = self.incident.get(field)
        return value if isinstance(value, Count) else None

    def figure(self, field: str) -> int | None:
        """The one number to show where only one fits."""
        found = self.count(field)
        return found.figure if found else None

    def text(self, field: str) -> str | None:
        value = self.incident.get(field)
        return value.text if isinstance(value, Text) else None

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude, of whatever the place is precise to."""
        site = self.place
        if site is None or site.lat is None or site.lon is None:
            return None
        return site.lat, site.lon

    @cached_property
    def victims(self) -> Kind | None:
        """The one kind of people that the target and the victims' figures name; None where they
        name none, or several.
        """
        told = (*self.incident.findings, *self.incident.groups)
        words = [self.text("target"), *(f.group for f in told if f.field in ("killed", "injured"))]
        found = {kind for text in words if text and (kind := people(text)) and kind != "anyone"}
        return next(iter(found)) if len(found) == 1 else None

    @cached_property
    def voices(self) -> list[str]:
        """Whose word its claims are, as named."""
        return list(dict.fromkeys(c.voice for c in self.claims if c.voice))

    @cached_property
    def outlets(self) -> list[str]:
        return list(dict.fromkeys(r.publisher or r.name for r in self.reports))

    @cached_property
    def disputed(self) -> list[str]:
        return sorted({d.field or d.kind for d in self.incident.disputes})

    def codes(self, data_set: str, table: str, code: str | None) -> dict[str, str | int]:
        """The codebook's codes of another data set."""
        return dict(self.codebook.codes(data_set, table, code))

    def _code(self, field: str) -> str | None:
        value = self.incident.get(field)
        return value.code if isinstance(value, Code) else None


def events(incidents: Iterable[Incident], released: Released, first: int = 1) -> Iterator[Event]:
    """Incidents with what they rest on, one at a time. ``first``: the serial of the first."""
    for serial, incident in enumerate(incidents, first):
        yield Event(
            incident=incident,
            readings=tuple(released.told(incident)),
            codebook=released.codebook,
            rule=released.rule,
            serial=serial,
        )


def people(text: str) -> Kind | None:
    """What kind of people a phrase names, by its last noun of people: "seven army recruits"."""
    words = (word.strip(".,;:'\"()") for word in reversed(text.split()))
    return next((kind for word in words if (kind := kind_of(word))), None)

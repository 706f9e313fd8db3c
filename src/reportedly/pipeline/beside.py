"""Which incident a row of another coder speaks of, by the score that links reports.

A row goes to the incident of the account that it scores best with, if the two are more likely one
than not; accounts come up by the keys of linking. Nothing follows for the incident: a row founds
none, joins none and moves no figure. Worked out when asked for, so that it is always as of the
release at hand.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from reportedly.link import NEEDED, THRESHOLD, likely, unpacked
from reportedly.link.coded import profile_of
from reportedly.link.profile import Profile
from reportedly.pipeline.in_hand import hashed
from reportedly.records import CodedFile, CodedRow, Incident, Place, When
from reportedly.records.nearness import other_country
from reportedly.store.coded import AsOf
from reportedly.store.store import Store

_A_DAY = timedelta(days=1)  # coders and papers differ by one: night, time zones, day of printing


@dataclass(frozen=True, slots=True)
class Match:
    """A row, and the incident that it most likely speaks of; None where none is likely."""

    row: CodedRow
    incident: str | None
    score: float | None


class Beside:
    """``home`` gives the incident of an account, if the release has one."""

    def __init__(
        self,
        store: Store,
        families: Mapping[str, str],
        as_of: date | datetime | None,
        home: Callable[[str], str | None],
    ) -> None:
        self._store = store
        self._families = families
        self._as_of = AsOf.of(as_of)
        self._home = home

    @cached_property
    def files(self) -> list[CodedFile]:
        """The files that count, in the order of taking in."""
        return self._store.coded.files(self._as_of)

    def sizes(self) -> dict[str, int]:
        """How many rows each file has, by its id."""
        return self._store.coded.sizes()

    def of(self, incident: Incident) -> list[Match]:
        """What other coders made of an incident, in stored order."""
        day, place = incident.get("date"), incident.get("place")
        if not self.files or not isinstance(day, When):
            return []
        numbers = self._store.index.numbers_of(incident.accounts).values()
        own = [unpacked(body) for _, body in self._store.derived.bodies(set(numbers))]
        days = (day.earliest - _A_DAY, day.latest + _A_DAY)
        found = []
        for row in self._store.coded.rows(self._as_of, days=days):
            theirs = row.event.place
            if isinstance(place, Place) and theirs and other_country(place, theirs):
                continue
            if self._best(profile_of(row), own) is not None:
                match = self.match(row)
                if match.incident == incident.id:
                    found.append(match)
        return found

    def rows(
        self, coder: str | None = None, days: tuple[date, date] | None = None
    ) -> Iterator[Match]:
        """Every row that counts, with its incident."""
        return map(self.match, self._store.coded.rows(self._as_of, coder=coder, days=days))

    def match(self, row: CodedRow) -> Match:
        mine = profile_of(row)
        shared: Counter[int] = Counter()
        for _, weight, head in self._store.derived.holders(hashed(mine)):
            shared[head.number] += weight
        near = [number for number, weight in shared.items() if weight >= NEEDED]
        scored = [
            (score, -number, other.account)
            for number, body in self._store.derived.bodies(near)
            if (score := self._best(mine, [other := unpacked(body)])) is not None
        ]
        for score, _, account in sorted(scored, reverse=True):
            if home := self._home(account):
                return Match(row, home, score)
        return Match(row, None, None)

    def _best(self, mine: Profile, others: list[Profile]) -> float | None:
        scores = (likely(mine, other, self._families, THRESHOLD) for other in others)
        return max((score for score in scores if score is not None), default=None)

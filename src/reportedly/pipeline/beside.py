"""Which incident a row of another coder speaks of, by the score that links reports.

A row goes to the incident of the account that it scores best with, if the two are more likely one
than not; accounts come up by the keys of linking. Nothing follows for the incident: a row founds
none, joins none and moves no figure. Worked out when asked for, so that it is always as of the
release at hand.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
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
from reportedly.store.queries import some_of
from reportedly.store.store import Store

_AT_ONCE = 200  # rows compared together
_A_DAY = timedelta(days=1)  # coders and papers differ by one: night, time zones, day of printing


@dataclass(frozen=True, slots=True)
class Match:
    """A row, and the incident that it most likely speaks of; None where none is likely."""

    row: CodedRow
    incident: str | None
    score: float | None


class Beside:
    """``home`` gives the incident of an account, if the release has one; ``known`` tells
    whether a report was known at its time.
    """

    def __init__(
        self,
        store: Store,
        families: Mapping[str, str],
        as_of: date | datetime | None,
        home: Callable[[str], str | None],
        known: Callable[[str], bool] | None = None,
    ) -> None:
        self._store = store
        self._families = families
        self._as_of = AsOf.of(as_of)
        self._home = home
        self._known = known

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
        near = [
            row
            for row in self._store.coded.rows(self._as_of, days=days)
            if not _elsewhere(row, place) and self._best(profile_of(row), own) is not None
        ]
        return [match for match in self._matched(near) if match.incident == incident.id]

    def rows(
        self, coder: str | None = None, days: tuple[date, date] | None = None
    ) -> Iterator[Match]:
        """Every row that counts, with its incident."""
        found = self._store.coded.rows(self._as_of, coder=coder, days=days)
        for some in some_of(found, _AT_ONCE):
            yield from self._matched(some)

    def _matched(self, rows: Sequence[CodedRow]) -> Iterator[Match]:
        """Each row with the incident of the account that it scores best with."""
        profiles = [profile_of(row) for row in rows]
        keys = [hashed(profile) for profile in profiles]
        holders: dict[int, list[int]] = defaultdict(list)
        for key, _, head in self._store.derived.holders({key for held in keys for key in held}):
            holders[key].append(head.number)
        near = [self._near(held, holders) for held in keys]
        bodies = self._store.derived.bodies({number for numbers in near for number in numbers})
        others = {n: other for n, body in bodies if self._told(other := unpacked(body))}
        for row, mine, numbers in zip(rows, profiles, near, strict=True):
            known = [(number, others[number]) for number in numbers if number in others]
            yield self._likeliest(row, mine, known)

    def _near(self, held: Mapping[int, int], holders: Mapping[int, list[int]]) -> list[int]:
        """The accounts that share enough keys to be worth comparing with."""
        shared: Counter[int] = Counter()
        for key, weight in held.items():
            for number in holders.get(key, ()):
                shared[number] += weight
        return [number for number, weight in shared.items() if weight >= NEEDED]

    def _told(self, account: Profile) -> bool:
        return self._known is None or self._known(account.report)

    def _likeliest(
        self, row: CodedRow, mine: Profile, others: Sequence[tuple[int, Profile]]
    ) -> Match:
        scored = [
            (score, -number, other.account)
            for number, other in others
            if (score := self._best(mine, [other])) is not None
        ]
        for score, _, account in sorted(scored, reverse=True):
            if home := self._home(account):
                return Match(row, home, score)
        return Match(row, None, None)

    def _best(self, mine: Profile, others: Sequence[Profile]) -> float | None:
        scores = (likely(mine, other, self._families, THRESHOLD) for other in others)
        return max((score for score in scores if score is not None), default=None)


def _elsewhere(row: CodedRow, place: object) -> bool:
    """True for a row in another country."""
    theirs = row.event.place
    return isinstance(place, Place) and theirs is not None and other_country(place, theirs)

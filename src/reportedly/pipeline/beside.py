"""Which incident a row of another coder speaks of, by the score that links reports.

A row goes to the incident of the account that it scores best with, if the two are more likely one
than not; accounts come up by the keys of linking. Nothing follows for the incident: a row founds
none, joins none and moves no figure. Worked out when asked for, so that it is always as of the
release at hand.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import product

from reportedly.link import NEEDED, THRESHOLD, hashed, keys, unpacked
from reportedly.link.candidates import weight
from reportedly.link.coded import profile_of
from reportedly.link.profile import Profile
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
            if not _elsewhere(row, place)
        ]
        told = [profile_of(row) for row in near]
        alike = {
            row for row, _, _ in self._likely(told, own, product(range(len(told)), range(len(own))))
        }
        near = [row for number, row in enumerate(near) if number in alike]
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
        held = [hashed(keys(profile)).tolist() for profile in profiles]
        holders: dict[int, list[int]] = defaultdict(list)
        for key, head in self._store.derived.holders({key for mine in held for key in mine}):
            holders[key].append(head.number)
        near = [self._near(mine, holders) for mine in held]
        bodies = self._store.derived.bodies({number for numbers in near for number in numbers})
        others = {n: other for n, body in bodies if self._told(other := unpacked(body))}
        held_by = list(others)
        places = {number: place for place, number in enumerate(held_by)}
        pairs = [(n, places[o]) for n, some in enumerate(near) for o in some if o in places]
        scored: dict[int, list[tuple[float, int]]] = defaultdict(list)
        for one, near_by, score in self._likely(profiles, list(others.values()), pairs):
            scored[one].append((score, -held_by[near_by]))
        for place, row in enumerate(rows):
            yield self._likeliest(row, scored[place], others)

    def _likely(
        self, mine: Sequence[Profile], others: Sequence[Profile], pairs: Iterable[tuple[int, int]]
    ) -> Iterator[tuple[int, int, float]]:
        """The pairs that are more likely one than not, by their places, with the probability."""
        import numpy as np  # with what counts by it, a tenth of a second

        from reportedly.link.layout import laid_out
        from reportedly.link.many import likely

        left, right = np.array([*pairs], dtype=np.int64).reshape(-1, 2).T
        accounts = [laid_out(one) for one in (*mine, *others)]
        found = likely(accounts, left, right + len(mine), self._families, THRESHOLD)
        return ((one, other - len(mine), score) for one, other, score in found)

    def _near(self, held: Iterable[int], holders: Mapping[int, list[int]]) -> list[int]:
        """The accounts that share enough keys to be worth comparing with."""
        shared: Counter[int] = Counter()
        for key in held:
            for number in holders.get(key, ()):
                shared[number] += weight(key)
        return [number for number, weighs in shared.items() if weighs >= NEEDED]

    def _told(self, account: Profile) -> bool:
        return self._known is None or self._known(account.report)

    def _likeliest(
        self, row: CodedRow, scored: Iterable[tuple[float, int]], others: Mapping[int, Profile]
    ) -> Match:
        for score, number in sorted(scored, reverse=True):
            if home := self._home(others[-number].account):
                return Match(row, home, score)
        return Match(row, None, None)


def _elsewhere(row: CodedRow, place: object) -> bool:
    """True for a row in another country."""
    theirs = row.event.place
    return isinstance(place, Place) and theirs is not None and other_country(place, theirs)

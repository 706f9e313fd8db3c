"""Where accounts come from and how they pair, fetched for many incidents at once.

An export goes through every incident; a question each to the database would take longer than all
else together.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set

from reportedly.records import Incident
from reportedly.store.derived import Pair
from reportedly.store.store import Store

_KEPT = 2_000  # accounts in memory; a hundred pairs can come with each

Whereabouts = tuple[int, str]  # an account's number, and its report


class Fetched:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, Whereabouts] = {}
        self._pairs: dict[int, list[Pair]] = defaultdict(list)  # by the lower number of the pair
        self._unpaired: set[int] = set()  # whose pairs are not known yet
        self._copies: dict[int, str] = {}  # the reports that theirs copied
        self._unasked: set[int] = set()  # of whom that is not known yet

    def ahead(self, accounts: Iterable[str]) -> Mapping[str, Whereabouts]:
        """Fetch what is not known yet of these accounts."""
        wanted = dict.fromkeys(accounts)
        if missing := {id for id in wanted if id not in self._known}:  # many more are known
            if len(self._known) > _KEPT:
                for kept in (self._known, self._pairs, self._unpaired, self._copies, self._unasked):
                    kept.clear()
                missing = set(wanted)
            heads = self._store.index.heads_of(missing)
            self._known |= {id: (head.number, head.report) for id, head in heads.items()}
            new = {head.number for head in heads.values()}
            self._unpaired |= new
            self._unasked |= new
        return {id: self._known[id] for id in wanted if id in self._known}

    def numbers(self, accounts: Iterable[str]) -> dict[str, int]:
        return {id: number for id, (number, _) in self.ahead(accounts).items()}

    def reports(self, accounts: Iterable[str]) -> dict[str, str]:
        return {id: report for id, (_, report) in self.ahead(accounts).items()}

    def surest(self, numbers: Set[int]) -> tuple[list[Pair], int]:
        """Of the scored pairs of two of these accounts, known ones, the surest of each account, the
        first of equally sure ones; and how many pairs there are.
        """
        if self._unpaired:
            for pair in self._store.derived.pairs_from(self._unpaired):
                self._pairs[pair[0]].append(pair)
            self._unpaired.clear()
        known = (self._pairs[number] for number in numbers if number in self._pairs)
        pairs = sorted([pair for some in known for pair in some if pair[1] in numbers])
        surest: dict[int, Pair] = {}
        best: dict[int, float] = {}
        for pair in pairs:
            one, other, score = pair
            if score > best.get(one, -1.0):
                surest[one], best[one] = pair, score
            if score > best.get(other, -1.0):
                surest[other], best[other] = pair, score
        return list(dict.fromkeys(surest.values())), len(pairs)

    def copies(self, accounts: Iterable[str]) -> dict[str, str]:
        """Of their reports: copy's id -> id of the report whose text it printed."""
        found = self.ahead(accounts)
        if self._unasked:
            self._copies |= self._store.queue.copies(self._unasked)
            self._unasked.clear()
        return {
            report: self._copies[number]
            for number, report in found.values()
            if number in self._copies
        }


def few(incidents: Iterable[Incident], most: int) -> Iterator[list[Incident]]:
    """As many together as have so many accounts at most, which one incident may exceed."""
    some, accounts = list[Incident](), 0
    for incident in incidents:
        if some and accounts + len(incident.accounts) > most:
            yield some
            some, accounts = [], 0
        some.append(incident)
        accounts += len(incident.accounts)
    if some:
        yield some

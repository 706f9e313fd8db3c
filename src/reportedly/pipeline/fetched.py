"""Where accounts come from and how they pair, fetched for many incidents at once.

An export goes through every incident; a question each to the database would take longer than all
else together.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from reportedly.store.derived import Pair
from reportedly.store.store import Store

_KEPT = 50_000  # accounts in memory

Whereabouts = tuple[int, str]  # an account's number, and its report


class Fetched:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, Whereabouts] = {}
        self._pairs: dict[int, list[Pair]] | None = None  # by the first of the pair

    def ahead(self, accounts: Iterable[str]) -> Mapping[str, Whereabouts]:
        """Fetch what is not known yet of these accounts."""
        wanted = dict.fromkeys(accounts)
        if len(self._known) > _KEPT:
            self._known.clear()
        missing = [id for id in wanted if id not in self._known]
        if missing:
            heads = self._store.index.heads_of(missing)
            self._known |= {id: (head.number, head.report) for id, head in heads.items()}
            self._pairs = None
        return {id: self._known[id] for id in wanted if id in self._known}

    def numbers(self, accounts: Iterable[str]) -> dict[str, int]:
        return {id: number for id, (number, _) in self.ahead(accounts).items()}

    def reports(self, accounts: Iterable[str]) -> dict[str, str]:
        return {id: report for id, (_, report) in self.ahead(accounts).items()}

    def pairs(self, numbers: Collection[int]) -> Iterator[Pair]:
        """The scored pairs of two of these accounts, known ones."""
        if self._pairs is None:
            self._pairs = defaultdict(list)
            every = {number for number, _ in self._known.values()}
            for pair in self._store.derived.pairs(every):
                if pair not in self._pairs[pair.one]:
                    self._pairs[pair.one].append(pair)
        for number in numbers:
            yield from (pair for pair in self._pairs.get(number, ()) if pair.other in numbers)

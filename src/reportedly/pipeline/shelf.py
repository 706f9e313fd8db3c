"""The readings of a store, fetched when they are asked for."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence, Set
from datetime import date, datetime
from functools import cached_property

from reportedly.errors import UnknownRecord
from reportedly.records import Naming, Reading, naming
from reportedly.store.queries import some_of
from reportedly.store.store import Store

_AT_ONCE = 500  # readings fetched together
_KEPT = 1_000  # readings in memory


class Shelf:
    """By report id, in stored order: those of a day, of a moment, or all. ``amend``: adds to each
    what people made of its words; ``amended``: True for a report that it adds something to.
    """

    def __init__(
        self,
        store: Store,
        as_of: date | datetime | None,
        amend: Callable[[Reading], Reading],
        amended: Callable[[str], bool],
    ) -> None:
        self._store = store
        self._amend = amend
        self._amended = amended
        self._as_of = as_of
        self._moment = as_of if isinstance(as_of, datetime) else None
        self._day = None if self._moment else as_of
        self._kept: dict[str, Reading] = {}

    @cached_property
    def _ids(self) -> dict[str, None]:
        return dict.fromkeys(self._store.index.report_ids(self._moment, self._day))

    @property
    def ids(self) -> Sequence[str]:
        """Of all reports, in stored order."""
        return list(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, id: str) -> bool:
        return bool(self._here([id]))

    def _here(self, ids: Sequence[str]) -> Set[str]:
        """Those of these reports that are here: asked one by one, all need not be known."""
        if "_ids" in self.__dict__:
            return self._ids.keys() & set(ids)
        return set(self._store.index.report_ids(self._moment, self._day, ids))

    def __getitem__(self, id: str) -> Reading:
        """Raises UnknownRecord."""
        found = self.of([id])
        if id not in found:
            raise UnknownRecord(f"no report {id!r} as of {self._as_of or 'now'}")
        return found[id]

    def __iter__(self) -> Iterator[Reading]:
        for some in some_of(self._ids, _AT_ONCE):
            yield from map(self._amend, self._store.readings(self._moment, some))

    def others(self, ids: Container[str]) -> Iterator[Reading]:
        """The readings of all reports but these."""
        return self.each(id for id in self._ids if id not in ids)

    def each(self, ids: Iterable[str]) -> Iterator[Reading]:
        """The readings of these reports, which are here. None is kept."""
        for some in some_of(ids, _AT_ONCE):
            yield from map(self._amend, self._store.readings(self._moment, some))

    def namings(self, ids: Iterable[str]) -> Iterator[Naming]:
        """What these reports, which are here, say of names. None is kept."""
        for some in some_of(ids, _AT_ONCE):
            amended = [id for id in some if self._amended(id)]
            whole = map(self._amend, self._store.readings(self._moment, amended))
            found = {reading.report.id: naming(reading) for reading in whole}
            left = [id for id in some if id not in found]
            found |= self._store.index.namings(left, self._moment)
            yield from (found[id] for id in some if id in found)  # one may be stored, and not read

    def of(self, ids: Iterable[str]) -> dict[str, Reading]:
        """The readings of these reports, in this order, as far as they are here."""
        wanted = list(dict.fromkeys(ids))
        missing = [id for id in wanted if id not in self._kept]
        if missing and len(self._kept) + len(missing) > _KEPT:
            self._kept.clear()
            missing = wanted
        # What was read by a moment, the readings say themselves.
        if found := self._here(missing) if missing and self._day else missing:
            for reading in self._store.readings(self._moment, found):
                self._kept[reading.report.id] = self._amend(reading)
        return {id: self._kept[id] for id in wanted if id in self._kept}

    def as_read(self, ids: Iterable[str]) -> list[Reading]:
        """The readings of these reports without what people made of their words."""
        return self._store.readings(self._moment, list(dict.fromkeys(ids)))

    def named(self, name: str) -> dict[str, Reading]:
        """The readings of the reports with that name."""
        return self.of(self._store.index.reports_named(name))

"""A large release in other processes, which open it again and make what is written, in order."""

import pickle
from collections.abc import Callable, Container, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol, TypeVar

from reportedly import processes
from reportedly.export.event import events
from reportedly.export.piece import Made, OfEvent, OfReading, of_event, of_reading
from reportedly.export.privacy import leaks
from reportedly.export.privacy.covered import Covered
from reportedly.export.privacy.gathered import Gathered
from reportedly.export.privacy.profile import Profile
from reportedly.export.privacy.shared import Counted, Shared
from reportedly.export.watched import Watched
from reportedly.plugins import Released
from reportedly.records import Incident, Naming, Reading

T = TypeVar("T")
_MANY = 2_000  # reports from which other processes, which take seconds to begin, pay
_INCIDENTS = 100  # at once
_REPORTS = 500


class Parts(Released, Protocol):
    """A release that can be gone through in parts."""

    def some(self, names: Sequence[str]) -> Iterator[Incident]:
        """The incidents of these names, in this order."""
        ...

    def read(self, reports: Sequence[str]) -> Iterator[Reading]:
        """The readings of these reports."""
        ...


class Whole(Parts, Protocol):
    """One that knows which parts there are."""

    @property
    def names(self) -> Sequence[str]:
        """Of its incidents, in order."""
        ...

    @property
    def reports(self) -> Sequence[str]:
        """The ids of its reports, in order."""
        ...

    def namings(self, reports: Sequence[str]) -> Iterator[Naming]:
        """What these reports say of names."""
        ...


@dataclass(frozen=True, slots=True)
class Again:
    """A release, and how other processes open it again: ``opened`` is a function of a module, or a
    functools.partial of one. ``jobs``: how many processes may.
    """

    whole: Whole
    opened: Callable[[], AbstractContextManager[Whole]]
    jobs: int


class Workers:
    """Processes in which a release is open."""

    def __init__(self, pool: ProcessPoolExecutor, again: Again, folder: Path) -> None:
        """``folder``: a place for what all processes have to know."""
        self._pool = pool
        self._jobs = again.jobs
        self._folder = folder
        self._told = count()
        self.whole = again.whole

    def each(self, work: Callable[["Opened", Any], T], shares: Iterator[Any]) -> Iterator[T]:
        return processes.in_order(self._pool, work, shares, self._jobs)

    def tell(self, covered: Covered | None) -> Path:
        """Where processes read what is withheld: too much to be sent with every share."""
        path = self._folder / f"covered-{next(self._told)}"
        path.write_bytes(pickle.dumps(covered))
        return path

    def gathered(self, profile: Profile) -> Gathered:
        """What there is to be withheld."""
        found = Gathered(profile)
        for some in self.each(partial(_gathered, profile), _parts(self.whole.reports, _REPORTS)):
            found.add(some)
        return found

    def leaks(self, covered: Covered, texts: Iterator[leaks.Written]) -> Iterator[str | None]:
        """What :func:`reportedly.export.privacy.leaks.leak` says of each."""
        return self.each(partial(_leak, self.tell(covered)), texts)


@contextmanager
def workers(again: Again | None) -> Iterator[Workers | None]:
    """Processes that work on a release; None where one alone is faster."""
    if again is None or again.jobs < 2 or len(again.whole.reports) < _MANY:
        yield None
        return
    with (
        TemporaryDirectory() as folder,
        processes.pool(again.jobs, partial(_opened, again.opened)) as pool,
    ):
        yield Workers(pool, again, Path(folder))


class Apart(Watched):
    """Like a release of which ``workers`` have the same. What :mod:`reportedly.export.pieces` asks
    for is made there, all else here.
    """

    def __init__(
        self, released: Released, workers: Workers, progress: Callable[[int], None]
    ) -> None:
        super().__init__(released, progress)
        self._shared = released if isinstance(released, Shared) else None
        self._workers = workers
        self._covered = workers.tell(self._shared.covered if self._shared else None)

    def of_events(self, work: OfEvent[T]) -> Iterator[Made[T]]:
        """Of every incident, in order."""
        shares = _parts(self._workers.whole.names, _INCIDENTS)
        made = self._made(partial(_of_events, work, self._covered), shares)
        for n, one in enumerate(made, 1):
            self._progress(n)
            yield one

    def of_others(self, work: OfReading[T], told: Container[str]) -> Iterator[Made[T]]:
        """Of every report but these, in order."""
        left = [id for id in self._workers.whole.reports if id not in told]
        shares = _parts(left, _REPORTS)
        yield from self._made(partial(_of_others, work, self._covered), shares)

    def _made(
        self, work: Callable[["Opened", Any], "Part[T]"], shares: Iterator["Share"]
    ) -> Iterator[Made[T]]:
        for made, counted in self._workers.each(work, shares):
            if self._shared:
                self._shared.count(counted)
            yield from made


def _parts(names: Sequence[str], size: int) -> Iterator["Share"]:
    return ((at + 1, names[at : at + size]) for at in range(0, len(names), size))


# In the processes

Share = tuple[int, Sequence[str]]  # the serial of the first of these names, and the names
Part = tuple[list[Made[T]], Counted]


class Opened:
    """What a process works with: the release, and the release as it is given."""

    def __init__(self, whole: Whole) -> None:
        self.whole = whole
        self._covered: Path | None = None
        self._given: Parts = whole

    def given(self, covered: Path) -> Parts:
        """Without what :meth:`Workers.tell` says is withheld."""
        if self._covered != covered:
            told: Covered | None = pickle.loads(covered.read_bytes())
            self._given = _Given(self.whole, told) if told else self.whole
            self._covered = covered
        return self._given


class _Given(Shared):
    """What is given of a release that can be gone through in parts."""

    def __init__(self, whole: Whole, covered: Covered) -> None:
        super().__init__(whole, covered)
        self._whole = whole

    def some(self, names: Sequence[str]) -> Iterator[Incident]:
        return self.given_each(self._whole.some(names))

    def read(self, reports: Sequence[str]) -> Iterator[Reading]:
        return map(self.given, self._whole.read(reports))


@contextmanager
def _opened(opened: Callable[[], AbstractContextManager[Whole]]) -> Iterator[Opened]:
    with opened() as whole:
        yield Opened(whole)


def _gathered(profile: Profile, here: Opened, share: Share) -> Gathered:
    found = Gathered(profile)
    for told in here.whole.namings(share[1]):
        found.take(told)
    return found


def _of_events(work: OfEvent[T], covered: Path, here: Opened, share: Share) -> Part[T]:
    first, names = share
    given = here.given(covered)
    made = [of_event(work, one, given) for one in events(given.some(names), given, first)]
    return made, given.counted() if isinstance(given, Shared) else {}


def _of_others(work: OfReading[T], covered: Path, here: Opened, share: Share) -> Part[T]:
    given = here.given(covered)
    made = [of_reading(work, reading) for reading in given.read(share[1])]
    return made, given.counted() if isinstance(given, Shared) else {}


def _leak(covered: Path, here: Opened, text: leaks.Written) -> str | None:
    given = here.given(covered)
    return leaks.leak(text, given.hidden) if isinstance(given, Shared) else None

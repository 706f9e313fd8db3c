"""A story: what is added, read again, decided and undone, one thing after the other."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from typing import Any, get_args

from hypothesis import strategies as st

from reportedly.codebook import default
from reportedly.errors import UnknownRecord
from reportedly.pipeline import Release, Tools, release
from reportedly.pipeline.deciding import cited, joining, on_claims, on_incident, splitting
from reportedly.pipeline.saying import on_spoken, on_statement
from reportedly.records import Account, Act, Action, Decision, Reading, Received, Said
from reportedly.store.store import Store
from tests.invented import exactly
from tests.replay.told import INCIDENTS, Passage, Printed

NOTHING: Any = None
TOOLS = Tools(names=NOTHING, extractor=NOTHING, codebook=default())  # nothing is read from texts
LATEST = 9  # days after the first incident


@dataclass(frozen=True)
class Add:
    """A report, new or known, is read by an extractor that differs in one passage at most."""

    report: int
    reads: Passage | None = None  # in place of its first passage


@dataclass(frozen=True)
class Decide:
    """``pick`` and ``other`` choose among what there is when it is decided. ``whole``: about the
    incidents of what is picked, anchored in the texts as on the command line.
    """

    action: Action
    pick: int
    other: int
    number: int
    whole: bool


@dataclass(frozen=True)
class Say:
    """A person says of words of a report that they are a statement: of the ``pick``-th account's
    words, or so many code points from their start. ``denies``: the last other statement there.
    ``rejects``: that what is read there is none, if anything is.
    """

    pick: int
    words: int
    act: Act
    named: bool
    denies: bool
    rejects: bool = False


@dataclass(frozen=True)
class Undo:
    pick: int


Step = Add | Decide | Say | Undo
_SMALL = st.integers(0, 60)
_PASSAGES = st.builds(
    Passage,
    incident=st.integers(0, len(INCIDENTS) - 1),
    wording=st.integers(0, 1),
    killed=st.sampled_from([None, 2, 7, 7, 12]),
    bounded=st.booleans(),
    voice=st.sampled_from([None, None, "the interior ministry", "the hospital"]),
    dated=st.sampled_from([True, True, True, False]),
    placed=st.sampled_from([True, True, True, False]),
    accused=st.booleans(),
    role=st.sampled_from(["main", "main", "main", "background"]),
)
_REPORTS = st.lists(
    st.tuples(
        st.one_of(st.integers(0, LATEST), st.none()),
        st.lists(_PASSAGES, min_size=1, max_size=2),
    ),
    min_size=3,
    max_size=8,
).map(lambda rows: [Printed(f"r{n}", day, tuple(said)) for n, (day, said) in enumerate(rows)])
_ACTIONS: tuple[Action, ...] = ("join", "split", "correct", "reject", "accept", "dispute")
_STEPS = st.one_of(
    st.builds(Add, report=_SMALL),
    st.builds(Add, report=_SMALL, reads=st.one_of(st.none(), _PASSAGES)),
    st.builds(
        Decide, action=st.sampled_from(_ACTIONS), pick=_SMALL, other=_SMALL,
        number=st.integers(0, 20), whole=st.booleans(),
    ),
    st.builds(
        Say, pick=_SMALL, words=_SMALL, act=st.sampled_from(get_args(Act)),
        named=st.booleans(), denies=st.booleans(),
        rejects=st.sampled_from([False, False, True]),
    ),
    st.builds(Undo, pick=_SMALL),
)  # fmt: skip


@dataclass(frozen=True)
class Story:
    reports: list[Printed]
    steps: list[Step]


# Every report comes first; what follows is read again, decided and undone.
STORIES = st.builds(
    lambda reports, early, steps: Story(
        reports, [*early, *(Add(n) for n in range(len(reports))), *steps]
    ),
    _REPORTS,
    st.lists(_STEPS, max_size=4),
    st.lists(_STEPS, min_size=3, max_size=10),
)


@dataclass(frozen=True)
class Told:
    """What a step came to: a reading, or a decision; and the moment after it was stored."""

    what: tuple[Received, Reading] | Decision
    at: datetime


class Teller:
    """Tells a story to a store, and remembers what each step came to."""

    def __init__(self, store: Store, story: Story) -> None:
        self._store = store
        self._story = story
        self._serial = count()
        self.told: list[Told] = []

    def tell(self, step: Step, update: Callable[[], object]) -> None:
        what = self._reading(step) if isinstance(step, Add) else self._decision(step)
        if what is not None:
            keep(self._store, what)
            update()
            self.told.append(Told(what, datetime.now(UTC)))

    def _reading(self, step: Add) -> tuple[Received, Reading]:
        printed = self._story.reports[step.report % len(self._story.reports)]
        passages = [step.reads or printed.passages[0], *printed.passages[1:]]
        extractor = "hand/2" if step.reads else "hand/1"
        return printed.received(), printed.reading(passages, extractor)

    def _decision(self, step: Decide | Say | Undo) -> Decision | None:
        made = self._store.decisions()
        if isinstance(step, Undo):
            return self._made("undo", made[step.pick % len(made)].id) if made else None
        accounts = self._store.accounts()
        if not accounts:
            return None
        if isinstance(step, Say):
            return self._spoken(step, accounts[step.pick % len(accounts)])
        if step.whole:
            return self._whole(step, release(self._store, TOOLS))
        one, other = (accounts[n % len(accounts)] for n in (step.pick, step.other))
        if step.action in ("join", "split"):
            return self._made(step.action, one.id, other.id) if one.id != other.id else None
        figures = exactly(step.number)
        if step.action == "reject":
            return self._made("reject", one.claims[step.other % len(one.claims)].id)
        if step.action == "correct" and step.other % 2:
            said = next((c for c in one.claims if c.field == "killed"), None)
            return self._made("correct", said.id, field="killed", value=figures) if said else None
        value = figures if step.action == "correct" else None
        return self._made(step.action, one.id, field="killed", value=value)

    def _whole(self, step: Decide, found: Release) -> Decision | None:
        """As the command line decides: about incidents, their fields, and what is claimed."""
        incidents = list(found.incidents())
        one, other = (incidents[n % len(incidents)] for n in (step.pick, step.other))
        value = exactly(step.number) if step.action == "correct" else None
        if step.action == "join":
            matter = joining(found, one.id, other.id) if one.id != other.id else None
        elif step.action == "split":
            leaving = one.accounts[step.other % len(one.accounts)]
            matter = splitting(found, one.id, [leaving]) if len(one.accounts) > 1 else None
        elif step.action == "reject" and step.other % 3:  # else the incident as such
            matter = on_claims(found, one.id, "type")
        else:
            matter = on_incident(found, one.id)
        if matter is None:
            return None
        field = None if step.action in ("join", "split", "reject") else "killed"
        more = {"field": field, "value": value, "anchors": matter.anchors}
        return self._made(step.action, *matter.subject, **more)

    def _spoken(self, step: Say, told: Account) -> Decision | None:
        found = release(self._store, TOOLS)
        (sentence,) = told.mentions
        end = sentence.end if step.words % 2 else min(sentence.end, sentence.start + 12)
        words = cited(found, told.report, "text", sentence.start, end)
        if step.rejects:
            try:
                matter = on_statement(found, words)
            except UnknownRecord:
                return None
            return self._made("reject", *matter.subject, anchors=matter.anchors)
        speaker = cited(found, told.report, "text", end - 3, end) if step.named else None
        there = [one.id for one in found.readings[told.report].statements if one.content != words]
        try:
            matter = on_spoken(found, words, speaker, there[-1:] if step.denies else ())
        except ValueError:  # the words are mostly those of what they would deny
            matter = on_spoken(found, words, speaker)
        value = Said(step.act, unnamed=step.words % 5 == 0, denies_nothing=step.words % 7 == 0)
        return self._made("correct", *matter.subject, value=value, anchors=matter.anchors)

    def _made(self, action: Action, *subject: str, **more: Any) -> Decision:
        return Decision(
            id=f"decision-{next(self._serial)}",
            action=action,
            subject=subject,
            reviewer="coder",
            made_at=datetime.now(UTC),
            reason="invented",
            **more,
        )


def keep(store: Store, what: tuple[Received, Reading] | Decision) -> None:
    if isinstance(what, Decision):
        store.add_decision(what)
    else:
        received, reading = what
        store.add_received(received)
        store.add_reading(reading)

"""Bring what is derived up to what is stored: link, group and reconcile whatever a change touches.

What comes out is the same however it is reached: report by report, in any order, or afresh.
"""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass

from reportedly import __version__, link
from reportedly.pipeline.adding_up import Group, incidents
from reportedly.pipeline.copied import Copied
from reportedly.pipeline.grouping import Grouping
from reportedly.pipeline.linking import Linking
from reportedly.pipeline.regrouped import Regrouped
from reportedly.pipeline.tools import Tools
from reportedly.pipeline.uncollected import uncollected
from reportedly.pipeline.verdicts import Verdicts, name_of
from reportedly.records import Decision
from reportedly.store.beliefs import Belief
from reportedly.store.derived import Progress, Step
from reportedly.store.store import Store

MANY = 2_000  # reports from which on other processes, which take a second to start, pay


def update(store: Store, tools: Tools, jobs: int = 1) -> list[Belief]:
    """Take in every reading and decision since the last time. Returns what changed by it.

    ``jobs``: processes to work with, where there is enough for several.
    """
    return _until_taken(store, tools, jobs, afresh=False)


def waiting(store: Store, tools: Tools) -> int:
    """How many reports an update would take in; where that is many, it takes a while."""
    change = _change(store, _model(tools), afresh=False)
    return len(change.reports) if change else 0


def rebuild(store: Store, tools: Tools, jobs: int = 1) -> list[Belief]:
    """Throw away what is derived and make it anew. Returns what changed by it: nothing, unless
    the model or the rules did.
    """
    return _until_taken(store, tools, jobs, afresh=True)


@dataclass(frozen=True, slots=True)
class _Change:
    since: Progress
    to: Progress
    reports: Sequence[str]  # read since
    decisions: Sequence[Decision]  # made since
    afresh: bool


def _until_taken(store: Store, tools: Tools, jobs: int, *, afresh: bool) -> list[Belief]:
    while True:
        change = _change(store, _model(tools), afresh)
        if change is None:
            return []
        many = len(change.reports) >= MANY
        # Where there is much, garbage has to go: memory is what is short then.
        with nullcontext() if many else uncollected():
            beliefs = _taken(store, tools, change, jobs if many else 1)
        if beliefs is not None:
            return beliefs


def _taken(store: Store, tools: Tools, change: _Change, jobs: int) -> list[Belief] | None:
    """None where another was faster. What was worked out is gone afterwards."""
    step, beliefs = _worked_out(store, tools, change, jobs)
    return beliefs if store.take(step, beliefs) else None


def _model(tools: Tools) -> str:
    """What the incidents follow from, besides readings and decisions."""
    return f"reportedly {__version__}, {link.model().version}, codebook {tools.codebook.version}"


def _change(store: Store, model: str, afresh: bool) -> _Change | None:
    since = store.derived.progress()
    afresh = afresh or since.model != model
    reports, reading = store.read_after(0 if afresh else since.reading)
    decisions, decision = store.decided_after(0 if afresh else since.decision)
    if not (afresh or reports or decisions):
        return None
    return _Change(since, Progress(reading, decision, model), reports, decisions, afresh)


def _worked_out(
    store: Store, tools: Tools, change: _Change, jobs: int
) -> tuple[Step, list[Belief]]:
    verdicts = Verdicts(store)
    decided = verdicts.spoken_of(change.decisions)
    touched = verdicts.beside(change.reports)
    dismissed = verdicts.dismissed.keys()
    linking = Linking(store, tools.families(), dismissed, afresh=change.afresh, jobs=jobs)
    linking.read(change.reports)
    linking.pair()
    grouping = Grouping(store.derived, linking, verdicts)
    found = grouping.all() if change.afresh else grouping.changed(decided.keys() | touched)
    heads = linking.hand.heads
    groups: list[Group] = [[heads[rank] for rank in ranks] for ranks in found]
    regrouped = Regrouped(store, groups, linking, decided, touched, verdicts, change.afresh)
    again = regrouped.changed()
    copied = Copied({name_of(head.number for head in group): group for group in again})
    made = incidents(again, store, tools, verdicts, regrouped.homes(), jobs=jobs)
    beliefs = list(regrouped.news(copied.noted(made)))
    step = Step(
        since=change.since,
        to=change.to,
        clear=change.afresh,
        gone=linking.gone,
        gone_keys=linking.gone_keys(),
        dropped=linking.dropped,
        profiles=linking.profiles(),
        draws=linking.draws,
        keys=linking.keys(),
        pairs=linking.pairs(),
        members=regrouped.moved(),
        left=regrouped.left(),
        doubts=copied.doubts(verdicts),
    )
    return step, beliefs

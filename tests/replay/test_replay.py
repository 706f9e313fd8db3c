"""Incidents follow from the reports and decisions alone: not from the way they came to be stored.

Each random story is told to a store that is brought up to date after every step. What it then
holds is compared with fresh stores that were told the same, part of it, or all in another order.
"""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from reportedly.link import candidates
from reportedly.pipeline import Release, rebuild, release, releasing, update
from reportedly.records import Decision, Incident
from reportedly.records.decision import standing
from reportedly.store import open_store
from reportedly.store.queue import Asked
from reportedly.store.store import Store
from tests.replay.stories import LATEST, STORIES, TOOLS, Story, Teller, Told, keep
from tests.replay.told import FIRST_DAY

STORIES_TOLD = int(os.environ.get("STORIES", "25"))
Fresh = Callable[[], AbstractContextManager[Store]]


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Fresh:
    """An empty store each time: used ones emptied, because opening one anew takes longer."""
    folder = tmp_path_factory.mktemp("replay")
    empty = folder / "empty.db"
    open_store(f"sqlite:///{empty}").close()
    idle: list[tuple[Path, Store]] = []

    @contextmanager
    def made() -> Iterator[Store]:
        if not idle:
            file = folder / f"{len(list(folder.iterdir()))}.db"
            idle.append((file, open_store(f"sqlite:///{file}")))
        file, store = idle.pop()
        store.close()  # until it is used again; the last to close a file leaves no log beside it
        shutil.copy(empty, file)
        releasing._KEPT.pop(store, None)  # decisions of stories have the same ids again
        yield store
        idle.append((file, store))

    return made


def shown(found: Release, *, named: bool = True) -> set[Any]:
    """Every incident with all that is said of it, without its name, which follows arrival; and
    every statement with what it is in dispute with.
    """
    told = {_shown(incident, incident.id if named else "") for incident in found.incidents()}
    said = {
        (one, frozenset(d.id for d in reading.disputes if one.id in (d.left, d.right)))
        for reading in found.readings
        for one in reading.statements
    }
    return told | said


def _shown(incident: Incident, name: str) -> Any:
    findings = (
        (f.field, f.value, frozenset(f.basis), frozenset(f.against), f.rule, f.because)
        for f in incident.findings
    )
    disputes = ((frozenset((d.left, d.right)), d.kind, d.field) for d in incident.disputes)
    return name, frozenset(incident.accounts), frozenset(findings), frozenset(disputes)


def linking(store: Store) -> Any:
    """Which accounts are compared, with what probability, and whom each is drawn to."""
    return set(store.derived.pairs(None)), store.derived.draws(None)


def retold(fresh: Fresh, told: Iterable[Told], *, named: bool = True) -> set[Any]:
    """What a fresh store makes of it."""
    with fresh() as store:
        for one in told:
            keep(store, one.what)
        return shown(release(store, TOOLS), named=named)


def published_by(told: Iterable[Told], day: date) -> list[Told]:
    """The reports of days up to then, and every decision."""
    return [
        one
        for one in told
        if isinstance(one.what, Decision)
        or (one.what[0].report.published is not None and one.what[0].report.published <= day)
    ]


def shuffled(told: Iterable[Told], rng: Random) -> list[Told]:
    """Reports in another order, the readings of each in theirs; decisions come after."""
    told = list(told)
    decided = [one for one in told if isinstance(one.what, Decision)]
    by_report: dict[str, list[Told]] = {}
    for one in told:
        if not isinstance(one.what, Decision):
            by_report.setdefault(one.what[0].report.id, []).append(one)
    reports = list(by_report.values())
    rng.shuffle(reports)
    return [*(one for some in reports for one in some), *decided]


def check_splits(store: Store, found: Release) -> None:
    """No pair whose last standing verdict is a split shares an incident."""
    numbers = store.index.numbers()
    now = {numbers[account.id]: account.id for account in store.accounts()}
    home = {id: incident.id for incident in found.incidents() for id in incident.accounts}
    verdicts: dict[frozenset[str | None], str] = {}
    for decision in standing(store.decisions()):
        if decision.action in ("join", "split"):
            for ids in product(*sides(decision)):
                verdicts[frozenset(now.get(numbers[id]) for id in ids)] = decision.action
    for pair, action in verdicts.items():
        homes = [home[id] for id in pair if id in home]
        assert action != "split" or len(pair) < 2 or len(set(homes)) == len(homes)


def sides(decision: Decision) -> list[list[str]]:
    """The accounts on each side of a join or split, as they were called when it was made."""
    if not decision.anchors:
        return [[id] for id in decision.subject]
    return [[a.id for a in decision.anchors if a.subject == one] for one in decision.subject]


@pytest.fixture(scope="module", autouse=True)
def _crowded() -> Iterator[None]:
    """Keys are full at two holders, as they are at fifty in a store of real size."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(candidates, "CAP", 2)
        yield


@settings(
    max_examples=STORIES_TOLD,
    deadline=None,
    derandomize=bool(os.environ.get("CI")),  # what gates a change is the same for everybody
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(STORIES, st.randoms(use_true_random=False), st.data())
def test_the_way_does_not_matter(
    fresh: Fresh, story: Story, rng: Random, data: st.DataObject
) -> None:
    with fresh() as store:
        teller = Teller(store, story)
        for step in story.steps:
            teller.tell(step, lambda: update(store, TOOLS))
        told = teller.told
        found = release(store, TOOLS)
        now, unnamed = shown(found), shown(found, named=False)
        check_splits(store, found)
        sizes = [len(incident.accounts) for incident in found.incidents()]
        event(f"largest group: {max(sizes, default=0)}")

        assert retold(fresh, told) == now, "told again, in one go"

        upto = data.draw(st.integers(1, len(told)), label="as of the moment after this step")
        then = release(store, TOOLS, as_of=told[upto - 1].at)
        assert shown(then) == retold(fresh, told[:upto]), "as of a moment"

        day = FIRST_DAY + timedelta(data.draw(st.integers(0, LATEST), label="as of this day"))
        then = release(store, TOOLS, as_of=day)
        early = retold(fresh, published_by(told, day), named=False)
        assert shown(then, named=False) == early, "as of a day"

        again = retold(fresh, shuffled(told, rng), named=False)
        assert again == unnamed, "in another order"

        asked, linked = store.queue.page(Asked(done=True), limit=10_000), linking(store)
        assert rebuild(store, TOOLS) == [], "made afresh, nothing changes"
        assert store.queue.page(Asked(done=True), limit=10_000) == asked, "asked the same"
        assert linking(store) == linked, "compared and drawn the same"
        assert shown(release(store, TOOLS)) == now, "made afresh"
        past = release(store, TOOLS, as_of=told[upto - 1].at)
        assert shown(past) == retold(fresh, told[:upto]), "as of a moment, made afresh since"

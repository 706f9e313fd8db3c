"""The queue is the same however it was reached, and follows every decision."""

from pathlib import Path

from reportedly import pipeline, review
from reportedly.pipeline import Matter, Tools
from reportedly.records import Action
from reportedly.store import open_store
from reportedly.store.asked import Asked as Everything
from reportedly.store.queue import Asked, Queued
from reportedly.store.store import Store


def _queue(store: Store) -> list[Queued]:
    return store.queue.page(Asked(done=True), limit=500)


def _decide(store: Store, tools: Tools, action: Action, matter: Matter) -> str:
    decision = review.decide(
        action,
        matter.subject,
        reviewer="Ana",
        codebook=tools.codebook,
        reason="looked",
        anchors=matter.anchors,
    )
    pipeline.put(store, tools, decision)
    return decision.id


def test_the_queue_is_the_same_as_if_made_afresh(db: Path, made: tuple[Path, Tools]) -> None:
    tools = made[1]
    with open_store(f"sqlite:///{db}") as store:
        before = _queue(store)
        release = pipeline.release(store, tools)
        steps: tuple[tuple[Action, Matter], ...] = (
            ("join", pipeline.joining(release, "INC-24", "INC-22")),
            ("split", pipeline.joining(release, "INC-20", "INC-1")),
            ("reject", pipeline.on_incident(release, "INC-34")),
            ("accept", pipeline.on_incident(release, "INC-14")),
        )
        done = [_decide(store, tools, action, matter) for action, matter in steps]
        after = _queue(store)
        assert after != before
        pipeline.rebuild(store, tools)
        assert _queue(store) == after
        for id in reversed(done):
            _decide(store, tools, "undo", Matter((id,), ()))
        assert _queue(store) == before


def test_what_people_decided_leaves_the_queue(db: Path, made: tuple[Path, Tools]) -> None:
    tools = made[1]
    with open_store(f"sqlite:///{db}") as store:
        (rejected,) = (one for one in store.queue.page(Asked()) if one.incident == "INC-34")
        left = store.queue.left()
        _decide(
            store, tools, "reject", pipeline.on_incident(pipeline.release(store, tools), "INC-34")
        )
        assert store.queue.left() == left - 1
        gone = store.queue.one(rejected.number)
        assert gone is not None
        assert (gone.open, gone.incident) == (0, None)


def test_what_is_left_is_counted_again_once_another_process_decided(
    db: Path, made: tuple[Path, Tools]
) -> None:
    tools = made[1]
    with open_store(f"sqlite:///{db}") as store, open_store(f"sqlite:///{db}") as other:
        left = store.queue.left()
        release = pipeline.release(other, tools)
        done = _decide(other, tools, "reject", pipeline.on_incident(release, "INC-34"))
        assert store.queue.left() == left - 1
        _decide(other, tools, "undo", Matter((done,), ()))
        assert store.queue.left() == left
        store.close()
        db.unlink()
        with open_store(f"sqlite:///{db}"):
            assert store.queue.left() == 0  # nothing was linked here yet


def test_the_queue_goes_on_where_it_ended(db: Path) -> None:
    with open_store(f"sqlite:///{db}") as store:
        for asked in (Asked(), Asked(order="weight"), Asked(only="disputed")):
            whole = store.queue.page(asked, limit=500)
            found: list[Queued] = []
            while page := store.queue.page(asked, found[-1].number if found else None, limit=7):
                found += page
            assert found == whole
            assert len({one.number for one in found}) == len(found)


def test_the_map_is_added_up_again_once_another_process_decided(
    db: Path, made: tuple[Path, Tools]
) -> None:
    tools = made[1]
    with open_store(f"sqlite:///{db}") as store, open_store(f"sqlite:///{db}") as other:
        many = _on_the_map(store)
        release = pipeline.release(other, tools)
        done = _decide(other, tools, "reject", pipeline.on_incident(release, "INC-34"))
        assert _on_the_map(store) == many - 1
        assert _on_the_map(store) == many - 1  # as it was kept
        _decide(other, tools, "undo", Matter((done,), ()))
        assert _on_the_map(store) == many


def _on_the_map(store: Store) -> int:
    placed = store.lists.grouped.by_place(Everything(), 1_000)
    return sum(row.sums.incidents for row in placed.rows)

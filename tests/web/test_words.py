"""All reports are searched, whichever way is the fastest for the words."""

from pathlib import Path
from typing import Any

import pytest

from reportedly.store import open_store, search
from reportedly.store.asked import Asked
from reportedly.store.search import Words
from reportedly.store.store import Store

ASKED = (
    Asked(words="market"),
    Asked(words="killed bomb", type="bombing"),
    Asked(words="hospital", source="Courier"),
    Asked(words="dulmeck", first=None, disputed="count"),
    Asked(words="nowhere"),
)


def _found(store: Store, asked: Asked) -> list[Any]:
    finds = store.lists.finds
    plain = Asked(words=asked.words, source=asked.source)
    return [
        [row.incident for row in finds.incidents(asked, None, 50).rows],
        finds.how_many(asked),
        [side.id for side in finds.statements(plain, None, 50).rows],
        [one.n for one in finds.reports(plain, None, 50).rows],
        store.lists.grouped.by_place(asked, 50),
    ]


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: asked.words)
def test_the_way_changes_nothing(db: Path, asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(f"sqlite:///{db}") as store:
        listed = _found(store, asked)
        monkeypatch.setattr(search, "_MANY", 1)
        with store._engine.connect() as connection:
            way = search.how(connection, asked.words, page=True)
        assert way is (Words.LISTED if asked.words == "nowhere" else Words.ASKED)
        assert _found(store, asked) == listed
        assert bool(listed[0]) == (asked.words != "nowhere")
        monkeypatch.setattr(search, "has_word_index", lambda connection: False)
        scanned = _found(store, asked)
        assert set(listed[0]) <= set(scanned[0])  # these find parts of words too

"""What the workbench keeps at hand is never older than the store: whatever another process writes,
a workbench that has shown every page shows what one that has shown none does.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from reportedly import pipeline, review
from reportedly.pipeline import Tools
from reportedly.records import Decision, Reading
from reportedly.records.values import Count
from reportedly.store import open_store
from reportedly.store.store import Store
from reportedly.web import create_app, kept

MARKET = "INC-6"
PAGES = (
    *("/?at=6", f"/incident/{MARKET}", f"/incident/{MARKET}?as_of=2031-03-18"),
    *(f"/api/incidents/{MARKET}", f"/api/incidents/{MARKET}?as_of=2031-03-19"),
    *(f"/api/incidents/{MARKET}/days", "/api/incidents", "/api/queue"),
)


@contextmanager
def browsing(store: Store, tools: Tools) -> Iterator[TestClient]:
    with TestClient(create_app(store, tools), base_url="http://127.0.0.1") as browser:
        yield browser


def shown(browser: TestClient, *paths: str) -> dict[str, str]:
    """These pages, or every one, without the token by which one workbench knows its own."""
    token = browser.get("/api/session").json()["token"]
    pages = {path: browser.get(path) for path in paths or PAGES}
    assert {page.status_code for page in pages.values()} == {200}
    return {path: page.text.replace(token, "") for path, page in pages.items()}


def claims(pages: dict[str, str]) -> object:
    return json.loads(pages[f"/api/incidents/{MARKET}"])["claims"]


def corrected(store: Store, tools: Tools) -> Decision:
    matter, _ = pipeline.on_claim(pipeline.release(store, tools), _killed(store, tools))
    return review.decide(
        "correct",
        matter.subject,
        field="killed",
        value=Count(9, 9, 9, "exact"),
        reviewer="Ana",
        codebook=tools.codebook,
        reason="the register",
        anchors=matter.anchors,
    )


def _killed(store: Store, tools: Tools) -> str:
    found = pipeline.release(store, tools).incident(MARKET).finding("killed")
    assert found is not None
    return found.basis[0]


def test_nothing_is_shown_that_another_process_has_changed(
    db: Path, made: tuple[Path, Tools], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "_LEAST", 1)  # every card is kept
    tools, url = made[1], f"sqlite:///{db}"
    with open_store(url) as store, open_store(url) as other, browsing(store, tools) as browser:
        first = before = shown(browser)

        def follows() -> dict[str, str]:
            nonlocal before
            last, before = before, shown(browser)
            with open_store(url) as unseen, browsing(unseen, tools) as fresh:
                assert before == shown(fresh)
            assert before[f"/api/incidents/{MARKET}"] != last[f"/api/incidents/{MARKET}"]
            assert before["/?at=6"] != last["/?at=6"]
            return before

        made_one = corrected(other, tools)
        pipeline.put(other, tools, made_one)
        follows()
        undo = review.decide("undo", [made_one.id], reviewer="Ana", codebook=tools.codebook)
        pipeline.put(other, tools, undo)
        follows()
        report = other.index.reports_of([_killed(other, tools)]).popitem()[1]
        (was,) = other.readings(reports=[report])
        for reading in (_without_dead(was), was):  # read otherwise, and then as before
            other.add_reading(reading)
            again = follows()
        assert claims(again) == claims(first)
        other.forget(report, "Ana", "court order 12")
        follows()


def _without_dead(reading: Reading) -> Reading:
    accounts = (
        replace(one, claims=tuple(c for c in one.claims if c.field != "killed"))
        for one in reading.accounts
    )
    return replace(reading, accounts=tuple(accounts), statements=())


@pytest.mark.parametrize("path", PAGES)
def test_every_page_takes_in_what_was_read_since(
    db: Path, made: tuple[Path, Tools], path: str
) -> None:
    tools, url = made[1], f"sqlite:///{db}"
    with open_store(url) as store, open_store(url) as other, browsing(store, tools) as browser:
        shown(browser)
        report = other.index.reports_of([_killed(other, tools)]).popitem()[1]
        (was,) = other.readings(reports=[report])
        other.add_reading(replace(was, accounts=()))
        page = shown(browser, path)
        pipeline.update(other, tools)
        with open_store(url) as unseen, browsing(unseen, tools) as fresh:
            assert page == shown(fresh, path)

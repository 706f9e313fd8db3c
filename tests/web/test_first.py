"""The first run, before there is a store."""

import re
import socket
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from threading import Event
from threading import enumerate as enumerate_threads
from typing import Any

import pytest
from fastapi import Request, Response
from fastapi.testclient import TestClient
from sqlalchemy import Connection
from starlette.middleware.base import RequestResponseEndpoint

from reportedly import codebook, demo, pipeline
from reportedly.cli.app import run
from reportedly.cli.serve import _start
from reportedly.pipeline import Tools
from reportedly.records import Reading, receive
from reportedly.store import load, open_store
from reportedly.store.store import Store
from reportedly.web import beforehand, create_app
from reportedly.web.pages.start import Kind
from reportedly.web.tabs import TABS


@pytest.fixture
def first(made: tuple[Path, Tools], tmp_path: Path) -> Iterator[TestClient]:
    opened: list[Store] = []

    def start(kind: Kind, book: str) -> tuple[Store, Tools]:
        opened.append(open_store(f"sqlite:///{tmp_path / 'new.db'}"))
        return opened[0], replace(made[1], codebook=codebook.named(book))

    client = TestClient(create_app(None, made[1], start=start), base_url="http://127.0.0.1")
    client.headers["X-Token"] = client.get("/api/session").json()["token"]
    yield client
    for store in opened:
        store.close()


def test_without_a_store_every_page_offers_a_beginning(first: TestClient) -> None:
    for path in ("/", "/log", "/map"):
        page = first.get(path).text
        assert 'data-start="demo"' in page
        assert "Codebook" in page
    assert first.get("/api/incidents").status_code == 503


def test_a_project_is_begun_once(first: TestClient) -> None:
    assert first.post("/api/start", json={"kind": "else"}).status_code == 422
    wrong = first.post("/api/start", json={"kind": "own", "codebook": "tea leaves"})
    assert (wrong.status_code, "casualty" in wrong.json()["error"]) == (422, True)
    assert first.post("/api/start", json={"kind": "own"}).status_code == 201
    assert "reportedly add" in first.get("/").text
    assert first.post("/api/start", json={"kind": "own"}).status_code == 409


@pytest.mark.parametrize(
    ("book", "killed", "words", "file"),
    [
        ("default", "7 to 15 (best 12)", None, None),
        ("acled", "7", "ACLED: Explosions/Remote violence: Remote", "acled.csv"),
        ("ged", "7 to 15 (best 12)", None, "ged.csv"),
        ("gtd", "12", "GTD: Bombing/Explosion: Explosives", "gtd.csv"),
        ("casualty", "7 to 15", None, "incidents.jsonl"),
    ],
)
def test_what_is_chosen_is_kept_and_counts(
    made: tuple[Path, Tools],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    book: str,
    killed: str,
    words: str | None,
    file: str | None,
) -> None:
    monkeypatch.chdir(tmp_path)
    with ExitStack() as held:
        store, tools = _start(held, "chosen.db", made[1])("own", book)
        with demo.folder() as data:
            found = pipeline.sources([str(data / "corpus")])
            pipeline.add(found, store, pipeline.Readers(tools))
        app = create_app(store, tools)
        page = TestClient(app, base_url="http://localhost").get("/incident/INC-6").text
        shown = re.findall(r'id="v-killed".*?<bdi class="now">([^<]*)<', page, re.S)
        assert shown == [killed]
        assert words is None or words in page
    done = run(["export", "out", "--db", "chosen.db"])
    assert (done, file) == (2, None) or (tmp_path / "out" / str(file)).exists()


@pytest.mark.parametrize("waits", [False, True])
def test_first_pages_are_asked_for_beforehand_unless_that_would_link(
    db: Path, made: tuple[Path, Tools], waits: bool
) -> None:
    text = "A bomb killed nine people in Dulmeck on 18 March 2031, police said."
    with open_store(f"sqlite:///{db}") as store:
        if waits:
            received = receive(text.encode(), "text/plain", name="late.txt", text=text)
            store.add_received(received)
            store.add_reading(Reading(report=received.report, extractor="none 0"))
        asked: list[tuple[str, int]] = []
        app = create_app(store, made[1])

        @app.middleware("http")
        async def note(request: Request, go_on: RequestResponseEndpoint) -> Response:
            answer = await go_on(request)
            asked.append((request.url.path, answer.status_code))
            return answer

        with ThreadPoolExecutor(1) as apart:  # from a loop of its own, whatever runs beside
            apart.submit(beforehand.ask, app).result()
        assert asked == ([] if waits else [("/", 200), ("/api/incidents", 200)])
        assert pipeline.waiting(store, made[1]) == waits
    beforehand.ask(create_app(None, made[1]))  # there is nothing to ask for yet


def test_a_first_page_that_fails_stops_nothing(db: Path, made: tuple[Path, Tools]) -> None:
    with open_store(f"sqlite:///{db}") as store:
        asked: list[str] = []
        app = create_app(store, made[1])

        @app.middleware("http")
        async def fail(request: Request, go_on: RequestResponseEndpoint) -> Response:
            asked.append(request.url.path)
            raise OSError("the disk is gone")

        with ThreadPoolExecutor(1) as apart:
            apart.submit(beforehand.ask, app).result()
    assert asked == ["/", "/api/incidents"]


def test_readings_of_large_incidents_are_fetched_beforehand(
    db: Path, made: tuple[Path, Tools], monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(f"sqlite:///{db}") as store:
        sizes = {one.id: len(one.accounts) for one in pipeline.release(store, made[1]).incidents()}
        browser = TestClient(create_app(store, made[1]), base_url="http://127.0.0.1")
        most = max(sizes.values())
        (largest, *_) = found = store.beliefs.largest(most)
        assert (sizes[largest], found[1:]) == (most, [])
        every = store.beliefs.largest(10_000)
        assert [sizes[name] for name in every] == sorted(sizes.values(), reverse=True)
        monkeypatch.setattr(beforehand, "_ACCOUNTS", most)
        monkeypatch.setattr(beforehand, "_PAUSE", 0)
        beforehand.fetch(store, Event())
        fetched: list[str] = []
        read = load.readings

        def noted(connection: Connection, heads: Iterable[Any], reports: Any) -> list[Reading]:
            found = read(connection, heads, reports)
            fetched.extend(one.report.id for one in found)
            return found

        monkeypatch.setattr(load, "readings", noted)
        assert browser.get(f"/api/incidents/{largest}").status_code == 200
        assert fetched == []
        assert browser.get(f"/api/incidents/{every[1]}").status_code == 200
        assert fetched


@pytest.mark.parametrize("there", [True, False])
def test_fetching_beforehand_ends_with_the_server(
    db: Path, made: tuple[Path, Tools], monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    monkeypatch.setattr(beforehand, "_SOON", 600)
    with open_store(f"sqlite:///{db}") as store:
        with beforehand.fetching(create_app(store if there else None, made[1])):
            assert ("beforehand" in _threads()) == there
        assert "beforehand" not in _threads()


def test_every_tab_is_opened_beforehand(
    db: Path, made: tuple[Path, Tools], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beforehand, "_SOON", 0)
    asked: list[tuple[str, int]] = []
    fetched = Event()
    monkeypatch.setattr(beforehand, "fetch", lambda store, ended: fetched.set())
    with open_store(f"sqlite:///{db}") as store:
        app = create_app(store, made[1])

        @app.middleware("http")
        async def note(request: Request, go_on: RequestResponseEndpoint) -> Response:
            answer = await go_on(request)
            asked.append((request.url.path, answer.status_code))
            return answer

        with beforehand.fetching(app):
            assert fetched.wait(60)
    assert asked == [(path, 200) for path, _ in TABS]


def _threads() -> set[str]:
    return {one.name for one in enumerate_threads()}


def test_a_port_in_use_is_said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert run(["serve", "--no-open", "--port", port]) == 2
    error = capsys.readouterr().err
    assert f"port {port} is in use" in " ".join(error.replace("│", " ").split())
    assert run(["serve", "--no-open", "--port", "0", "--host", "192.0.2.1"]) == 2

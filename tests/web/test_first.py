"""The first run, before there is a store."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from reportedly.cli.app import run
from reportedly.pipeline import Tools
from reportedly.store import open_store
from reportedly.store.store import Store
from reportedly.web import create_app
from reportedly.web.pages.start import Kind


@pytest.fixture
def first(made: tuple[Path, Tools], tmp_path: Path) -> Iterator[TestClient]:
    opened: list[Store] = []

    def start(kind: Kind) -> tuple[Store, Tools]:
        opened.append(open_store(f"sqlite:///{tmp_path / 'new.db'}"))
        return opened[0], made[1]

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
    assert first.post("/api/start", json={"kind": "own"}).status_code == 201
    assert "reportedly add" in first.get("/").text
    assert first.post("/api/start", json={"kind": "own"}).status_code == 409


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

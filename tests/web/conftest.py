"""The demonstration's store, made once and copied for each test; the workbench over it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from reportedly import codebook, demo, pipeline
from reportedly.extract import extractor
from reportedly.gazetteer import open_names
from reportedly.pipeline import Tools
from reportedly.store import open_store
from reportedly.web import create_app


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Tools]:
    """A finished store of the invented corpus, and the tools that read it."""
    folder = tmp_path_factory.mktemp("demo")
    with demo.folder() as data:
        shutil.copy(data / "places.csv", folder)
        shutil.copy(data / "actors.jsonl", folder)
        names = open_names(folder / "places.csv", folder / "actors.jsonl", None)
        tools = Tools(names=names, extractor=extractor("rules"), codebook=codebook.default())
        with open_store(f"sqlite:///{folder / 'made.db'}") as store:
            found = pipeline.sources([str(data / "corpus")])
            pipeline.add(found, store, pipeline.Readers(tools))
            store.compact()
    return folder / "made.db", tools


@pytest.fixture
def db(made: tuple[Path, Tools], tmp_path: Path) -> Path:
    """A copy of it for one test."""
    return Path(shutil.copy(made[0], tmp_path / "reportedly.db"))


@pytest.fixture
def client(db: Path, made: tuple[Path, Tools]) -> Iterator[TestClient]:
    """A browser at the workbench, with its token and no name yet."""
    with open_store(f"sqlite:///{db}") as store:
        app = create_app(store, made[1])
        with TestClient(app, base_url="http://127.0.0.1") as browser:
            browser.headers["X-Token"] = browser.get("/api/session").json()["token"]
            yield browser


def signed_in(app: FastAPI) -> dict[str, str]:
    """The headers of a browser that was shown a page: its cookie, its token, the log it saw."""
    with TestClient(app, base_url="http://localhost") as browser:
        token = browser.get("/api/session").json()["token"]
        cookie = "; ".join(f"{name}={value}" for name, value in browser.cookies.items())
    return {"X-Token": token, "Cookie": cookie, "If-Match": '"none"'}

"""Who may ask and who may write: every route that there is, walked."""

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from reportedly.export.addresses import outward
from reportedly.web.guard import Guard

_SAFE = {"GET", "HEAD", "OPTIONS"}


def _routes(client: TestClient) -> Iterator[tuple[str, str]]:
    app = client.app
    assert isinstance(app, FastAPI)
    for path, methods in app.openapi()["paths"].items():
        yield from ((method.upper(), path) for method in methods)
    for route in app.routes:
        if isinstance(route, APIRoute):
            yield from ((method, route.path) for method in route.methods or ())


def test_every_write_needs_the_token_and_our_own_page(client: TestClient) -> None:
    writes = {(m, path) for m, path in _routes(client) if m not in _SAFE}
    assert writes
    for method, path in writes:
        for wrong in (
            {"X-Token": ""},
            {"X-Token": "0" * 64},
            {"Origin": "http://elsewhere.example"},
            {"Origin": "null"},
            {"Host": "elsewhere.example"},
            {"Sec-Fetch-Site": "cross-site"},
            {"Cookie": "reportedly=another"},
        ):
            answer = client.request(method, path, headers=wrong, json={})
            assert answer.status_code == 403, (method, path, wrong)


def test_every_page_is_refused_under_a_foreign_name(client: TestClient) -> None:
    for method, path in set(_routes(client)):
        if method == "GET":
            answer = client.get(path, headers={"Host": "elsewhere.example:8765"})
            assert answer.status_code == 403, path


def test_no_read_changes_anything_by_another_method(client: TestClient) -> None:
    assert client.post("/log", json={}).status_code == 405


def test_a_browser_is_told_to_run_nothing_but_our_own_files(client: TestClient) -> None:
    for path in ("/", "/log", "/static/app.js", "/api/session", "/nothing-there"):
        policy = client.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


def test_a_name_is_asked_once_and_kept(client: TestClient) -> None:
    assert client.get("/api/session").json()["name"] is None
    assert client.put("/api/session", json={"name": "  "}).status_code == 422
    named = client.put("/api/session", json={"name": " Ana <b>Téssel</b> "})
    assert named.json()["name"] == "Ana <b>Téssel</b>"
    assert client.get("/api/session").json()["name"] == "Ana <b>Téssel</b>"
    page = client.get("/log").text
    assert "Ana &lt;b&gt;Téssel&lt;/b&gt;" in page
    assert "<b>Téssel" not in page


@pytest.mark.parametrize(
    ("host", "any_address", "answered"),
    [
        ("127.0.0.1:8765", False, True),
        ("[::1]:8765", False, True),
        ("LOCALHOST", False, True),
        ("127.0.0.1.elsewhere.example", False, False),
        ("10.0.0.8:8765", False, False),
        ("10.0.0.8:8765", True, True),
        ("elsewhere.example", True, False),
        ("", True, False),
    ],
)
def test_it_answers_to_its_own_names(host: str, any_address: bool, answered: bool) -> None:
    app = FastAPI()
    app.add_middleware(Guard, any_address=any_address)
    browser = TestClient(app, base_url="http://127.0.0.1")
    status = browser.get("/", headers={"Host": host}).status_code
    assert status == (404 if answered else 403)


def test_a_report_sends_nobody_anywhere_but_to_the_web() -> None:
    assert outward("https://example.org/a") == "https://example.org/a"
    for wrong in (
        "javascript:alert(1)",
        "data:text/html,x",
        "//x",
        "http://",
        "",
        None,
        "http://[",
    ):
        assert outward(wrong) is None

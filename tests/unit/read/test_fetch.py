"""Against a server of its own on loopback; nothing beyond it is asked."""

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from reportedly.errors import RefusedAddress, UnreadableSource
from reportedly.read.fetch import fetch
from reportedly.read.limits import Limits
from reportedly.read.sources import read_sources
from reportedly.records import Failure, Received

OPEN = Limits(allow_private=True, fetched=100_000, fetch_seconds=1.5)
STORY = "Two people were killed in Orlune on Monday, police said."


class Answers(BaseHTTPRequestHandler):
    asked: ClassVar[list[tuple[str, str | None]]] = []

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers["Host"]))
        path = self.path.partition("?")[0]
        if path == "/story.txt":
            self.answer(STORY.encode(), "text/plain; charset=utf-8")
        elif path == "/page":
            page = f"<html lang=en><body><article><p>{STORY}</p></article></body></html>"
            self.answer(page.encode(), "text/html")
        elif path == "/russian":
            page = "<html><body><p>" + "Двое погибли в понедельник. " * 9 + "</p></body></html>"
            self.answer(page.encode("cp1251"), "text/html; charset=windows-1251")
        elif path == "/gzip":
            self.answer(gzip.compress(STORY.encode()), "text/plain", coding="gzip")
        elif path == "/bomb":
            self.answer(gzip.compress(bytes(50_000_000)), "text/plain", coding="gzip")
        elif path == "/cut-gzip":
            self.answer(gzip.compress(STORY.encode())[:-9], "text/plain", coding="gzip")
        elif path == "/brotli":
            self.answer(b"x", "text/plain", coding="br")
        elif path == "/large":
            self.answer(b"x" * 100_001, "text/plain")
        elif path == "/endless":
            self.answer(None, "text/plain", forever=b"x" * 10_000)
        elif path == "/drip":
            self.answer(None, "text/plain", forever=b"x", wait=0.1)
        elif path == "/drip-header":
            self.wfile.write(b"HTTP/1.0 200 OK\r\nX: ")
            self.drip(b"x", 0.1)
        elif path == "/silent":
            time.sleep(3)
        elif path == "/short":
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(b"only this")
        elif path == "/image":
            self.answer(b"\x89PNG", "image/png")
        elif path == "/noise":
            self.wfile.write(b"SSH-2.0-x\r\n")
        elif path.startswith("/to/"):
            self.send_response(302)
            self.send_header("Location", self.path.partition("?")[2])
            self.end_headers()
        else:
            self.send_error(404)

    def answer(
        self,
        body: bytes | None,
        kind: str,
        coding: str | None = None,
        forever: bytes = b"",
        wait: float = 0,
    ) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        if coding:
            self.send_header("Content-Encoding", coding)
        self.end_headers()
        if body is not None:
            self.wfile.write(body)
        else:
            self.drip(forever, wait)

    def drip(self, part: bytes, wait: float) -> None:
        try:
            for _ in range(1000):
                self.wfile.write(part)
                self.wfile.flush()
                time.sleep(wait)
        except OSError:
            pass  # the client hung up, as it should

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    running = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    running.daemon_threads = True
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    running.server_close()


def test_a_text(server: str) -> None:
    fetched = fetch(server + "/story.txt", OPEN)
    assert fetched.data == STORY.encode()
    assert (fetched.media_type, fetched.charset) == ("text/plain", "utf-8")


def test_gzip(server: str) -> None:
    assert fetch(server + "/gzip", OPEN).data == STORY.encode()


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/bomb", "larger than 100,000 bytes"),
        ("/large", "larger than"),
        ("/endless", "larger than"),
        ("/cut-gzip", "ended before"),
        ("/brotli", "not asked for"),
        ("/short", "ended before"),
        ("/missing", "answered 404"),
        ("/drip", "longer than 1.5 seconds"),
        ("/drip-header", "longer than 1.5 seconds"),
        ("/silent", "longer than 1.5 seconds"),
        ("/noise", "could not be fetched"),
        ("/to/x?/to/x?/to/x?/to/x?/to/x?/to/x?/to/x?/", "redirects more than 5 times"),
        ("/to/x?http://[", "no address"),
        ("/to/x?file:///etc/passwd", "only http and https"),
        ("/to/x?ftp://127.0.0.1/", "only http and https"),
    ],
)
def test_refusals(server: str, path: str, reason: str) -> None:
    start = time.monotonic()
    with pytest.raises(UnreadableSource, match=reason):
        fetch(server + path, OPEN)
    assert time.monotonic() - start < 2.5


def test_loopback_is_refused_by_default(server: str) -> None:
    Answers.asked.clear()
    for url in (
        server,
        server.replace("127.0.0.1", "localhost"),
        "http://2130706433/",
        "http://[::1]/",
    ):
        with pytest.raises(RefusedAddress, match=r"loopback|no host"):
            fetch(url, Limits())
    assert Answers.asked == []


@pytest.mark.parametrize(
    "url",
    ["ftp://a.example/", "file:///etc/passwd", "http://u:p@a.example/", "http:///x", "http://a b/", "http://a:99999/"],
)  # fmt: skip
def test_what_is_no_address(url: str) -> None:
    with pytest.raises(RefusedAddress):
        fetch(url, Limits(), resolve=lambda host, port: ["8.8.8.8"])


def test_a_redirect_is_checked_anew_and_the_checked_address_is_used(server: str) -> None:
    """A public name that leads to a private one; the server stands in for the public one."""
    port = int(server.rpartition(":")[2])
    hosts = {
        "public.example": ["127.0.0.1"],
        "inside.example": ["127.0.0.2"],
        "mixed.example": ["127.0.0.1", "10.0.0.1"],
    }
    looked_up: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        looked_up.append(host)
        return hosts[host]

    def refuse(address: str) -> str | None:
        return None if address == "127.0.0.1" else "a private address"

    base = f"http://public.example:{port}"
    limits = Limits(fetch_seconds=2)
    fetched = fetch(f"{base}/to/x?{base}/story.txt", limits, resolve=resolve, refuse=refuse)
    assert fetched.url == f"{base}/story.txt"
    assert Answers.asked[-1] == ("/story.txt", f"public.example:{port}")  # the name, not the number
    assert looked_up == ["public.example"] * 2  # once a hop
    for host in ("inside.example", "mixed.example"):
        with pytest.raises(RefusedAddress, match=f"{host} is a private address"):
            fetch(f"{base}/to/x?http://{host}:{port}/", limits, resolve=resolve, refuse=refuse)
    with pytest.raises(UnreadableSource, match=r"no host named gone\.example"):
        fetch("http://gone.example/", limits, resolve=lambda host, port: _missing())


def _missing() -> list[str]:
    raise OSError("unknown")


def test_addresses_are_sources(server: str) -> None:
    paths = ["/story.txt", "/page", "/russian", "/missing", "/image"]
    story, page, russian, *failures = read_sources([server + p for p in paths], limits=OPEN)
    assert isinstance(story, Received)
    assert isinstance(page, Received)
    assert isinstance(russian, Received)
    assert (story.report.text, story.report.name) == (STORY, "story")
    assert (page.report.text, page.report.url) == (STORY, server + "/page")
    assert "Двое погибли" in russian.report.text
    assert [type(f) for f in failures] == [Failure, Failure]
    (refused,) = read_sources([server + "/story.txt"])
    assert isinstance(refused, Failure)
    assert "loopback" in refused.reason

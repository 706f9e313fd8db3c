"""Which reader a source is for."""

import pytest

from reportedly.errors import UnreadableSource
from reportedly.read.sniff import choose


@pytest.mark.parametrize(
    ("head", "ending", "media_type", "reader"),
    [
        (b"Prose.", ".txt", None, "text"),
        (b"Prose.", "", None, "text"),
        (b"Prose.", ".md", "text/plain", "text"),
        (b"a,text\n", ".csv", "text/plain", "csv"),
        (b"a,text\n", "", "text/csv", "csv"),
        (b"%PDF-1.7", ".txt", None, "pdf"),
        (b"  <!DOCTYPE html><p>", ".txt", "text/plain", "html"),
        (b"<!-- x --><html>", "", None, "html"),
        (b"<?xml version='1.0'?><html xmlns='x'>", ".xml", None, "html"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<rss>", ".html", "text/html", "feed"),
        (b"<rdf:RDF>", "", None, "feed"),
        (b'{"text": "a"}\n{', "", "application/json", "jsonl"),
        (b'{"id": 1, "text": "' + b"a" * 4000, "", None, "jsonl"),
        (b'{"a": 1}\n', "", None, "text"),
        (b"x", ".odd", None, "odd"),
    ],
)
def test_choose(head: bytes, ending: str, media_type: str | None, reader: str) -> None:
    assert choose(head, ending, media_type, others=["odd"]) == reader


@pytest.mark.parametrize(
    ("head", "media_type", "reason"),
    [
        (b"{}", "application/json", "application/json, which is not read"),
        (b"x", "image/png", "image/png"),
        (b"PK\x03\x04", None, "zip"),
    ],
)
def test_refused(head: bytes, media_type: str | None, reason: str) -> None:
    with pytest.raises(UnreadableSource, match=reason):
        choose(head, "", media_type)

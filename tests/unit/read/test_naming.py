"""Names of reports."""

import pytest

from reportedly.read.naming import endings, printable, report_name


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("reports/a.txt", "a"),
        ("a.b.txt.gz", "a.b"),
        ("A.TXT.GZ", "A"),
        ("-", "stdin"),
        ("no-ending", "no-ending"),
        (".hidden", ".hidden"),
        ("https://news.example/2024/05/bus-attack.html?x=1.2", "bus-attack"),
        ("https://news.example/2024/05/bus-attack/", "bus-attack"),
        ("https://news.example", "news.example"),
        ("https://news.example/a%20b.html", "a b"),
        ("http://[bad", "http://[bad"),
    ],
)
def test_report_name(source: str, name: str) -> None:
    assert report_name(source) == name


def test_endings() -> None:
    assert endings("x/a.JSONL.gz") == (".jsonl", True)
    assert endings("a") == ("", False)
    assert endings("https://x.example/a.pdf?b=c.txt") == (".pdf", False)


def test_printable() -> None:
    printable("odd-\udcff").encode()

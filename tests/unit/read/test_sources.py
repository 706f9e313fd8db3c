"""Files, folders and standard input, as a person names them."""

import io
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import BinaryIO

import pytest

from reportedly.read import READERS
from reportedly.read.limits import Limits
from reportedly.read.sources import read_sources
from reportedly.records import Failure, Received, Report

DAY, OTHER = date(2024, 5, 3), date(2024, 6, 1)


def reports(*sources: Path | str, **said: object) -> list[Report]:
    found = [*read_sources([str(s) for s in sources], **said)]  # type: ignore[arg-type]
    return [item.report for item in found if isinstance(item, Received)]


def test_text_is_unchanged(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"\xef\xbb\xbf  One\r\n\r\nTwo \xe2\x80\xae \n")
    (report,) = reports(file)
    assert report.text == "  One\r\n\r\nTwo \u202e \n"
    assert report.name == "a"


def test_one_bad_source_does_not_stop_the_others(tmp_path: Path) -> None:
    good = tmp_path / "a.txt"
    good.write_text("One.")
    found = [*read_sources([str(tmp_path / "missing"), str(good), "ftp://x.example/", str(good)])]
    assert [type(f) for f in found] == [Failure, Received, Failure, Received]
    assert isinstance(found[0], Failure)
    assert found[0].reason == "no such file or folder"


def test_what_is_said_of_a_document_wins(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("ORLUNE, May 3, 2024 (AFP) - Two people were killed.")
    (plain,) = reports(file)
    assert (plain.published, plain.publisher, plain.title) == (DAY, "AFP", None)
    (said,) = reports(file, published=OTHER, publisher="Other", title="T")
    assert (said.published, said.publisher, said.title) == (OTHER, "Other", "T")
    assert said.id != plain.id
    assert reports(file, published=DAY, publisher="AFP") == [plain]


def test_what_is_said_of_many_only_fills_gaps(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("ORLUNE, May 3, 2024 (AFP) - Two people were killed.")
    (tmp_path / "b.txt").write_text("Two people were killed.")
    rows = [{"text": "x", "published": "2024-05-03", "id": "1"}, {"text": "y"}]
    (tmp_path / "c.jsonl").write_text("\n".join(map(json.dumps, rows)))
    found = reports(tmp_path, published=OTHER, publisher="Other", title="T")
    assert [(r.published, r.publisher, r.title) for r in found] == [
        (DAY, "AFP", None),
        (OTHER, "Other", None),
        (DAY, "Other", None),
        (OTHER, "Other", None),
    ]


def test_rows_with_ids_stay_two_reports_whatever_is_said(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text('{"text": "x", "id": "1"}\n{"text": "x", "id": "2"}')
    first, second = reports(file, publisher="Other")
    assert first.id != second.id


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"Prose.", "Prose."),
        (b'{"text": "A row."}\n', "A row."),
        (b"", None),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes, text: str | None) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BufferedReader(io.BytesIO(data))))
    assert [r.text for r in reports("-")] == ([text] if text else [])


def test_a_folder_in_order_with_failures(tmp_path: Path) -> None:
    for name in ("b/two.txt", "a/one.txt", "c.txt", ".git/x.txt", "b/.hidden.txt", "page.css"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    assert [r.text for r in reports(tmp_path)] == ["a/one.txt", "b/two.txt", "c.txt"]
    empty = tmp_path / "empty"
    empty.mkdir()
    (failure,) = read_sources([str(empty)])
    assert isinstance(failure, Failure)
    assert "holds no file" in failure.reason


def test_sources_are_read_as_they_are_asked_for(tmp_path: Path) -> None:
    """A generator all the way: the second row is broken, and nobody has looked yet."""
    file = tmp_path / "rows.jsonl"
    file.write_text('{"text": "a"}\n{')
    found = read_sources([str(file), str(tmp_path / "missing")])
    assert isinstance(next(found), Received)
    found.close()  # type: ignore[attr-defined]


class OddReader:
    """A reader of a third party that breaks in a way of its own."""

    name = "odd"

    def __init__(self, limits: Limits) -> None:
        self.limits = limits

    def read(
        self, name: str, data: BinaryIO, *, url: str | None, charset: str | None = None
    ) -> Iterator[Received | Failure]:
        raise KeyError("inner")
        yield


def test_a_reader_that_breaks_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(READERS, "text", f"{__name__}:OddReader")
    monkeypatch.setitem(sys.modules, __name__, SimpleNamespace(OddReader=OddReader))
    (tmp_path / "a.txt").write_text("One.")
    (failure,) = read_sources([str(tmp_path / "a.txt")])
    assert isinstance(failure, Failure)
    assert "KeyError" in failure.reason

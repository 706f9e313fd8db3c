"""Marks and codings of other people's texts meet those texts again."""

import json
from pathlib import Path

import pytest
from bench.quality import coded
from train.convert import marked
from train.sources import Sources

TEXT = "Two guards died when a bomb went off in Dulmeck on Tuesday."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data" / "time"
    folder.mkdir(parents=True)
    row = {"docid": "d1", "dct": "2031-03-05", "text": TEXT}
    (folder / "aquaint.jsonl").write_text(json.dumps(row) + "\n")
    return tmp_path


def span(words: str) -> list[int]:
    return [TEXT.index(words), TEXT.index(words) + len(words)]


def test_a_text_is_found_by_collection_and_name(data: Path) -> None:
    found = Sources(data / "data").get("aquaint", "d1")
    assert (found.text, found.title, found.published) == (TEXT, None, "2031-03-05")
    with pytest.raises(KeyError):
        Sources(data / "data").get("aquaint", "d2")


def test_marks_become_spans_with_their_classes(data: Path, tmp_path: Path) -> None:
    marks = tmp_path / "marks"
    marks.mkdir()
    incident = {"type": "bombing", "role": "main", "status": "completed"}
    spans = [
        ["event", [1], *span("a bomb went off"), None],
        ["killed", [1], *span("Two guards"), None],
    ]
    row = {"collection": "aquaint", "id": "d1", "incidents": {"1": incident}, "spans": spans}
    (marks / "m.jsonl").write_text(json.dumps(row) + "\n")
    (made,) = marked.convert(marks, data / "data")
    assert (made.id, made.knows, made.yes) == ("aquaint/d1", ("incidents",), ("incident",))
    assert [(TEXT[s.start : s.end], s.classes) for s in made.spans] == [
        ("a bomb went off", incident),
        ("Two guards", {"figure": "whole"}),
    ]


def test_a_coding_quotes_the_text_again(data: Path, tmp_path: Path) -> None:
    two = {"outcome": "killed", "low": 2, "best": 2, "high": 2, "bound": "exact"}
    incident = {
        "type": "bombing",
        "evidence": [span("a bomb went off")],
        "counts": [{**two, "quote": span("Two guards died")}],
    }
    row = {"collection": "aquaint", "id": "d1", "incidents": [incident], "background_incidents": []}
    (tmp_path / "c.jsonl").write_text(json.dumps(row) + "\n")
    out = coded.convert(tmp_path / "c.jsonl", data, tmp_path / "out")
    gold = json.loads((out / "gold.jsonl").read_text())
    assert gold["incidents"][0]["evidence"] == ["a bomb went off"]
    assert gold["incidents"][0]["counts"][0]["quote"] == "Two guards died"

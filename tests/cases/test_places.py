"""places.yml: which places the names of a text are."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from reportedly.annotate.places import places as found
from reportedly.annotate.sentences import sentences
from reportedly.gazetteer import Gazetteer, open_names
from reportedly.records import Annotated, PlaceMark, Report
from reportedly.resolve.places import places as settled

CASES = yaml.safe_load(Path(__file__).with_name("places.yml").read_text(encoding="utf-8"))


@cache
def gazetteer() -> Gazetteer:
    return open_names()


def shown(mark: PlaceMark, expected: str) -> str:
    """A mark as a case writes it; what the case does not ask stays "-"."""
    place = mark.place
    if place.ref is None and mark.candidates:
        return "open"
    asked = expected.split(" | ")
    told = (place.admin1 or "none", place.country_code or "-", place.precision)
    return " | ".join(
        "-" if wish == "-" else value for wish, value in zip(asked, told, strict=True)
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_places(case: dict[str, Any]) -> None:
    text = case["text"]
    report = Report(id="case", name="case", text=text)
    page = Annotated(report=report, sentences=sentences(text))
    page = replace(page, places=found(page, gazetteer()))
    marks = {text[m.start : m.end]: m for m in settled(page, gazetteer())}
    for line in case["places"]:
        words, expected = line.split(" = ")
        assert words in marks, list(marks)
        assert f"{words} = {shown(marks[words], expected)}" == line, marks[words]

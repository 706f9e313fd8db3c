"""fates.yml: what became of people told of one by one."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from reportedly.annotate.counts import counts
from reportedly.annotate.sentences import sentences
from reportedly.codebook import default
from reportedly.extract.incidents.fates import Fate, fates
from reportedly.records import Annotated, receive

CASES = yaml.safe_load(Path(__file__).with_name("fates.yml").read_text(encoding="utf-8"))
FATES: tuple[Fate, ...] = ("killed", "injured", "hit")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_fates(case: dict[str, Any]) -> None:
    text = case["text"]
    report = receive(b"", "text/plain", name="case", text=text).report
    annotated = Annotated(report=report, sentences=sentences(text))
    marks = counts(annotated, default())
    annotated = Annotated(report=report, sentences=annotated.sentences, counts=marks)
    told = fates(annotated, [(s.start, s.end) for s in annotated.sentences], by_a_state=False)
    found: dict[str, int] = {fate: len(told.of(fate)) for fate in FATES}
    found["people"] = max((number for number, _ in told.hit), default=0)
    assert {fate: number for fate, number in found.items() if number} == case["fates"]

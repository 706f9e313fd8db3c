"""tolls.yml: which numbers of a sentence are tolls."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from reportedly.annotate.counts import counts
from reportedly.annotate.sentences import sentences
from reportedly.codebook import default
from reportedly.extract.incidents.outcomes import Toll
from reportedly.extract.incidents.tolls import tolls
from reportedly.records import Annotated, receive

CASES = yaml.safe_load(Path(__file__).with_name("tolls.yml").read_text(encoding="utf-8"))


def shown(toll: Toll) -> str:
    count = toll.mark.count
    sides = " ".join("-" if n is None else str(n) for n in (count.low, count.best, count.high))
    marks = ["attackers"] * toll.attackers + ["part"] * toll.part + ["old"] * toll.superseded
    return " | ".join([toll.outcome, sides, count.bound, toll.mark.group or "-", *marks])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_tolls(case: dict[str, Any]) -> None:
    text = case["text"]
    report = receive(b"", "text/plain", name="case", text=text).report
    marks = counts(Annotated(report=report, sentences=sentences(text)), default())
    assert [shown(t) for t in tolls(text, 0, len(text), marks)] == case["tolls"]

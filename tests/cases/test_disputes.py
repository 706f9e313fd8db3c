"""disputes.yml: which statements of one report contradict each other, and which do not."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from reportedly import codebook, contract
from reportedly.extract import extractor
from reportedly.gazetteer import open_names
from reportedly.pipeline import Tools, read_report
from reportedly.records import receive
from tests.cases.reading import problems

CASES = yaml.safe_load(Path(__file__).with_name("disputes.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def tools() -> Tools:
    return Tools(open_names(), extractor("rules"), codebook.default())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_disputes(case: dict[str, Any], tools: Tools) -> None:
    text, wanted = case["text"], case["disputes"]
    received = receive(b"", "text/plain", name="case", text=text, published=date(2024, 5, 17))
    reading = contract.reading(read_report(received, tools))
    expect = {
        "disputes": [{"left": left, "right": right} for left, right in wanted],
        "disputes_max": case.get("most", len(wanted)),
    }
    assert not list(problems({"expect": expect}, reading, text))

"""reading/*.yml: one invented report each, and what a careful coder would read in it.

Add a case by adding a file; tests/cases/README.md says what may stand in it. A case that is known
to fail stands in known_failures.txt with a reason: it must be struck out once it passes.
"""

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

FOLDER = Path(__file__).with_name("reading")
KNOWN = {
    line.split(":")[0]
    for line in Path(__file__).with_name("known_failures.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
}


@pytest.fixture(scope="module")
def tools() -> Tools:
    return Tools(open_names(), extractor("rules"), codebook.default())


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(p, id=p.stem, marks=[pytest.mark.xfail] if p.stem in KNOWN else [])
        for p in sorted(FOLDER.glob("*.yml"))
    ],
)
def test_reading(path: Path, tools: Tools) -> None:
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    received = receive(
        b"",
        "text/plain",
        name=path.stem,
        text=case["text"],
        published=case.get("published"),
        publisher=case.get("publisher"),
    )
    reading = contract.reading(read_report(received, tools))
    assert not list(problems(case, reading, case["text"]))

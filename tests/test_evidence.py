"""Every span of every reading stands in the text, whatever the text."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly import contract
from reportedly.codebook import default
from reportedly.extract import extractor
from reportedly.gazetteer import open_names
from reportedly.pipeline import Tools, read_report
from reportedly.records import receive

WORDS = (
    "At least twelve 12 1,200 people civilians soldiers were killed wounded in Kabul Kandahar on "
    'Friday March 2024 the attack bombing a suicide bomber said told reporters that “ ” " ‘ ’ , . '
    "; : - — ( ) police Taliban Islamic State claimed responsibility for denied warned could not "
    "he she they He Gen. Dr. U.S. three others including children himself and \n \n\n yesterday "
    "last month dozens of more than up to blamed accused if near “We reject such claims,” 30 km "
    "originally thought later emerged alive rejected the minister’s spokesman X"
).split(" ")


@pytest.fixture(scope="module")
def tools() -> Tools:
    return Tools(names=open_names(), extractor=extractor("rules"), codebook=default())


def evidence(found: Any) -> Iterator[dict[str, Any]]:
    """Every evidence object anywhere below."""
    if isinstance(found, dict):
        if {"start", "end", "quote", "in"} <= found.keys():
            yield found
        for value in found.values():
            yield from evidence(value)
    elif isinstance(found, list):
        for value in found:
            yield from evidence(value)


def check(text: str, tools: Tools, title: str | None = None) -> int:
    received = receive(b"", "text/plain", name="any", text=text, title=title, language="en")
    reading = contract.reading(read_report(received, tools))
    faults = [f for f in reading["failures"] if "fault of reportedly" in f["reason"]]
    assert not faults
    spans = list(evidence(reading))
    for e in spans:
        source = text if e["in"] == "text" else title or ""
        assert source[e["start"] : e["end"]] == e["quote"]
    return len(spans)


@given(st.lists(st.sampled_from(WORDS), min_size=8, max_size=120).map(" ".join))
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_on_words_of_the_field(tools: Tools, text: str) -> None:
    check(text, tools)


@given(st.text(min_size=1, max_size=400), st.text(max_size=40))
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_on_any_text(tools: Tools, text: str, title: str) -> None:
    check(text, tools, title or None)


def test_a_plain_report_has_evidence(tools: Tools) -> None:
    text = "A bomb killed at least nine people in Kabul on Friday, police said."
    assert check(text, tools) > 5

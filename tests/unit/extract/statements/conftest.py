"""Reads a text with sentences and quotations alone, which is all that statements need."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from reportedly.annotate.quotations import quotations
from reportedly.annotate.sentences import sentences
from reportedly.extract.statements import statements
from reportedly.records import Annotated, Statement, TimeMark, receive

Read = Callable[..., tuple[Statement, ...]]


def annotated(
    text: str, *, published: date | None = None, times: Sequence[TimeMark] = ()
) -> Annotated:
    report = receive(b"", "text/plain", name="t", text=text, published=published).report
    found = sentences(text)
    return Annotated(
        report=report, sentences=found, quotations=quotations(text, found), times=tuple(times)
    )


@pytest.fixture(scope="session")
def annotate() -> Callable[..., Annotated]:
    return annotated


@pytest.fixture(scope="session")
def read() -> Read:
    def reading(
        text: str, *, published: date | None = None, times: Sequence[TimeMark] = ()
    ) -> tuple[Statement, ...]:
        return statements(annotated(text, published=published, times=times), by="test/1")

    return reading

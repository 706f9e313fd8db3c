"""JSON Lines and CSV."""

import csv
import io
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import UnreadableSource
from reportedly.read.csv import CsvReader
from reportedly.read.jsonl import JsonlReader
from reportedly.read.limits import Limits
from reportedly.records import Failure, Received, receive

texts = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1
).filter(str.strip)

ROW = {
    "id": "a1",
    "text": "Two people were killed.",
    "title": "Two killed",
    "publisher": "Orlune News",
    "published": "2024-05-03",
    "url": "https://news.example/1",
    "language": "en-GB",
}


def rows(data: bytes) -> list[Received | Failure]:
    return [*JsonlReader().read("x/rows.jsonl", io.BytesIO(data), url=None)]


def table(data: bytes, limits: Limits = Limits()) -> list[Received | Failure]:  # noqa: B008
    return [*CsvReader(limits).read("x/rows.csv", io.BytesIO(data), url=None)]


def test_a_whole_row_and_its_bytes() -> None:
    raw = json.dumps(ROW).encode()
    (received,) = rows(raw + b"\r\n")
    assert received == receive(
        raw,
        "application/json",
        name="a1",
        text="Two people were killed.",
        title="Two killed",
        publisher="Orlune News",
        published=date(2024, 5, 3),
        language="en",
        url="https://news.example/1",
        row="a1",
    )


def test_the_same_row_in_csv_is_the_same_report() -> None:
    out = io.StringIO()
    writer = csv.DictWriter(out, ROW)
    writer.writeheader()
    writer.writerow(ROW)
    (received,), (other,) = table(out.getvalue().encode()), rows(json.dumps(ROW).encode())
    assert isinstance(received, Received)
    assert isinstance(other, Received)
    assert received.report.id == other.report.id
    assert received.data == out.getvalue().encode().split(b"\r\n")[1]


def test_nothing_is_filled_in() -> None:
    (received,) = rows(b'{"text": "x", "title": "", "language": "Klingon", "published": " "}')
    assert isinstance(received, Received)
    report = received.report
    assert report.name == "rows"
    assert (report.title, report.publisher, report.published, report.language, report.url) == (
        (None,) * 5
    )


def test_a_number_may_be_an_id() -> None:
    (received,) = rows(b'{"text": "x", "id": 7}')
    assert isinstance(received, Received)
    assert received.report.name == "7"


def test_failures_name_the_line() -> None:
    found = rows(b'{"text": "a"}\n\n{"text": \n{"text": "b"}\n')
    assert [type(f) for f in found] == [Received, Failure, Received]
    assert isinstance(found[1], Failure)
    assert found[1].source == "x/rows.jsonl line 3"
    found = table(b'text,id\n"a\nb",1\n,2\nc,3\n')
    assert isinstance(found[1], Failure)
    assert found[1].source == "x/rows.csv line 4"


@given(st.lists(texts, max_size=5))
def test_any_text_comes_through_json_lines(many: list[str]) -> None:
    data = b"".join(json.dumps({"text": text}).encode() + b"\n" for text in many) or b"[]\n"
    found = [f.report.text for f in rows(data) if isinstance(f, Received)]
    assert found == many


@given(st.lists(texts, max_size=5), st.sampled_from(",;\t"))
def test_any_text_comes_through_csv(many: list[str], delimiter: str) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([["id", "text"], *([n, text] for n, text in enumerate(many))])
    found = [f.report.text for f in table(out.getvalue().encode()) if isinstance(f, Received)]
    assert found == many


def test_a_column_limit() -> None:
    data = b"text," + b",".join(b"c%d" % n for n in range(20)) + b"\n"
    with pytest.raises(UnreadableSource, match="21 columns; at most 10"):
        table(data, Limits(columns=10))

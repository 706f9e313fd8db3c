"""PDF files, and lines put back into paragraphs."""

import io

import pytest
from tests.hostile.papers import pdf

from reportedly.errors import UnreadableSource
from reportedly.read.limits import Limits
from reportedly.read.paragraphs import paragraphs
from reportedly.read.pdf import PdfReader
from reportedly.records import Received


def test_lines_become_paragraphs() -> None:
    page = (
        "Two people were killed when a bomb went off at the mar-\n"
        "ket in Orlune on Monday, the police commissioner told the\n"
        "state agency.\n"
        "The governor visited the wounded in hospital and said that\n"
        "an inquiry would follow.\n"
        "\n"
        "• one\n"
        "• two"
    )
    assert paragraphs([page]).split("\n") == [
        "Two people were killed when a bomb went off at the market in Orlune on Monday, "
        "the police commissioner told the state agency.",
        "The governor visited the wounded in hospital and said that an inquiry would follow.",
        "• one",
        "• two",
    ]


def test_a_sentence_goes_on_over_the_page() -> None:
    assert paragraphs(["Two people were", "killed."]) == "Two people were killed."
    assert paragraphs(["Two died.", "three more"]) == "Two died.\nthree more"
    assert paragraphs(["A heading", "The text"]) == "A heading\nThe text"
    assert paragraphs(["", "  \n "]) == ""


def test_facts() -> None:
    data = pdf(["ORLUNE, May 3, 2024 (AFP) - Two people were killed."])
    (received,) = PdfReader().read("x.pdf", io.BytesIO(data), url=None)
    assert isinstance(received, Received)
    assert received.report.publisher == "AFP"
    assert received.report.published is not None
    assert received.media_type == "application/pdf"


def test_limits() -> None:
    data = pdf(["One."] * 5)
    for limits, reason in [
        (Limits(pdf_pages=4), "5 pages; at most 4"),
        (Limits(pdf_seconds=0), "longer than 0 seconds"),
        (Limits(document=100), "larger than 100 bytes"),
    ]:
        with pytest.raises(UnreadableSource, match=reason):
            list(PdfReader(limits).read("x.pdf", io.BytesIO(data), url=None))

"""Where sentences and paragraphs end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Ada Roe spoke to Dr. Bo Lind.",
        "Cllr. Ada Roe was there.",
        "It began at 5 a.m. on Monday.",
        "The U.S. Army left on Jan. 3 with 3.5 tonnes.",
        "He is No. 5 on the list.",
        "J. R. Roe of Acme Inc. disagreed.",
        "“Why now?” Roe asked.",
        "Wait ... and see.",
        "He works for Harbour.Com in St.Petersburg.",
        "See www.harbour.Example for more.",
    ],
)
def test_is_one_sentence(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("The gunmen fled.Police came.", ["The gunmen fled.", "Police came."]),
        ("“We won.” He left.", ["“We won.”", "He left."]),
        ("They hit the base (twice.) It burned.", ["They hit the base (twice.)", "It burned."]),
        ("They are in the U.S. The talks failed.", ["They are in the U.S.", "The talks failed."]),
        ("It fell 3.5 km. al-Bar took it.", ["It fell 3.5 km. al-Bar took it."]),
        ("They met IS-KP. “We won,” he said.", ["They met IS-KP.", "“We won,” he said."]),
        ("He sat. Roe stood.", ["He sat.", "Roe stood."]),
    ],
)
def test_cuts_between_sentences(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


def test_each_line_is_a_paragraph() -> None:
    text = "Headline without a stop\nOne. Two.\r\n\r\nThree."
    assert [(text[s.start : s.end], s.paragraph) for s in sentences(text)] == [
        ("Headline without a stop", 0), ("One.", 1), ("Two.", 1), ("Three.", 2),
    ]  # fmt: skip


def test_lines_wrapped_at_a_width_are_one_paragraph() -> None:
    text = (
        "The council met on Monday in the capital and heard from the\n"
        "envoy, who had come back from the border region the evening\n"
        "before. It did not vote.\n\n"
        "Nothing followed."
    )
    assert [s.paragraph for s in sentences(text)] == [0, 0, 1]


@given(st.text(alphabet="aB .!?…\"“”'’()\n\r\t5。", max_size=80))
def test_only_white_space_lies_between_sentences(text: str) -> None:
    position = 0
    for sentence in sentences(text):
        assert text[position : sentence.start].strip() == ""
        assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end]
        assert sentence.start < sentence.end
        position = sentence.end
    assert text[position:].strip() == ""
